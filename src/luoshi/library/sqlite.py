"""A library in one file: how SQLite is opened so that a document is kept whole or not at all.

Write-ahead log, so that readers go on while one writes; ``synchronous=FULL``, so that what was told to
be kept survives also the loss of power; foreign keys; writers wait for each other.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from luoshi.library.migrate import migrate

PATIENCE = 60.0
"""Seconds that a writer waits for another."""

MARK = 0x4C75_6F53
"""``application_id`` in the file's head (sqlite.org/fileformat.html): LuoS."""


def engine(path: Path, *, read_only: bool) -> tuple[Engine, bool]:
    """An engine for a file that is there, and whether it can only be read."""
    may_write = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) and _takes_writing(path)
    mode = "rw" if may_write else "ro"
    if mode == "ro" and not _can_share(path):
        mode = "ro&immutable=1"  # a medium that nobody writes to: no log beside the file, and none can be made
    return _engine(path, mode, only_asks=read_only), read_only or not may_write


def create(path: Path) -> None:
    """Make an empty library; it appears when it is complete, and another made at once by somebody else stays."""
    with draft_beside(path) as draft:
        with suppress(FileNotFoundError):
            if path.stat().st_size == 0:
                path.unlink()
        made = _engine(draft, "rwc")
        try:
            migrate(made)
        finally:
            made.dispose()
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            draft.rename(path)


@contextmanager
def draft_beside(path: Path) -> Iterator[Path]:
    """A name for a file on its way to ``path``; what is left under it at the end goes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".luoshi-{os.getpid()}-{next(_numbers)}.tmp")
    try:
        yield draft
    finally:
        for left in (draft, *(draft.with_name(draft.name + end) for end in ("-wal", "-shm", "-journal"))):
            left.unlink(missing_ok=True)


def _engine(path: Path, mode: str, *, only_asks: bool = False) -> Engine:
    address = f"{path.absolute().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute("PRAGMA synchronous=FULL")
            if only_asks:  # and not mode=ro, which would leave the log lying beside the file
                connection.execute("PRAGMA query_only=ON")
            if mode == "rwc":
                connection.execute(f"PRAGMA application_id={MARK}")
                connection.execute("PRAGMA journal_mode=WAL")
        except BaseException:
            connection.close()
            raise
        return connection

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=8, max_overflow=56)
    event.listen(made, "begin", _begin)
    return made


def _begin(connection: Connection) -> None:
    """A writer asks for its place at the start: two that both read first would only find out at the end."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _takes_writing(path: Path) -> bool:
    """Whether the file system lets the file be opened for writing (a mount may be read-only)."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError:
        return False
    return True


def _can_share(path: Path) -> bool:
    """Whether a reader can take part in the write-ahead log: it is there, or can be made."""
    log = path.with_name(path.name + "-wal")
    return os.access(path.parent, os.W_OK) or log.exists()


def integrity(connection: Connection) -> list[str]:
    """What SQLite finds wrong in its file; empty where all is well."""
    rows: list[Any] = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
    rows += [f"foreign key: {row[0]} {row[1]}" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return [str(row) for row in rows if row != "ok"]


_numbers = count()
