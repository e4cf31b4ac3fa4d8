"""What the reading of the file remarked: a wrong encoding, characters that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt


def remarks(document: Document) -> Iterator[Finding[Doubt]]:
    """Each remark of the source, as a note."""
    for remark in document.original.remarks:
        yield doubt(document, "remarks", "note", Span(0, 0), remark)
