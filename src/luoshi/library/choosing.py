"""From what is wanted to SQL, and the order in which documents are listed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from luoshi.library.entry import Chosen, Several, storable
from luoshi.library.tables import document

Rows = Select[Any]


def choose(query: Rows, chosen: Chosen) -> Rows:
    """The query, of those documents only that fit."""
    columns = document.c
    if chosen.level is not None:
        query = query.where(columns.level.in_(_each(chosen.level)))
    if chosen.genre is not None:
        query = query.where(columns.genre.in_(_each(chosen.genre)))
    if chosen.region is not None:
        query = query.where(or_(*map(in_region, _each(chosen.region))))
    if chosen.years is not None:
        query = query.where(columns.year.between(*chosen.years))
    if chosen.grades is not None:
        query = query.where(columns.grade.in_(list(storable(chosen.grades))))
    return query


def _each(wanted: Several) -> list[str]:
    return [storable(each) for each in ((wanted,) if isinstance(wanted, str) else wanted)]


def in_region(region: str) -> ColumnElement[bool]:
    """Whether a document is for a place: a part of its name, or how its code begins."""
    if region.isascii() and region.isdigit():
        return document.c.region_code.startswith(region, autoescape=True)
    return or_(document.c.region == region, document.c.region.contains(region, autoescape=True))


def in_order(query: Rows, order: str = "date") -> Rows:
    """The query in one of ``ORDERS``; those that are equal in it by date, title and id."""
    columns = document.c
    by_date = func.coalesce(columns.date, columns.period_first, "").desc(), columns.title, columns.id
    first: dict[str, tuple[ColumnElement[Any], ...]] = {
        "date": (),
        "title": (columns.title,),
        "added": (columns.added.desc(), columns.key.desc()),
        "grade": (columns.grade.is_(None), columns.grade),
        "targets": (func.coalesce(columns.counts["target"].as_integer(), 0).desc(),),
    }
    return query.order_by(*first[order], *by_date)


def keys_in_order(connection: Connection, chosen: Chosen, order: str) -> list[int]:
    """The keys of the documents that are wanted, in one of ``ORDERS``."""
    return list(connection.execute(in_order(choose(select(document.c.key), chosen), order)).scalars())


ORDERS = ("date", "title", "added", "grade", "targets")
"""How documents are listed: the newest date first (else the first year that they are for, those without either last), by
title, the last added first, the best grade first, the most targets first."""
