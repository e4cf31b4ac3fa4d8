"""The shelf as people ask for it: which documents, in which order, which page of them."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.actions.asking import Said, one_of, page, several, years
from luoshi.library import ORDERS, Chosen, Entry, Facets, Library
from luoshi.library.facets import LEVELS
from luoshi.model import Words

SIZE = 50
"""Documents on a page."""

GRADES = "ABCD"


class Asked(NamedTuple):
    """What was asked for: ``page`` counts from 1."""

    chosen: Chosen = Chosen()
    order: str = "date"
    page: int = 1


class Shelf(NamedTuple):
    """A page of the shelf: of ``total`` documents that fit the lines of some, with the reasons of their grades."""

    asked: Asked
    total: int
    pages: int
    entries: list[Entry]
    reasons: dict[str, tuple[Words, ...]]
    facets: Facets


def asked(said: Said) -> Asked:
    """What the parameters of an address ask for: each name with its values.

    ``level`` ``region`` ``genre`` ``grade`` (any of several), ``year`` (``2025`` or ``2024..2026``) or ``from``
    and ``to``, ``sort`` (one of ``ORDERS``), ``page``. What is empty counts as not said. Raises ``BadRequest``
    where a value makes no sense.
    """
    grades = several({"grade": "".join(several(said, "grade")).upper()}, "grade", GRADES)  # one may hold several: AB
    chosen = Chosen(
        level=several(said, "level", LEVELS) or None,
        region=several(said, "region") or None,
        years=years(said),
        genre=several(said, "genre") or None,
        grades="".join(sorted(grades)) or None,
    )
    return Asked(chosen, one_of(said, "sort", ORDERS) or "date", page(said))


def shelf(library: Library, wanted: Asked, *, size: int = SIZE) -> Shelf:
    """The page of the shelf that is wanted; behind the last page there are no entries."""
    total = library.count(wanted.chosen)
    entries = library.entries(wanted.chosen, order=wanted.order, limit=size, offset=(wanted.page - 1) * size)
    return Shelf(
        asked=wanted,
        total=total,
        pages=max(1, -(-total // size)),
        entries=entries,
        reasons=library.reasons([entry.id for entry in entries]),
        facets=library.facets(wanted.chosen),
    )
