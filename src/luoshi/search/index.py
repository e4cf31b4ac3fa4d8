"""The index as it grows: a document waits as it is, many are packed into a segment, small segments into larger ones.

All of it happens in the transaction that adds or removes the document, so the index is never ahead of
the library nor behind. A segment is never changed: what is removed from it is noted beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from sqlalchemy import Connection, ScalarSelect, Table, bindparam, delete, func, insert, select, text, update

from luoshi.library import Keeper, Library
from luoshi.library.settling import corrected_of
from luoshi.library.tables import document as documents
from luoshi.model import Document
from luoshi.search import tables
from luoshi.search.facts import Facts, facts_of, packed, unpacked
from luoshi.search.texts import Pieces

WAITING = 250_000
"""So many characters of documents wait before they are packed: a search looks through them as they are."""
SIZES = (1_500_000, 12_000_000)
"""A segment of fewer characters than one of these is merged with others of its size, ``TOGETHER`` at once."""
TOGETHER = 8
_LOCK = 0x4C75_6F54
"""The number of the advisory lock that lets one at a time pack in PostgreSQL."""
_AT_ONCE = 500


class Packed(NamedTuple):
    """What is kept of a document: its clean text and the facts, as bytes."""

    characters: int
    text: bytes
    facts: bytes


def keeper(waiting: int = WAITING) -> Keeper:
    """What keeps the index of a library: give it to ``open_library``.

    Who adds thousands of documents lets more characters wait: each is then packed fewer times.
    """
    return Keeper("search", pack, partial(_put, waiting=waiting), drop)


def pack(document: Document) -> Packed:
    """Do what needs no database."""
    return pack_facts(facts_of(document))


def pack_facts(facts: Facts) -> Packed:
    """Facts as they are kept: the text by itself, for passages are cut from it."""
    return Packed(len(facts.text), Pieces.of(facts.text).written(), packed(facts))


def _put(connection: Connection, key: int, given: Packed, *, waiting: int) -> None:
    drop(connection, key)
    connection.execute(insert(tables.text), {"document": key, **given._asdict()})
    connection.execute(insert(tables.place), {"document": key, "segment": None, "place": None})
    settle(connection, waiting)


def drop(connection: Connection, key: int) -> None:
    """Take a document out of the index."""
    connection.execute(delete(tables.place).where(tables.place.c.document == key))
    connection.execute(delete(tables.text).where(tables.text.c.document == key))


def settle(connection: Connection, waiting: int = WAITING) -> None:
    """Pack what waits, if it is ``waiting`` characters or more, and merge small segments that are many."""
    if _characters_waiting(connection) < max(1, waiting) or not _alone(connection):
        return
    _pack(connection, _locked(connection, tables.place.c.segment.is_(None)))
    while few := _to_merge(connection):
        merge(connection, few)


def merge(connection: Connection, segments: Iterable[int]) -> None:
    """Make one segment (or as many as their size asks for) of several."""
    old = list(segments)
    _pack(connection, _locked(connection, tables.place.c.segment.in_(old)))
    for number in old:
        low = number << tables.PAGE_BITS
        connection.execute(delete(tables.page).where(tables.page.c.id.between(low, low + (1 << tables.PAGE_BITS) - 1)))
    connection.execute(delete(tables.gone).where(tables.gone.c.segment.in_(old)))
    connection.execute(delete(tables.segment).where(tables.segment.c.id.in_(old)))


def catch_up(library: Library) -> int:
    """Index the documents that a library keeps without their being in the index; returns how many.

    They were kept by a version without an index, or through a ``Library`` without this keeper. Of a
    library that is read-only nothing is indexed.
    """
    with library.reading() as connection:
        if library.read_only or connection.execute(_ALL_THERE).scalar_one():
            return 0
        keys = _missing(connection)
    for start in range(0, len(keys), _AT_ONCE):
        with library.writing() as connection:
            for key in sorted(set(keys[start : start + _AT_ONCE]) & set(_missing(connection))):
                _put(connection, key, pack(corrected_of(connection, key)), waiting=SIZES[-1])
            settle(connection)
    return len(keys)


def _number(table: Table) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).scalar_subquery()


_ALL_THERE = select(_number(documents) == _number(tables.place))
"""Counted over the lines: a table of records is as long as all that is kept."""


def _missing(connection: Connection) -> list[int]:
    """The keys of the documents that are not in the index."""
    there = select(tables.place.c.id).where(tables.place.c.document == documents.c.key).exists()
    return list(connection.execute(select(documents.c.key).where(~there).order_by(documents.c.key)).scalars())


def _characters_waiting(connection: Connection) -> int:
    wait = (
        select(func.coalesce(func.sum(tables.text.c.characters), 0))
        .join(tables.place, tables.place.c.document == tables.text.c.document)
        .where(tables.place.c.segment.is_(None))
    )
    return int(connection.execute(wait).scalar_one())


def _alone(connection: Connection) -> bool:
    """Whether nobody else packs: a writer of SQLite is alone; in PostgreSQL the other one will see to it."""
    if connection.dialect.name != "postgresql":
        return True
    return bool(connection.execute(text(f"SELECT pg_try_advisory_xact_lock({_LOCK})")).scalar())


def _locked(connection: Connection, which: object) -> list[int]:
    """The documents in some segments; nobody removes them until this transaction ends."""
    wanted = select(tables.place.c.document).where(which).order_by(tables.place.c.document)  # type: ignore[arg-type]
    return list(connection.execute(wanted.with_for_update()).scalars())


def _to_merge(connection: Connection) -> list[int]:
    """Segments of one size that have become many, or of whose documents most are gone."""
    lost = select(func.count()).where(tables.gone.c.segment == tables.segment.c.id).scalar_subquery().label("lost")
    there = connection.execute(
        select(tables.segment.c.id, tables.segment.c.characters, tables.segment.c.documents, lost)
    ).all()
    empty = [each.id for each in there if each.lost * 2 > each.documents]
    if empty:
        return empty
    low = 0
    for high in SIZES:
        alike = [each.id for each in there if low <= each.characters < high]
        if len(alike) >= TOGETHER:
            return alike
        low = high
    return []


def _pack(connection: Connection, keys: list[int]) -> None:
    group: list[tuple[int, Facts]] = []
    size = 0
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        found = connection.execute(
            select(tables.text.c.document, tables.text.c.facts, tables.text.c.text)
            .where(tables.text.c.document.in_(some))
            .order_by(tables.text.c.document)
        )
        for key, facts, content in found:
            group.append((key, unpacked(facts, Pieces.read(content).whole())))
            size += len(group[-1][1].text)
            if size >= SIZES[-1]:
                _write(connection, group)
                group, size = [], 0
    if group:
        _write(connection, group)


def _write(connection: Connection, group: list[tuple[int, Facts]]) -> None:
    from luoshi.search.building import built  # noqa: PLC0415 — with numpy, and only for every hundredth document
    from luoshi.search.columns import written  # noqa: PLC0415

    made = built(group)
    number = connection.execute(
        insert(tables.segment).returning(tables.segment.c.id),
        {
            "documents": len(group),
            "characters": sum(len(facts.text) for _, facts in group),
            "columns": written(made.columns),
        },
    ).scalar_one()
    low = int(number) << tables.PAGE_BITS
    for start in range(0, len(made.pages), _AT_ONCE):
        some = enumerate(made.pages[start : start + _AT_ONCE], low + start)
        connection.execute(insert(tables.page), [{"id": each, "data": data} for each, data in some])
    connection.execute(
        update(tables.place)
        .where(tables.place.c.document == bindparam("key"))
        .values(segment=number, place=bindparam("at")),
        [{"key": key, "at": at} for at, (key, _) in enumerate(group)],
    )
