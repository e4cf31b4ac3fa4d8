"""Targets and achievements of one indicator as lines over years: what can be drawn together, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from luoshi.actions.tables import Statement

PLACES = 6
"""So many places have a line of their own, those with the most values."""


class Group(NamedTuple):
    """Statements that measure the same in the same unit, and how many there are."""

    unit: str
    measure: str
    size: int


class Point(NamedTuple):
    """One value: for the ``year`` in which its period ends, and all the statements that give it."""

    year: int
    value: float
    high: float | None
    kind: str
    statements: tuple[Statement, ...]


class Series(NamedTuple):
    """The values of one place.

    A line for each kind runs through ``targets`` and ``achievements``: one value for each year, that of the newest
    document where several differ.
    """

    place: str
    points: tuple[Point, ...]
    targets: tuple[Point, ...]
    achievements: tuple[Point, ...]


class Picture(NamedTuple):
    """What is drawn: the statements of one group; the other groups, and what else is left out.

    ``untimed`` have no period, ``unvalued`` no number (全覆盖), ``placeless`` say of nobody; ``further`` are the
    other places, with the number of their statements.
    """

    group: Group
    groups: tuple[Group, ...]
    series: tuple[Series, ...]
    drawn: tuple[Statement, ...]
    untimed: int
    unvalued: int
    further: tuple[tuple[str, int], ...]


def picture(
    found: Iterable[Statement], unit: str | None = None, measure: str | None = None, place: str | None = None
) -> Picture | None:
    """The picture of statements on one indicator: of the group and the place that are asked for, else of the largest.

    ``None`` where no statement has a number and a time.
    """
    every = list(found)
    whole = Counter((each.unit, each.measure) for each in every if _drawable(each))
    if not whole:
        return None
    groups = tuple(Group(*key, number) for key, number in sorted(whole.items(), key=lambda pair: (-pair[1], pair[0])))
    asked = [each for each in groups if unit in (None, each.unit) and measure in (None, each.measure)]
    group = (asked or groups)[0]
    wanted = [each for each in every if (each.unit, each.measure) == (group.unit, group.measure)]
    timed = [each for each in wanted if _drawable(each)]
    places = Counter(_place(each) for each in timed)
    ordered = sorted(places, key=lambda name: (name != place, -places[name], name))
    shown = ordered[: 1 if place in places else PLACES]
    series = tuple(_series(name, [each for each in timed if _place(each) == name]) for name in shown)
    return Picture(
        group=group,
        groups=groups,
        series=series,
        drawn=tuple(each for each in timed if _place(each) in shown),
        untimed=sum(each.last_day is None and each.value is not None for each in wanted),
        unvalued=sum(each.value is None for each in every),
        further=tuple((name, places[name]) for name in ordered[len(shown) :]),
    )


def _drawable(each: Statement) -> bool:
    return each.value is not None and each.last_day is not None


def _place(each: Statement) -> str:
    return each.who or each.region or "—"


def _series(place: str, found: list[Statement]) -> Series:
    held: dict[tuple[int, float, float | None, str], list[Statement]] = {}
    for each in found:
        assert each.value is not None
        held.setdefault((year_of(each), each.value, each.high, each.kind), []).append(each)
    points = [Point(*key, tuple(each)) for key, each in held.items()]
    points.sort(key=lambda point: (point.year, point.kind, point.value))
    return Series(place, tuple(points), _line(points, "target"), _line(points, "achievement"))


def _line(points: list[Point], kind: str) -> tuple[Point, ...]:
    """One value for each year: that of the newest document."""
    newest: dict[int, Point] = {}
    for point in points:
        if point.kind == kind and (point.year not in newest or _said(point) > _said(newest[point.year])):
            newest[point.year] = point
    return tuple(newest[year] for year in sorted(newest))


def _said(point: Point) -> tuple[int, int]:
    return max(each.year or 0 for each in point.statements), len(point.statements)


def year_of(each: Statement) -> int:
    """The year in which a statement's period ends."""
    return int((each.last_day or "0000")[:4])
