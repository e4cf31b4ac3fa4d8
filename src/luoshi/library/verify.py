"""Look whether a library holds what it should: every record, every hash, every row."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import asdict
from sqlalchemy import Connection, select

from luoshi.errors import LuoshiError
from luoshi.library import sqlite
from luoshi.library.corrected import corrected
from luoshi.library.entry import entry_of
from luoshi.library.rows import rows
from luoshi.library.settling import corrections_of
from luoshi.library.tables import document, finding, original, record
from luoshi.model import Document, Words
from luoshi.record import from_packed

if TYPE_CHECKING:
    from luoshi.library.store import Library


class Problem(NamedTuple):
    """Something wrong in a library; ``id`` is the document's, empty where it is the library's own."""

    id: str
    what: Words


def verify(library: Library) -> Iterator[Problem | None]:
    """What is wrong, document by document; ``None`` for each that is whole.

    For each document: its original has its hash, its record is one (quotes stand where they say) and is
    of these bytes, its line and its findings' rows say what the record says. For the library: its file
    is sound (SQLite), and nothing lies in it that belongs to no document.
    """
    with library.reading() as connection:
        for what in _of_the_library(connection):
            yield Problem("", what)
        keys = connection.execute(select(document.c.key, document.c.id).order_by(document.c.key)).all()
    for key, identity in keys:
        with library.reading() as connection:
            row = connection.execute(select(document).where(document.c.key == key)).mappings().first()
            if row is None:
                continue  # somebody took it away in the meantime
            problems = [Problem(identity, what) for what in _of_a_document(connection, dict(row))]
        yield from problems
        if not problems:
            yield None


def _of_the_library(connection: Connection) -> Iterator[Words]:
    if connection.dialect.name == "sqlite":
        for said in sqlite.integrity(connection):
            yield Words(f"数据库文件：{said}。", f"The database file: {said}.")
    lonely = select(original.c.sha256).where(original.c.sha256.not_in(select(document.c.id)))
    for identity in connection.execute(lonely).scalars():
        yield Words(f"原文件 {identity[:8]} 不属于任何文档。", f"The original {identity[:8]} belongs to no document.")


def _of_a_document(connection: Connection, row: dict[str, Any]) -> Iterator[Words]:
    key = row.pop("key")
    stored = connection.execute(select(original).where(original.c.sha256 == row["id"])).mappings().first()
    data = _unpacked(stored["data"]) if stored else None
    if stored is None:
        yield Words("原文件不在。", "Its original is missing.")
    elif data is None or sha256(data).hexdigest() != row["id"] or len(data) != stored["size"]:
        yield Words("原文件与其哈希值不符。", "Its original has not the hash that it should.")
    packed = connection.execute(select(record.c.data).where(record.c.document == key)).scalar()
    read = _read(packed)
    if isinstance(read, Words):
        yield read
        return
    if read.id != row["id"]:
        yield Words("记录是另一份文档的。", "Its record is another document's.")
        return
    read = corrected(read, corrections_of(connection, key))
    line = asdict(entry_of(read, row["name"], row["added"]))
    if differing := sorted(name for name, value in line.items() if row[name] != value):
        said = ", ".join(differing)
        yield Words(f"目录行与记录不符：{said}。", f"Its line does not say what the record says: {said}.")
    wanted = [each | {"document": key} for each in rows(read)]
    query = select(finding).where(finding.c.document == key).order_by(finding.c.number)
    if [dict(each) for each in connection.execute(query).mappings()] != wanted:
        yield Words("发现的各行与记录不符。", "The rows of its findings do not say what the record says.")


def _read(packed: bytes | None) -> Document | Words:
    if packed is None:
        return Words("记录不在。", "Its record is missing.")
    try:
        return from_packed(packed)
    except LuoshiError as error:
        return Words(f"记录有误：{error.told('zh')}", f"Its record is wrong: {error.told('en')}")


def _unpacked(data: bytes) -> bytes | None:
    try:
        return zlib.decompress(data)
    except zlib.error:
        return None
