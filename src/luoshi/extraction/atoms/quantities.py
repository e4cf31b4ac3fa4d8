"""Quantities: numbers with the words that bound them, in base units.

One pass finds runs of digits, of Chinese numerals, and the few words that are quantities without a
number (首位, 全覆盖, 翻番). Each is then read where it stands: backwards over the words that bound it
(``年均增长``, ``控制在``, ``超过``), forwards over scale, unit and bound (``万亿元以上``). A number
without unit, bound or rank is a name, a code or a date, and yields nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from luoshi.chinese.numerals import ARABIC, DIGITS, NUMERALS, integer, number
from luoshi.knowledge.units import units
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Quantity


def quantities(document: Document) -> Iterator[Finding[Quantity]]:
    """Every quantity of the text, in order, without overlaps."""
    content = document.text.content
    for read in read_quantities(content):
        span = Span(read.start, read.end)
        yield Finding("quantity", read.value, span, content[read.start : read.end], read.rule)


class Read(NamedTuple):
    """A quantity and where it stands."""

    value: Quantity
    start: int
    end: int
    rule: str


_CHINESE = rf"[{NUMERALS}]{{1,14}}(?:[点·][{DIGITS}]{{1,4}}[万亿]{{0,2}})?"
_FOLLOWS = "".join(sorted({word[0] for word in units() if not word.isascii()} | set("%分成倍连半多余番级")))
# One class of first characters keeps the search fast; what may follow depends on which it was.
_candidates = re.compile(
    rf"[0-9{NUMERALS}首榜ⅠⅡⅢⅣⅤ翻全基过超半](?:"
    r"(?<=[0-9])[0-9]{0,17}(?:,[0-9]{3}){0,6}(?:\.[0-9]{1,12})?"
    rf"|(?<=[{NUMERALS}])(?:[{NUMERALS}]{{1,13}}(?:[点·][{DIGITS}]{{1,4}}[万亿]{{0,2}})?|·[{DIGITS}]{{1,4}}[万亿]{{0,2}}"
    # of the single numerals only those that something countable follows; 一 is mostly a word of its own
    rf"|(?<!一)(?=[{_FOLLOWS}])|(?<=一)(?=[半成倍]|分之|个百分)|(?<=[第前].))"
    r"|(?<=首)(?=位)|(?<=榜)(?=首)|(?<=[ⅠⅡⅢⅣⅤ])(?=类)|(?<=全)覆盖|(?<=基)本覆盖"
    r"|(?<=翻)(?=了?.?[番倍])|(?<=[过超])(?=半)|(?<=半)数)"
).finditer


def _backwards(*groups: str) -> str:
    """An alternation of words, each turned round, longest first."""
    words = sorted({word for group in groups for word in group.split()}, key=len, reverse=True)
    return "|".join(re.escape(word[::-1]) for word in words)


_ABOVE = "超过 超 逾 突破 高于 大于 多于 破 过 跨过 跨越 越过 迈过"
_AT_LEAST = "不低于 不少于 至少 最少 不小于 不下于 不下 力争不低于 最低"
_AT_MOST = "不超过 不高于 不大于 不多于 不突破 至多 最多 最高 最高不超过 不超"
_BELOW = "低于 不足 不到 小于 少于 未达到 未到"
_ABOUT = "约 大约 近 将近 接近 约为 大体 大致 左右"
_comparators = {
    **dict.fromkeys(_ABOVE.split(), ">"),
    **dict.fromkeys(_AT_LEAST.split(), ">="),
    **dict.fromkeys(_AT_MOST.split(), "<="),
    **dict.fromkeys(_BELOW.split(), "<"),
    **dict.fromkeys(_ABOUT.split(), "about"),
}
_REACH = "达到 达到了 达 达成 至 到 到了 为 是 在 登上 迈上 跃上 跨上 迈入 跨入 突破到 占 占到 了 仅 仅为 只有 共 共有 共计 合计 总计 累计 累计达 达成 演进为 演进到 调整为 优化为 优化到"
_UP = "增长 增加 增 提高 提升 上升 涨 上涨 升值 扩大 递增 升高 拉高 升 增多 上调 上浮 多增 新增 净增 增 回升 攀升 跃升 高出 高"
_DOWN = "下降 降低 减少 降 减 回落 下调 缩减 缩小 缩短 压缩 压减 收窄 递减 低 下浮 少 少增 贬值 负增长 净减少 压降 削减"
_STAY = "保持 稳定 控制 维持 稳 完成 实现 延长 再延长 提前 连续 连续保持 覆盖 迈 跨 调整 优化"
_HOW = "年均 同比 环比 累计 预计 预期 均 分别 再 又 共 净 平均 平均每年 每年 逐年 同口径 可比口径 实际 名义 总 比上年 比去年 较上年 较去年 大幅 总体 已 将 可 力争 确保 总共"
_back = re.compile(
    rf"(?P<cmp>{_backwards(_ABOVE, _AT_LEAST, _AT_MOST, _BELOW, _ABOUT)})?"
    rf"(?P<reach>{_backwards(_REACH)})?"
    rf"(?:(?P<up>{_backwards(_UP)})|(?P<down>{_backwards(_DOWN)})|(?P<stay>{_backwards(_STAY)}))?"
    rf"(?P<how>(?:{_backwards(_HOW)}){{0,3}})"
).match
_BACK = 16

_after = re.compile(
    r"(?P<more>多|余|来)?(?P<bound>及以上|（含）以上|以上|级以上|及以下|以下|以内|之内|左右|上下|级别|级|量级|多|余)?"
).match
_dash = re.compile(
    rf"(?P<unit>%|‰|[^\d\s，。；、“”（）《》：至到—~～－–-]{{0,4}})(?:[-—－–~～]{{1,2}}|至|到)(?P<high>{ARABIC}[十百千万亿]{{0,4}}|{_CHINESE})"
).match
_scale_after = re.compile(r"(?P<more>[多余来几])?(?P<scale>[十百千万亿]{1,4}(?:[0-9]{1,4}万)?)?").match
_AFTER_BOUND = {
    "以上": ">=",
    "及以上": ">=",
    "（含）以上": ">=",
    "级以上": ">=",
    "以下": "<=",
    "及以下": "<=",
    "以内": "<=",
    "之内": "<=",
    "左右": "about",
    "上下": "about",
    "级": "about",
    "级别": "about",
    "量级": "about",
    "多": ">",
    "余": ">",
}


class _Prefix(NamedTuple):
    """What stands before a number: its length, comparator, and the kind of verb."""

    length: int
    comparator: str
    reach: str
    change: int  # 1 up, -1 down, 0 none
    stay: str
    how: str
    word: str = ""

    @property
    def bounds(self) -> bool:
        return bool(self.comparator or self.reach or self.change or self.stay)


_NO_PREFIX = _Prefix(0, "", "", 0, "", "")


def _prefix(content: str, start: int) -> _Prefix:
    turned = content[max(0, start - _BACK) : start][::-1]
    found = _back(turned)
    if not found or not found.end():
        return _NO_PREFIX
    word = found["cmp"] or ""
    comparator = _comparators[word[::-1]] if word else ""
    change = 1 if found["up"] else -1 if found["down"] else 0
    return _Prefix(
        found.end(),
        comparator,
        (found["reach"] or "")[::-1],
        change,
        (found["stay"] or "")[::-1],
        found["how"][::-1],
        (found["up"] or found["down"] or "")[::-1],
    )


class _Number(NamedTuple):
    """A number with scale and unit as they stand: ``end`` is the end of the unit (or of the number)."""

    written: str
    more: bool
    unit: str
    kind: str
    end: int


@cache
def _units_by_first() -> dict[str, tuple[tuple[str, str], ...]]:
    """The units and their kinds by first character, longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for word, unit in units().items():
        found.setdefault(word[0], []).append((word, unit.kind))
    return {first: tuple(sorted(words, key=lambda each: -len(each[0]))) for first, words in found.items()}


