"""The pages of postings as a database hands them out; those asked for lately stay in memory, for they never change."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from sqlalchemy import Connection, bindparam, select

from luoshi.search import tables
from luoshi.search.postings import Page
from luoshi.search.view import Plans

ROOM = 32_000_000
"""So many bytes stay in memory."""

_PAGES = (
    select(tables.page.c.id, tables.page.c.data)
    .where(tables.page.c.id.in_(bindparam("wanted", expanding=True)))
    .execution_options(binary=True)
)
_MASK = (1 << tables.PAGE_BITS) - 1


class Pages:
    """Pages by segment and number; may be used by several threads."""

    def __init__(self, room: int = ROOM) -> None:
        """None yet."""
        self._room = room
        self._kept: OrderedDict[tuple[int, int], tuple[Page, int]] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def read(self, connection: Connection, plans: Plans) -> dict[tuple[int, int], Page]:
        """The pages that say where words stand, in one question for all that are not kept."""
        wanted = {
            (segment, page)
            for plan in plans.values()
            for segment, ranges in plan.items()
            for each in ranges
            for page in each.pages
        }
        with self._lock:
            found = {each: self._kept[each][0] for each in wanted if each in self._kept}
            for each in found:
                self._kept.move_to_end(each)
        if missing := sorted(segment << tables.PAGE_BITS | page for segment, page in wanted - found.keys()):
            read = connection.execute(_PAGES, {"wanted": missing}).all()
            new = {(number >> tables.PAGE_BITS, number & _MASK): (Page.read(data), len(data)) for number, data in read}
            self._keep(new)
            found |= {each: page for each, (page, _) in new.items()}
        return found

    def _keep(self, new: dict[tuple[int, int], tuple[Page, int]]) -> None:
        with self._lock:
            for each, page in new.items():
                if each not in self._kept:
                    self._kept[each] = page
                    self._size += page[1]
            while self._size > self._room:
                self._size -= self._kept.popitem(last=False)[1][1]
