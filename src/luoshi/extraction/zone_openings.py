"""What the words say that open a paragraph: 一年来，…, 今年发展主要预期目标是：…."""

from __future__ import annotations

from luoshi.chinese.dates import TIME, Anchor, resolve, times
from luoshi.extraction.zone_headings import label
from luoshi.extraction.zone_years import AHEAD, BACK, ahead_period, five_years_to, last_year, spans_of, years_in
from luoshi.model import Period
from luoshi.patterns import regex

_LABELS = frozenset("第一二三四五六七八九十")
_opens_back = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去的?|一年来|[一二三四五]年来|[0-9]年来|回顾|去年|上年|[五三]年间|这是[^，。]{0,40}的[五一]年)"
)
_opens_ahead = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:今年(?!以来|[0-9]{1,2}月|初|上半年|[一二三]季度)|新的一年|今后|未来|做好今年|展望|实现[上以]述目标|按照[^，。]{0,30}今年|综合考虑|主要目标是|[^，。]{0,14}预期目标)"
)
_opens_a_report = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去|[一二三四五0-9]年来|回顾|新的一年|今后|未来|做好今年|“[一二三四五六七八九十]{1,2}五”时期|20[0-9]{2}年(?!，我们|[0-9]{1,2}月))"
)
_goal = regex(
    r"(?:主要|预期|发展|奋斗|总体|具体)[^，。：；]{0,8}目标(?:是|为|如下|：)|目标(?:任务)?(?:是|为|如下)[：，]|今年[^。，]{0,12}(?:要|将|重点)(?:抓好|做好|突出)"
)


def said_by_opening(
    lead: str,
    anchor: Anchor,
    top: tuple[str, Period | None],
    mode: str,
    period: Period | None,
    *,
    heading: bool,
) -> tuple[str, Period | None] | None:
    """What the words that open a paragraph say: ``一年来，…``, ``今年发展主要预期目标是：…``."""
    if anchor.year is None:
        return None
    if "目标" in lead and top[0] == BACK and _with_result.search(lead):
        return None  # 工业增加值预期目标为“增长5%”，实际增长6%: a review holds results against aims
    if ("目标" in lead or "今年" in lead) and (goal := _goal.search(lead)):
        spans = [span for span in spans_of(lead[: goal.end()], anchor) if last_year(span) >= anchor.year]
        if spans:
            return AHEAD, spans[0]
        return AHEAD, (period if mode == AHEAD and period else top[1] if top[0] == AHEAD else ahead_period(anchor))
    opens_back, opens_ahead = _opens_back.match(lead), _opens_ahead.match(lead)
    if not top[0] and not _opens_a_report.match(lead):
        return None
    if opens_back:
        if top[0] == AHEAD and not lead.startswith(("过去", "刚刚", "各位代表", "回顾")):
            return None
        head = lead[: opens_back.end() + 8]
        spans = [span for span in spans_of(head, anchor) if last_year(span) <= anchor.year]
        if "的五年" in opens_back[0] or "五年来" in opens_back[0]:
            return BACK, max(spans, key=years_in, default=None) or five_years_to(anchor)
        spans = [span for span in spans if len(span.end) == 4]
        return BACK, max(spans, key=years_in, default=None) or (top[1] if top[0] == BACK else None)
    if opens_ahead:
        spans = [span for span in spans_of(lead[: opens_ahead.end() + 12], anchor) if last_year(span) >= anchor.year]
        if not spans and top[0] == AHEAD:
            return None
        return AHEAD, (spans[0] if spans else ahead_period(anchor))
    return None if heading else _by_first_time(lead, anchor, top)


def _by_first_time(lead: str, anchor: Anchor, top: tuple[str, Period | None]) -> tuple[str, Period | None] | None:
    """``2025年，…`` or ``“十五五”时期，…`` at the head of a paragraph moves the passage to these years."""
    found = TIME.match(lead.removeprefix("——"))
    if (
        not found
        or found["onlymonth"]
        or found["every"]
        or found["within"]
        or found["next"]
        or found["past"]
        or anchor.year is None
    ):
        return None
    period = resolve(found, anchor, None)
    if period is None or len(period.start) > 4 or found["lead"]:
        return None
    last = anchor.last_whole_year or 0
    if last_year(period) <= last and top[0] != AHEAD:
        return BACK, period
    if int(period.start) >= anchor.year and top[0] != BACK:
        return AHEAD, period
    return None


_with_result = regex(r"目标[^。]{0,30}(?:实际|完成了|已完成|执行结果|执行情况)")
_item = regex(r"(?:[0-9]{1,2}[.．、]|（[一二三四五六七八九十0-9]{1,2}）|——)? ?")
_brought = regex(r"成就|成效|成绩|取得|实现了|迈上|回顾|胜利完成|历史性|不平凡|不寻常")


def past_here(lead: str, anchor: Anchor) -> Period | None:
    """``1.“十四五”时期…取得重大成就。``: the years that such a paragraph looks back on."""
    if anchor.year is None or not _brought.search(lead):
        return None
    if lead[:1] in _LABELS and label.match(
        lead
    ):  # the heading and its paragraph in one line: 第一章发展环境“十一五”时期是…
        found = next(times(lead), None)
    else:
        item = _item.match(lead)
        found = TIME.match(lead, item.end() if item else 0)
    period = resolve(found, anchor, None) if found else None
    if found is None or period is None or len(period.end) > 4 or last_year(period) > anchor.year or found["lead"]:
        return None
    return period