_GOES_ON = {
    "条": "例约件款文令",
    "部": "门分署队委长",
    "场": "所馆面景",
    "门": "类槛",
    "件": "事",
    "天": "然津",
    "度": "假过量",
    "米": "粮面粉",
    "克": "服",
    "道": "路德理",
    "块": "链",
    "人": "民均类工才员大",
    "处": "理置于",
    "位": "于居列",
    "股": "份东权",
    "台": "湾账阶",
    "支": "持付撑援队部",
    "家": "庭园长电具居",
    "户": "籍均型",
    "套": "餐",
    "笔": "记",
    "起": "步来点",
    "种": "植业子",
    "方": "面案式针法向位",
    "元": "化",
    "只": "有要能是",
    "所": "有以在得",
    "类": "似",
    "份": "额",
    "口": "岸腔径",
    "次": "产要",
    "例": "如外",
    "段": "落",
    "间": "接隔",
    "对": "接外口标象应内",
    "片": "区面",
    "项": "目",
    "头": "部",
    "座": "谈",
    "期": "间",
    "届": "全",
}
"""Characters that make a unit the beginning of a word: 部 before 门 counts nothing. A classifier before a
noun that happens to begin so (``3家家电企业``) is rarer than the word."""
_SOFT = "人家所支种方类项部户口"
"""Units that may stand before such a character when the number is written in digits: ``3所所有…`` hardly, ``300人大…`` no."""


def _unit_at(content: str, at: int) -> tuple[str, str]:
    for word, kind in _units_by_first().get(content[at : at + 1], ()):
        if content.startswith(word, at):
            following = content[at + len(word) : at + len(word) + 1]
            if following and following in _GOES_ON.get(word, ""):
                return "", ""
            if word.isascii() and word.isalpha() and following.isascii() and following.isalnum():
                continue
            if following == "（" and content[at + len(word) + 2 : at + len(word) + 3] == "）":
                other = content[at + len(word) + 1]
                if other in _units_by_first() and word != "%":  # 3万套（间）
                    return f"{word}（{other}）", kind
            return word, kind
    return "", ""


