"""A library on a PostgreSQL server, shared by many people."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from luoshi.errors import BadRequest, CannotOpen, MissingExtra
from luoshi.words import Words

PATIENCE = 10
"""Seconds to wait for the server to answer."""


def engine(address: str, *, read_only: bool) -> Engine:
    """An engine for the database at an address ``postgresql://user:password@host/name``.

    Raises ``BadRequest`` where that is no address, ``MissingExtra`` where the driver is not
    installed, ``CannotOpen`` where the database does not keep its text as UTF-8.
    """
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        raise BadRequest(
            Words("文库的地址写得不对。", "That is no address of a library."),
            Words("应写作 postgresql://用户@主机/库名。", "Write postgresql://user@host/name."),
        ) from None
    try:
        import psycopg  # noqa: F401, PLC0415 — an extra, and only for this kind of library
    except ImportError:
        raise MissingExtra(
            Words("PostgreSQL 文库要用 psycopg。", "A library on PostgreSQL needs psycopg."),
            Words("请安装：pip install 'psycopg[binary]'。", "Install it: pip install 'psycopg[binary]'."),
        ) from None
    options: dict[str, Any] = {"connect_timeout": PATIENCE}
    if read_only:
        options["options"] = "-c default_transaction_read_only=on"
    made = create_engine(url, connect_args=options, pool_pre_ping=True, pool_size=8, max_overflow=56)
    event.listen(made, "before_cursor_execute", _in_bytes)
    try:
        with made.connect() as connection:
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    except BaseException:
        made.dispose()
        raise
    if encoding != "UTF8":
        made.dispose()
        raise CannotOpen(
            Words(
                f"文库 {shown(address)} 的数据库编码是 {encoding}，存不下中文。",
                f"The database of the library {shown(address)} keeps text as {encoding}, which cannot hold Chinese.",
            ),
            Words("请另建一个：createdb --encoding UTF8 名称。", "Make another: createdb --encoding UTF8 NAME."),
        )
    return made


def _in_bytes(_connection: Any, cursor: Any, _said: str, _given: Any, context: Any, _many: bool) -> None:  # noqa: ANN401, FBT001 — SQLAlchemy's hook
    """The answer to a statement with the option ``binary`` comes as bytes: large ones are half as long so."""
    if context is not None and context.execution_options.get("binary"):
        cursor.format = 1  # psycopg.pq.Format.BINARY


def shown(address: str) -> str:
    """The address without its password."""
    try:
        return make_url(address).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):
        return address.partition("://")[0] + "://…"
