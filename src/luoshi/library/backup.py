"""One file out, one file in: from either database into either.

A backup is itself a library in a file, so it can also be opened and read as it is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Integer, Table, func, insert, select, text

from luoshi.errors import BadRequest, CannotKeep, CannotOpen, said_by_system
from luoshi.library import sqlite
from luoshi.library.settling import corrected_of
from luoshi.library.store import Library, open_library
from luoshi.library.tables import correction, document, finding, original, record
from luoshi.model import Words

CARRIED = (original, document, record, finding, correction)
"""The tables of a backup: what others keep for each document they make anew."""

AT_ONCE = 200
"""How many rows are carried at once."""


def backup(library: Library, path: Path, also: tuple[Table, ...] = ()) -> int:
    """Write all of a library, as it is at one moment, into a new file; returns how many documents.

    ``also`` are further tables of its database to take along.

    The file appears when it is complete. Raises ``BadRequest`` where there is something already.
    """
    if path.exists():
        raise BadRequest(
            Words(f"{path} 已经有了，没有覆盖。", f"{path} is there already and was not replaced."),
            Words("请换一个文件名。", "Give another name."),
        )
    try:
        with sqlite.draft_beside(path) as draft:
            with open_library(draft) as copy, library.reading() as source, copy.writing() as target:
                _carry(source, target, (*CARRIED, *also))
                number = _count(target)
            draft.rename(path)
    except OSError as error:
        why = said_by_system(error)
        raise CannotKeep(
            Words(f"备份写不进 {path}：{why.zh}。", f"The backup cannot be written to {path}: {why.en}."),
            Words("请换一个位置。", "Give another place."),
        ) from None
    return number


def restore(library: Library, path: Path, also: tuple[Table, ...] = ()) -> int:
    """Put all of a backup into an empty library, all or nothing; returns how many documents.

    Tables of ``also`` that have something already stay as they are.

    Backups of older versions are understood; the file itself is not changed. Raises ``BadRequest``
    where the library is not empty, ``CannotOpen`` where there is no backup or it is damaged.
    """
    if number := library.count():
        raise BadRequest(
            Words(
                f"文库 {library.where} 里已有 {number} 份文档。", f"The library {library.where} has {number} documents."
            ),
            Words("请用 --library 指定一个新的文库来恢复。", "Restore into a new one, given with --library."),
        )
    with _opened(path) as copy, copy.reading() as source:
        if problems := sqlite.integrity(source):
            raise CannotOpen(
                Words(f"备份 {path} 已损坏（{problems[0]}）。", f"The backup {path} is damaged ({problems[0]})."),
                Words("请用另一份备份。", "Take another one."),
            )
        with library.writing() as target:
            empty = tuple(
                table for table in also if target.execute(select(*table.primary_key).limit(1)).first() is None
            )
            _carry(source, target, (*CARRIED, *empty))
            _tell_keepers(library, target)
            return _count(target)


@contextmanager
def _opened(path: Path) -> Iterator[Library]:
    """The backup, in a copy of its own: it may be brought up to date, the file stays as it is."""
    try:
        with tempfile.TemporaryDirectory(prefix="luoshi-") as folder:
            copy = Path(folder) / "backup.db"
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):  # a library that was copied while it was open has a log beside it
                shutil.copyfile(f"{path}-wal", f"{copy}-wal")
            with open_library(copy, create=False, called=str(path)) as opened:
                yield opened
    except OSError as error:
        why = said_by_system(error)
        raise CannotOpen(
            Words(f"备份 {path} 打不开：{why.zh}。", f"The backup {path} cannot be opened: {why.en}."),
            Words("请检查路径，以及临时文件夹的空间。", "Check its path, and the room for temporary files."),
        ) from None


def _carry(source: Connection, target: Connection, tables: tuple[Table, ...]) -> None:
    for table in tables:
        rows = source.execution_options(yield_per=AT_ONCE).execute(select(table).order_by(*table.primary_key))
        for part in rows.mappings().partitions(AT_ONCE):
            target.execute(insert(table), [dict(row) for row in part])
        if target.dialect.name == "postgresql":
            _count_on(target, table)


def _tell_keepers(library: Library, target: Connection) -> None:
    if not library.keepers:
        return
    for key in target.execute(select(record.c.document).order_by(record.c.document)).scalars().all():
        made = corrected_of(target, key)
        for keeper in library.keepers:
            keeper.put(target, key, keeper.pack(made))


def _count_on(target: Connection, table: Table) -> None:
    """New rows get numbers after those that were carried."""
    column = table.autoincrement_column
    if column is None or not isinstance(column.type, Integer):
        return
    last = target.execute(select(func.max(column))).scalar()
    if last is not None:
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"),
            {"table": table.name, "column": column.name, "last": last},
        )


def _count(target: Connection) -> int:
    return int(target.execute(select(func.count()).select_from(document)).scalar_one())
