"""Paragraphs that stand in the text twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_LONG = 40
"""Shorter lines (headings, calls to the audience) may rightly come again."""

_MOST = 10
_SHOWN = 24
_HALF = 0.3
_ENDS = 20
_LOST = 4
_SENTENCE = 12


def repeats(document: Document) -> Iterator[Finding[Doubt]]:
    """Each paragraph that comes again; where much of the text does, it is there twice."""
    content = document.text.content
    first: dict[str, Span] = {}
    again: list[tuple[Span, Span]] = []
    end = -1
    for words in content.split("\n"):
        start, size = end + 1, len(words)
        end = start + size
        if size < _LONG:
            continue
        span = Span(start, end)
        before = first.get(words) or (first.get(words[:_ENDS]) if size >= _LONG + _ENDS else None)
        if before is not None and _is_same(content, before, span):
            again.append((span, before))
        else:
            first[words] = span
            first.setdefault(words[:_ENDS], span)
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
            Words("这一段与前文某段相同。", "This paragraph is the same as an earlier one."),
            evidence=(before,),
        )
    yield from _sentences(document)


def _is_same(content: str, before: Span, span: Span) -> bool:
    """Whether two paragraphs are one, the copy perhaps with a few characters lost."""
    a, b = content[before.start : before.end], content[span.start : span.end]
    return a == b or (abs(len(a) - len(b)) <= _LOST and a[:_ENDS] == b[:_ENDS] and a[-_ENDS:] == b[-_ENDS:])


def _sentences(document: Document) -> Iterator[Finding[Doubt]]:
    """A sentence that is said twice, one after the other."""
    sentences = document.text.content.split("。")
    again = [
        index
        for index, (a, b) in enumerate(pairwise(sentences), start=1)
        if 0 <= len(a) - len(b) <= 1 and len(b) >= _SENTENCE and a.endswith(b)
    ]
    for index in again[:_MOST]:
        start = sum(map(len, sentences[:index])) + index
        yield doubt(
            document,
            "repeats",
            "minor",
            _head(Span(start, start + len(sentences[index]))),
            Words("这一句与前一句相同。", "This sentence is the same as the one before it."),
        )


def _head(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _SHOWN))
