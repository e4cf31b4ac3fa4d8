"""Quantities: numbers with the words that bound them, in base units.

One pass finds runs of digits, of Chinese numerals, and the few words that are quantities without a
number (首位, 全覆盖, 翻番). Each is then read where it stands: backwards over the words that bound it
(``年均增长``, ``控制在``, ``超过``), forwards over scale, unit and bound (``万亿元以上``). A number
without unit, bound or rank is a name, a code or a date, and yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from luoshi.chinese.numerals import DIGITS, NUMERALS, plain
from luoshi.extraction.amounts.fractions import discount, half
from luoshi.extraction.amounts.marks import coverage, doubling, grade
from luoshi.extraction.amounts.numbers import read_digits, read_numerals
from luoshi.extraction.amounts.ranks import top
from luoshi.extraction.amounts.scan import Read, Scan
from luoshi.knowledge.units import units
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Quantity


def quantities(document: Document) -> Iterator[Finding[Quantity]]:
    """Every quantity of the text, in order, without overlaps."""
    content = document.text.content
    for value, start, end, rule in read_quantities(content):
        quote = content[start:end]
        if value.unit in _SUPPLIED and value.unit not in quote:
            yield Finding("quantity", value, Span(start, end), quote, rule, "normalised", _SUPPLIED[value.unit])
        else:
            yield Finding("quantity", value, Span(start, end), quote, rule)


_SUPPLIED = {
    unit: Words(f"原文省去单位“{unit}”，据上下文补出", f"the text leaves out the unit {unit}; supplied from its words")
    for unit in ("元", "人", "户")
}


def read_quantities(content: str) -> list[Read]:
    """What ``quantities`` finds, without the document."""
    scan = Scan(plain(content))
    for found in _candidates()(scan.content):
        start, end = found.span()
        if start >= scan.end:
            _read(scan, start, end)
    return scan.found


def _read(scan: Scan, start: int, end: int) -> None:
    first = scan.content[start]
    if "0" <= first <= "9":
        read_digits(scan, start, end)
    elif first in NUMERALS:
        read_numerals(scan, start, end)
    elif first in "首榜":
        top(scan, start)
    elif first == "翻":
        doubling(scan, start)
    elif first in "ⅠⅡⅢⅣⅤ":
        grade(scan, start)
    elif first == "折":
        discount(scan, start - 1, start)
    elif first in "全基":
        coverage(scan, start, end)
    else:
        half(scan, start)


@cache
def _candidates() -> Callable[[str], Iterator[re.Match[str]]]:
    """Where a quantity may stand.

    One class of first characters keeps the search fast; what may follow depends on which it was.
    """
    follows = "".join(sorted({word[0] for word in units() if not word.isascii()} | set("%分成折倍连半多余几番级")))
    return re.compile(
        rf"[0-9{NUMERALS}首榜ⅠⅡⅢⅣⅤ翻全基过超半折](?:"
        r"(?<=[0-9])[0-9]{0,17}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,12})?"
        rf"|(?<=[{NUMERALS}])(?:[{NUMERALS}]{{1,13}}(?:[点·][{DIGITS}]{{1,4}}[万亿]{{0,2}})?|[点·][{DIGITS}]{{1,4}}[万亿]{{0,2}}"
        # of the single numerals only those that something countable follows; 一 is mostly a word of its own
        rf"|(?<!一)(?=[{follows}])|(?<=一)(?=[半成折倍]|分之|个百分)|(?=[至到—～~-][{DIGITS}十])|(?<=[第前].))"
        r"|(?<=首)(?=位)|(?<=榜)(?=首)|(?<=[ⅠⅡⅢⅣⅤ])(?=类)|(?<=全)覆盖|(?<=基)本覆盖"
        r"|(?<=翻)(?=了?.?[番倍])|(?<=[过超])(?=半)|(?<=半)[数成折]|(?<=对折))"
    ).finditer