def _number_at(content: str, start: int, end: int) -> _Number:
    """Scale, 多 or 余, and unit after the digits ``[start, end)``."""
    unit, kind = _unit_at(content, end)
    if unit:
        return _Number(content[start:end], False, unit, kind, end + len(unit))
    more, written, at = False, content[start:end], end
    found = _scale_after(content, at)
    if found and found.end() > at:
        at = found.end()
        more = bool(found["more"])
        scales = found["scale"] or ""
        if scales.endswith(("千", "百")):  # 5万千瓦: 千 belongs to the unit
            unit, kind = _unit_at(content, at - 1)
            if unit:
                return _Number(written + scales[:-1], more, unit, kind, at - 1 + len(unit))
        written += scales
    if content[at : at + 1] in ("多", "余") and not more:
        more, at = True, at + 1
    unit, kind = _unit_at(content, at)
    return _Number(written, more, unit, kind, at + len(unit))


def _shift(unit: str) -> tuple[int, str]:
    """The power of ten that a share's unit stands for, and the unit of the value."""
    if unit == "%":
        return -2, ""
    if unit == "‰":
        return -3, ""
    if unit.endswith("基点"):
        return -4, "pp"
    return -2, "pp"


_NAMES = 26


def _in_name(content: str, start: int) -> bool:
    """Whether the place lies in a short quoted name (``“1+3”重点功能区``) or in the title of a document."""
    opened = content.rfind("“", max(0, start - 16), start)
    if opened >= 0 and content.find("”", opened, start) < 0:
        closed = content.find("”", start, opened + _NAMES)
        if closed >= 0 and "，" not in content[opened:closed]:
            return True
    opened = content.rfind("《", max(0, start - 60), start)
    return opened >= 0 and content.find("》", opened, start) < 0 <= content.find("》", start, start + 60)


_TO = ("到", "至", "为", "达到", "达", "达到了", "在", "到了", "占到", "占")
_TURNS = ("达到", "达", "达到了", "为")
_growth_before = re.compile(
    r"(?:增速|涨幅|增幅|增长率|递增率|增长|降幅|上涨)(?:预期)?(?:目标)?(?:值)?(?:定|设定|确定|安排|分别|均|预计|力争|确保|累计)?$"
).search
_share_before = re.compile(r"占|比重|比例|份额").search
_rate_before = re.compile(r"率|强度|系数|指数|水平|[密精浓]度|满意度").search
_cover_before = re.compile(r"参保率|覆盖率|覆盖面|普及率|通达率").search
_FOREST = ("森林", "林草", "林木", "植被", "绿化", "绿地")
_per_head = re.compile(r"[每万千百]+(?:名|户)?(?:常住)?人|人均|户均|亩均|每千|每万|每百|平均每").search


def _lead(content: str, start: int) -> str:
    """The words between the last mark that ends a clause and ``start``; at most 40 characters."""
    words = content[max(0, start - 40) : start]
    cut = max(words.rfind("，"), words.rfind("。"), words.rfind("；"), words.rfind("\n"), words.rfind("："))
    return words[cut + 1 :]


def _share_measure(lead: str, prefix: _Prefix) -> str:
    annual = "年均" in prefix.how or "年均" in lead[-10:] or "每年" in prefix.how or "递增" in lead[-4:]
    if (prefix.change and prefix.reach not in _TO[:3]) or (_growth_before(lead) and "自然增长" not in lead[-6:]):
        return "growth_annual" if annual else "growth"
    if _cover_before(lead) and not any(word in lead for word in _FOREST):
        return "coverage"
    if _share_before(lead) or prefix.reach.startswith("占"):
        return "share"
    if _rate_before(lead):
        return "level"
    return "share"


def _amount_measure(kind: str, lead: str, prefix: _Prefix, following: str) -> str:
    if kind == "multiple":
        return "multiple"
    if kind == "time":
        return "duration"
    if prefix.change and prefix.reach not in _TO and not _noun_follows(following):
        if kind != "count" or prefix.word not in ("提升", "提高"):  # 农房风貌提升3万户 counts what was done
            return "change"
    if kind == "count" and not _per_head(lead):
        return "count"
    return "level"


def _noun_follows(following: str) -> bool:
    """Whether the number counts what follows (新增8个园区), not what stands before it (园区新增8个)."""
    return following[:1] > "\u4dff" and following[:1] < "\ua000" and following[:1] not in _AFTER_AMOUNT


_AFTER_AMOUNT = "以左和及与并或且的、，。"


def _comparator(prefix: _Prefix, bound: str, *, more: bool, at_most: bool) -> str:
    after = _AFTER_BOUND.get(bound, "")
    if prefix.comparator and not (prefix.comparator == "about" and after in (">=", "<=")):
        return prefix.comparator
    if after:
        return after
    if more:
        return ">"
    return "<=" if at_most else "="


_JOINTS = ("、", "和", "及", "与", "以及", "或")


