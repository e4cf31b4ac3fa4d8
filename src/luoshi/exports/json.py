"""One document as the JSON record that ``luoshi schema`` describes."""

from __future__ import annotations

from luoshi.exports.format import Format, joined
from luoshi.model import Document
from luoshi.record import to_json


def _part(document: Document, _name: str, _language: str) -> bytes:
    return to_json(document)


FORMAT = Format("json", ".json", "application/json", many=False, part=_part, whole=joined)
