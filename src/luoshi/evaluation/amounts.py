"""Rows of `quantities/` and target rows against statements: value, upper value, unit and comparator exact."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from luoshi.evaluation.answers import Field, Way, given
from luoshi.evaluation.forms import Row
from luoshi.evaluation.matching import shared_run
from luoshi.model import AnyFinding, Document, Period, Span

SHOWN = ("indicator", "kind", "measure", "comparator", "value", "value_high", "unit", "period", "deadline", "actor")


def statements(document: Document) -> Iterator[tuple[Span, AnyFinding]]:
    """Targets, achievements and context, each at its quantity."""
    for finding in document.find("target", "achievement", "context"):
        yield finding.value.quantity_span, finding


def is_alike(row: Row, finding: AnyFinding) -> bool:
    """Whether both are a thing done by a date, or both have a number."""
    return bool((finding.value.quantity.measure == "completion") == (row["measure"] == "completion"))


def is_same(row: Row, finding: AnyFinding) -> bool:
    """Whether the amount is exact (up to the last binary digits of a decimal fraction)."""
    quantity = finding.value.quantity
    return (
        is_alike(row, finding)
        and (quantity.unit, quantity.comparator) == (row["unit"], row["comparator"])
        and _equal(quantity.value, row["value"])
        and _equal(quantity.high, row["value_high"])
    )


def _equal(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return math.isclose(first, second, rel_tol=1e-12, abs_tol=0.0)


def closeness(row: Row, finding: AnyFinding) -> int:
    """One number may serve several indicators: the one that shares most words is meant."""
    return shared_run(row["indicator"], finding.value.indicator)


def quantity_fields(row: Row, finding: AnyFinding) -> Iterator[Field]:
    """Kind, measure, period and indicator; where the gold gives them, also baseline and softness."""
    value = finding.value
    period = _written(value.period)
    stated = row.get("period_stated", True)
    yield Field("kind", finding.kind == row["kind"], row["kind"], finding.kind)
    yield Field("measure", value.quantity.measure == row["measure"], row["measure"], value.quantity.measure)
    readings = [row["period"], *([row["period_other"]] if "period_other" in row else [])]
    right = any(is_same_period(reading, period, stated=stated) for reading in readings)
    yield Field("period", right, row["period"], period)
    yield from _indicator(row, finding)
    if "period_stated" in row:
        yield Field("period_stated", value.period_stated == stated, stated, value.period_stated)
    if "base" in row:
        gold, found = (row["base"] or {}).get("value"), value.base.value if value.base else None
        yield Field("base", _equal(found, gold), gold, found)
    if "softness" in row:
        yield Field("softness", set(value.softness) == set(row["softness"]), row["softness"], list(value.softness))


def target_fields(row: Row, finding: AnyFinding) -> Iterator[Field]:
    """Whether it is still to be reached, its indicator, and where the gold gives them deadline and actor."""
    aim = finding.kind == "target"
    yield Field("kind", aim == (row["kind"] == "target"), row["kind"], finding.kind)
    yield from _indicator(row, finding)
    if row["deadline"]:
        period = _written(finding.value.period)
        right = is_same_period(row["deadline"], period, stated=False)
        yield Field("deadline", right, row["deadline"], period)
    if row.get("actor"):
        yield Field("actor", finding.value.actor == row["actor"], row["actor"], finding.value.actor)


def _indicator(row: Row, finding: AnyFinding) -> Iterator[Field]:
    gold, found = row["indicator"], finding.value.indicator
    if gold:
        yield Field("indicator", shared_run(gold, found) >= min(2, len(gold)), gold, found)


def is_same_period(gold: str | None, found: str | None, *, stated: bool) -> bool:
    """Whether the periods agree; where the sentence states none, the end year and the interval are one."""
    if gold == found:
        return True
    if stated or gold is None or found is None:
        return False
    return _end(gold) == _end(found) and ("/" in gold) != ("/" in found)


def _end(period: str) -> str:
    return period.rpartition("/")[2]


def _written(period: Period | None) -> str | None:
    return str(period) if period else None


def told(finding: AnyFinding) -> dict[str, Any]:
    """What is shown of a statement."""
    value = finding.value
    return given(
        indicator=value.indicator,
        kind=finding.kind,
        measure=value.quantity.measure,
        comparator=value.quantity.comparator,
        value=value.quantity.value,
        value_high=value.quantity.high,
        unit=value.quantity.unit,
        period=_written(value.period),
        actor=value.actor,
    )


QUANTITIES = Way(statements, is_alike, is_same, closeness, quantity_fields, told, SHOWN)
TARGETS = Way(statements, is_alike, is_same, closeness, target_fields, told, SHOWN)
