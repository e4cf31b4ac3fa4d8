"""Is the text whole and of its time? Doubts, each with its evidence, and a verdict."""

from __future__ import annotations

from luoshi.model import Document


def vet(document: Document) -> Document:
    """The document with its doubts and its verdict."""
    return document
