"""How the documents of a library divide: by level, region, year, genre and grade, with how many of each."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Text, cast, func, literal, select, union_all

from luoshi.library.choosing import Rows, choose
from luoshi.library.entry import Chosen
from luoshi.library.tables import document


class Share(NamedTuple):
    """How many documents have a value."""

    value: str
    documents: int


class Facets(NamedTuple):
    """The values that there are, each with its documents.

    Levels from the nation down, years from the newest, grades from the best; regions and genres with the
    most documents first. A document without a value is counted nowhere. A region counts what choosing
    it would bring: also those whose names hold its name.
    """

    level: tuple[Share, ...]
    region: tuple[Share, ...]
    year: tuple[Share, ...]
    genre: tuple[Share, ...]
    grade: tuple[Share, ...]


LEVELS = ("nation", "province", "city", "county", "region", "park")
"""The levels, from the nation down."""

_CHOOSES = {"level": "level", "region": "region", "year": "years", "genre": "genre", "grade": "grades"}
"""For each facet the field of ``Chosen`` that it narrows."""

MOST = 200
"""So many regions are counted, those with the most documents."""


def counted(connection: Connection, chosen: Chosen) -> Facets:
    """The facets of a choice, in one question."""
    queries: list[Rows] = []
    for name, field in _CHOOSES.items():
        column = document.c[name]
        query: Any = select(
            literal(name).label("facet"), cast(column, Text).label("value"), func.count().label("documents")
        )
        queries.append(choose(query.where(column.is_not(None)), chosen._replace(**{field: None})).group_by(column))
    found: dict[str, dict[str, int]] = {name: {} for name in _CHOOSES}
    for row in connection.execute(union_all(*queries)).mappings():
        found[row["facet"]][row["value"]] = row["documents"]
    return Facets(
        level=_sorted(found["level"], {level: place for place, level in enumerate(LEVELS)}),
        region=_regions(found["region"]),
        year=tuple(Share(year, found["year"][year]) for year in sorted(found["year"], reverse=True)),
        genre=_sorted(found["genre"], {}),
        grade=tuple(Share(*each) for each in sorted(found["grade"].items())),
    )


def _sorted(counts: dict[str, int], places: dict[str, int]) -> tuple[Share, ...]:
    ordered = sorted(counts.items(), key=lambda each: (places.get(each[0], len(places)), -each[1], each[0]))
    return tuple(Share(*each) for each in ordered)


def _regions(counts: dict[str, int]) -> tuple[Share, ...]:
    largest = sorted(counts, key=lambda region: (-counts[region], region))[:MOST]
    everywhere = {region: sum(number for name, number in counts.items() if region in name) for region in largest}
    return _sorted(everywhere, {})
