"""Lists: several indicators with one number, several numbers in a row, and the words that their members share."""

from __future__ import annotations

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.naming.sides import floor_of, left_of
from luoshi.extraction.naming.words import Naming, has_verb, head_verb, of_nation
from luoshi.model import Span
from luoshi.patterns import regex

serves_all = regex(r"分别|均|都|双双|同步")


_split = regex(r"、|以及|和|及|与")
_JOINS = frozenset("、和及与")


_JOINTS = ("、", "和", "及", "与", "以及")


def all_before(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """``A增至30家、B增至9家，均居第一``: all that stands before it; ``…，分别增长3%、5%``: each its own."""
    content = sentence.content
    found = sentence.quantities[index]
    run = _run(sentence, index)
    floor = content.rfind("；", sentence.start, found.span.start)
    if run == 1 and found.value.measure == "rank":
        comma = content.rfind("，", sentence.start, found.span.start)
        floor = max(floor, content.rfind("，", sentence.start, max(sentence.start, comma)))
    chosen: list[Naming] = []
    for naming, quantity in zip(previous, sentence.quantities, strict=False):
        if quantity.span.start > floor and naming not in chosen:
            chosen.append(naming)
    if not chosen:
        return [previous[-1]]
    if run > 1:
        return [chosen[-run]] if len(chosen) >= run else [chosen[0]]
    return chosen if found.value.measure == "rank" else chosen[-2:]


def _run(sentence: Sentence, index: int) -> int:
    """How many numbers stand in a row from this one on (``3%、5%和6%`` are three)."""
    quantities, content = sentence.quantities, sentence.content
    follow = index
    while (
        follow + 1 < len(quantities)
        and content[quantities[follow].span.end : quantities[follow + 1].span.start].strip(" ") in _JOINTS
    ):
        follow += 1
    return follow - index + 1


def spread(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """The second, third … number after 分别: the indicator in its place of the list."""
    content = sentence.content
    first = index
    while (
        first
        and content[sentence.quantities[first - 1].span.end : sentence.quantities[first].span.start].strip(" ")
        in _JOINTS
    ):
        first -= 1
    if first == index:
        return []
    head = sentence.quantities[first]
    left, at = left_of(sentence, floor_of(sentence, first), head)
    place = index - first
    if not serves_all.search(content[at if left else floor_of(sentence, first) : head.span.end]) and not (
        left and _as_many(left, _run(sentence, first))
    ):
        return []
    if not left:
        run = place + _run(sentence, index)
        chosen = list(dict.fromkeys(previous[:first]))
        return [chosen[place - run]] if len(chosen) >= run else []
    parts = divide(left, _run(sentence, first))
    if place < len(parts):
        return [Naming(parts[place], Span(at, at + len(left)))]
    return []


def each_listed(sentence: Sentence, index: int, left: str, at: int) -> list[Naming]:
    """``A、B分别增长8%``: one number for each of the list; with as many numbers as parts, the first part."""
    content = sentence.content
    found = sentence.quantities[index]
    between = content[at + len(left) : found.span.start] + found.quote
    ranked = found.value.measure == "rank" and "、" in left
    if _JOINS.isdisjoint(left):
        return []
    if (each := _each_of.match(left)) and len(parts := divide(each["list"])) > 1:
        return [Naming(part + each["rest"], Span(at, at + len(left))) for part in parts]  # 甲村、乙村各新建学校3所
    if not (
        serves_all.search(between)
        or between.startswith("各")
        or ranked
        or _as_many(left, _run(sentence, index))
        or ((found.value.measure.startswith("growth") or found.rule == "quantities.doubling") and _all_grow(left))
    ):
        return []
    parts = divide(left, _run(sentence, index))
    if len(parts) < 2:
        return []
    follow = _run(sentence, index) - 1
    span = Span(at, at + len(left))
    if follow:
        return [Naming(parts[0], span)]
    return [Naming(part, span) for part in parts]


_each_of = regex(
    r"(?P<list>[^各]{2,40})各(?![级类地种项市县区镇乡国方个族行界部省单界村户家旗盟大处自])(?P<rest>[^各]{2,30})$"
)


def _as_many(left: str, count: int) -> bool:
    """Whether a list has as many names as there are numbers (``生产总值、财政收入增长6%、7%``)."""
    return count > 1 and "、" in left and len(divide(left, count)) == count


def _all_grow(left: str) -> bool:
    """Whether each of a list grows (``充电桩、加油站数量增长10%``); 仓储和邮政业 is one branch, not two."""
    if not _tails.search(left) or _examples.search(left):
        return False
    parts = members(left)
    if "、" not in left:  # 生产总值和居民收入翻一番
        return all(_tails.search(part) for part in parts)
    return "业" not in parts[-1] or all("业" in part for part in parts)


_examples = regex(r"(?<![高平同中初均])等(?![级待于量份候距值])")
"""老渔民、船工等困难群体补助标准: what stands before 等 are examples of one thing, and none by itself."""
_tails = regex(
    r"(?:占[^占]{2,20}(?:比重|比例)?|(?:产业|行业|领域|企业|产品|园区)?(?:增加值|总产值|产值|营收|规模|投资额?)|(?:地区|国内)?生产总值|产量|吞吐量|排放总?量?|(?:营业)?收入|(?:进出口|零售|投资)?总额|进出口|出口|进口|贸易额|数量|规模|比重|占比|利润|余额|面积|人数|覆盖率|参保率|普及率|发展|消费|支出|用量|上市公司数量|总量|拥有量|容量|产能|储量|增速|增幅|(?:人均)?(?:财政)?(?:补助|发放|保障|缴费|筹资|支付)?标准)(?:占[^占]{2,20}(?:比重|比例)?)?$"
)


def members(words: str) -> list[str]:
    """The members of a list. Between 、 and 、 a 和 belongs to one member: only the last two are joined by it."""
    parts = words.split("、")
    if len(parts) == 1:
        return [part for part in _split.split(words) if part]
    middle = [part for part in parts[1:-1] if part]
    first = [parts[0]] if len(parts) > _PAIR else [part for part in _split.split(parts[0]) if part]
    return [*first, *middle, *(part for part in _split.split(parts[-1]) if part)]


_PAIR = 2


# A、B等六项主要指标
_and_so_on = regex(r"等(?:[0-9一二三四五六七八九十]{1,3}(?:项|个|类|大))?(?:主要|重点|核心)?(?:经济)?指标(?:全部)?$")


def divide(words: str, count: int = 0) -> list[str]:
    """The members of a list with the head or tail that they share put back.

    ``一、二、三产业增加值`` gives 一产业增加值, 二产业增加值, 三产业增加值. ``count``: how many numbers
    there are; a name with 和 in it (软件和信息服务业) is then left whole.
    """
    words = _and_so_on.sub("", words) if "指标" in words else words
    parts = members(words)
    if count > 1 and len(parts) > count and "、" in words:
        whole = [part for part in words.split("、") if part]
        parts = whole if len(whole) == count else parts
    if len(parts) < 2:
        return [words]
    last = parts[-1]
    if parts[0][0] == "对" and len(parts[0]) > 1:  # 对甲国、乙国出口: both are partners
        parts = [parts[0], *(part if part[0] == "对" else f"对{part}" for part in parts[1:])]
        last = parts[-1]
    if head := _per_unit.match(parts[0]):  # 单位生产总值水耗、能耗: both are per unit
        return [parts[0], *(part if part.startswith(head[0]) else head[0] + part for part in parts[1:])]
    tail = _shared_tail(parts[0], last)
    if not tail:
        return parts
    return [part if part is last or part.endswith(tail) or _tails.search(part) else part + tail for part in parts]


def _shared_tail(first: str, last: str) -> str:
    """What the first member leaves unsaid of the last: 工业 beside 服务业增加值 leaves 增加值."""
    if _tails.search(first) or first[-1:] in _COMPLETE:
        return ""
    for size in (3, 2, 1):
        if size == 1 and first[-1] not in "业品院类":
            continue
        ending = first[-size:]
        if len(first) >= size and (place := last.find(ending)) >= 0:
            return last[place + len(ending) :]
    found = _tails.search(last)
    if len(first) <= 2 and len(last) > len(first) + 1 and not (found and found[0].startswith(_CLASSES)):
        return last[len(first) :]
    return found[0] if found else ""


_per_unit = regex(r"(?:单位|万元)(?:国内|地区)?(?:生产总值|GDP|工业增加值)(?=[^、]{2})")
_CLASSES = ("行业", "产品", "企业", "领域", "园区")  # 船舶、航空航天行业增加值
_COMPLETE = tuple("数率额值费入积模重比次")  # the name of a measure ends here: 事故起数


def shared_head(before: str, words: str) -> str:
    """``入选甲类工厂2家、乙类工厂67家``: the verb of the first serves the second."""
    if has_verb(words):
        return words
    found = head_verb.match(before)
    if not found or found.end() >= len(before):
        return words
    whole = of_nation.search(before[: found.end() + 3])  # 入选国家甲类工厂2家、乙类工厂67家: both are national
    if whole and not words.startswith(("国家", "省", "全国")):
        return before[: whole.end()] + words
    return found[0] + words
