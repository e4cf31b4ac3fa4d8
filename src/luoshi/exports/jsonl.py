"""Many documents, one a line, each the JSON record that ``luoshi schema`` describes."""

from __future__ import annotations

from luoshi.exports.format import joined
from luoshi.model import Document
from luoshi.record import to_json


def part(document: Document, _name: str, _language: str) -> bytes:
    """The record on one line."""
    # The line ends of a record stand between its members only: in strings they are written as \n.
    return to_json(document).replace(b"\n", b"") + b"\n"


whole = joined
