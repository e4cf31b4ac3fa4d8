"""The reading page as a format."""

from __future__ import annotations

from luoshi.exports.format import joined
from luoshi.model import Document
from luoshi.pages import reading_page


def part(document: Document, _name: str, language: str) -> bytes:
    """The page of a document."""
    return reading_page(document, language).encode("utf-8", "replace")


whole = joined
