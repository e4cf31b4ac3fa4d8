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
_TAIL = re.compile(r"(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|完|止|记者[^。]{0,30}|编辑[^。]{0,20}|作者[^。]{0,30})$")


class _Line(NamedTuple):
    span: Span
    last: str


def endings(document: Document) -> Iterator[Finding[Doubt]]:
    """A text that ends in mid-sentence, and paragraphs that do."""
    bodies = list(_bodies(document))
    if not bodies:
        return
    open_ended = [line for line in bodies if line.last not in _ENDS]
    careless = len(open_ended) > max(1, _FEW * len(bodies))
    last = bodies[-1]
    final = last.span.end >= len(document.text.content.rstrip()) - 1
    breaks_off = last in open_ended and final and (last.last in _MID or not careless)
    if breaks_off and not _TAIL.search(document.text[last.span][-40:]):
        yield doubt(
            document,
            "endings",
            "major",
            _tail(last.span),
            Words("全文在句子中间断开，结尾可能缺失。", "The text breaks off in mid-sentence: its end may be missing."),
            Words("首发版本的结尾。", "The end of the first edition."),
        )
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


def _bodies(document: Document) -> Iterator[_Line]:
    """The lines that are paragraphs: long, and no rows of a table."""
    content = document.text.content
    for span in document.text.lines():
        if span.length >= _BODY and content.find("\t", span.start, span.end) < 0:
            yield _Line(span, content[span.end - 1])


def _tail(span: Span) -> Span:
    return Span(max(span.start, span.end - 20), span.end)
