"""A library: what is on its shelves, and putting there and taking away, one transaction a document."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from luoshi.errors import CannotKeep
from luoshi.library.choosing import choose, in_order
from luoshi.library.entry import Added, Chosen, Entry
from luoshi.library.faults import told
from luoshi.library.naming import full_id
from luoshi.library.parcel import Keeper, Parcel, pack
from luoshi.library.tables import document, finding, original, record
from luoshi.model import Document, Words
from luoshi.record import from_json

EVERYTHING = Chosen()

LINE = tuple(document.c[name] for name in Entry.__struct_fields__)
"""The columns of a document's line."""


class Library:
    """Documents with their originals. Made by ``open_library``; close it, or use it in ``with``.

    Ids may be shortened to a beginning of eight characters or more that fits only one document; where
    it fits none or several, ``NotInLibrary`` is raised. What the database complains of is raised as
    ``CannotKeep`` or ``CannotOpen``.
    """

    def __init__(
        self, engine: Engine, where: str, *, read_only: bool = False, keepers: tuple[Keeper, ...] = ()
    ) -> None:
        """``where`` is how people see the library's place."""
        self.engine, self.where, self.read_only, self.keepers = engine, where, read_only, keepers
        self._writer = engine.execution_options(writes=True)
        self._reader = engine
        if engine.dialect.name == "postgresql":  # a transaction of SQLite sees one moment anyway
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ")

    def __enter__(self) -> Self:
        """Nothing is needed at the start."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the database; a file is then one file again."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which all that is asked is of one moment."""
        with told(self.where), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all that is written in it is kept at its end, or nothing."""
        if self.read_only:
            raise CannotKeep(
                Words(f"文库 {self.where} 是只读的。", f"The library {self.where} is read-only."),
                Words(
                    "请取得写入权限，或用 --library 指定另一个文库。",
                    "Ask for the right to write, or give another one with --library.",
                ),
            )
        with told(self.where), self._writer.begin() as connection:
            yield connection

    def add(self, document: Document, data: bytes, *, name: str, when: str) -> Added:
        """Keep a document with ``data``, the bytes that it was read from, of the file ``name``.

        ``when`` is the time in UTC (``2026-11-22T08:00:00Z``). Bytes that are there already change
        nothing.
        """
        return self.put(pack(document, data, name, self.keepers), when)

    def put(self, parcel: Parcel, when: str) -> Added:
        """Keep a document that was made ready by ``pack`` with this library's ``keepers``."""
        with self.writing() as connection:
            connection.execute(self._unless_there(original), parcel.original)
            line = parcel.document | {"added": when}
            done = connection.execute(self._unless_there(document).returning(document.c.key), line).scalar()
            if done is None:
                return Added(parcel.id, new=False)
            self._fill(connection, done, parcel)
        return Added(parcel.id, new=True)

    def _unless_there(self, table: Any) -> Any:  # noqa: ANN401 — the two dialects' own classes of insert
        if self.engine.dialect.name == "postgresql":
            return postgresql.insert(table).on_conflict_do_nothing()
        return sqlite.insert(table).on_conflict_do_nothing()

    def _fill(self, connection: Connection, key: int, parcel: Parcel) -> None:
        """Write what belongs to a document's line."""
        connection.execute(insert(record), {"document": key, "data": parcel.record})
        if parcel.findings:
            connection.execute(insert(finding), [row | {"document": key} for row in parcel.findings])
        for keeper in self.keepers:
            keeper.put(connection, key, parcel.kept[keeper.name])

    def full(self, shortened: str) -> str:
        """The whole id of which this is the beginning; raises ``NotInLibrary``."""
        with self.reading() as connection:
            return full_id(connection, shortened, self.where)

    def has(self, sha256: str) -> bool:
        """Whether a document of these bytes is there."""
        with self.reading() as connection:
            return connection.execute(select(document.c.key).where(document.c.id == sha256)).first() is not None

    def get(self, shortened: str) -> Document:
        """The document, as it was when it was kept."""
        with self.reading() as connection:
            key = self._key(connection, shortened)
            data = connection.execute(select(record.c.data).where(record.c.document == key)).scalar_one()
        return from_json(zlib.decompress(data))

    def original(self, shortened: str) -> bytes:
        """The bytes that the document was read from."""
        with self.reading() as connection:
            identity = full_id(connection, shortened, self.where)
            data = connection.execute(select(original.c.data).where(original.c.sha256 == identity)).scalar_one()
        return zlib.decompress(data)

    def entry(self, shortened: str) -> Entry:
        """The line of a document."""
        with self.reading() as connection:
            identity = full_id(connection, shortened, self.where)
            return Entry(**connection.execute(select(*LINE).where(document.c.id == identity)).mappings().one())

    def entries(self, chosen: Chosen = EVERYTHING, *, limit: int | None = None, offset: int = 0) -> list[Entry]:
        """The lines of the documents that are wanted: the newest date first, then by title."""
        wanted = in_order(choose(select(*LINE), chosen)).offset(offset)
        with self.reading() as connection:
            return [Entry(**row) for row in connection.execute(wanted.limit(limit)).mappings()]

    def ids(self, chosen: Chosen = EVERYTHING) -> list[str]:
        """The ids of the documents that are wanted, in the order of ``entries``."""
        with self.reading() as connection:
            return list(connection.execute(in_order(choose(select(document.c.id), chosen))).scalars())

    def count(self, chosen: Chosen = EVERYTHING) -> int:
        """How many documents are there, or fit."""
        counted = choose(select(func.count()).select_from(document), chosen)
        with self.reading() as connection:
            return int(connection.execute(counted).scalar_one())

    def remove(self, shortened: str) -> Entry:
        """Take a document away with all that belongs to it, people's corrections too; returns its line."""
        with self.writing() as connection:
            identity = full_id(connection, shortened, self.where)
            line = Entry(**connection.execute(select(*LINE).where(document.c.id == identity)).mappings().one())
            key = self._key(connection, identity)
            for keeper in self.keepers:
                keeper.drop(connection, key)
            connection.execute(delete(document).where(document.c.key == key))
            connection.execute(delete(original).where(original.c.sha256 == identity))
        return line

    def _key(self, connection: Connection, shortened: str) -> int:
        identity = full_id(connection, shortened, self.where)
        return int(connection.execute(select(document.c.key).where(document.c.id == identity)).scalar_one())

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Each document, or those of these ids; read one by one, so that memory stays flat."""
        for identity in self.ids() if ids is None else ids:
            yield self.get(identity)
