"""A library: what is on its shelves, and putting there and taking away, one transaction a document."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from msgspec import structs
from msgspec.structs import asdict
from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from luoshi.errors import BadRequest, CannotKeep, Changed
from luoshi.library import mentions
from luoshi.library.changes import Changes, compare
from luoshi.library.choosing import choose, in_order, keys_in_order
from luoshi.library.corrected import LOST, Decided, corrected, decide
from luoshi.library.corrections import Correction
from luoshi.library.deciding import check_who, ready
from luoshi.library.entry import Added, Chosen, Entry, storable
from luoshi.library.facets import Facets, counted
from luoshi.library.faults import told
from luoshi.library.many import insert_many
from luoshi.library.memory import Memory, Recall, State, state_of
from luoshi.library.mentions import ALL, Mention, Sought
from luoshi.library.naming import full_id
from luoshi.library.opening import check_form, opened
from luoshi.library.parcel import Keeper, Parcel, pack
from luoshi.library.reasons import Kept, reasons
from luoshi.library.settling import STAYS, corrected_of, corrections_of, led_over, read_of, settle
from luoshi.library.tables import correction, document, finding, original, record
from luoshi.library.tallies import Tally, tallies
from luoshi.model import Document, Words
from luoshi.record import from_packed

Found = TypeVar("Found")

EVERYTHING = Chosen()

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
        self.writes = 0
        """It grows with each transaction that wrote through this object."""
        self._reasons: Kept = {}
        self._memory = Memory()
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
    def _remembering(self) -> Iterator[tuple[Connection, Recall]]:
        """As ``reading``; with it what keeps answers as long as the library is as it is at this moment."""
        with self.reading() as connection:
            yield connection, partial(self._memory.recall, state_of(connection))

    def state(self) -> State:
        """A mark that is another whenever a document was added, removed, read again or corrected, by whomever."""
        with self.reading() as connection:
            return state_of(connection)

    def remember(self, question: Hashable, answer: Callable[[], Found], *, size: int = 0) -> Found:
        """What ``answer`` gives, kept in memory until the library changes; nobody may change it.

        ``question`` begins with the name of the function that asks, so that no two ask the same. ``size`` says
        how many rows the answer is worth, where it has no length: ``memory.LARGEST`` are kept in all.
        """
        return self._memory.recall(self.state(), question, answer, size=size)

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
            check_form(connection, self.where)
            yield connection
        self.writes += 1

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
            from sqlalchemy.dialects import postgresql  # noqa: PLC0415 — a file does without, and without asyncio

            return postgresql.insert(table).on_conflict_do_nothing()
        return sqlite.insert(table).on_conflict_do_nothing()

    def _fill(self, connection: Connection, key: int, parcel: Parcel) -> None:
        """Write what belongs to a document's line."""
        connection.execute(insert(record), {"document": key, "data": parcel.record})
        insert_many(connection, finding, [row | {"document": key} for row in parcel.findings])
        for keeper in self.keepers:
            keeper.put(connection, key, parcel.kept[keeper.name])

    def replace(self, parcel: Parcel) -> Changes:
        """Put a new reading of a document in the place of the old; returns what changed.

        What people decided stays: each correction is led to its words, or kept without a place where
        they are gone. Name and time of adding stay. Raises ``NotInLibrary``.
        """
        new = from_packed(parcel.record)
        with self.writing() as connection:
            key, _ = self._locked(connection, parcel.id)
            old = read_of(connection, key)
            line = {name: value for name, value in parcel.document.items() if name not in STAYS}
            grown = document.c.revision + 1
            connection.execute(update(document).where(document.c.key == key).values(revision=grown, **line))
            for table in (record, finding):
                connection.execute(delete(table).where(table.c.document == key))
            self._fill(connection, key, parcel)
            decisions = led_over(old, new, corrections_of(connection, key))
            for each in decisions:
                moved = {name: getattr(each, name) for name in ("start", "end", "finding", "value", "before")}
                connection.execute(update(correction).where(correction.c.id == each.id).values(moved))
            decided = decide(new, decisions)
            if decisions:
                settle(connection, key, decided.document, self.keepers)
        gone = tuple(each for each in decisions if decided.states[each.id or 0] == LOST)
        return compare(old, new)._replace(kept=len(decisions) - len(gone), lost=gone)

    def correct(self, shortened: str, decided: Correction, *, seen: Collection[str] | None = None) -> int:
        """Keep what a person decided about a finding of a document; returns the correction's number.

        Tables, filters and search show it from then on. ``seen`` are marks, of the document (``version``) or of
        the finding (``Decided.mark``): where none of them holds any more, ``Changed`` is raised. Raises ``BadRequest``
        where there is no such finding or action, or where what it says does not fit (with the field that does not).
        """
        with self.writing() as connection:
            key, version = self._locked(connection, shortened)
            read, others = read_of(connection, key), corrections_of(connection, key)
            if not (decided.finding and seen and decide(read, others).mark(decided.finding) in seen):
                _must_be_seen(version, seen)
            row = asdict(ready(decided, read, others)) | {"document": key}
            del row["id"]
            number = int(connection.execute(insert(correction).returning(correction.c.id), row).scalar_one())
            settle(connection, key, corrected(read, corrections_of(connection, key)), self.keepers)
        return number

    def withdraw(
        self, shortened: str, number: int, *, who: str, when: str, seen: Collection[str] | None = None
    ) -> Correction:
        """Take a correction back; it stays in the document's history. Returns it as it is kept now.

        Raises ``BadRequest`` where the document has no correction of this number, or it was taken back before;
        ``Changed`` as ``correct``, for marks of the document.
        """
        check_who(who, when)
        with self.writing() as connection:
            key, version = self._locked(connection, shortened)
            _must_be_seen(version, seen)
            there = next((each for each in corrections_of(connection, key) if each.id == number), None)
            if there is None or there.withdrawn:
                raise _no_correction(number, taken_back=there is not None)
            now = {"withdrawn_by": storable(who.strip()), "withdrawn": when}
            connection.execute(update(correction).where(correction.c.id == number).values(now))
            settle(connection, key, corrected_of(connection, key), self.keepers)
        return structs.replace(there, **now)

    def corrections(self, shortened: str) -> list[Correction]:
        """What people decided about a document, oldest first, with what was taken back."""
        with self.reading() as connection:
            return corrections_of(connection, self._key(connection, shortened))

    def corrected_ids(self) -> list[str]:
        """The ids of the documents about which people decided something, in the order of ``entries``."""
        there = document.c.key.in_(select(correction.c.document))
        with self.reading() as connection:
            return list(connection.execute(in_order(select(document.c.id).where(there))).scalars())

    def decided(self, shortened: str) -> Decided:
        """A document as people corrected it, with what became of each correction."""
        with self.reading() as connection:
            key = self._key(connection, shortened)
            return decide(read_of(connection, key), corrections_of(connection, key))

    def states(self, shortened: str) -> dict[int, str]:
        """What became of each correction of a document, by its number: see ``luoshi.library.corrected``."""
        return self.decided(shortened).states

    def full(self, shortened: str) -> str:
        """The whole id of which this is the beginning; raises ``NotInLibrary``."""
        with self.reading() as connection:
            return full_id(connection, shortened, self.where)

    def has(self, sha256: str) -> bool:
        """Whether a document of these bytes is there."""
        with self.reading() as connection:
            return connection.execute(select(document.c.key).where(document.c.id == sha256)).first() is not None

    def get(self, shortened: str, *, as_read: bool = False) -> Document:
        """The document as people corrected it, or as rules read it."""
        with self.reading() as connection:
            key = self._key(connection, shortened)
            return read_of(connection, key) if as_read else corrected_of(connection, key)

    def original(self, shortened: str) -> bytes:
        """The bytes that the document was read from."""
        with self.reading() as connection:
            identity = full_id(connection, shortened, self.where)
            data = connection.execute(select(original.c.data).where(original.c.sha256 == identity)).scalar_one()
        return zlib.decompress(data)

    def version(self, shortened: str) -> tuple[str, str]:
        """The whole id, and a mark that is another whenever the document or what people decided about it is another."""
        with self.reading() as connection:
            identity = full_id(connection, shortened, self.where)
            line = select(document.c.key, document.c.revision).where(document.c.id == identity)
            return identity, _version(identity, *connection.execute(line).one())

    def entry(self, shortened: str) -> Entry:
        """The line of a document."""
        with self.reading() as connection:
            identity = full_id(connection, shortened, self.where)
            return Entry(**connection.execute(select(*LINE).where(document.c.id == identity)).mappings().one())

    def entries(
        self, chosen: Chosen = EVERYTHING, *, order: str = "date", limit: int | None = None, offset: int = 0
    ) -> list[Entry]:
        """The lines of the documents that are wanted, in one of ``ORDERS``: the newest date first, then by title."""
        if limit is None:
            wanted = in_order(choose(select(*LINE), chosen), order).offset(offset)
            with self.reading() as connection:
                return [Entry(**row) for row in connection.execute(wanted).mappings()]
        with self._remembering() as (connection, recall):
            keys = recall(("keys", chosen, order), lambda: keys_in_order(connection, chosen, order))
            some = keys[offset : offset + limit]
            rows = connection.execute(select(document.c.key, *LINE).where(document.c.key.in_(some))).mappings()
            lines = {row["key"]: Entry(**{name: row[name] for name in Entry.__struct_fields__}) for row in rows}
        return [lines[key] for key in some]

    def ids(self, chosen: Chosen = EVERYTHING) -> list[str]:
        """The ids of the documents that are wanted, in the order of ``entries``."""
        with self.reading() as connection:
            return list(connection.execute(in_order(choose(select(document.c.id), chosen))).scalars())

    def count(self, chosen: Chosen = EVERYTHING) -> int:
        """How many documents are there, or fit."""
        wanted = choose(select(func.count()).select_from(document), chosen)
        with self._remembering() as (connection, recall):
            return recall(("count", chosen), lambda: int(connection.execute(wanted).scalar_one()))

    def facets(self, chosen: Chosen = EVERYTHING) -> Facets:
        """How many documents have each level, region, year, genre and grade.

        What is chosen of a facet itself does not narrow it: the counts say what a further choice would bring.
        """
        with self._remembering() as (connection, recall):
            return recall(("facets", chosen), lambda: counted(connection, chosen))

    def reasons(self, ids: Iterable[str]) -> dict[str, tuple[Words, ...]]:
        """Why these documents (by their whole ids) have the grade that they have; those without a verdict are left out."""
        with self.reading() as connection:
            return reasons(connection, list(ids), self._reasons)

    def findings(
        self,
        sought: Sought = ALL,
        *,
        order: str = "date",
        descending: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> list[Mention]:
        """Findings of all documents that are wanted, each with its document, by any field of ``Mention``.

        ``date``: the newest document first, then in the order of the text; so do those stand that are alike in
        another order. Measures, quantities and deadlines are not among them. Raises ``BadRequest`` (no such order,
        more than a thousand at once), ``NotInLibrary`` (``sought.document``).
        """
        with self._remembering() as (connection, recall):
            return mentions.mentions(
                connection, self.where, sought, order, recall, descending=descending, limit=limit, offset=offset
            )

    def count_findings(self, sought: Sought = ALL) -> int:
        """How many findings are wanted."""
        with self._remembering() as (connection, recall):
            return sum(mentions.by_document(connection, self.where, sought, recall).values())

    def tallies(
        self, sought: Sought = ALL, by: tuple[str, ...] = (), *, only: tuple[str, tuple[str, ...]] | None = None
    ) -> list[Tally]:
        """How the findings that are wanted divide by columns (of ``luoshi.library.tallies.TALLIED``), in their order.

        ``only`` names a column and the values of it that are counted.
        """
        with self._remembering() as (connection, recall):
            found = recall(("tallies", sought, by, only), lambda: tallies(connection, self.where, sought, by, only))
        return list(found)

    def remove(self, shortened: str, *, seen: Collection[str] | None = None) -> Entry:
        """Take a document away with all that belongs to it, people's corrections too; returns its line.

        Raises ``Changed`` as ``correct``, for marks of the document.
        """
        with self.writing() as connection:
            key, version = self._locked(connection, shortened)
            _must_be_seen(version, seen)
            line = Entry(**connection.execute(select(*LINE).where(document.c.key == key)).mappings().one())
            for keeper in self.keepers:
                keeper.drop(connection, key)
            connection.execute(delete(document).where(document.c.key == key))
            connection.execute(delete(original).where(original.c.sha256 == line.id))
        return line

    def _key(self, connection: Connection, shortened: str) -> int:
        identity = full_id(connection, shortened, self.where)
        return int(connection.execute(select(document.c.key).where(document.c.id == identity)).scalar_one())

    def _locked(self, connection: Connection, shortened: str) -> tuple[int, str]:
        """The document's key and its mark; nobody else changes the document until this transaction ends."""
        identity = full_id(connection, shortened, self.where)
        line = select(document.c.key, document.c.revision).where(document.c.id == identity).with_for_update()
        there = connection.execute(line).one_or_none()
        if there is None:  # somebody removed it while this waited
            return self._locked(connection, identity)
        return there.key, _version(identity, *there)

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """Each document, or those of these ids; read one by one, so that memory stays flat."""
        for identity in self.ids() if ids is None else ids:
            yield self.get(identity)


def _version(identity: str, key: int, revision: int) -> str:
    """Keys are never given twice, and a revision grows with all that changes in a document."""
    return sha256(f"{identity} {key} {revision}".encode()).hexdigest()[:16]


def _must_be_seen(version: str, seen: Collection[str] | None) -> None:
    if seen is not None and version not in seen:
        raise Changed(
            Words("别人在此期间改过它。", "Somebody changed it in the meantime."),
            Words("请看过现在的内容再定。", "Look at what it says now, then decide."),
        )


def _no_correction(number: int, *, taken_back: bool) -> BadRequest:
    what = Words(f"这份文档没有第 {number} 号更正。", f"The document has no correction {number}.")
    if taken_back:
        return Changed(Words(f"第 {number} 号更正已经撤回。", f"Correction {number} was taken back already."))
    return BadRequest(what, Words("luoshi corrections 列出更正。", "luoshi corrections lists them."))


open_library = Library
"""As a verb."""
