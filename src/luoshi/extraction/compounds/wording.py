"""What the words around a number make of it: ``按5%的幅度压减`` is a fall, ``比去年多3万人`` a change.

The atoms read a number with the words that bound it; what stands farther off in the clause may still say
what the number measures. Nothing is changed that the number's own words say already.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.model import Finding, Words
from luoshi.model.values import Alternative, Quantity
from luoshi.patterns import regex


class Reading(Struct, frozen=True):
    """A quantity as its clause means it; ``why`` where the words do not say so outright.

    ``planned``: it is a target that a result is held against (``低于3%左右的计划目标``).
    """

    quantity: Quantity
    why: Words | None = None
    planned: bool = False
    other: Alternative | None = None


_grows = regex(
    r"的?(?:高速|较快|平均|年均|同比|两位数)?(?:增速|增长(?!点|极|[^，。；]{0,6}(?:[0-9]|[以超高]))|增长?速度|速度(?!达|为)|涨幅|增幅)"
)
_falls = regex(r"的?(?:降幅|降速|跌幅|幅度(?:压减|压缩|削减|降低|减少|下调|核减|缩减)|比例(?:压减|压缩|削减|核减))")
_rises = regex(r"的?幅度(?:提高|增加|增长|上调|提升)")
_beside = regex(r"[比较][^，。；、比较]{1,8}(?P<way>多|少)(?:了)?$")
_aim = regex(r"的?(?:年初|年度|全年|计划|预期|规划|增长|既定|控制|预定|调控|确定)*(?:目标|任务)")
_held_against = ("高于", "低于", "快于", "好于", "优于", "超过", "超出", "多于", "少于", "超")
_SCALED = regex(r"(?:营收|营业收入|产值|收入|投资|增加值|产量|销售额|零售额|总额|销量|利润|贸易额|进出口|出口)$")
_SPEEDS = ("增速", "增幅", "涨幅", "增长速度", "增长率")
_HELD = ("保持", "稳定", "维持")
_AFTER, _BEFORE = 12, 14


def reading(sentence: Sentence, index: int, indicator: str) -> Reading:
    """The ``index``-th quantity of a sentence as its clause means it."""
    found = sentence.quantities[index]
    quantity, content = found.value, sentence.content
    start, end = found.span
    if quantity.measure in ("share", "level") and quantity.unit == "" and quantity.value is not None:
        if indicator.endswith(_SPEEDS) and quantity.measure == "share":
            return Reading(replace(quantity, measure="growth"))
        if content[end : end + 1] not in _GOES_ON and not found.quote.startswith(_HELD):
            return Reading(quantity)
        after = content[end : min(sentence.end, end + _AFTER)]
        if index and found.quote.startswith(_held_against) and _aim.match(after):
            return _aimed_at(sentence.quantities[index - 1], quantity, found)
        if quantity.measure == "share" and found.quote.endswith(_PERCENT):
            if _falls.match(after):
                return Reading(_turned(quantity))
            if _grows.match(after) or _rises.match(after):
                return Reading(replace(quantity, measure="growth"))
            if found.quote.startswith(_HELD) and _SCALED.search(indicator):
                return Reading(replace(quantity, measure="growth"), _NO_SHARE, other=_AS_SHARE)
    elif (
        content[start - 1] in "多少了"
        and quantity.measure in ("count", "level")
        and (beside := _beside.search(content[max(sentence.start, start - _BEFORE) : start]))
    ):
        changed = replace(quantity, measure="change")
        return Reading(changed if beside["way"] == "多" or quantity.value is None else _negative(changed))
    if (
        quantity.measure == "multiple"
        and quantity.value is not None
        and quantity.value > 1
        and _by_times.match(found.quote)
    ):
        return Reading(quantity, other=Alternative("quantity.value", f"{quantity.value + 1:g}", _TIMES))
    return Reading(quantity)


_by_times = regex(r"(?:累计|年均|同比|比上年)?(?:增加|增长|提高|提升|扩大)(?:了|近|约|超过?)?[^到至为]{1,8}倍")
_TIMES = Words(
    "“增加N倍”按字面是原来的N+1倍，习惯上也指原来的N倍",
    "an increase by N times is N+1 times the base, and often N times is meant",
)
_GOES_ON = frozenset("的高较平年同两增速涨幅降跌比全计预规既控调确目任")
_PERCENT = ("%", "以上", "左右", "以内", "以下", "成", "之一")


def _aimed_at(before: Finding[Quantity], quantity: Quantity, found: Finding[Quantity]) -> Reading:
    """``下降2.6%，低于3%左右的计划目标``: what was planned for the same indicator, a fall like the result."""
    measure = before.value.measure if before.value.unit == quantity.unit else quantity.measure
    comparator = "about" if found.quote.endswith("左右") else ">=" if found.quote.endswith("以上") else "="
    planned = replace(quantity, measure=measure, comparator=comparator)
    falls = measure in ("growth", "growth_annual") and before.value.value is not None and before.value.value < 0
    return Reading(_negative(planned) if falls else planned, planned=True)


def _turned(quantity: Quantity) -> Quantity:
    return _negative(replace(quantity, measure="growth"))


def _negative(quantity: Quantity) -> Quantity:
    value, high = quantity.value, quantity.high
    return replace(quantity, value=-value if value is not None else None, high=-high if high is not None else None)


_AS_SHARE = Alternative("quantity.measure", "share", Words("也可读作占比", "it may be a share as well"))
_NO_SHARE = Words(
    "没有说明是增长还是占比；这类数额自身不是百分数，故按增长计",
    "growth or share is not said; an amount is no percentage by itself, so it is read as growth",
)
