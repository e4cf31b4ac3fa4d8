"""Whether the text breaks off: its last words, and paragraphs that stop in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
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

_CLAUSES = regex(r"[^，、；]{2}[，；]|[，、]")
_TAIL = regex(
    r"(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[完止]|[政府委会厅局部院室办团处社网报]|[^\W\dA-Za-z_]{2,8}[:：][^。]{0,30}|[0-9 :.-]{8,20})$"
)
"""Signatures, datelines and credits."""


class _Line(Struct, frozen=True):
    span: Span
    last: str


def endings(document: Document) -> Iterator[Finding[Doubt]]:
    """A text that ends in mid-sentence, and paragraphs that do."""
    bodies, open_ended, last = _lines(document.text.content)
    if not bodies or last is None:
        return
    careless = len(open_ended) > max(1, _FEW * bodies)
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


def _lines(content: str) -> tuple[int, list[_Line], _Line | None]:
    """How many lines are paragraphs, those of them that do not end as sentences do, and the last line.

    Rows of tables are left out: they are no sentences.
    """
    bodies, open_ended = 0, []
    start, last = 0, ""
    last_start = 0
    for line in content.split("\n"):
        if line and "\t" not in line:
            last, last_start = line, start
            if len(line) >= _BODY:
                bodies += 1
                if line[-1] not in _ENDS:
                    open_ended.append(_Line(Span(start, start + len(line)), line[-1]))
        start += len(line) + 1
    return bodies, open_ended, _Line(Span(last_start, last_start + len(last)), last[-1]) if last else None


def _tail(span: Span) -> Span:
    return Span(max(span.start, span.end - 20), span.end)
