"""Days as heads of documents write them: 二〇二五年十二月十七日, 2025年12月17日, 2025-12-17."""

from __future__ import annotations

import re
from datetime import date, timedelta

from luoshi.chinese.numerals import integer
from luoshi.model import Period
from luoshi.patterns import regex

_ZERO = "〇○零0Ｏ"
DAY = (
    rf"(?:(?:1[89]|20)\d\d ?年 ?\d{{1,2}} ?月 ?\d{{1,2}} ?日|(?:1[89]|20)\d\d[-./]\d{{1,2}}[-./]\d{{1,2}}"
    rf"|[一二][{_ZERO}九][{_ZERO}一二三四五六七八九]{{2}}年[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十廿]{{1,3}}日)"
)
"""A whole day."""

_PARTS = regex(r"[^-./年月日 ]+")


def day(written: str) -> Period | None:
    """The day that the words (as ``DAY`` matches them) mean, or ``None`` where there is no such day."""
    parts = _PARTS.findall(written)
    if len(parts) != 3:
        return None
    numbers = [integer(re.sub(rf"[{_ZERO}]", "〇", part) if not part.isdigit() else part) for part in parts]
    if None in numbers:
        return None
    try:
        found = date(*(number for number in numbers if number is not None)).isoformat()
    except (ValueError, TypeError):
        return None
    return Period(found, found)


def days_after(day: str, count: int) -> str:
    """The ISO day ``count`` days after another."""
    return (date.fromisoformat(day) + timedelta(count)).isoformat()