class _Reader:
    """Reads the candidates of one text from left to right, remembering the quantity before."""

    def __init__(self, content: str) -> None:
        self.content = content
        self.found: list[Read] = []
        self.end = 0  # of the last thing read
        self.last: Read | None = None
        self.last_prefix = _NO_PREFIX
        self.base: tuple[int, int] | None = None  # a baseline that waits for its quantity: 由23.2%

    def read(self, start: int, end: int) -> None:
        content = self.content
        first = content[start]
        if "0" <= first <= "9":
            self._arabic(start, end)
        elif first in NUMERALS:
            self._chinese(start, end)
        elif first in "首榜":
            self._top(start)
        elif first == "翻":
            self._doubling(start)
        elif first in "ⅠⅡⅢⅣⅤ":
            self._grade(start)
        elif first in "全基":
            self._coverage(start, end)
        else:
            self._half(start)

    # numbers in digits ------------------------------------------------------------------------

    def _arabic(self, start: int, end: int) -> None:
        content = self.content
        before = content[start - 1] if start else ""
        after = content[end : end + 1]
        if (after == "年" and end - start == _YEAR_DIGITS) or (after and after in "月日号章节条、"):
            if after != "条" or before == "第":
                return
        if before == "第":
            self._ordinal(start, end)
            return
        if before == "前" and content[start - 2 : start - 1] not in _BEFORE_QIAN:
            self._among_first(start, end)
            return
        if after == "成" and end - start == 1:
            self._tenths(start, end)
            return
        if after == "连":
            self._streak(start, end)
            return
        negative = before == "-" and start > 1 and content[start - 2] > "\u2fff"
        times = before == "×" and start > 1 and content[start - 2].isdigit()
        if before and (before in "-+._/=*№#" or (before.isascii() and before.isalnum())) and not negative:
            return
        if after in ("+", "×", "_") or (after == "." and content[end + 1 : end + 2].isdigit()) or after.isdigit():
            self.end = end + 1
            return
        if after in ":：∶ " and (ratio := _ratio(content, start)):
            self._ratio(ratio, start)
            return
        if after == "/" and (fraction := _fraction(content, start)):
            self._fraction(int(fraction[1]), int(fraction[2]), start, fraction.end())
            return
        read = _number_at(content, start, end)
        factor = 1
        if times:  # 2×35万千瓦
            start -= 2
            factor = int(content[start])
        self._amount(read, start, negative=negative, factor=factor)

    def _amount(self, read: _Number, start: int, *, negative: bool = False, factor: int = 1) -> None:
        """A number with its unit, or with a bound that makes up for it."""
        content = self.content
        if (
            not read.unit
            and content[read.end : read.end + 1] not in _MAY_RANGE
            and read.written[-1] not in "亿万0123456789"
        ):
            return
        prefix = _prefix(content, start - negative)
        if (
            content[start - 1 : start] in _HALF_WORDS
            and content[start - 2 : start - 1] in _HALF_WORDS[content[start - 1]]
        ):
            prefix = _NO_PREFIX  # 签约3543亿元, 通过38项
        ranged = _dash(content, read.end if not read.unit else read.end)
        if ranged and self._range(read, ranged, start, prefix):
            return
        found_after = _after(content, read.end)
        bound = (found_after["bound"] if found_after else "") or ""
        more = read.more or bool(found_after and found_after["more"])
        end = found_after.end() if found_after and (bound or more) else read.end
        unit, kind = read.unit, read.kind
        if not unit:
            unit, kind = self._implied(read, prefix, bound, start)
            if not kind:
                return
        elif kind == "time" and not self._lasts(read, prefix, bound):
            return
        elif unit == "届" and "连续" not in (prefix.stay, prefix.how):
            return
        if _in_name(content, start):
            return
        if (unit == "个" and content.startswith("方面", end)) or content[end : end + 1] in ("兑", "合"):
            return  # an announced list
        if content[start - 1 : start] == "个" and content[end : end + 2] in ("台阶", "大关"):
            return  # 迈上3个千亿元台阶: steps are counted, the step is their name
        shift, unit = _shift(unit) if kind == "share" else (0, unit)
        value = number(read.written, shift)
        if value is None:
            return
        value *= factor
        self._settle(value, None, unit, kind, prefix, bound, start - negative, end, more=more, negative=negative)

    def _settle(
        self,
        value: float,
        high: float | None,
        unit: str,
        kind: str,
        prefix: _Prefix,
        bound: str,
        start: int,
        end: int,
        *,
        more: bool = False,
        negative: bool = False,
    ) -> None:
        """Decide measure, comparator and sign; put a waiting baseline in front; remember."""
        content = self.content
        begin = start - prefix.length
        last = self.last
        listed = False
        if last is not None and not prefix.bounds and content[last.end : begin] in _JOINTS and last.value.unit == unit:
            listed = True  # 分别增长3%、5%: the verb of the first serves the second
        lead = _lead(content, begin)
        if last is not None and begin - last.end < len(lead):
            lead = lead[len(lead) - max(0, begin - last.end) :] or lead
        if listed and last is not None:
            measure, prefix_for_sign = last.value.measure, self.last_prefix
        else:
            prefix_for_sign = prefix
            if kind == "share":
                measure = "change" if unit == "pp" else _share_measure(lead, prefix)
            else:
                measure = _amount_measure(kind, lead, prefix, content[end : end + 2])
        falls = prefix_for_sign.change < 0 or (measure.startswith("growth") and lead.endswith(("降幅", "下降")))
        if negative or (falls and measure in ("growth", "growth_annual", "change")):
            value, high = -value, -high if high is not None else None
        at_most = prefix.stay == "控制" and measure != "change"
        if unit == "元" and not bound and not prefix.bounds and content[end - 1] == "亿":
            bound = "级"  # 百亿基金: of that order
        comparator = "range" if high is not None else _comparator(prefix, bound, more=more, at_most=at_most)
        if comparator == ">" and kind == "count" and _no_bound(content, content[begin:start], end):
            comparator = "="
        if self.base and self.base[1] <= begin and begin - self.base[1] <= _BASE_GAP:
            begin = self.base[0]
        elif content[begin - 1 : begin] in ("由", "从") and prefix.length == 0 and _rises(content, end):
            self.base = (begin - 1, end)
            self.end = end
            return
        self.base = None
        self.end = end
        read = Read(Quantity(value, high, unit, comparator, measure), begin, end, f"quantities.{kind}")
        self.last, self.last_prefix = read, prefix_for_sign
        self.found.append(read)

    def _range(self, low: _Number, dash: re.Match[str], start: int, prefix: _Prefix) -> bool:
        """``1—2个``, ``5%至6%``, ``2万—3万元``: both ends, with scale and unit shared where only one has them."""
        content = self.content
        first = dash["high"][0]
        if dash["unit"] and dash["unit"] != low.unit:
            return False
        at = dash.start("high")
        stop = at
        while stop < len(content) and (content[stop].isdigit() or content[stop] == "."):
            stop += 1
        if stop == at:
            stop = dash.end("high")
        if not first.isdigit() and low.written[:1].isdigit():
            return False
        high = _number_at(content, at, stop)
        if not high.unit or (low.unit and low.unit != high.unit):
            return False
        found_after = _after(content, high.end)
        bound = (found_after["bound"] if found_after else "") or ""
        end = found_after.end() if found_after and bound else high.end
        if high.kind == "time" and not self._lasts(high, prefix, bound):
            return False
        shift, unit = _shift(high.unit) if high.kind == "share" else (0, high.unit)
        written = low.written
        scales = high.written.lstrip("0123456789.,")
        if scales and not low.unit and low.written.isascii():
            written += scales
        value, top = number(written, shift), number(high.written, shift)
        if value is None or top is None:
            return False
        if value > top:
            value = number(low.written, shift) or value
        if value > top or _in_name(content, start):
            return False
        self._settle(value, top, unit, high.kind, prefix, bound, start, end)
        return True

    def _implied(self, read: _Number, prefix: _Prefix, bound: str, start: int) -> tuple[str, str]:
        """The unit of a number without one: 元 for 亿 (``突破1万亿``), none for a coefficient; else no quantity."""
        content = self.content
        if read.written.endswith("亿"):
            following = content[read.end : read.end + 1]
            if prefix.comparator or prefix.reach or bound or read.written[0] in NUMERALS:
                return ("元", "money") if following != "万" else ("", "")
            return "", ""
        if prefix.reach in ("到", "至", "为", "达到", "达", "在", "到了", "达到了") or prefix.comparator:
            lead = _lead(content, start - prefix.length)
            if read.written[-1:] == "万" and lead.endswith("人数"):
                return "人", "count"
            if (
                read.written.isascii()
                and lead.endswith(_COEFFICIENTS)
                and not content[read.end : read.end + 1].isalnum()
            ):
                return "", "coefficient"
        return "", ""

    def _lasts(self, read: _Number, prefix: _Prefix, bound: str) -> bool:
        """Whether a stretch of time is measured (连续5年, 缩短至3个工作日), not a date or a name."""
        if read.unit == "年":
            following = self.content[read.end : read.end + 1]
            return prefix.stay in _LASTING or (prefix.change < 0 and following not in "内来") or bound == "以上"
        bounded = prefix.bounds and prefix.stay not in ("实现", "完成", "覆盖")
        return bounded or bound in ("以上", "以内", "之内", "左右")

    # numbers in characters --------------------------------------------------------------------

    def _chinese(self, start: int, end: int) -> None:
        content = self.content
        before = content[start - 1] if start else ""
        if before == "第":
            self._ordinal(start, end)
            return
        after = content[end : end + 1]
        if after == "分":
            if content.startswith("分之", end):
                self._parts(start, end)
            return
        if after == "连":
            self._streak(start, end)
            return
        if before == "前" and content[start - 2 : start - 1] not in _BEFORE_QIAN:
            self._among_first(start, end)
            return
        if after == "半" and content[end - 1] == "一":
            self._one_half(start, end)
            return
        if after == "成" and end - start == 1:
            self._tenths(start, end)
            return
        if before in _NO_NUMBER_AFTER or after == "五" or before == "." or before.isdigit():
            return
        read = _number_at(content, start, end)
        written = read.written
        if not read.unit and not written.endswith("亿"):
            return
        self._counted(read, start)

    def _counted(self, read: _Number, start: int) -> None:
        """Chinese numerals count in earnest only where they are large, bound or measured: 三个 is style."""
        content, written = self.content, read.written
        prefix = _prefix(content, start)
        found_after = _after(content, read.end)
        bound = (found_after["bound"] if found_after else "") or ""
        bare = all(char in "十百千万亿" for char in written)
        if read.kind == "time":
            if (read.unit == "年" and len(written) == _YEAR_DIGITS and all(char in DIGITS for char in written)) or (
                read.unit != "年" and not prefix.bounds
            ):
                return
        elif read.kind in ("share", "multiple"):
            if written == "一" and read.unit == "度":
                return
        elif bare and len(written) == 1:
            strict = (
                prefix.comparator or prefix.reach in _TO or prefix.reach in _STEPS or (bound and read.kind == "money")
            )
            if not strict and not (read.more and written != "万") and not content[start - 1] == "上":
                return
        elif len(written) == 1:
            if not (prefix.comparator or (prefix.bounds and prefix.stay not in ("实现", "完成", "覆盖"))):
                return
            if read.kind == "count" and (written in ("一", "二") or read.unit == "批"):
                return
            if read.kind == "count" and not (
                prefix.comparator or prefix.reach in _TO[:6] or prefix.stay == "连续" or prefix.change
            ):
                return
        elif written in ("百千", "千百", "万千", "千万", "百万") and not read.unit:
            return
        elif read.kind == "count" and written in ("十一", "一二", "二三", "三五", "两三", "三四"):
            if not prefix.bounds:
                return
        if before_list(content, start):
            return
        self._amount(read, start)

    def _parts(self, start: int, end: int) -> None:
        """``三分之二``, ``百分之五``, ``千分之三``."""
        content = self.content
        found = _parts_after(content, end)
        if not found:
            return
        whole, part = content[start:end], found[1]
        if whole.endswith("百") and len(whole) == 1:
            self._shared(number(part, -2), start, found.end())
        elif whole.endswith("千") and len(whole) == 1:
            self._shared(number(part, -3), start, found.end())
        else:
            self._fraction(integer(part), integer(whole), start, found.end())

    def _fraction(self, part: int | None, whole: int | None, start: int, end: int) -> None:
        if part is not None and whole and part <= whole * 10:
            self._shared(part / whole, start, end, measure="share")

    def _tenths(self, start: int, end: int) -> None:
        """``七成``, but not 一成不变, 建成, 三成熟."""
        content = self.content
        digit = content[start:end]
        if (
            digit in "〇零○十百千万亿0"
            or content[end + 1 : end + 2] in _AFTER_TENTHS
            or content[start - 1 : start] in ("第", "“")
        ):
            return
        stop = end + 1
        value = number(digit, -1)
        if content[stop : stop + 1] == "半" and value is not None:
            value, stop = round(value + 0.05, 2), stop + 1
        self._shared(value, start, stop, measure="share")

    def _one_half(self, start: int, end: int) -> None:
        if end - start == 1 and self.content[start - 1 : start] not in ("另", "这", "那"):
            self._shared(0.5, start, end + 1, measure="share")

    def _half(self, start: int) -> None:
        """``过半``, ``超半数``, ``半数以上``."""
        content = self.content
        if content[start] == "半":
            if content.startswith("以上", start + 2):
                self._shared(0.5, start, start + 2, measure="share")
            return
        stop = start + (3 if content.startswith("半数", start + 1) else 2)
        if content[stop : stop + 1] in ("小", "个", "年", "月", "天", "世"):
            return
        if content[start] == "过" and content[stop - 1] == "半" and content[start - 1 : start] in ("经", "通", "超"):
            return
        self._shared(0.5, start + 1, stop, measure="share")

    def _shared(self, value: float | None, start: int, end: int, measure: str = "") -> None:
        """A fraction, whose words before it may say that it is a growth."""
        content = self.content
        if value is None or _in_name(content, start):
            return
        prefix = _prefix(content, start)
        found_after = _after(content, end)
        bound = (found_after["bound"] if found_after else "") or ""
        stop = found_after.end() if found_after and (bound or found_after["more"]) else end
        if prefix.length == 0 and (within := _share_of(content[max(0, start - 10) : start])):
            prefix = prefix._replace(length=len(within[0]))
        count = len(self.found)
        more = bool(found_after and found_after["more"])
        self._settle(value, None, "", "share", prefix, bound, start, stop, more=more)
        if measure and len(self.found) > count and not self.found[-1].value.measure.startswith("growth"):
            read = self.found[-1]
            self.last = read._replace(value=replace(read.value, measure=measure))
            self.found[-1] = self.last

    def _streak(self, start: int, end: int) -> None:
        """``“六连冠”``, ``5连增``: how often in a row."""
        content = self.content
        word = content[end + 1 : end + 2]
        following = content[end + 2 : end + 3]
        value = number(content[start:end])
        quoted = content[start - 1 : start] == "“" and following == "”"
        if value is None or value < 2 or not (quoted or word in _STREAKS):  # noqa: PLR2004
            return
        begin, stop = (start - 1, end + 3) if quoted else (start, end + 2)
        self.end = stop
        self.last = None
        self.found.append(Read(Quantity(value, None, "次", "=", "count"), begin, stop, "quantities.streak"))

    # ranks -------------------------------------------------------------------------------------

    def _ordinal(self, start: int, end: int) -> None:
        """``位居全国第六``, ``升至第9位``; 第一产业, 第六次会议 and 第三条 are no ranks."""
        content = self.content
        tail = content[end : end + 1]
        stop = end
        if tail in ("位", "名"):
            stop = end + 1
        elif tail and tail not in _AFTER_RANK and "\u4e00" <= tail <= "\u9fff":
            return
        elif tail == "大" and content[start - 3 : start - 1] not in _PLACES_BEFORE:
            return
        value = number(content[start:end])
        if value is None or value > 1000:  # noqa: PLR2004
            return
        self._ranked(value, "=", start - 1, stop)

    def _among_first(self, start: int, end: int) -> None:
        """``前20强``, ``进入全国前十``; 前三季度 and 前十年 are times."""
        content = self.content
        tail = content[end : end + 1]
        stop = end
        if tail in ("强", "位", "名"):
            stop = end + 1
        elif tail == "%" or (
            tail and tail not in "，。；、）”的列" and tail != "\n" and not content.startswith("行列", end)
        ):
            return
        value = number(content[start:end])
        if value is None or value > 10000 or _in_name(content, start):  # noqa: PLR2004
            return
        if tail not in ("强", "位", "名") and not _rank_context(_lead(content, start - 1)):
            return
        begin = start - 1
        found = _place_before(content[max(0, begin - 4) : begin])
        begin -= len(found[0]) if found else 0
        self._rank(value, "<=", begin, stop)

    def _top(self, start: int) -> None:
        """``居全国首位``, ``位居榜首``; 摆在首位 is no rank, 首位度 is an indicator."""
        content = self.content
        word = content[start : start + 2]
        if word not in ("首位", "榜首") or content[start + 2 : start + 3] in ("度", "的"):
            return
        lead = _lead(content, start)
        if any(verb in lead[-6:] for verb in ("摆", "放", "置", "作为")):
            return
        self._ranked(1.0, "=", start, start + 2)

    def _ranked(self, value: float, comparator: str, start: int, end: int) -> None:
        content = self.content
        lead = _lead(content, start)
        found = _rank_context(lead)
        if not found or _in_name(content, start):
            return
        begin = start - (len(lead) - found.start("from"))
        if begin < self.end:
            begin = start
        if content[begin:start].startswith(("由", "从")) and _rises(content, end):
            self.base = (begin, end)
            self.end = end
            return
        self._rank(value, comparator, begin, end)

    def _rank(self, value: float, comparator: str, start: int, end: int) -> None:
        if self.base and 0 <= start - self.base[1] <= _BASE_GAP:
            start = self.base[0]
        self.base = None
        self.end = end
        self.last = None
        self.found.append(Read(Quantity(value, None, "位", comparator, "rank"), start, end, "quantities.rank"))

    # quantities without a number ----------------------------------------------------------------

    def _ratio(self, found: re.Match[str], start: int) -> None:
        """``三次产业结构演进为3.6:48:48.4``: three shares in per cent."""
        content = self.content
        self.end = found.end()
        parts = [found[index] for index in (1, 2, 3)]
        values = [number(part, -2) for part in parts]
        if any(value is None for value in values) or not 0.9 < sum(value or 0 for value in values) < 1.1:  # noqa: PLR2004
            return
        prefix = _prefix(content, start)
        for index, value in enumerate(values, start=1):
            begin = start - prefix.length if index == 1 else found.start(index)
            self.found.append(
                Read(Quantity(value, None, "", "=", "share"), begin, found.end(index), "quantities.ratio")
            )
        self.last = None

    def _doubling(self, start: int) -> None:
        """``翻番``, ``翻一番``, ``翻两番``, ``翻了一番``, ``翻倍``."""
        found = _doubles(self.content, start)
        if not found or _in_name(self.content, start):
            return
        times = integer(found[1]) if found[1] else 1
        self.end = found.end()
        self.last = None
        self.found.append(
            Read(
                Quantity(float(2 ** (times or 1)), None, "倍", "=", "multiple"),
                start,
                found.end(),
                "quantities.doubling",
            )
        )

    def _grade(self, start: int) -> None:
        """``水质保持Ⅱ类``: a class of water quality, where it is reached and not part of a name."""
        content = self.content
        prefix = _prefix(content, start)
        found = _after(content, start + 2)
        bound = (found["bound"] if found else "") or ""
        if not prefix.bounds and not bound:
            return
        value = float("ⅠⅡⅢⅣⅤ".index(content[start]) + 1)
        comparator = {">=": "<=", "<=": ">="}.get(_AFTER_BOUND.get(bound, "="), "=")  # class I is better than II
        end = start + 2 + len(bound)
        self.end = end
        self.found.append(
            Read(Quantity(value, None, "类", comparator, "level"), start - prefix.length, end, "quantities.grade")
        )

    def _coverage(self, start: int, end: int) -> None:
        """``全覆盖``: all; ``基本覆盖``: nearly all."""
        content = self.content
        if _in_name(content, start) or content[end : end + 1] in ("的", "面", "率", "式"):
            return
        if content[start - 1 : start] in ("健", "安", "完", "周", "齐"):  # 健全覆盖…的体系
            return
        comparator = "about" if content[start] == "基" or content.startswith("基本", max(0, start - 4), start) else "="
        self.end = end
        self.last = None
        self.found.append(Read(Quantity(1.0, None, "", comparator, "coverage"), start, end, "quantities.coverage"))


