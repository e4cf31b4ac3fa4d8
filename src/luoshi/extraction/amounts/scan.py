"""The state of one pass over a text, and how a number that was read becomes a quantity."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct, field

from luoshi.extraction.amounts.bounds import NO_PREFIX, Prefix, comparator_of
from luoshi.extraction.amounts.measures import amount_measure, lead_of, share_measure
from luoshi.model.values import Quantity
from luoshi.patterns import regex


class Read(NamedTuple):
    """A quantity and where it stands."""

    value: Quantity
    start: int
    end: int
    rule: str


JOINTS = ("、", "和", "及", "与", "以及", "或")

BASE_GAP = 14

rises = regex(
    r"(?:左右|以上)?(?:，)?(?:大幅|稳步|进一步|显著|逐步|持续)?(?:提高|提升|上升|增加|增长|扩大|升|增|跃升|下降|降低|降|减少|缩小|缩减|压缩|压减|发展|拓展|扩展|回升|回落|调整|优化|前移|进|跃|攀升|上调|下调|延长|缩短|晋升)(?:到|至|为)"
)

_breaks = regex(r"[^，。；]{0,14}(?:技术|难题|瓶颈|难关|产品|装备|材料|卡脖子|成果)")

_NAMES = 26


class Scan(Struct):
    """One pass over ``content`` from left to right."""

    content: str
    found: list[Read] = field(default_factory=list)
    end: int = 0
    """Where the last thing that was read ends."""
    last: Read | None = None
    """The quantity before, where a list may go on from it (``3%、5%``)."""
    last_prefix: Prefix = NO_PREFIX
    base: tuple[int, int] | None = None
    """A baseline that waits for its quantity (``由23.2%``)."""


_since = regex(r"[由从][^，。；、由从]{0,12}$")


def settle(
    scan: Scan,
    value: float,
    high: float | None,
    unit: str,
    kind: str,
    *,
    prefix: Prefix,
    bound: str,
    start: int,
    end: int,
    more: bool = False,
    negative: bool = False,
) -> None:
    """Decide measure, comparator and sign; put a waiting baseline in front; remember."""
    content = scan.content
    begin = start - prefix.length
    last = scan.last
    listed = False
    if (
        last is not None
        and not prefix.bounds
        and content[last.end : begin].strip(" ") in JOINTS
        and last.value.unit == unit
    ):
        listed = True  # 分别增长3%、5%: the verb of the first serves the second
    lead = lead_of(content, begin)
    if scan.base and scan.base[1] <= begin and begin - scan.base[1] <= BASE_GAP:
        lead = lead_of(content, scan.base[0])  # 增速由负3%升至5%: what changes stands before the base
    elif last is not None and begin - last.end < len(lead):
        lead = lead[len(lead) - max(0, begin - last.end) :] or lead
    if listed and last is not None:
        measure, prefix_for_sign = last.value.measure, scan.last_prefix
    else:
        prefix_for_sign = prefix
        if kind == "share":
            measure = "change" if unit == "pp" else share_measure(lead, prefix)
        else:
            measure = amount_measure(kind, lead, prefix, content[end : end + 2])
    falls = prefix_for_sign.change < 0 or (measure.startswith("growth") and lead.endswith(("降幅", "下降")))
    if negative or (falls and measure in ("growth", "growth_annual", "change")):
        value, high = -value, -high if high is not None else None
    if unit == "元" and not bound and not prefix.bounds and content[end - 1] == "亿":
        bound = "级"  # 百亿基金: of that order
    comparator = "range" if high is not None else comparator_of(prefix, bound, more=more)
    if comparator == ">" and kind == "count" and _no_bound(content, content[begin:start], end):
        comparator = "="
    if scan.base and scan.base[1] <= begin and begin - scan.base[1] <= BASE_GAP:
        begin = scan.base[0]
    elif (
        not (prefix.reach or prefix.change or prefix.stay)  # 从不到5万人增加到6万人: a bound is none of these
        and (("由" in (words := content[max(0, begin - 16) : begin])) or "从" in words)
        and (since := _since.search(words))
        and rises.match(content, end)
    ):
        scan.base = (begin - len(since[0]), end)
        scan.end = end
        return
    scan.base = None
    scan.end = end
    read = Read(Quantity(value, high, unit, comparator, measure), begin, end, f"quantities.{kind}")
    scan.last, scan.last_prefix = read, prefix_for_sign
    scan.found.append(read)


def in_name(content: str, start: int) -> bool:
    """Whether the place lies in a short quoted name (``“1+3”重点功能区``) or in the title of a document."""
    opened = content.rfind("“", max(0, start - 16), start)
    if opened >= 0 and content.find("”", opened, start) < 0:
        closed = content.find("”", start, opened + _NAMES)
        if closed >= 0 and "，" not in content[opened:closed]:
            return True
    opened = content.rfind("《", max(0, start - 60), start)
    return opened >= 0 and content.find("》", opened, start) < 0 <= content.find("》", start, start + 60)


def _no_bound(content: str, before: str, end: int) -> bool:
    """``突破12项关键技术`` is a breakthrough, ``跨过两个万亿元大关`` counts steps: no bound in either."""
    if before.endswith("突破"):
        return bool(_breaks.match(content, end))
    return before.endswith(("跨过", "跨越", "越过", "迈过")) and "大关" in content[end : end + 8]
