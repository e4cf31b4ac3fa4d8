"""A table of findings, one a row, that Excel opens as it is: UTF-8 with a byte order mark (RFC 4180).

Heads are the column ids in every language, so that a script reads the same table everywhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import BinaryIO

from luoshi.exports.columns import FLAT
from luoshi.exports.format import joined
from luoshi.exports.rows import Cell, rows
from luoshi.model import Document

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV Injection)."""


def part(document: Document, name: str, language: str) -> bytes:
    """The rows of a document, without the head."""
    return _lines([row.get(column) for column in FLAT] for row in rows(document, name, language))


def whole(parts: Iterable[bytes], stream: BinaryIO, language: str) -> None:
    """The head, then the rows."""
    stream.write(table(FLAT, ()))
    joined(parts, stream, language)


def table(heads: Sequence[str], cells: Iterable[Iterable[Cell]]) -> bytes:
    """A whole table of any rows."""
    return b"\xef\xbb\xbf" + _lines([heads]) + _lines(cells)


def _lines(cells: Iterable[Iterable[Cell]]) -> bytes:
    written = StringIO()
    csv.writer(written).writerows([harmless(cell) for cell in row] for row in cells)
    return written.getvalue().encode("utf-8", "replace")


def harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay."""
    if isinstance(cell, str) and cell.startswith(FORMULA) and len(cell) > 1:  # a comparator "=" runs nothing
        return f"'{cell}"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return int(cell)
    return cell


_EXACT = 2**53
"""Up to here a float is the whole number that it looks like."""