_HALF_WORDS = {"过": tuple("通经渡度走评审"), "约": tuple("签节集条合制预公契特违邀履"), "近": tuple("最附就邻靠亲")}
_BEFORE_QIAN = tuple("提目以之日年此底月生面空当")
_YEAR_DIGITS = 4
_MAY_RANGE = tuple("-—－–~～至到")
_BASE_GAP = 14
_COEFFICIENTS = ("系数", "指数", "弹性", "得分", "评分", "倍数", "收入比", "容积率", "值")
_LASTING = ("连续", "连续保持", "延长", "再延长", "提前")
_STEPS = ("登上", "迈上", "跃上", "迈入", "跨入", "突破到")
_NO_NUMBER_AFTER = ("几", "数", "每", "统", "万", "这", "那", "同", "唯", "之", "逐", "任", "某")
_AFTER_TENTHS = "不立为果效员就功长熟本品都分套绩"
_STREAKS = "冠增丰优升涨降跳跌霸胜好快捷进"
_AFTER_RANK = "的大和与及且并以左，、"
_PLACES_BEFORE = ("全国", "世界", "全球", "全省", "全市", "亚洲", "国内", "国际", "全区", "成为")
_rank_context = re.compile(
    r".{0,40}(?P<from>"
    r"(?:(?:由|从)?(?:连续)?(?:稳居|位居|高居|跃居|居于|居|位列|名列|列|排名|排在|排|跃升至|跃升到|跃升|跃至|升至|升到|上升至|上升到|提升至|提升到|前移至|进至|进到|晋升|晋位|稳定在|稳|保持在|保持|获得|获|夺得|夺|蝉联|位次|成为|进入|跻身|进位|迈进|位于|达到))"
    r"[^，。；]{0,18}"
    r"|(?:全国|全省|全市|全区|世界|全球|各省区|各省市|省区市|中西部|中部|西部|东部|东北|内地|长三角|珠三角|沿海|同类|国内|亚洲|我国|城市|省份|地级市|副省级|总量|增速|规模|综合|排名)[^，。；、]{0,10})$"
).match
_place_before = re.compile(r"(?:全国|全省|全球|世界)$").search
_parts_after = re.compile(rf"分之([{NUMERALS}]{{1,6}}(?:[点·][{DIGITS}]{{1,3}})?|{ARABIC})").match
_fraction = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/年])").match
_share_of = re.compile(r"占[^，。；、占]{0,8}$").search
_ratio = re.compile(
    r"([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?)"
).match
_doubles = re.compile(r"翻了?([一二两三四])?(?:番|倍)").match
_rises = re.compile(
    r"(?:左右|以上)?(?:，)?(?:大幅|稳步|进一步|显著|逐步|持续)?(?:提高|提升|上升|增加|增长|扩大|升|增|跃升|下降|降低|降|减少|缩小|缩减|压缩|压减|发展|拓展|扩展|回升|回落|调整|优化|前移|进|跃|攀升|上调|下调|延长|缩短|晋升)(?:到|至|为)"
).match


def _no_bound(content: str, before: str, end: int) -> bool:
    """``突破12项关键技术`` is a breakthrough, ``跨过两个万亿元大关`` counts steps: no bound in either."""
    if before.endswith("突破"):
        return bool(_breaks(content, end))
    return before.endswith(("跨过", "跨越", "越过", "迈过")) and "大关" in content[end : end + 8]


_breaks = re.compile(r"[^，。；]{0,14}(?:技术|难题|瓶颈|难关|产品|装备|材料|卡脖子|成果)").match


def before_list(content: str, start: int) -> bool:
    """Whether the numeral is the number of a list item at the start of a line: 一、 二、."""
    return (start == 0 or content[start - 1] == "\n") and content[start + 1 : start + 2] == "、"


def read_quantities(content: str) -> list[Read]:
    """What ``quantities`` finds, without the document."""
    reader = _Reader(content)
    for found in _candidates(content):
        start, end = found.span()
        if start >= reader.end:
            reader.read(start, end)
    return reader.found
