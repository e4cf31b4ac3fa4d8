"""What a heading says of its section: 二、2026年工作安排 looks ahead over 2026."""

from __future__ import annotations

from luoshi.chinese.dates import Anchor
from luoshi.extraction.zone_years import (
    AHEAD,
    BACK,
    ahead_period,
    five_years_to,
    last_year,
    spans_of,
    whole_year,
    years_in,
)
from luoshi.model import Period
from luoshi.patterns import regex

label = regex(r"第[一二三四五六七八九十]{1,3}[部篇章编分]{1,2}|[一二三四五六七八九十]{1,2}、")
looks_back = regex(
    r"回顾|过去|成就|成效|取得|成绩|进展|完成情况|工作总结|发展基础|现实基础|基本情况|以来的?工作|执行情况"
)
looks_ahead = regex(
    r"目标|安排|任务|部署|建议|总体要求|思路|展望|今后|未来|重点工作|打算|新的一年|远景|时期工作|年工作(?!回顾|总结|报告)|指导思想|基本原则"
)


def said_by_heading(
    line: str, anchor: Anchor, top: tuple[str, Period | None], *, sub: bool
) -> tuple[str, Period | None] | None:
    """What a heading says of its section: ``二、2026年工作安排`` looks ahead over 2026."""
    if "，" in line and not label.match(line):
        return None
    spans = list(spans_of(line, anchor))
    if not spans and (sub or (top[0] == AHEAD and not label.match(line))):
        return None
    back, ahead = looks_back.search(line), looks_ahead.search(line)
    if back and (not ahead or "回顾" in line or back.end() > ahead.end()):
        mode = BACK
    elif ahead or any(last_year(span) > (anchor.year or 9999) for span in spans):
        mode = AHEAD
    else:
        return None
    if mode == BACK:
        past = [span for span in spans if last_year(span) <= (anchor.year or 9999)]
        # 过去五年和2025年: the longest stretch holds for the section; the sentences say the rest
        period = max(past, key=years_in, default=None) or (None if spans else whole_year(anchor.last_whole_year))
        if "五年" in line and not past:
            period = five_years_to(anchor)
        return BACK, period
    future = [span for span in spans if last_year(span) >= (anchor.year or 0)]
    return AHEAD, max(future, key=years_in, default=None) or ahead_period(anchor)
