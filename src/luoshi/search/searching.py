"""From a query to its answer: which documents, in which order, how they divide, and the passages of one page."""

from __future__ import annotations

from functools import reduce
from operator import or_
from threading import Lock

from sqlalchemy import Connection, bindparam, func, literal, select, union_all

from luoshi.library import Library
from luoshi.search import tables
from luoshi.search.columns import DIMENSIONS, HOLDINGS, Columns, read
from luoshi.search.facets import facets
from luoshi.search.facts import unpacked
from luoshi.search.filters import Filters
from luoshi.search.hits import Found
from luoshi.search.pages import Pages
from luoshi.search.parsing import parse
from luoshi.search.query import Query
from luoshi.search.ranking import Matches, Order, Worth
from luoshi.search.showing import WINDOW, hits
from luoshi.search.texts import Pieces
from luoshi.search.values import Values
from luoshi.search.view import STANDS, View
from luoshi.search.waiting import Waiting, Waits
from luoshi.search.wanted import Wanted

_SEGMENT, _WAITS = range(2)
_LOST = select(func.count()).where(tables.gone.c.segment == tables.segment.c.id).scalar_subquery()
_STATE = union_all(
    select(literal(_SEGMENT).label("sort"), tables.segment.c.id.label("number"), _LOST.label("other")),
    select(literal(_WAITS), tables.place.c.document, tables.place.c.id).where(tables.place.c.segment.is_(None)),
).order_by("sort", "number")
"""What there is: segments with how many of their documents no longer count, and documents that wait, by ``place.id``."""
_GONE = select(tables.gone.c.segment, tables.gone.c.place).where(
    tables.gone.c.segment.in_(bindparam("wanted", expanding=True))
)
_COLUMNS = (
    select(tables.segment.c.id, tables.segment.c["columns"])
    .where(tables.segment.c.id.in_(bindparam("wanted", expanding=True)))
    .execution_options(binary=True)
)
_WAITING = (
    select(tables.text.c.document, tables.text.c.facts, tables.text.c.text)
    .where(tables.text.c.document.in_(bindparam("wanted", expanding=True)))
    .order_by(tables.text.c.document)
    .execution_options(binary=True)
)


class Searcher:
    """Searches a library. Keeps what it has read of segments, which never change; may be used by several threads."""

    def __init__(self, library: Library) -> None:
        """Nothing is read before something is looked for."""
        self.library = library
        self._registry = {name: Values() for name in (*DIMENSIONS, *HOLDINGS)}
        self._pages = Pages()
        self._waiting: dict[int, Waits] = {}
        self._state: list[tuple[int, int, int]] = []
        self._view = View({}, {}, None, self._registry)
        self._lock = Lock()

    def search(self, query: Query | str, *, first: int = 0, size: int = 10, with_facets: bool = True) -> Found:
        """Look for a query, typed or understood. Raises ``BadQuery``.

        ``first`` (from 0) and ``size`` choose the page of hits.
        """
        asked = parse(query) if isinstance(query, str) else query
        wanted = Wanted.of(asked)
        first, size = max(0, first), max(0, size)
        with self.library.reading() as connection:
            with self._lock:
                view = self._seen(connection)
            matches = self._matches(connection, view, asked, wanted)
            worth = Worth(matches)
            order = Order(matches, worth)
            step = WINDOW if wanted.refined else 1
            windows = order.windows(first, size, step)
            shown = hits(connection, matches, wanted, worth, windows) if windows else []
        return Found(
            documents=order.count,
            searched=view.documents,
            first=first,
            hits=tuple(shown[first % step : first % step + size]),
            facets=facets(matches) if with_facets else {},
        )

    def _seen(self, connection: Connection) -> View:
        """All that there is now: what was seen the last time, unless something has changed."""
        state = [(sort, number, other) for sort, number, other in connection.execute(_STATE).all()]
        if state != self._state:
            segments = self._segments(connection, [number for sort, number, _ in state if sort == _SEGMENT])
            gone: dict[int, list[int]] = {}
            if some := [number for sort, number, lost in state if sort == _SEGMENT and lost]:
                for number, place in connection.execute(_GONE, {"wanted": some}).all():
                    gone.setdefault(number, []).append(place)
            waiting = self._held(connection, {other: number for sort, number, other in state if sort == _WAITS})
            self._view, self._state = View(segments, gone, waiting, self._registry), state
        return self._view

    def _segments(self, connection: Connection, segments: list[int]) -> dict[int, Columns]:
        """The columns of each segment: those that are new are read, those that are no more are let go."""
        every = {number: self._view.segments.get(number) for number in segments}
        if missing := [number for number, columns in every.items() if columns is None]:
            every |= {row.id: read(row.columns) for row in connection.execute(_COLUMNS, {"wanted": missing}).all()}
        return every  # type: ignore[return-value]

    def _held(self, connection: Connection, waiting: dict[int, int]) -> Waiting | None:
        """The documents that wait, by ``place.id``: those that are new are read."""
        kept = {place: self._waiting[place] for place in waiting if place in self._waiting}
        if missing := {key: place for place, key in waiting.items() if place not in kept}:
            for row in connection.execute(_WAITING, {"wanted": list(missing)}).all():
                facts = unpacked(row.facts, Pieces.read(row.text).whole())
                kept[missing[row.document]] = Waits.of(row.document, facts)
        self._waiting = kept
        return Waiting(kept[place] for place in sorted(kept)) if kept else None

    def _matches(self, connection: Connection, view: View, query: Query, wanted: Wanted) -> Matches:
        """Where the words stand, and which documents fit."""
        chosen = Filters(query, view)
        fits = chosen.documents()
        narrow = chosen.lines()
        plans = view.plans(wanted.forms())
        pages = self._pages.read(connection, plans)
        found = Matches(view, [], [], [], fits)
        for word in wanted.words:
            flags = reduce(or_, (view.lines(form, plans, pages) for form in word))
            flags = flags if narrow is None else flags & narrow
            marked = view.marked(flags)
            found.lines.append(flags)
            found.marked.append(marked)
            found.beside.append(view.beside(flags, marked))
            fits = fits & (found.beside[-1] >= STANDS)
        for word in wanted.without:
            for form in word:
                flags = view.lines(form, plans, pages)
                fits = fits & (view.beside(flags, view.marked(flags)) < STANDS)
        return found._replace(fits=fits)
