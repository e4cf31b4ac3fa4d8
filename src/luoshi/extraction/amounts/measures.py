"""What kind of thing a number measures: growth, share, coverage, level, count, change."""

from __future__ import annotations

from luoshi.extraction.amounts.bounds import TO, Prefix
from luoshi.patterns import regex

_growth_before = regex(
    r"(?:增速|涨幅|增幅|增长率|递增率|增长|降幅|上涨)(?:预期)?(?:目标)?(?:值)?(?:定|设定|确定|安排|分别|均|预计|力争|确保|累计)?$"
)

_share_before = regex(r"占|比重|比例|份额")

_rate_before = regex(r"率|强度|系数|指数|水平|密度|精度|浓度|满意度")

_cover_before = regex(r"参保率|覆盖率|覆盖面|普及率|通达率")

_FOREST = ("森林", "林草", "林木", "植被", "绿化", "绿地")

_per_head = regex(
    "|".join(f"{many}(?:名|户)?(?:常住)?人" for many in "每万千百") + "|人均|户均|亩均|每千|每万|每百|平均每"
)

_YEARLY = ("年产", "日产", "年处理", "日处理", "年生产", "月产")

_AFTER_AMOUNT = "以左和及与并或且的、，。"


_LONGEST_LEAD = 40


def lead_of(content: str, start: int) -> str:
    """The words between the last mark that ends a clause and ``start``; at most 40 characters."""
    low, find = max(0, start - _LONGEST_LEAD), content.rfind
    begin = max(
        low,
        find("，", low, start) + 1,
        find("。", low, start) + 1,
        find("；", low, start) + 1,
        find("：", low, start) + 1,
        find("\n", low, start) + 1,
    )
    return content[begin:start]


def share_measure(lead: str, prefix: Prefix) -> str:
    """The measure of a percentage after ``lead`` (the words before it in its clause)."""
    annual = "年均" in prefix.how or "年均" in lead[-10:] or "每年" in prefix.how or "递增" in lead[-4:]
    if (prefix.change and prefix.reach not in TO[:3]) or (_growth_before.search(lead) and "自然增长" not in lead[-6:]):
        return "growth_annual" if annual else "growth"
    if _cover_before.search(lead) and not any(word in lead for word in _FOREST):
        return "coverage"
    if _share_before.search(lead) or prefix.reach.startswith("占"):
        return "share"
    if _rate_before.search(lead):
        return "level"
    return "share"


def amount_measure(kind: str, lead: str, prefix: Prefix, following: str) -> str:
    """The measure of a number with a unit of ``kind`` (see ``luoshi.knowledge.units``)."""
    if kind == "multiple":
        return "multiple"
    if kind == "time":
        return "duration"
    changes = prefix.change and prefix.reach not in TO and not _noun_follows(following)
    if changes and (kind != "count" or prefix.word not in ("提升", "提高")):  # 农房风貌提升3万户 counts what was done
        return "change"
    if kind == "count" and not _per_head.search(lead) and not lead.endswith(_YEARLY):
        return "count"
    return "level"


def _noun_follows(following: str) -> bool:
    """Whether the number counts what follows (新增8个园区), not what stands before it (园区新增8个)."""
    return following[:1] > "\u4dff" and following[:1] < "\ua000" and following[:1] not in _AFTER_AMOUNT
