"""What a table's cell says: ``6左右``, ``≥150``, ``5—5.5``, ``〔30〕``, ``1.2万亿元``; the unit may stand elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.chinese.numerals import ARABIC, number, scale
from luoshi.extraction.amounts.bounds import TO, comparator_of, prefix_of, words_after
from luoshi.extraction.amounts.sizes import number_at, shift_of
from luoshi.knowledge.units import units
from luoshi.patterns import regex


class Size(NamedTuple):
    """A unit with the power of ten before it: 万人 is ``Size(4, "人", "count")``."""

    power: int
    unit: str
    kind: str


PERCENT = Size(0, "%", "share")
BARE = Size(0, "", "")


class Amount(NamedTuple):
    """A number as a cell has it, in base units. ``change``: 1 where the cell says 提高, -1 下降, 0 neither.

    ``cumulative``: it stands in 〔〕, which is how tables mark a sum over the whole period.
    ``start`` and ``end`` are offsets in the cell's words.
    """

    value: float
    high: float | None
    unit: str
    kind: str
    comparator: str
    change: int
    annual: bool
    cumulative: bool
    start: int
    end: int


_SIGNS = {">": ">", "＞": ">", "≥": ">=", "≧": ">=", "<": "<", "＜": "<", "≤": "<=", "≦": "<=", "≈": "about"}
_SIGNS |= {">=": ">=", "<=": "<=", "=": "="}
_first_number = regex(rf"(?P<negative>[-−－]?) ?(?P<number>{ARABIC})")
_range = regex(rf" ?%? ?(?:[-—–~～－]{{1,2}}|至|到) ?(?P<number>{ARABIC})")
_rest = regex(r" ?[*＊①-⑳]?(?:[（(](?:预计|预期|估计|快报|初步)[^（）()]{0,6}[）)])?[*＊①-⑳]?")
_bracket = regex(r"[〔【［\[] ?(?P<inside>[^〔【［\[〕】］\]]{1,30}?) ?[〕】］\]]")
_round = regex(r"[（(] ?(?P<inside>[^（）()]{1,30}?) ?[）)]")
_empty = regex(r"[-—–―－─/\\…·.*]{0,8}")
_SCALES = "十百千万亿"
_LONGEST_CELL, _LONGEST_UNIT = 40, 14


def is_empty(words: str) -> bool:
    """Whether the cell says that there is no value: ``—``, ``-``, nothing."""
    return bool(_empty.fullmatch(words))


def size_of(words: str) -> Size | None:
    """The unit that ``words`` are, as the table of units knows it: ``亿元``, ``%``, ``万元/人``."""
    words = words.strip(" （）()")
    table = units()
    if not words or len(words) > _LONGEST_UNIT:
        return None
    for cut in range(min(5, len(words))):
        if cut and words[cut - 1] not in _SCALES:
            return None
        unit = table.get(words[cut:])
        if unit:
            return Size(scale(words[:cut]), unit.word, unit.kind)
        first, slash, rest = words[cut:].partition("/")
        if slash and rest and first in table:  # 个/万人: a rate, whatever is counted
            return Size(scale(words[:cut]), words[cut:], "rate")
    return None


def size_in_column(words: str) -> Size | None:
    """The unit in a column of units, where also words stand that no table of units has (``标准单元``)."""
    for part in re.split(r"[、，,；;]", words):
        known = size_of(part)
        if known:
            return known
    if is_empty(words) or not words or len(words) > _LONGEST_UNIT or re.search(r"[0-9=]", words):
        return None
    bare = words.lstrip("万亿")
    return Size(scale(words[: len(words) - len(bare)]), bare, "") if bare else None


def amounts(words: str, size: Size, bracketed: Size, *, round_too: bool = False) -> Iterator[Amount]:
    """The amounts of a cell: one, or two where a sum stands behind in 〔〕; none where it holds prose.

    ``size`` is the unit of numbers that have none themselves, ``bracketed`` that of those in 〔〕; ``round_too``:
    the head says that a sum stands in brackets, so （30） is one as well.
    """
    if len(words) > _LONGEST_CELL or is_empty(words):
        return
    bracket = _bracket.search(words) or (_round.search(words) if round_too else None)
    if not bracket:
        found = _amount(words, 0, size)
        if found:
            yield found
        return
    before, after = words[: bracket.start()].rstrip(), words[bracket.end() :].strip()
    if before and not after:
        if not is_empty(before):
            found = _amount(before, 0, size)
            if not found:
                return
            yield found
    elif before:
        return
    inside = _amount(bracket["inside"] + after, 0, bracketed)
    if inside:
        yield inside._replace(cumulative=True, start=bracket.start(), end=len(words))


def _amount(words: str, begin: int, size: Size) -> Amount | None:
    """The amount that ``words`` are as a whole."""
    found = _first_number.search(words)
    if not found:
        return None
    lead = words[: found.start()].strip()
    prefix = prefix_of(words, found.start())
    sign = _SIGNS.get(lead, "")
    if lead and not sign and prefix.length < len(lead):
        return None  # 第3, 完成2项任务: words that are no bound
    written = number_at(words, *found.span("number"))
    high = None
    end = written.end
    through = _range.match(words, end)
    if through:
        second = number_at(words, *through.span("number"))
        high, end = second, second.end
    ending = high or written
    bound, more, end = words_after(words, end)
    more = more or ending.more
    if not _rest.fullmatch(words[end:]):
        return None
    unit, kind, power = ending.unit, ending.kind, 0
    if not unit:
        power, unit, kind = size
    if unit == "年" and kind == "time" and _is_year.fullmatch(written.written):
        return None  # 2025年 is a date
    if kind == "share":
        shift, unit = shift_of(unit)
        power += shift
    value = number(written.written, power)
    upper = number(high.written, power) if high else None
    if value is None or (high and upper is None):
        return None
    if high and upper is not None and written.written[-1] not in _SCALES and high.written[-1] in _SCALES:
        tail = high.written.lstrip("0123456789.,")
        value = number(written.written + tail, power) or value  # 1—1.2万: both in 万
    comparator = sign or comparator_of(prefix, bound, more=more)
    change = 0 if prefix.reach in TO else prefix.change
    if found["negative"]:
        value, upper = -value, -upper if upper is not None else None
    return Amount(
        value,
        upper,
        unit,
        kind,
        "range" if upper is not None else comparator,
        change,
        "年均" in prefix.how or "每年" in prefix.how,
        cumulative="累计" in prefix.how,
        start=begin,
        end=begin + len(words),
    )


_is_year = regex(r"(?:19|20)[0-9]{2}")
