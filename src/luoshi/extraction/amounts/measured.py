"""A number with its unit, or with a bound that makes up for it: 3.2万亿元, 1—2个, 突破1万亿."""

from __future__ import annotations

import re

from luoshi.chinese.numerals import ARABIC, DIGITS, NUMERALS, number
from luoshi.extraction.amounts.bounds import NO_PREFIX, Prefix, prefix_of, words_after
from luoshi.extraction.amounts.compared import held_to
from luoshi.extraction.amounts.measures import lead_of
from luoshi.extraction.amounts.persons import counts_people
from luoshi.extraction.amounts.scan import JOINTS, Scan, in_name, settle
from luoshi.extraction.amounts.sizes import Number, number_at, shift_of, unit_at
from luoshi.patterns import regex

_CHINESE = rf"[{NUMERALS}]{{1,14}}(?:[点·][{DIGITS}]{{1,4}}[万亿]{{0,2}})?"
dash = regex(
    rf"(?P<unit>%|‰|[^\d\s，。；、“”（）《》：至到—~～－–-]{{0,4}}) ?(?:[-—－–~～]{{1,2}}|至|到) ?(?P<high>{ARABIC}[十百千万亿]{{0,4}}|{_CHINESE})"
)
_HALF_WORDS = {
    "过": tuple("通经渡度走评审"),
    "约": tuple("签节集条合制预公契特违邀履"),
    "近": tuple("最附就邻靠亲"),
    "破": tuple("打攻侦"),
}
MAY_RANGE = frozenset("-—－–~～至到")
_NEAR = 5  # a dash stands this near: behind at most four characters of a unit
_COEFFICIENTS = ("系数", "指数", "弹性", "得分", "评分", "倍数", "收入比", "容积率", "值")
_LASTING = ("连续", "连续保持", "延长", "再延长", "提前", "奋斗")
STEPS = ("登上", "迈上", "跃上", "迈入", "跨入", "突破到")
_scaled_digit = regex(rf"[{DIGITS}]([百千万亿]{{1,4}})")
_PER_VOLUME = "每立方米"
_NOT_UPWARDS = frozenset("加以线网向会车早晚路海陆地天马身手基础史世台纸身晚船")
"""What makes 上 before a number part of another word: 加上百万, 网上百万."""
_MONEY_GOES_ON = frozenset("元级产规大的投资")
_to_step = regex(r"(?:(?:、|和)[0-9.]{1,6}[万千百]{0,2}亿元?){0,3}(?:[0-9两二三四五]个)[新大]?(?:台阶|大关|关口)")
_NO_MONEY = (
    "数", "数量", "注册总量", "用户总量", "流量", "次数", "人次", "播放量", "阅读量", "浏览量", "下载量", "访问量",
    "点击量", "注册量", "保有量",
)  # fmt: skip
_ARTICLES, _RULES = ("条", "项"), ("规定", "禁令", "纪律", "准则", "要求")
_kept = regex(r"(?:贯彻|落实|执行|遵守|恪守)[^，。；]{0,20}$")
_listed_after = regex(r" ?(?:、|和|及|与) ?[0-9][0-9.]{0,9}[十百千万亿]{0,3}(?![0-9])")


def amount(scan: Scan, read: Number, start: int, *, negative: bool = False, factor: int = 1) -> None:
    """A number with its unit, or with a bound that makes up for it."""
    content = scan.content
    if content[start - 1 : start] == "米" and read.kind == "mass" and content.startswith(_PER_VOLUME, start - 4):
        read, start = read._replace(unit=f"{read.unit}/立方米"), start - 4  # 低于每立方米30微克
    if not read.unit and content[read.end : read.end + 1] not in MAY_RANGE and read.written[-1] not in "亿万0123456789":
        return
    prefix = prefix_of(content, start - negative)
    if content[start - 1 : start] in _HALF_WORDS and content[start - 2 : start - 1] in _HALF_WORDS[content[start - 1]]:
        prefix = NO_PREFIX  # 签约120亿元, 通过38项
    elif not prefix.length and _upwards(content, read, start):
        prefix = NO_PREFIX._replace(length=1, comparator=">=")  # 上百家, 上千万家庭
    elif read.kind == "multiple" and not prefix.bounds:
        prefix = held_to(content, start) or prefix
    if not prefix.comparator and (prefix.reach in STEPS or _goes_on(scan, start)) and _to_step.match(content, read.end):
        prefix = prefix._replace(comparator=">=")  # 迈上4万亿、5万亿两个台阶
    near = content[read.end : read.end + _NEAR]
    if (
        not MAY_RANGE.isdisjoint(near)
        and (ranged := dash.match(content, read.end))
        and read_range(scan, read, ranged, start, prefix)
    ):
        return
    bound, more, end = words_after(content, read.end)
    more = more or read.more
    unit, kind = read.unit, read.kind
    if not unit:
        unit, kind = implied(scan, read, prefix, bound, start)
        if not kind:
            return
    elif (kind == "time" and not lasts(scan, read, prefix, bound)) or (
        unit == "届" and "连续" not in (prefix.stay, prefix.how)
    ):
        return
    if in_name(content, start) and not _whole_quote(content, start - negative, end, prefix):
        return
    if (unit == "个" and content.startswith("方面", end)) or content[end : end + 1] in ("兑", "合"):
        return  # an announced list
    if content[start - 1 : start] == "个" and content[end : end + 2] in ("台阶", "大关"):
        return  # 迈上3个千亿元台阶: steps are counted, the step is their name
    if unit in _ARTICLES and content.startswith(_RULES, end) and _kept.search(lead_of(content, start)):
        return  # 贯彻市里28条规定: the name of a document
    shift, unit = shift_of(unit) if kind == "share" else (0, unit)
    unit = "元" if unit == "元人民币" else unit
    value = number(read.written, shift)
    if value is None:
        return
    value *= factor
    settle(
        scan,
        value,
        None,
        unit,
        kind,
        prefix=prefix,
        bound=bound,
        start=start - negative,
        end=end,
        more=more,
        negative=negative,
    )


