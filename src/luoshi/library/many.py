"""Many rows put into a table at once: the driver takes them as they are, SQLAlchemy does not look at each value."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Dialect, Table, insert

from luoshi.library.tables import OneOf

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from luoshi.library.rows import Row


def insert_many(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows that have each column of the table: numbers, text, bytes."""
    if rows:
        command, values, numbers = _command(connection.dialect, table)
        numbered = (row | {name: number[row[name]] for name, number in numbers.items()} for row in rows)
        connection.exec_driver_sql(command, [values(row) for row in numbered])


@cache
def _command(dialect: Dialect, table: Table) -> tuple[str, Any, dict[str, dict[str, int]]]:
    """The command, what picks its values out of a row, and the numbers of words by column."""
    made = insert(table).compile(dialect=dialect)
    names = tuple(table.c.keys())
    numbers = {column.key: column.type.numbers for column in table.c if isinstance(column.type, OneOf)}
    if made.positional:
        return str(made), itemgetter(*(made.positiontup or names)), numbers
    return str(made), dict, numbers
