"""Many rows put into a table at once: the driver takes them as they are, SQLAlchemy does not look at each value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Dialect, Table, insert

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from luoshi.library.rows import Row


def insert_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have each column of the table: numbers, text, bytes; JSON, which is written here."""
    if rows:
        command, values, written = _command(connection.dialect, table)
        if written:
            rows = [row | {name: write(row[name]) for name, write in written.items()} for row in rows]
        connection.exec_driver_sql(command, [values(row) for row in rows])


@cache
def _command(dialect: Dialect, table: Table) -> tuple[str, Any, dict[str, Any]]:
    """The command, what picks its values out of a row, and what writes those that a driver does not take."""
    made = insert(table).compile(dialect=dialect)
    names = tuple(table.c.keys())
    written: dict[str, Any] = {
        column.key: write
        for column in table.c
        if isinstance(column.type, JSON) and (write := column.type.dialect_impl(dialect).bind_processor(dialect))
    }
    if made.positional:
        return str(made), itemgetter(*(made.positiontup or names)), written
    return str(made), dict, written
