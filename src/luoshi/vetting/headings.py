"""Headings and numbers that the text has lost: what was concluded in their place."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_SHOWN = 24


def headings(document: Document) -> Iterator[Finding[Doubt]]:
    """Each node of the outline that stands there by inference."""
    for section in document.outline.walk():
        if section.inferred is None:
            continue
        start = section.span.start
        end = min(section.span.end, start + _SHOWN)
        line_end = document.text.content.find("\n", start, end)
        yield doubt(
            document,
            "headings",
            "minor",
            Span(start, line_end if line_end >= 0 else end),
            section.inferred,
            settles=Words("对照首发版本补回标题。", "The heading as the first edition has it."),
        )
