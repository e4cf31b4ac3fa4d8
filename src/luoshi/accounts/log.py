"""The audit log: who did what, when, from where."""

from __future__ import annotations

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, func, insert, or_, select

from luoshi.accounts.tables import event
from luoshi.library import Library
from luoshi.library.entry import storable

LONGEST = 500
"""Characters of each field that are kept."""


class Event(Struct, frozen=True):
    """A line of the log. ``what`` is a code (``sign-in``, ``POST``), ``about`` what it was done to."""

    id: int
    when: str
    who: str
    what: str
    about: str
    address: str


class Log:
    """The log of a library."""

    def __init__(self, library: Library) -> None:
        """``library`` holds it."""
        self._library = library

    def write(self, who: str, what: str, about: str = "", *, address: str = "", when: str) -> None:
        """Add a line."""
        with self._library.writing() as connection:
            written(connection, who, what, about, address=address, when=when)

    def events(self, words: str = "", *, limit: int = 100, offset: int = 0) -> list[Event]:
        """Lines that hold ``words`` anywhere, the newest first."""
        query = select(*event.c).order_by(event.c.id.desc()).limit(limit).offset(offset)
        with self._library.reading() as connection:
            return [Event(**row) for row in connection.execute(query.where(_holds(words))).mappings()]

    def count(self, words: str = "") -> int:
        """How many lines hold ``words``."""
        with self._library.reading() as connection:
            return int(connection.execute(select(func.count()).select_from(event).where(_holds(words))).scalar_one())


def written(connection: Connection, who: str, what: str, about: str = "", *, address: str = "", when: str) -> None:
    """Add a line within a transaction."""
    line = {"when": when, "who": who, "what": what, "about": about, "address": address}
    kept = {name: storable(value)[:LONGEST] for name, value in line.items()}
    connection.execute(insert(event), kept)


def _holds(words: str) -> ColumnElement[bool]:
    wanted = storable(words)
    fields = (event.c.when, event.c.who, event.c.what, event.c.about, event.c.address)
    return or_(*(field.contains(wanted, autoescape=True) for field in fields))
