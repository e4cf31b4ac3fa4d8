"""Many rows put into a table at once: the driver takes them as they are, SQLAlchemy does not look at each value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Dialect, Table, insert

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from luoshi.library.rows import Row


def insert_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have each column of the table. For columns of numbers, text and bytes: a driver takes no JSON."""
    if rows:
        command, values = _command(connection.dialect, table)
        connection.exec_driver_sql(command, [values(row) for row in rows])


@cache
def _command(dialect: Dialect, table: Table) -> tuple[str, Any]:
    made = insert(table).compile(dialect=dialect)
    names = tuple(table.c.keys())
    if made.positional:
        return str(made), itemgetter(*(made.positiontup or names))
    return str(made), dict
