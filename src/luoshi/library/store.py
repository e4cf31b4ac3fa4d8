"""A library: what is on its shelves, and putting there and taking away, one transaction a document."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from msgspec.structs import asdict
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from luoshi.errors import CannotKeep
from luoshi.library.changes import Changes, compare
from luoshi.library.choosing import choose, in_order
from luoshi.library.corrections import Correction, anchor, checked
from luoshi.library.entry import Added, Chosen, Entry, storable
from luoshi.library.faults import told
from luoshi.library.naming import full_id
from luoshi.library.opening import opened
from luoshi.library.parcel import Keeper, Parcel, pack
from luoshi.library.tables import correction, document, finding, original, record
from luoshi.model import Document, Words
from luoshi.record import from_json

EVERYTHING = Chosen()

_STAYS = frozenset({"id", "name", "added"})
"""What a new reading does not change in a document's line."""

LINE = tuple(document.c[name] for name in Entry.__struct_fields__)
"""The columns of a document's line."""


class Library:
    """Documents with their originals, in the file or at the address ``postgresql://…`` that is given.

    One that is not there is made, unless ``create`` is false; one of an older version is brought up
    to date, unless ``read_only``. Close it, or use it in ``with``. ``keepers`` keep something more for
    each document; ``called`` is what messages call the library, if not ``where``.

    Raises ``CannotOpen`` (there is none, it is damaged, it cannot be reached), ``NewerLibrary``, and
    here and in every method ``CannotKeep`` where it cannot be written.

    Ids may be shortened to a beginning of eight characters or more that fits only one document; where
    it fits none or several, ``NotInLibrary`` is raised.
    """

    def __init__(
        self,
        where: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        keepers: tuple[Keeper, ...] = (),
        called: str = "",
    ) -> None:
        """Open it, or make it."""
        self.engine, self.where, self.read_only = opened(where, create=create, read_only=read_only, called=called)
        self.keepers = keepers
        self._reader, self._writer = self.engine, self.engine.execution_options(writes=True)
        if self.engine.dialect.name == "postgresql":  # a transaction of SQLite sees one moment anyway
            self._reader = self.engine.execution_options(isolation_level="REPEATABLE READ")

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

    def replace(self, parcel: Parcel) -> Changes:
        """Put a new reading of a document in the place of the old; returns what changed.

        What people decided stays: each correction is led to its words, or kept without a place where
        they are gone. Name and time of adding stay. Raises ``NotInLibrary``.
        """
        new = from_json(zlib.decompress(parcel.record))
        with self.writing() as connection:
            key = self._key(connection, parcel.id)
            packed = select(record.c.data).where(record.c.document == key).with_for_update()
            old = from_json(zlib.decompress(connection.execute(packed).scalar_one()))
            line = {name: value for name, value in parcel.document.items() if name not in _STAYS}
            connection.execute(update(document).where(document.c.key == key).values(line))
            for table in (record, finding):
                connection.execute(delete(table).where(table.c.document == key))
            self._fill(connection, key, parcel)
            found = [(each, anchor(each, new)) for each in self._corrections(connection, key)]
            for each, span in found:
                place = {"start": span.start, "end": span.end} if span else {"start": None, "end": None}
                connection.execute(update(correction).where(correction.c.id == each.id).values(place))
        lost = tuple(each for each, span in found if span is None)
        return compare(old, new)._replace(kept=len(found) - len(lost), lost=lost)

    def correct(self, shortened: str, decided: Correction) -> int:
        """Keep what a person decided about words of a document; returns the correction's number.

        Raises ``BadRequest`` where the words do not stand where it says, or there is no such action.
        """
        with self.writing() as connection:
            key = self._key(connection, shortened)
            packed = connection.execute(select(record.c.data).where(record.c.document == key)).scalar_one()
            row = asdict(checked(decided, from_json(zlib.decompress(packed)))) | {"document": key}
            del row["id"]
            row |= {name: storable(row[name]) for name in ("quote", "who", "note")}
            return int(connection.execute(insert(correction).returning(correction.c.id), row).scalar_one())

    def corrections(self, shortened: str) -> list[Correction]:
        """What people decided about a document, oldest first."""
        with self.reading() as connection:
            return self._corrections(connection, self._key(connection, shortened))

    def _corrections(self, connection: Connection, key: int) -> list[Correction]:
        columns = [correction.c[name] for name in Correction.__struct_fields__]
        query = select(*columns).where(correction.c.document == key).order_by(correction.c.id)
        return [Correction(**row) for row in connection.execute(query).mappings()]

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


open_library = Library
"""As a verb."""
