"""Figures that do not agree with each other: parts and total, from and to and by how much, shares over the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.chinese.numerals import number
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_N = r"([0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?)"
_RATIO = regex(rf"(?:三次产业|产业结构|三产)[^。；\n]{{0,16}}?{_N}[:：∶]{_N}[:：∶]{_N}")
_PERCENT = regex(rf"{_N}%")
_UP = "提高|上升|提升|增加|增长"
_DOWN = "下降|降低|减少|降"
_POINTS = regex(
    rf"{_N}%(?:{_UP}|{_DOWN})(?:到|至|为){_N}%[，,]?[^，。；\n]{{0,8}}?(?:{_UP}|{_DOWN})(?:了)?{_N}个百分点"
)
_GROWN = regex(
    rf"{_N}(万亿|亿|万)?([元人户吨家个件亩辆台套项])(?:{_UP}|扩大)(?:到|至|为){_N}(万亿|亿|万)?\3?[，,]?(?:增长|增幅(?:达|为)?)(?:了)?{_N}%"
)
_SHARE = regex(
    r"(?:比重|占比|占[^，。；\n]{1,14}(?<!计划)(?<!预算)(?<!目标)(?<!任务)的|合格率|达标率|森林覆盖率|处理率)(?:达到?|为|超过|保持在|提高到)?$"
)
_SCALE = {None: 1.0, "": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}
_WHOLE = 100.0
_ROUNDING = 0.3


def arithmetic(document: Document) -> Iterator[Finding[Doubt]]:
    """Sums and differences that the text itself states and that do not come out."""
    content = document.text.content
    yield from _ratios(document, content)
    for percent in _percentages(content):
        if content[percent.end() : percent.end() + 1] in _TURNS:
            yield from _points(document, content, percent.start())
        if content[percent.start() - 2 : percent.start()] in ("增长", "长了", "增幅", "幅达", "幅为"):
            yield from _growth(document, content, percent)
        if len(percent[1]) > 2 and _value(percent[1]) > _WHOLE:
            yield from _share(document, content, percent)


_TURNS = frozenset(word[0] for word in f"{_UP}|{_DOWN}".split("|"))
_LONGEST = 18
"""Characters of a number before its sign: thirteen, a point and four more."""


def _percentages(content: str) -> Iterator[re.Match[str]]:
    """Each number with ``%``, looked for only before these signs."""
    end, sign = 0, content.find("%")
    while sign >= 0:
        found = _PERCENT.search(content, max(end, sign - _LONGEST), sign + 1)
        if found:
            yield found
        end = sign + 1
        sign = content.find("%", end)


def _ratios(document: Document, content: str) -> Iterator[Finding[Doubt]]:
    """三次产业结构为3.9:41.2:54.9 makes a hundred."""
    for keyword in ("三次产业", "产业结构", "三产"):
        at = content.find(keyword)
        while at >= 0:
            found = _RATIO.match(content, at)
            if found:
                total = sum(_value(found[group]) for group in (1, 2, 3))
                if abs(total - _WHOLE) > _ROUNDING and (abs(total - 10) > _ROUNDING) and total > 1:
                    yield _doubt(
                        document,
                        Span(*found.span()),
                        f"三项之和是{total:g}，不是100。",
                        f"The three make {total:g}, not 100.",
                    )
            at = content.find(keyword, at + len(keyword))


def _points(document: Document, content: str, start: int) -> Iterator[Finding[Doubt]]:
    """由23.2%提高到24.1%，提高0.9个百分点."""
    found = _POINTS.match(content, start)
    if found is None:
        return
    before, after, by = _value(found[1]), _value(found[2]), _value(found[3])
    if abs(abs(after - before) - by) > _grain(found[1], found[2], found[3]):
        yield _doubt(
            document,
            Span(*found.span()),
            f"从{before:g}%到{after:g}%相差{abs(after - before):.4g}个百分点，不是{by:g}。",
            f"From {before:g}% to {after:g}% are {abs(after - before):.4g} points, not {by:g}.",
        )


def _growth(document: Document, content: str, percent: re.Match[str]) -> Iterator[Finding[Doubt]]:
    """由200亿元增加到230亿元，增长15%: only what no change of prices can explain is doubted."""
    found = _GROWN.search(content, max(0, percent.start() - 60), percent.end())
    if found is None or found.end() != percent.end():
        return
    start = _value(found[1]) * _SCALE[found[2]]
    end = _value(found[4]) * _SCALE[found[5] or found[2]]
    stated = _value(found[6])
    if start <= 0:
        return
    real = (end / start - 1) * 100
    if abs(real - stated) > max(5.0, 0.4 * abs(stated)):
        yield _doubt(
            document,
            Span(*found.span()),
            f"从前数到后数是增长{real:.1f}%，不是{stated:g}%。",
            f"From the first figure to the second is {real:.1f}% of growth, not {stated:g}%.",
        )


def _share(document: Document, content: str, percent: re.Match[str]) -> Iterator[Finding[Doubt]]:
    before = _SHARE.search(content[max(0, percent.start() - 24) : percent.start()])
    if before:
        yield _doubt(
            document,
            Span(percent.start() - len(before[0]), percent.end()),
            f"部分占全体的{percent[0]}，超过100%。",
            f"A part is {percent[0]} of the whole: more than all.",
        )


def _value(written: str) -> float:
    return number(written.rstrip(",")) or 0.0


def _grain(*written: str) -> float:
    """What rounding can explain: half a unit of the last digit of each figure."""
    return sum(0.5 / float(10 ** len(each.partition(".")[2])) for each in written) + 1e-6


def _doubt(document: Document, span: Span, zh: str, en: str) -> Finding[Doubt]:
    return doubt(
        document,
        "arithmetic",
        "minor",
        span,
        Words(zh, en),
        settles=Words("对照统计公报或首发版本。", "The statistical communiqué or the first edition."),
    )
