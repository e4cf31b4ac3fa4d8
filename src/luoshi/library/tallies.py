"""How findings over all documents divide: counts by one column or several."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from luoshi.library.mentions import Sought, asks_documents, chosen
from luoshi.library.tables import document, finding

OF_DOCUMENT = ("document", "title", "genre", "level", "region", "year", "date")

TALLIED = (
    *OF_DOCUMENT,
    *("kind", "name", "concept", "unit", "measure", "actor", "form", "binding", "severity"),
)
"""By what findings can be counted: fields of ``Mention``, and ``date``: that of the document, else the first year of its period."""


INDEXED = frozenset({"name", "concept"})
"""Columns with an index of those findings that have something in them."""


class Tally(NamedTuple):
    """How many findings have these values, in how many documents, from which year of these to which."""

    values: tuple[Any, ...]
    findings: int
    documents: int
    first: int | None
    last: int | None


def tallies(
    connection: Connection, where: str, sought: Sought, by: tuple[str, ...], only: tuple[str, tuple[str, ...]] | None
) -> list[Tally]:
    """The counts in the order of the values, those that have nothing in a column last (of ``INDEXED`` they are not counted).

    ``only`` names a column and the values of it that are counted.
    """
    ours = [name for name in by if name not in OF_DOCUMENT]
    inner = select(*(finding.c[name] for name in ours), finding.c.document, func.count().label("findings"))
    narrowed = only is not None and only[0] in OF_DOCUMENT
    query = chosen(inner, connection, where, sought, joined=narrowed or asks_documents(sought))
    for name in INDEXED.intersection(ours):  # the index has only those that have one
        query = query.where(finding.c[name].is_not(None))
    if only is not None and narrowed:
        query = query.where(_of_document(only[0]).in_(only[1]))
    elif only is not None:
        query = query.where(finding.c[only[0]].in_(only[1]))
    each = query.group_by(*(finding.c[name] for name in ours), finding.c.document).subquery()
    columns = [_of_document(name) if name in OF_DOCUMENT else each.c[name] for name in by]
    year = document.c.year
    # of each document there is one row for the same values, so that rows are documents
    counted = (func.sum(each.c.findings), func.count(), func.min(year), func.max(year))
    outer = select(*columns, *counted).join_from(each, document, each.c.document == document.c.key).group_by(*columns)
    found = connection.execute(outer.order_by(*(column.asc().nulls_last() for column in columns)))
    return [Tally(tuple(row[: len(by)]), int(row[-4]), int(row[-3]), row[-2], row[-1]) for row in found]


def _of_document(name: str) -> ColumnElement[Any]:
    if name == "date":
        return func.coalesce(document.c.date, document.c.period_first)
    return document.c["id" if name == "document" else name]
