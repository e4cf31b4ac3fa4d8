"""From a query to its answer: which documents, in which order, how they divide, and the passages of one page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from sqlalchemy import Connection, bindparam, literal, select, union_all

from luoshi.library import Library
from luoshi.search import tables
from luoshi.search.columns import DIMENSIONS, HOLDINGS, Columns, Flags, Range, Values, read
from luoshi.search.facets import facets
from luoshi.search.facts import Facts, unpacked
from luoshi.search.filters import Filters
from luoshi.search.hits import Found
from luoshi.search.parsing import parse
from luoshi.search.postings import Page
from luoshi.search.query import Query
from luoshi.search.ranking import Order, Part, Worth
from luoshi.search.showing import WINDOW, hits
from luoshi.search.texts import Pieces
from luoshi.search.waiting import Waiting
from luoshi.search.wanted import Wanted

_SEGMENT, _GONE, _WAITS = range(3)
_STATE = union_all(
    select(literal(_SEGMENT).label("sort"), tables.segment.c.id.label("number"), literal(0).label("place")),
    select(literal(_GONE), tables.gone.c.segment, tables.gone.c.place),
    select(literal(_WAITS), tables.place.c.document, tables.place.c.id).where(tables.place.c.segment.is_(None)),
).order_by("sort", "number")
_COLUMNS = (
    select(tables.segment.c.id, tables.segment.c["columns"])
    .where(tables.segment.c.id.in_(bindparam("wanted", expanding=True)))
    .execution_options(binary=True)
)
_PAGES = (
    select(tables.page.c.id, tables.page.c.data)
    .where(tables.page.c.id.in_(bindparam("wanted", expanding=True)))
    .execution_options(binary=True)
)
_WAITING = (
    select(tables.text.c.document, tables.text.c.facts, tables.text.c.text)
    .where(tables.text.c.document.in_(bindparam("wanted", expanding=True)))
    .order_by(tables.text.c.document)
)


class Searcher:
    """Searches a library. Keeps what it has read of segments, which never change; may be used by several threads."""

    def __init__(self, library: Library) -> None:
        """Nothing is read before something is looked for."""
        self.library = library
        self._columns: dict[int, Columns] = {}
        self._registry = {name: Values() for name in (*DIMENSIONS, *HOLDINGS)}
        self._lock = Lock()
        self._waiting: tuple[dict[int, int], Waiting] | None = None

    def search(self, query: Query | str, *, first: int = 0, size: int = 10, with_facets: bool = True) -> Found:
        """Look for a query, typed or understood. Raises ``BadQuery``.

        ``first`` (from 0) and ``size`` choose the page of hits.
        """
        asked = parse(query) if isinstance(query, str) else query
        wanted = Wanted.of(asked)
        first, size = max(0, first), max(0, size)
        with self.library.reading() as connection:
            parts, documents = self._parts(connection, asked, wanted)
            worth = Worth(parts, documents)
            order = Order(parts, worth)
            step = WINDOW if wanted.refined else 1
            windows = order.windows(first, size, step)
            shown = hits(connection, parts, wanted, worth, windows) if windows else []
        return Found(
            documents=order.count,
            searched=documents,
            first=first,
            hits=tuple(shown[first % step : first % step + size]),
            facets=facets(parts, self._registry) if with_facets else {},
        )

    def _parts(self, connection: Connection, query: Query, wanted: Wanted) -> tuple[list[Part], int]:
        """What each segment says, and how many documents there are."""
        segments: list[int] = []
        gone: dict[int, list[int]] = {}
        waiting: dict[int, int] = {}
        for sort, number, place in connection.execute(_STATE):
            if sort == _SEGMENT:
                segments.append(number)
            elif sort == _GONE:
                gone.setdefault(number, []).append(place)
            else:
                waiting[number] = place
        with self._lock:
            every = self._read_columns(connection, segments)
            held = self._held(connection, waiting) if waiting else None
        chosen = Filters(query, self._registry)
        forms = wanted.forms()
        plans = {number: {form: columns.plan(form) for form in forms} for number, columns in every.items()}
        pages = _pages(connection, plans)
        parts = []
        documents = 0
        for number, columns in every.items():
            alive = np.ones(len(columns.key), np.bool_)
            alive[gone.get(number, [])] = False
            documents += int(np.count_nonzero(alive))
            parts.append(_part(columns, _finder(columns, number, plans[number], pages), chosen, wanted, alive))
        if held is not None:
            documents += len(waiting)
            parts.append(_part(held.columns, held.lines, chosen, wanted, np.ones(len(waiting), np.bool_)))
        return parts, documents

    def _read_columns(self, connection: Connection, segments: list[int]) -> dict[int, Columns]:
        """The columns of each segment: those that are new are read, those that are no more are let go."""
        kept = self._columns
        missing = [number for number in segments if number not in kept]
        new = (
            {row.id: read(row.columns) for row in connection.execute(_COLUMNS, {"wanted": missing})} if missing else {}
        )
        for columns in new.values():
            columns.numbered(self._registry)
        every = {number: kept[number] if number in kept else new[number] for number in segments}
        self._columns = every
        return every

    def _held(self, connection: Connection, waiting: dict[int, int]) -> Waiting:
        """The documents that wait, which may be those of the last time."""
        kept = self._waiting
        if kept is not None and kept[0] == waiting:
            return kept[1]
        found = connection.execute(_WAITING, {"wanted": list(waiting)}).all()
        facts: list[tuple[int, Facts]] = [
            (row.document, unpacked(row.facts, Pieces.read(row.text).whole())) for row in found
        ]
        made = Waiting(facts)
        made.columns.numbered(self._registry)
        self._waiting = (waiting, made)
        return made


Plans = dict[int, dict[str, list[Range]]]
"""For each segment where each word is to be looked for."""


def _pages(connection: Connection, plans: Plans) -> dict[int, Page]:
    """The pages that say where the words stand, in one question."""
    wanted = {
        number << tables.PAGE_BITS | page
        for number, words in plans.items()
        for plan in words.values()
        for each in plan
        for page in each.pages
    }
    if not wanted:
        return {}
    return {each: Page.read(data) for each, data in connection.execute(_PAGES, {"wanted": sorted(wanted)})}


def _finder(
    columns: Columns, number: int, plans: dict[str, list[Range]], pages: dict[int, Page]
) -> Callable[[str], Flags]:
    low = number << tables.PAGE_BITS
    return lambda form: columns.lines(form, plans[form], lambda page: pages[low | page])


def _part(columns: Columns, find: Callable[[str], Flags], chosen: Filters, wanted: Wanted, alive: Flags) -> Part:
    fits = chosen.documents(columns, alive)
    narrow = chosen.lines(columns)
    lines = []
    has = []
    for word in wanted.words:
        flags = _either(find, word)
        if narrow is not None:
            flags = flags & narrow
        there = columns.documents(flags)
        lines.append(flags)
        has.append(there)
        fits = fits & there
    for word in wanted.without:
        fits = fits & ~columns.documents(_either(find, word))
    return Part(columns, lines, has, fits)


def _either(find: Callable[[str], Flags], forms: tuple[str, ...]) -> Flags:
    flags = find(forms[0])
    for form in forms[1:]:
        flags = flags | find(form)
    return flags
