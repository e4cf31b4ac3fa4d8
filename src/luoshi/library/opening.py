"""Find a library, or make one: where it is, whether it is one, whether this version knows its form."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from luoshi.errors import CannotOpen, NewerLibrary, said_by_system
from luoshi.library import postgresql, sqlite
from luoshi.library.faults import told
from luoshi.library.migrate import HEAD, KNOWN, migrate
from luoshi.patterns import regex
from luoshi.words import Words

SERVED = ("postgresql://", "postgres://", "postgresql+psycopg://")
"""How the address of a database on a server starts; anything else is the path of a file."""


_ADDRESS = regex("[A-Za-z][A-Za-z0-9+.-]{1,20}://")
"""How an address of anything starts: a file whose name does would be a mistake."""


class Opened(NamedTuple):
    """A database that holds a library; ``name`` is what messages call it."""

    engine: Engine
    name: str
    read_only: bool


def opened(where: str | Path, *, create: bool, read_only: bool, called: str = "") -> Opened:
    """The library in the file, or at the address ``postgresql://…``; ``Library`` says the rest."""
    served = str(where).startswith(SERVED)
    name = called or (postgresql.shown(str(where)) if served else str(where))
    with told(name):
        if not served and _ADDRESS.match(name):
            raise CannotOpen(
                Words(f"{name} 这种地址落实不认识。", f"{name} is no address that Luoshi knows."),
                Words(
                    "文库是一个文件，如 plans.db，或 postgresql://用户@主机/库名。",
                    "A library is a file, such as plans.db, or postgresql://user@host/name.",
                ),
            )
        if served:
            engine = postgresql.engine(str(where), read_only=read_only)
        else:
            path = Path(where).expanduser()
            if not _is_there(path, name):
                if not create or read_only:
                    raise _missing(name)
                _create(path, name)
            engine, read_only = sqlite.engine(path, read_only=read_only)
        try:
            _bring_up_to_date(engine, name, create=create, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
    return Opened(engine, name, read_only)


def _is_there(path: Path, name: str) -> bool:
    """Whether there is a file with something in it. Raises ``CannotOpen`` where that cannot be a library."""
    try:
        if path.is_dir():
            raise CannotOpen(
                Words(f"{name} 是文件夹，不是文库。", f"{name} is a folder, no library."),
                Words("文库是一个文件，如 plans.db。", "A library is a file, such as plans.db."),
            )
        return path.stat().st_size > 0
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise _refused(name, error) from None


def _create(path: Path, name: str) -> None:
    try:
        sqlite.create(path)
    except OSError as error:
        raise _refused(name, error) from None


def _refused(name: str, error: OSError | ValueError) -> CannotOpen:
    said = said_by_system(error)
    return CannotOpen(
        Words(f"文库 {name} 打不开：{said.zh}。", f"The library {name} cannot be opened: {said.en}."),
        Words("请检查路径和权限。", "Check its path and the rights to it."),
    )


def _missing(name: str) -> CannotOpen:
    return CannotOpen(
        Words(f"{name} 处还没有文库。", f"There is no library at {name} yet."),
        Words(
            "请用 luoshi add 加入文件来建立，或用 --library 指定另一个。",
            "Make one by adding files with luoshi add, or give another with --library.",
        ),
    )


def _bring_up_to_date(engine: Engine, name: str, *, create: bool, read_only: bool) -> None:
    version = version_of(engine)
    if version == HEAD:
        return
    if version is None and _has_tables(engine):
        raise CannotOpen(
            Words(f"{name} 不是落实的文库。", f"{name} is no library of Luoshi."),
            Words("请用 --library 指定另一个。", "Give another with --library."),
        )
    if version is not None and version not in KNOWN:
        raise _newer(name, version)
    if read_only or (version is None and not create):
        if version is None:
            raise _missing(name)
        raise CannotOpen(
            Words(
                f"文库 {name} 是旧版式（{version}），只读时无法升级。",
                f"The library {name} has an older form ({version}) and cannot be brought up to date read-only.",
            ),
            Words("请先在可写处打开一次。", "Open it once where it can be written."),
        )
    if version is None:
        migrate(engine)
        return
    from luoshi.library.settling import settle_all  # noqa: PLC0415 — only for a library of an older form

    migrate(engine, then=settle_all)


def _newer(name: str, version: object) -> NewerLibrary:
    return NewerLibrary(
        Words(
            f"文库 {name} 是更新版本的落实建立或升级的（版式 {version}，这里只认到 {HEAD}）。",
            f"A newer version of Luoshi made or changed the library {name} (form {version}; known here up to {HEAD}).",
        ),
        Words("文库没有动过。请把这里的落实也升级。", "It was left as it is. Upgrade Luoshi here too."),
    )


def check_form(connection: Connection, name: str) -> None:
    """Raise ``NewerLibrary`` where another process has brought the library to a newer form since it was opened here."""
    version = connection.execute(_VERSION).scalar()
    if str(version) != HEAD:
        raise _newer(name, version)


_VERSION = text("SELECT version_num FROM schema_version")


def version_of(engine: Engine) -> str | None:
    """The version of a library's form; ``None`` where it has none yet."""
    with engine.connect() as connection:
        try:
            version = connection.execute(_VERSION).scalar()
        except SQLAlchemyError:
            if _has_table(engine, "schema_version"):
                raise
            return None
    return None if version is None else str(version)


def _has_tables(engine: Engine) -> bool:
    from sqlalchemy import inspect  # noqa: PLC0415 — only for a database without a version

    return bool(inspect(engine).get_table_names())


def _has_table(engine: Engine, name: str) -> bool:
    from sqlalchemy import inspect  # noqa: PLC0415 — as above

    return inspect(engine).has_table(name)
