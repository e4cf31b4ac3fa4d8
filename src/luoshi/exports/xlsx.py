"""A workbook for people: a sheet of documents, and one for each kind of finding."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import UTC, datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import msgspec

from luoshi.chinese.ratios import stands_bare
from luoshi.exports.columns import COLUMNS, SHEETS, Sheet
from luoshi.exports.rows import Cell, about, rows
from luoshi.model import Document

ROWS = 1_048_576
"""How many rows a sheet can have (ECMA-376 as Excel reads it); what is more goes to a further sheet."""

CELL = 32_767
"""How many characters a cell can have; what is more is cut, and an ellipsis says so."""


def part(document: Document, name: str, language: str) -> bytes:
    """The rows of a document by sheet, packed to travel between processes."""
    table: dict[str, list[list[Cell]]] = {"": [_cells(SHEETS[0], about(document, name, language))]}
    sheets = {sheet.kind: sheet for sheet in SHEETS}
    for row in rows(document, name, language):
        sheet = sheets[str(row["kind"])]
        table.setdefault(sheet.kind, []).append(_cells(sheet, row))
    return msgspec.msgpack.encode(table)


def _cells(sheet: Sheet, row: dict[str, Cell]) -> list[Cell]:
    return [fitting(row.get(column)) for column in sheet.columns]


def fitting(cell: Cell) -> Cell:
    """What a cell can hold: words that XML has letters for, cut where it is full."""
    if not isinstance(cell, str):
        return cell
    cell = _NOT_XML.sub("\ufffd", cell)
    return cell if len(cell) <= CELL else cell[: CELL - 1] + "…"


def whole(parts: Iterable[bytes], stream: BinaryIO, language: str) -> None:
    """The workbook."""
    with TemporaryFile() as file:  # a workbook is written back and forth, and the stream may be a pipe
        _write(parts, file, language)
        file.seek(0)
        shutil.copyfileobj(file, stream)


def _write(parts: Iterable[bytes], file: Any, language: str) -> None:  # noqa: ANN401 — a temporary file's own class
    from xlsxwriter import Workbook  # noqa: PLC0415 — heavy, and only needed here

    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": "Luoshi 落实", "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        formats = {name: book.add_format(look) for name, look in _LOOKS.items()}
        tables = {sheet.kind: _Table(book, sheet, language, formats) for sheet in SHEETS}
        for part in parts:
            for kind, found in msgspec.msgpack.decode(part).items():
                for row in found:
                    tables[kind].add(row)
        for table in tables.values():
            table.finish()


class _Table:
    """A sheet that is being written row by row, going on to a further sheet where it is full."""

    def __init__(self, book: Any, sheet: Sheet, language: str, formats: dict[str, Any]) -> None:  # noqa: ANN401
        self.book, self.sheet, self.language, self.formats = book, sheet, language, formats
        self.number = 0
        self._open()

    def _open(self) -> None:
        self.number += 1
        name = getattr(self.sheet.name, self.language)
        self.page = self.book.add_worksheet(name if self.number == 1 else f"{name} {self.number}")
        self.row = 0
        for index, column in enumerate(self.sheet.columns):
            head, width = COLUMNS[column]
            self.page.set_column(index, index, width, self.formats["wrap" if width >= _WRAPPED else "top"])
            self.page.write_string(0, index, getattr(head, self.language), self.formats["head"])
        self.page.freeze_panes(1, 1)

    def add(self, row: list[Cell]) -> None:
        """Write a row below the others."""
        if self.row + 1 >= ROWS:
            self.finish()
            self._open()
        self.row += 1
        shown = dict(zip(self.sheet.columns, row, strict=True))
        for index, (column, cell) in enumerate(shown.items()):
            if isinstance(cell, str):
                look = "wrap" if COLUMNS[column].width >= _WRAPPED else "top"
                self.page.write_string(self.row, index, cell, self.formats[look])
            elif isinstance(cell, bool):
                self.page.write_boolean(self.row, index, cell, self.formats["top"])
            elif cell is not None:
                self.page.write_number(self.row, index, cell, self.formats[_look_of(column, cell, shown)])

    def finish(self) -> None:
        """Filters over the rows that there are; a sheet without rows is hidden."""
        self.page.autofilter(0, 0, max(self.row, 1), len(self.sheet.columns) - 1)
        if not self.row and self.sheet.kind:
            self.page.hide()


def _look_of(column: str, cell: float, row: dict[str, Cell]) -> str:
    """A share or a rate reads as 4.5%, an amount as 300,000,000,000."""
    if column not in ("value", "high", "base_value"):
        return "top"
    if row.get("unit") == "pp":
        return "percent"
    if row.get("unit") == "" and row.get("measure") not in ("multiple", "rank", "count"):
        bare = row.get("measure") == "level" and stands_bare(cell, str(row.get("quote")))
        return "number" if bare else "percent"
    return "whole" if cell == int(cell) else "number"


_WRAPPED = 40
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "valign": "vcenter", "bottom": 1, "bg_color": "#F2EFE8"},
    "top": {"valign": "top"},
    "wrap": {"valign": "top", "text_wrap": True},
    "whole": {"valign": "top", "num_format": "#,##0"},
    "number": {"valign": "top", "num_format": "#,##0.0###"},
    "percent": {"valign": "top", "num_format": "0.0##%"},
}
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
