"""A table of any rows as CSV, XLSX or JSON: what a page shows, to be taken along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import msgspec

from luoshi.exports.columns import Column
from luoshi.exports.csv import table
from luoshi.exports.rows import Row
from luoshi.exports.xlsx import ROWS, fitting
from luoshi.model import Words


class Kind(NamedTuple):
    """A way to write a table: the end of its address, and its media type."""

    ending: str
    media_type: str


KINDS = (
    Kind("csv", "text/csv; header=present"),  # who sends it over HTTP adds the charset, as to all text
    Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Kind("json", "application/json"),
)

Columns = dict[str, Column]
"""The columns by their ids, in their order."""


def written(kind: str, name: Words, columns: Columns, rows: Iterable[Row], language: str) -> bytes:
    """The table: ``name`` is that of the sheet. CSV and JSON are the same in every language: their heads are the ids."""
    if kind == "csv":
        return table(tuple(columns), ([row.get(key) for key in columns] for row in rows))
    if kind == "json":
        return msgspec.json.encode([{key: row.get(key) for key in columns} for row in rows]) + b"\n"
    return _xlsx(name.told(language), columns, rows, language)


def _xlsx(name: str, columns: Columns, rows: Iterable[Row], language: str) -> bytes:
    from xlsxwriter import Workbook  # noqa: PLC0415 — heavy, and only needed here

    file = BytesIO()
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F2EFE8"})
        wrap = book.add_format({"valign": "top", "text_wrap": True})
        top = book.add_format({"valign": "top"})
        page = book.add_worksheet(name[:31])
        for number, column in enumerate(columns.values()):
            page.set_column(number, number, column.width, wrap if column.width >= _WRAPPED else top)
            page.write_string(0, number, column.head.told(language), head)
        page.freeze_panes(1, 0)
        last = 0
        for last, row in zip(range(1, ROWS), rows, strict=False):
            _line(
                page,
                last,
                [row.get(key) for key in columns],
                [wrap if c.width >= _WRAPPED else top for c in columns.values()],
            )
        page.autofilter(0, 0, max(last, 1), len(columns) - 1)
    return file.getvalue()


def _line(page: Any, number: int, cells: Sequence[Any], looks: Sequence[Any]) -> None:  # noqa: ANN401 — a sheet's own class
    for place, (cell, look) in enumerate(zip(cells, looks, strict=True)):
        if isinstance(cell, str):
            page.write_string(number, place, str(fitting(cell)), look)
        elif cell is not None:
            page.write_number(number, place, cell, look)


_WRAPPED = 40
