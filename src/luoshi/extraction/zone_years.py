"""Which way a stretch of text looks, and over which years, where its words leave them open."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.chinese.dates import Anchor, resolve, times
from luoshi.model import Period

BACK, AHEAD = "back", "ahead"


def whole_year(year: int | None) -> Period | None:
    """A year as a period."""
    return Period.of(str(year)) if year else None


OF_NO_YEAR = 13


def ahead_period(anchor: Anchor) -> Period | None:
    """The years ahead of a text: its plan's, else the year that it was written for."""
    if anchor.plan is not None:
        return anchor.plan
    if anchor.year is None or anchor.month == OF_NO_YEAR:
        return None
    return whole_year(anchor.year if anchor.month <= 6 else anchor.year + 1)


def plan_before(anchor: Anchor) -> Period | None:
    """The five years before those of the plan."""
    if anchor.plan is None:
        return five_years_to(anchor)
    first = int(anchor.plan.start[:4])
    return Period(str(first - 5), str(first - 1))


def five_years_to(anchor: Anchor) -> Period | None:
    """The five years up to the last whole one."""
    last = anchor.last_whole_year
    return Period(str(last - 4), str(last)) if last else None


def spans_of(words: str, anchor: Anchor) -> Iterator[Period]:
    """The years and periods that the words name."""
    for found in times(words):
        period = resolve(found, anchor, anchor.year)
        if period is not None and not found["onlymonth"]:
            yield period


def first_year(period: Period | None) -> int:
    """The year with which the period begins; 0 where there is none."""
    return int(period.start[:4]) if period else 0


def last_year(period: Period | None) -> int:
    """The year with which the period ends; 0 where there is none."""
    return int(period.end[:4]) if period else 0


def years_in(period: Period) -> int:
    """How many years the period has beyond its first."""
    return int(period.end[:4]) - int(period.start[:4])
