"""Percentages that nothing can reach: more than all of a whole, a fall by more than all there was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt, Quantity
from luoshi.patterns import regex
from luoshi.vetting.doubts import doubt

_OVER = ("计划", "目标", "任务", "预算", "进度", "年度", "序时", "同期", "上年", "去年", "标准", "基期", "补偿", "产能")
"""Of these one can do more than a hundred per cent."""

_SIGNED = ("利润", "盈", "亏", "顺差", "逆差", "净", "收益", "现金流", "余额", "结余")
"""What can fall below nothing, and so by more than a hundred per cent."""

_whole = regex(
    r"(?:覆盖率|普及率|参保率|入学率|升学率|合格率|达标率|优良率|城镇化率|失业率|利用率|处理率|绿化率|及格率|就业率|占比|比重|占[^，。；、]{1,14}的)[^，。；、]{0,6}$"
)
_LEAD = 24


def limits(document: Document) -> Iterator[Finding[Doubt]]:
    """A rate or share over 100 %, and a growth below −100 %."""
    content = document.text.content
    for finding in document.find("quantity"):
        value: Quantity = finding.value
        if value.unit or value.value is None or not ("%" in finding.quote or "百分之" in finding.quote):
            continue
        lead = content[max(0, finding.span.start - _LEAD) : finding.span.start]
        if value.measure in ("growth", "growth_annual"):
            if value.value < -1 and not any(word in lead for word in _SIGNED):
                yield _impossible(
                    document,
                    finding,
                    f"下降{-value.value:.4g}倍之多：减少不能超过100%。",
                    "A fall of more than 100%: there was no more to lose.",
                )
        elif max(value.value, value.high or 0) > 1 and value.comparator != "<=" and _bounded(lead, finding):
            yield _impossible(document, finding, "比率超过100%。", "A rate of more than 100%.")


def _bounded(lead: str, finding: Finding[Quantity]) -> bool:
    """Whether the words before the figure name a part of a whole."""
    words = lead + finding.quote
    figure = re.search(r"[0-9一二三四五六七八九百]", finding.quote)
    before = lead + (finding.quote[: figure.start()] if figure else "")
    return bool(_whole.search(before)) and not any(word in words for word in _OVER)


def _impossible(document: Document, finding: Finding[Quantity], zh: str, en: str) -> Finding[Doubt]:
    return doubt(
        document,
        "limits",
        "minor",
        finding.span,
        Words(zh, en),
        settles=Words("对照统计公报或首发版本。", "The statistical communiqué or the first edition."),
    )
