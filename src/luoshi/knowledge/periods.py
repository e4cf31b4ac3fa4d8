"""The five-year plans: which years each is for, and when its Recommendation and its Outline were adopted."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import rows


class PlanPeriod(Struct, frozen=True):
    """One five-year plan. ``name`` is the short name (``十四五``); dates are ISO days or empty.

    ``recommended`` is the day on which the Central Committee adopted the Recommendation, ``adopted``
    the day on which the National People's Congress adopted the Outline (the plan).
    """

    number: int
    name: str
    start: int
    end: int
    recommended: str
    adopted: str
    source: str


def _make(row: dict[str, str]) -> PlanPeriod:
    start, end = int(row["start"]), int(row["end"])
    if end - start != 4:
        raise ValueError("a five-year plan is for five years")
    return PlanPeriod(int(row["number"]), row["name"], start, end, row["recommended"], row["adopted"], row["source"])


@cache
def periods() -> tuple[PlanPeriod, ...]:
    """Every plan that the table knows, oldest first."""
    return rows("periods", _make)


@cache
def period_by_number() -> dict[int, PlanPeriod]:
    """The plans by their number: 14 for 第十四个五年规划."""
    return {period.number: period for period in periods()}


@cache
def period_by_name() -> dict[str, PlanPeriod]:
    """The plans by their short name: ``十四五``."""
    return {period.name: period for period in periods()}