def _upwards(content: str, read: Number, start: int) -> bool:
    """Whether 上 before a round number says that it is at least that many."""
    return (
        content[start - 1 : start] == "上"
        and read.written[0] in "百千万亿"
        and content[start - 2 : start - 1] not in _NOT_UPWARDS
    )


def _whole_quote(content: str, start: int, end: int, prefix: Prefix) -> bool:
    """Whether an aim is quoted word by word (``目标为“增长5%左右”``): no name begins with its verb."""
    begin = start - prefix.length
    return prefix.bounds and content[begin - 1 : begin] == "“" and content[end : end + 1] == "”"


def read_range(scan: Scan, low: Number, dash: re.Match[str], start: int, prefix: Prefix) -> bool:
    """``1—2个``, ``5%至6%``, ``2万—3万元``: both ends, with scale and unit shared where only one has them."""
    content = scan.content
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
    high = number_at(content, at, stop)
    if not high.unit or (low.unit and low.unit != high.unit):
        return False
    bound, _, end = words_after(content, high.end)
    if not bound:
        end = high.end + 2 * content.startswith("之间", high.end)
    if high.kind == "time" and not lasts(scan, high, prefix, bound):
        return False
    shift, unit = shift_of(high.unit) if high.kind == "share" else (0, high.unit)
    written = low.written
    scales = high.written.lstrip("0123456789.,")
    if scales and not low.unit and low.written.isascii():
        written += scales
    elif not low.unit and low.written in DIGITS and (shared := _scaled_digit.fullmatch(high.written)):
        written += shared[1]  # 三到五万亩
    elif not low.unit and not low.written.isascii() and high.written[-1] in "万亿" and low.written[-1] not in "万亿":
        return False
    value, top = number(written, shift), number(high.written, shift)
    if value is None or top is None:
        return False
    if value > top:
        value = number(low.written, shift) or value
    if value > top or in_name(content, start):
        return False
    settle(scan, value, top, unit, high.kind, prefix=prefix, bound=bound, start=start, end=end)
    return True


def implied(scan: Scan, read: Number, prefix: Prefix, bound: str, start: int) -> tuple[str, str]:
    """The unit of a number without one: 元 for 亿 (``突破1万亿``), none for a coefficient; else no quantity."""
    content = scan.content
    if prefix.bounds and (listed := _listed_after.match(content, read.end)):  # 分别达到1200万、900万人次
        unit, kind = unit_at(content, listed.end())
        if kind and kind != "time":
            return unit, kind
    if (read.written[-1] == "万" or read.written[-1] == "亿") and (
        unit := counts_people(content, read.end, lead_of(content, start - prefix.length))
    ):
        return unit, "count"
    if read.written.endswith("亿") and _goes_on(scan, start - prefix.length):
        return "元", "money"  # 4万亿、5万亿两个台阶
    if read.written.endswith("亿"):
        following = content[read.end : read.end + 1]
        if content[start - 1 : start] == "上" and following.isalpha() and following not in _MONEY_GOES_ON:
            return "", ""  # 上亿市场主体: not of 元
        if lead_of(content, start - prefix.length).endswith(_NO_MONEY):
            return "", "coefficient"  # 用户数突破1亿, 注册总量突破5亿: not of 元
        if prefix.comparator or prefix.reach or bound or read.written[0] in NUMERALS:
            return ("元", "money") if following != "万" else ("", "")
        return "", ""
    if prefix.reach in ("到", "至", "为", "达到", "达", "在", "到了", "达到了") or prefix.comparator:
        lead = lead_of(content, start - prefix.length)
        if read.written[-1:] == "万" and lead.endswith("人数"):
            return "人", "count"
        if read.written.isascii() and lead.endswith(_COEFFICIENTS) and not content[read.end : read.end + 1].isalnum():
            return "", "coefficient"
    return "", ""


def _goes_on(scan: Scan, begin: int) -> bool:
    """Whether only a 、 or 和 divides the number from an amount of money before it."""
    last = scan.last
    return last is not None and last.value.unit == "元" and scan.content[last.end : begin] in JOINTS


def lasts(scan: Scan, read: Number, prefix: Prefix, bound: str) -> bool:
    """Whether a stretch of time is measured (连续5年, 缩短至3个工作日), not a date or a name (15分钟生活圈)."""
    if "圈" in scan.content[read.end : read.end + 7]:
        return False
    if read.unit == "年":
        following = scan.content[read.end : read.end + 1]
        if following in {"无", "没"}:  # 打破9年无大型项目的局面
            return True
        if prefix.stay in _LASTING or following in ("禁", "休", "封"):  # 十年禁渔
            return True
        return (prefix.change < 0 and following not in "内来") or bound == "以上"
    bounded = prefix.bounds and prefix.stay not in ("实现", "完成", "覆盖")
    if scan.content[read.end : read.end + 1] == "超" and scan.content[read.end + 1 : read.end + 2].isdigit():
        return True  # 用电负荷129天超1亿千瓦
    return bounded or bound in ("以上", "以内", "之内", "左右")
