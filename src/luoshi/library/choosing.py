"""From what is wanted to SQL, and the order in which documents are listed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_

from luoshi.library.entry import Chosen, storable
from luoshi.library.tables import document

Rows = Select[Any]


def choose(query: Rows, chosen: Chosen) -> Rows:
    """The query, of those documents only that fit."""
    columns = document.c
    if chosen.level is not None:
        query = query.where(columns.level == storable(chosen.level))
    if chosen.genre is not None:
        query = query.where(columns.genre == storable(chosen.genre))
    if chosen.region is not None:
        query = query.where(in_region(storable(chosen.region)))
    if chosen.years is not None:
        query = query.where(columns.year.between(*chosen.years))
    if chosen.grades is not None:
        query = query.where(columns.grade.in_(list(storable(chosen.grades))))
    return query


def in_region(region: str) -> ColumnElement[bool]:
    """Whether a document is for a place: a part of its name, or how its code begins."""
    if region.isascii() and region.isdigit():
        return document.c.region_code.startswith(region, autoescape=True)
    return or_(document.c.region == region, document.c.region.contains(region, autoescape=True))


def in_order(query: Rows) -> Rows:
    """The query, the newest date first, else the first year that they are for, those without either last, then by title and id."""
    columns = document.c
    return query.order_by(func.coalesce(columns.date, columns.period_first, "").desc(), columns.title, columns.id)
