"""Targets and achievements of all documents, one a row: chosen, sorted, page by page; what pages and REST both show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from luoshi.actions.asking import Said, days, one, one_of, page, years
from luoshi.knowledge.indicators import Indicator, concept, indicators
from luoshi.library import Library, Mention, Sought, Tally
from luoshi.library.facets import LEVELS
from luoshi.library.mentions import MOST
from luoshi.model import Period
from luoshi.model.values import Quantity

SIZE = 50
"""Rows on a page."""

MANY = 40
"""So many values a filter offers, those that most statements have."""

KINDS = {"target": ("target",), "achievement": ("achievement",), "both": ("target", "achievement")}
"""What ``kind`` may say."""

SORTS = ("date", "kind", "indicator", "value", "period", "binding", "who", "region", "document")
"""What ``sort`` may say: the heads of the table. With ``-`` before it the order is turned round."""

_COLUMNS = {"period": "last_day", "who": "actor", "document": "title"}


class Statement(Struct, frozen=True):
    """A target or an achievement with the document that says it.

    ``document`` and ``finding`` are ids: the words stand at ``/d/{document}#{finding}``. ``indicator`` is in
    the text's words, ``concept`` the id of the standard indicator, if known. ``written`` is the quantity as the text
    writes it; ``value`` and ``high`` are in base units (see ``luoshi.model.values``). ``first_day`` and
    ``last_day`` are those of the period: the last day is the deadline. ``who`` is whom it binds or describes.
    ``quote`` is cut at 200 characters. ``year`` is that of the document.
    """

    document: str
    title: str
    genre: str | None
    level: str | None
    region: str | None
    year: int | None
    finding: str
    kind: str
    indicator: str
    concept: str | None
    written: str
    value: float | None
    high: float | None
    unit: str
    comparator: str
    measure: str
    first_day: str | None
    last_day: str | None
    binding: str | None
    who: str | None
    basis: str
    quote: str

    @property
    def quantity(self) -> Quantity:
        """The quantity as the model has it."""
        return Quantity(self.value, self.high, self.unit, self.comparator, self.measure)

    @property
    def period(self) -> Period | None:
        """The period, as short as its days allow: 2026-01-01 to 2030-12-31 is 2026/2030."""
        if self.first_day is None or self.last_day is None:
            return None
        return shortest(self.first_day, self.last_day)


class Asked(NamedTuple):
    """Which statements, in which order, which page (from 1)."""

    sought: Sought
    kind: str = "target"
    sort: str = "date"
    descending: bool = False
    page: int = 1


class Choices(NamedTuple):
    """What the filters can be set to: each value with how many statements have it, whatever else is chosen."""

    levels: tuple[tuple[str, int], ...]
    genres: tuple[tuple[str, int], ...]
    years: tuple[tuple[int, int], ...]
    units: tuple[tuple[str, int], ...]
    bindings: tuple[tuple[str, int], ...]


class Table(NamedTuple):
    """A page of what was asked for, of ``total`` rows on so many ``pages``."""

    asked: Asked
    total: int
    pages: int
    rows: list[Statement]
    indicator: Indicator | None
    """The standard indicator that the choice is about, if it is about one."""


def asked(said: Said) -> Asked:
    """What the parameters of an address ask for.

    ``kind`` (one of ``KINDS``), ``words`` (in the quote), ``indicator`` (an indicator's id, one of its names, or a part
    of the text's words for it), ``level``, ``region`` (a part of the name, or a GB/T 2260 code or its start), ``year`` or
    ``from`` and ``to`` (of the document), ``due_from`` and ``due_to`` (year, month or day: the deadline lies between),
    ``unit`` (``%`` for shares and growth), ``measure``, ``binding`` (``binding``, ``anticipatory``, ``none``), ``who`` (a part),
    ``genre``, ``document`` (id), ``sort``, ``page``. What is empty is not asked for. Raises ``BadRequest``.
    """
    kind = one_of(said, "kind", KINDS) or "target"
    sort = one_of(said, "sort", (*SORTS, *(f"-{name}" for name in SORTS))) or "date"
    about = one(said, "indicator")
    known = standard(about) if about else None
    unit = one(said, "unit")
    sought = Sought(
        kinds=KINDS[kind],
        words=one(said, "words"),
        concept=known.id if known else None,
        indicator=about if about and not known else None,
        level=one_of(said, "level", LEVELS),
        region=one(said, "region"),
        years=years(said),
        days=days(said),
        unit="" if unit == "%" else unit,
        measure=one(said, "measure"),
        binding=one_of(said, "binding", ("binding", "anticipatory")),
        actor=one(said, "who"),
        genre=one(said, "genre"),
        document=one(said, "document"),
    )
    return Asked(sought, kind, sort.removeprefix("-"), sort.startswith("-"), page(said))


def standard(words: str) -> Indicator | None:
    """The standard indicator of this id or name."""
    wanted = concept(words) or words
    return next((each for each in indicators() if each.id == wanted), None)


def table(library: Library, wanted: Asked, *, size: int = SIZE) -> Table:
    """The page that is asked for; behind the last one there are no rows."""
    total = library.count_findings(wanted.sought)
    found = library.findings(
        wanted.sought,
        order=_COLUMNS.get(wanted.sort, wanted.sort),
        descending=wanted.descending,
        limit=size,
        offset=(wanted.page - 1) * size,
    )
    known = wanted.sought.concept
    about = standard(known) if known else None
    return Table(wanted, total, max(1, -(-total // size)), [statement(each) for each in found], about)


def statements(library: Library, wanted: Asked, *, most: int | None = None) -> Iterator[Statement]:
    """All that is asked for, in its order, whatever the page (not more than ``most``); read piece by piece."""
    start = 0
    while most is None or start < most:
        size = MOST if most is None else min(MOST, most - start)
        found = library.findings(
            wanted.sought,
            order=_COLUMNS.get(wanted.sort, wanted.sort),
            descending=wanted.descending,
            limit=size,
            offset=start,
        )
        yield from map(statement, found)
        if len(found) < size:
            return
        start += size


def choices(library: Library, kind: str) -> Choices:
    """What the filters of a kind (a key of ``KINDS``) can be set to."""
    sought = Sought(kinds=KINDS[kind])
    levels, genres, years = _counted(library.tallies(sought, ("level", "genre", "year")), 3)
    units, bindings = _counted(library.tallies(sought, ("unit", "binding")), 2)
    units["%"] = units.pop("", 0)
    return Choices(
        levels=tuple((level, levels[level]) for level in LEVELS if levels[level]),
        genres=_most(genres),
        years=tuple((year, years[year]) for year in sorted(filter(None, years), reverse=True)),
        units=_most(units),
        bindings=_most(bindings),
    )


def _counted(found: list[Tally], columns: int) -> tuple[Counter[Any], ...]:
    counts: tuple[Counter[Any], ...] = tuple(Counter() for _ in range(columns))
    for each in found:
        for counted, value in zip(counts, each.values, strict=True):
            counted[value] += each.findings
    return counts


def _most(counts: Counter[Any]) -> tuple[tuple[str, int], ...]:
    there = [(value, number) for value, number in counts.items() if value is not None and number]
    return tuple(sorted(there, key=lambda each: (-each[1], each[0])))[:MANY]


def statement(found: Mention) -> Statement:
    """The row of a target or an achievement."""
    return Statement(
        document=found.document,
        title=found.title,
        genre=found.genre,
        level=found.level,
        region=found.region,
        year=found.year,
        finding=found.id,
        kind=found.kind,
        indicator=found.indicator or "",
        concept=found.concept,
        written=found.written or "",
        value=found.value,
        high=found.high,
        unit=found.unit or "",
        comparator=found.comparator or "=",
        measure=found.measure or "level",
        first_day=found.first_day,
        last_day=found.last_day,
        binding=found.binding,
        who=found.actor,
        basis=found.basis,
        quote=found.quote,
    )


def shortest(first: str, last: str) -> Period:
    """The shortest way to say two days: whole years and months without their days."""
    if first.endswith("-01-01") and last.endswith("-12-31"):
        return Period(first[:4], last[:4])
    month = Period(first[:7], last[:7])
    if (month.first_day, month.last_day) == (first, last):
        return month
    return Period(first, last)
