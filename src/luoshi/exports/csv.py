"""A table of findings, one a row, that Excel opens as it is: UTF-8 with a byte order mark (RFC 4180).

Heads are the column ids in every language, so that a script reads the same table everywhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
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
    table = StringIO()
    writer = csv.writer(table)
    for row in rows(document, name, language):
        writer.writerow([harmless(row.get(column)) for column in FLAT])
    return table.getvalue().encode("utf-8", "replace")


def whole(parts: Iterable[bytes], stream: BinaryIO, language: str) -> None:
    """The head, then the rows."""
    stream.write(b"\xef\xbb\xbf" + ",".join(FLAT).encode() + b"\r\n")
    joined(parts, stream, language)


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
