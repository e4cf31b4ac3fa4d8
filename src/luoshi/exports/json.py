"""One document as the JSON record that ``luoshi schema`` describes."""

from __future__ import annotations

from luoshi.exports.format import joined
from luoshi.model import Document
from luoshi.record import to_json


def part(document: Document, _name: str, _language: str) -> bytes:
    """The record."""
    return to_json(document)


whole = joined
