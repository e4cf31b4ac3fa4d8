"""What a database complains of, as errors of Luoshi's own: what happened, what is kept, what to do."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import DecodeError
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnection

from luoshi.errors import CannotKeep, CannotOpen, LuoshiError
from luoshi.words import NOTHING, Words


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn what the database of the library at ``where`` raises into errors of Luoshi's own."""
    try:
        yield
    except DBAPIError as error:
        raise _told(where, error.orig or error) from error
    except sqlite3.Error as error:
        raise _told(where, error) from error
    except (zlib.error, DecodeError) as error:  # what a row packs is not as it was written
        raise _error(where, "damaged", _short(error)) from error
    except NoConnection as error:
        raise _error(where, "busy") from error
    except SQLAlchemyError as error:
        raise _error(where, "other", _short(error)) from error


def _told(where: str, error: BaseException) -> LuoshiError:
    if isinstance(error, sqlite3.Error):
        name = getattr(error, "sqlite_errorname", "") or ""
        kind = next((kind for start, kind in _SQLITE if name.startswith(start)), "other")
    else:
        state = getattr(error, "sqlstate", None) or _state_of(error)
        kind = next((kind for start, kind in _POSTGRESQL if state.startswith(start)), "other")
    return _error(where, kind, _short(error))


def _state_of(error: BaseException) -> str:
    """The state of a failure to connect, of which the driver has only the server's words."""
    if type(error).__name__ not in {"OperationalError", "InterfaceError", "ConnectionTimeout", "ConnectionFailure"}:
        return ""
    said = str(error)
    if 'database "' in said and "does not exist" in said:
        return "3D000"
    return "28000" if "authentication" in said or 'role "' in said or "no password" in said else "08000"


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:160]


def _error(where: str, kind: str, detail: str = "") -> LuoshiError:
    cls, what, advice = KINDS[kind]
    return cls(Words(what.zh.format(where, detail), what.en.format(where, detail)), advice)


_SQLITE = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_READONLY", "read_only"),
    ("SQLITE_PERM", "read_only"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "no_library"),
    ("SQLITE_CANTOPEN", "closed"),
    ("SQLITE_IOERR", "disk"),
)
"""The starts of SQLite's result codes (sqlite.org/rescode.html)."""

_POSTGRESQL = (
    ("53100", "full"),
    ("53", "busy"),
    ("25006", "read_only"),
    ("42501", "read_only"),
    ("55P03", "busy"),
    ("40", "busy"),
    ("57014", "busy"),
    ("58", "disk"),
    ("XX", "damaged"),
    ("3D000", "no_database"),
    ("28", "no_entry"),
    ("08", "unreachable"),
    ("57P", "unreachable"),
)
"""The starts of PostgreSQL's states (its documentation, appendix A)."""

_NOTHING_LOST = Words("已加入的文档都在；", "What was added is kept; ")

KINDS: dict[str, tuple[type[LuoshiError], Words, Words]] = {
    "full": (
        CannotKeep,
        Words("文库 {0} 所在的磁盘已满。", "The disk of the library {0} is full."),
        Words(
            f"{_NOTHING_LOST.zh}请腾出空间，再运行一次会接着做。",
            f"{_NOTHING_LOST.en}make room and run it again to go on.",
        ),
    ),
    "read_only": (
        CannotKeep,
        Words("文库 {0} 是只读的。", "The library {0} is read-only."),
        Words(
            "请取得写入权限，或用 --library 指定另一个文库。",
            "Ask for the right to write, or give another one with --library.",
        ),
    ),
    "busy": (
        CannotKeep,
        Words("文库 {0} 一直被别的程序占用。", "The library {0} was busy with another program for too long."),
        Words(f"{_NOTHING_LOST.zh}请稍后再运行一次。", f"{_NOTHING_LOST.en}run it again later."),
    ),
    "disk": (
        CannotKeep,
        Words("文库 {0} 所在的磁盘读写出错（{1}）。", "The disk of the library {0} fails to read or write ({1})."),
        Words("请检查磁盘，再用 luoshi verify 检查文库。", "Check the disk, then the library with luoshi verify."),
    ),
    "damaged": (
        CannotOpen,
        Words("文库 {0} 已损坏（{1}）。", "The library {0} is damaged ({1})."),
        Words("请用 luoshi restore 从备份恢复到新文库。", "Restore a backup into a new library with luoshi restore."),
    ),
    "no_library": (
        CannotOpen,
        Words("{0} 不是落实的文库。", "{0} is no library of Luoshi."),
        Words("请用 --library 指定另一个文件。", "Give another file with --library."),
    ),
    "closed": (
        CannotOpen,
        Words("文库 {0} 打不开（{1}）。", "The library {0} cannot be opened ({1})."),
        Words("请检查路径和权限。", "Check its path and the rights to it."),
    ),
    "no_database": (
        CannotOpen,
        Words("服务器上没有文库 {0} 的数据库。", "There is no database for the library {0} on its server."),
        Words("请先建库：createdb --encoding UTF8 名称。", "Make it first: createdb --encoding UTF8 NAME."),
    ),
    "no_entry": (
        CannotOpen,
        Words("数据库不让进文库 {0}（{1}）。", "The database refuses entry to the library {0} ({1})."),
        Words("请检查用户名和密码。", "Check user and password."),
    ),
    "unreachable": (
        CannotOpen,
        Words("连不上文库 {0} 的数据库（{1}）。", "The database of the library {0} cannot be reached ({1})."),
        Words("请检查地址，以及服务器是否在运行。", "Check the address, and whether the server runs."),
    ),
    "other": (
        CannotKeep,
        Words("文库 {0} 的数据库拒绝了（{1}）。", "The database of the library {0} refused ({1})."),
        NOTHING,
    ),
}
"""What can be wrong with a library's database: the error, what happened, what to do."""
