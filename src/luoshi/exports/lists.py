"""A list of documents as a table or as JSON: what the shelf holds, a document a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import msgspec

from luoshi.exports.columns import COLUMNS
from luoshi.exports.csv import table
from luoshi.exports.rows import Cell
from luoshi.library import Entry
from luoshi.model import Words

COUNTED = ("target", "achievement", "measure", "pledge", "programme", "doubt")
"""The kinds of finding that a table of documents counts."""

PLAIN = tuple(name for name in Entry.__struct_fields__ if name != "counts")

HEADS = (*PLAIN, *(f"{kind}s" for kind in COUNTED))
"""The heads of the table: the fields of ``Entry``, and how many findings there are of each kind counted."""


def _cells(entry: Entry) -> list[Cell]:
    return [*(getattr(entry, name) for name in PLAIN), *(entry.counts.get(kind, 0) for kind in COUNTED)]


def as_json(entries: Sequence[Entry], _language: str) -> bytes:
    """An array of entries, indented."""
    return msgspec.json.format(msgspec.json.encode(entries), indent=1) + b"\n"


def as_csv(entries: Sequence[Entry], _language: str) -> bytes:
    """A table that Excel opens as it is (see ``luoshi.exports.csv``)."""
    return table(HEADS, map(_cells, entries))


def as_xlsx(entries: Sequence[Entry], language: str) -> bytes:
    """A sheet with filters; its heads in the language."""
    from xlsxwriter import Workbook  # noqa: PLC0415 — heavy, and only needed here

    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet("书架" if language == "zh" else "Shelf")
        bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F2EFE8"})
        for column, name in enumerate(HEADS):
            page.set_column(column, column, _WIDTHS.get(name, 12))
            page.write_string(0, column, _head(name).told(language), bold)
        for row, entry in enumerate(entries, 1):
            for column, cell in enumerate(_cells(entry)):
                _write(page, row, column, cell)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(entries)), len(HEADS) - 1)
    return file.getvalue()


def _write(page: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401 — a sheet of a package without types
    if isinstance(cell, str):
        page.write_string(row, column, _NOT_XML.sub("\ufffd", cell))
    elif cell is not None:
        page.write_number(row, column, cell)


def _head(name: str) -> Words:
    key = {"name": "document", "id": "sha256", "earliest": "not_before"}.get(name, name)
    return _HEADS.get(name) or (COLUMNS[key].head if key in COLUMNS else Words(name, name))


_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WIDTHS = {"id": 20, "name": 28, "title": 48, "issuer": 24, "genre": 14}
_HEADS = {
    "region_code": Words("区划代码", "GB/T 2260"),
    "date": Words("日期", "Date"),
    "period_first": Words("规划期起", "Period from"),
    "period_last": Words("规划期止", "Period to"),
    "year": Words("年份", "Year"),
    "added": Words("加入时间", "Added"),
    "rules": Words("规则版本", "Rules"),
    "knowledge": Words("知识版本", "Knowledge"),
    "programmes": Words("工程数", "Programmes"),
}

WAYS = {
    "json": ("application/json", as_json),
    "csv": ("text/csv; charset=utf-8; header=present", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
"""How a list is written: by the name of the format its media type, and what writes it."""
