"""Paragraphs that stand in the text twice."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_LONG = 40
"""Shorter lines (headings, calls to the audience) may rightly come again."""

_MOST = 10
_SHOWN = 24
_HALF = 0.3


def repeats(document: Document) -> Iterator[Finding[Doubt]]:
    """Each paragraph that comes again; where much of the text does, it is there twice."""
    content = document.text.content
    first: dict[str, Span] = {}
    again: list[tuple[Span, Span]] = []
    for span in document.text.lines():
        if span.length < _LONG:
            continue
        words = content[span.start : span.end]
        if words in first:
            again.append((span, first[words]))
        else:
            first[words] = span
    doubled = sum(span.length for span, _ in again)
    if doubled > _HALF * len(content):
        span, before = again[0]
        yield doubt(
            document,
            "repeats",
            "major",
            _head(span),
            Words(
                f"全文约{doubled / len(content):.0%}是重复的段落：同一文本可能被贴了两遍。",
                f"About {doubled / len(content):.0%} of the text are paragraphs that come twice: it may have been pasted in twice.",
            ),
            evidence=(before,),
        )
        return
    for span, before in again[:_MOST]:
        yield doubt(
            document,
            "repeats",
            "minor",
            _head(span),
            Words("这一段与前文某段完全相同。", "This paragraph is the same as an earlier one."),
            evidence=(before,),
        )


def _head(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _SHOWN))
