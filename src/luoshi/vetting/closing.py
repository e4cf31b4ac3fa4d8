"""Whether a report or a Recommendation has the call to all with which such texts close."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_GENRES = ("政府工作报告", "建议")
_WHOLE = 5000
"""Shorter texts are extracts or summaries."""

_LAST = 0.4
"""In which part of the text, from its end, the call must stand: annexes may follow it."""

_CALL = regex(
    r"(?:让我们|紧密团结|更加紧密|号召|全[党国省市区县州][^。！\n]{0,30}(?:上下|人民|同志|干部群众))[^\n]{0,400}?"
    r"(?:奋斗|贡献|篇章|局面|胜利|图景|辉煌|答卷|步伐|前进|任务|目标)[！。](?=\n|\Z)"
)


def closing(document: Document) -> Iterator[Finding[Doubt]]:
    """A whole report without its last words: it may end early, at a sentence's end as well."""
    genre = document.profile.genre
    content = document.text.content
    if genre is None or genre.value not in _GENRES or len(content) < _WHOLE:
        return
    if _CALL.search(content, int(len(content) * (1 - _LAST))):
        return
    yield doubt(
        document,
        "endings",
        "minor",
        Span(max(0, len(content) - 20), len(content)),
        Words(
            f"{genre.value}照例以号召作结，本文末尾没有：结尾可能缺失。",
            "Such texts close with a call to all; this one has none near its end, which may be missing.",
        ),
        settles=Words("首发版本的结尾。", "The end of the first edition."),
    )
