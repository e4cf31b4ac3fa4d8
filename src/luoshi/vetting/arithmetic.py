"""Figures that do not agree with each other: parts and total, from and to and by how much, shares over the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.chinese.numerals import number
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_N = r"([0-9][0-9,]{0,12}(?:\.[0-9]{1,4})?)"
_RATIO = re.compile(rf"(?:三次产业|产业结构|三产|一、二、三产业)[^。；\n]{{0,16}}?{_N}[:：∶]{_N}[:：∶]{_N}")
_POINTS = re.compile(
    rf"{_N}%(?:提高|上升|提升|增加|增长|下降|降低|降|减少)(?:到|至|为){_N}%[，,]?[^，。；\n]{{0,8}}?(提高|上升|提升|增加|增长|下降|降低|降|减少)(?:了)?{_N}个百分点"
)
_GROWN = re.compile(
    rf"{_N}(万亿|亿|万)?([元人户吨家个件亩辆台套项])(?:增加|增长|提高|上升|扩大)(?:到|至|为){_N}(万亿|亿|万)?\3?[，,]?(?:增长|增幅(?:达|为)?)(?:了)?{_N}%"
)
_SHARE = re.compile(
    rf"(?:比重|占比|占[^，。；\n]{{1,14}}的|合格率|达标率|森林覆盖率|处理率)(?:达到?|为|超过|保持在|提高到)?{_N}%"
)
_SCALE = {None: 1.0, "": 1.0, "万": 1e4, "亿": 1e8, "万亿": 1e12}
_WHOLE = 100.0
_ROUNDING = 0.3


def arithmetic(document: Document) -> Iterator[Finding[Doubt]]:
    """Sums and differences that the text itself states and that do not come out."""
    content = document.text.content
    if "%" not in content and "：" not in content and ":" not in content:
        return
    yield from _ratios(document, content)
    if "%" in content:
        yield from _points(document, content)
        yield from _growth(document, content)
        yield from _shares(document, content)


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
                        found,
                        f"三项之和是{total:g}，不是100。",
                        f"The three make {total:g}, not 100.",
                    )
            at = content.find(keyword, at + len(keyword))


def _points(document: Document, content: str) -> Iterator[Finding[Doubt]]:
    """由23.2%提高到24.1%，提高0.9个百分点."""
    for found in _from_percent(content, _POINTS):
        start, end, by = _value(found[1]), _value(found[2]), _value(found[4])
        grain = _grain(found[1], found[2], found[4])
        if abs(abs(end - start) - by) > grain:
            yield _doubt(
                document,
                found,
                f"从{start:g}%到{end:g}%相差{abs(end - start):g}个百分点，不是{by:g}。",
                f"From {start:g}% to {end:g}% are {abs(end - start):g} points, not {by:g}.",
            )


def _growth(document: Document, content: str) -> Iterator[Finding[Doubt]]:
    """由200亿元增加到230亿元，增长15%."""
    at = content.find("到")
    if at < 0 and "至" not in content and "为" not in content:
        return
    for found in _GROWN.finditer(content) if re.search(r"%(?<=[0-9]%)", content) else ():
        start = _value(found[1]) * _SCALE[found[2]]
        end = _value(found[4]) * _SCALE[found[5] or found[2]]
        stated = _value(found[6])
        if start <= 0:
            continue
        real = (end / start - 1) * 100
        # Growth at constant prices differs from that of the sums: only what no price can explain.
        if abs(real - stated) > max(5.0, 0.4 * abs(stated)):
            yield _doubt(
                document,
                found,
                f"从前数到后数是增长{real:.1f}%，不是{stated:g}%。",
                f"From the first figure to the second is {real:.1f}% of growth, not {stated:g}%.",
            )


def _shares(document: Document, content: str) -> Iterator[Finding[Doubt]]:
    for found in _from_percent(content, _SHARE, back=40):
        share = _value(found[1])
        if share > _WHOLE:
            yield _doubt(
                document,
                found,
                f"部分占全体的{share:g}%，超过100%。",
                f"A part is {share:g}% of the whole: more than all.",
            )


_PERCENT = re.compile(r"[0-9]%")


def _from_percent(content: str, pattern: re.Pattern[str], back: int = 14) -> Iterator[re.Match[str]]:
    """The matches of a pattern that holds a percentage, looked for only around percent signs."""
    reached = 0
    for sign in _PERCENT.finditer(content):
        low = max(reached, sign.start() - back)
        found = pattern.search(content, low, sign.start() + 60)
        if found and found.start() <= sign.start():
            reached = found.end()
            yield found


def _value(written: str) -> float:
    return number(written.rstrip(",")) or 0.0


def _grain(*written: str) -> float:
    """What rounding can explain: half a unit of the last digit of each figure."""
    return sum(0.5 / float(10 ** len(each.partition(".")[2])) for each in written) + 1e-6


def _doubt(document: Document, found: re.Match[str], zh: str, en: str) -> Finding[Doubt]:
    return doubt(
        document,
        "arithmetic",
        "minor",
        Span(*found.span()),
        Words(zh, en),
        Words("对照统计公报或首发版本。", "The statistical communiqué or the first edition."),
    )
