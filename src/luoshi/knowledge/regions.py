"""Administrative divisions: names, GB/T 2260 codes, and from when to when each was in force."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from luoshi.knowledge.table import columns, rows

NATION = "000000"
"""Stands for the whole country, which has no code of its own in GB/T 2260."""


class Division(NamedTuple):
    """A row of ``regions.csv``: a name that a code had.

    ``short`` is the name without its class word (太仓). The guards say when a name counts in running
    text: empty always; ``edge`` only between the edges of words (海城市, not 沿海城市); ``home``
    only where the text is about that part of the country; ``both`` asks both; ``never`` the short form is an ordinary
    word (合作). ``not_after`` and ``not_before`` are characters that make it part of another word
    (珠江西岸). ``since`` and ``until`` are years, empty where before 1997 or still in force.
    """

    code: str
    name: str
    short: str
    name_guard: str
    short_guard: str
    not_after: str
    not_before: str
    since: str
    until: str

    @property
    def level(self) -> str:
        """``province``, ``city`` or ``county``: what the code's digits say."""
        return level_of(self.code)

    def held_in(self, year: str | None) -> bool:
        """Whether the name had this code in a year (``None``: today)."""
        if year is None:
            return not self.until
        return (not self.since or self.since <= year) and (not self.until or year <= self.until)


@cache
def divisions() -> tuple[Division, ...]:
    """Every division, those of the past too, by code."""
    return columns("regions", Division._fields, Division._make)


@cache
def divisions_by_name() -> dict[str, tuple[Division, ...]]:
    """The divisions that a name, full or short, can mean."""
    found: dict[str, tuple[Division, ...]] = {}
    for division in divisions():
        name, short = division.name, division.short
        found[name] = (*found[name], division) if name in found else (division,)
        if short and division.short_guard != "never":
            found[short] = (*found[short], division) if short in found else (division,)
    return found


@cache
def divisions_by_code() -> dict[str, tuple[Division, ...]]:
    """The names that a code has had."""
    found: dict[str, tuple[Division, ...]] = {}
    for division in divisions():
        found[division.code] = (*found.get(division.code, ()), division)
    return found


def resolve_division(name: str, *, home: str | None = None, year: str | None = None) -> Division | None:
    """The division that ``name`` means in a text about ``home`` (a code) from ``year``.

    In this order: a name in force then before one that is past; in, above or beside home before
    elsewhere; the higher level before the lower (吉林 is the province). ``None`` where it stays
    open (鼓楼区 in a national text) or is unknown.
    """
    meant = divisions_by_name().get(name)
    if not meant:
        return None
    ranked = sorted(meant, key=lambda division: _rank(division, name, home, year))
    best = ranked[0]
    rivals = {d.code for d in ranked if _rank(d, name, home, year) == _rank(best, name, home, year)}
    return best if len(rivals) == 1 else None


def _rank(division: Division, name: str, home: str | None, year: str | None) -> tuple[bool, int, int, bool]:
    distance = 3 if home is None or home == NATION else distance_from(division.code, home)
    height = ("province", "city", "county").index(division.level)
    held = division.held_in(year) if year else not division.until
    return (not held, distance if height == 2 else min(distance, 1), height, division.name != name)


def distance_from(code: str, home: str) -> int:
    """How far a division lies from ``home``: 0 inside or above it, 1 in one city, 2 in one province, 3 elsewhere."""
    if is_within(code, home) or is_within(home, code):
        return 0
    if code[:4] == home[:4]:
        return 1
    return 2 if code[:2] == home[:2] else 3


@cache
def _neighbours() -> dict[str, frozenset[str]]:
    return dict(rows("neighbours", lambda row: (row["code"], frozenset(row["neighbours"].split()))))


def are_near(code: str, other: str) -> bool:
    """Whether two divisions lie in one province or in provinces that border on each other."""
    province = f"{other[:2]}0000"
    return code[:2] == other[:2] or province in _neighbours().get(f"{code[:2]}0000", frozenset())


def is_within(code: str, outer: str) -> bool:
    """Whether ``code`` is ``outer`` or lies in it."""
    if outer == NATION:
        return True
    stem = outer[:2] if outer.endswith("0000") else outer[:4] if outer.endswith("00") else outer
    return code.startswith(stem)


def level_of(code: str) -> str:
    """``nation``, ``province``, ``city`` or ``county``."""
    if code == NATION:
        return "nation"
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def name_in(code: str, year: str | None = None) -> str | None:
    """The name that a code had in a year (``None``: today, else its last one)."""
    names = divisions_by_code().get(code, ())
    for division in names:
        if division.held_in(year):
            return division.name
    return names[-1].name if names else None
