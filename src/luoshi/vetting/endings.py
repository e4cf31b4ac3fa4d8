"""Whether the text breaks off: its last words, and paragraphs that stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_ENDS = "。！？!?…”’』」）)》】］]：:；;"
_MID = "，、,（(“《—"
_BODY = 40
"""Shorter lines may be headings, signatures or datelines."""

_FEW = 0.25
"""Where more of the long paragraphs than this lack a full stop, the file leaves them out: no doubt."""

_MOST = 10
_NAME = 4
"""The last line of so few characters may be a name."""

_CLAUSES = re.compile(r"[^，、；]{2}[，；]|[，、]")
_TAIL = re.compile(
    r"(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[完止]|[政府委会厅局部院室办团处社网报]|[^\W\dA-Za-z_]{2,8}[:：][^。]{0,30}|[0-9 :.-]{8,20})$"
)
"""Signatures, datelines and credits."""


class _Line(NamedTuple):
    span: Span
    last: str


def endings(document: Document) -> Iterator[Finding[Doubt]]:
    """A text that ends in mid-sentence, and paragraphs that do."""
    lines = list(_lines(document))
    bodies = [line for line in lines if line.span.length >= _BODY]
    if not bodies:
        return
    open_ended = [line for line in bodies if line.last not in _ENDS]
    careless = len(open_ended) > max(1, _FEW * len(bodies))
    last = lines[-1]
    if last.last not in _ENDS and (last.last in _MID or not careless):
        yield from _broken(document, last)
    if careless:
        return
    for line in [line for line in open_ended if line != last and line.last in _MID][:_MOST]:
        yield doubt(
            document,
            "endings",
            "minor",
            _tail(line.span),
            Words("这一段在句子中间断开。", "This paragraph breaks off in mid-sentence."),
        )


def _broken(document: Document, last: _Line) -> Iterator[Finding[Doubt]]:
    """The last line has no end: half a sentence, or a fragment that is no signature."""
    words = document.text[last.span]
    if _TAIL.search(words[-40:]):
        return
    if last.last in _MID or _CLAUSES.search(words):
        yield doubt(
            document,
            "endings",
            "major",
            _tail(last.span),
            Words("全文在句子中间断开，结尾可能缺失。", "The text breaks off in mid-sentence: its end may be missing."),
            settles=Words("首发版本的结尾。", "The end of the first edition."),
        )
    elif len(words) > _NAME:
        yield doubt(
            document,
            "endings",
            "minor",
            _tail(last.span),
            Words("最后一行不成句，结尾可能缺失。", "The last line is no sentence: the end may be missing."),
        )


def _lines(document: Document) -> Iterator[_Line]:
    """The lines with their last character; rows of tables are no sentences."""
    content = document.text.content
    for span in document.text.lines():
        if span.length and content.find("\t", span.start, span.end) < 0:
            yield _Line(span, content[span.end - 1])


def _tail(span: Span) -> Span:
    return Span(max(span.start, span.end - 20), span.end)
