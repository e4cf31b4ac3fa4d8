"""Tables of any format as lines: a row a line, cells divided by TAB, each cell marked with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from luoshi.model import Span
from luoshi.sources.draft import Draft

MAX_COLUMNS = 200
"""Columns beyond this (a faulty or hostile colspan) are not laid out."""

LONG_CELL = 800
"""A cell with more characters than this holds prose: its table is there for the layout."""


class Cell(NamedTuple):
    """A cell as the file gives it: its text on one line, how far it stretches, whether it is a header."""

    text: str
    rows: int = 1
    columns: int = 1
    header: bool = False


class Placed(NamedTuple):
    """A cell at its place in the grid, from 1."""

    column: int
    cell: Cell


def place(rows: list[list[Cell]]) -> Iterator[list[Placed]]:
    """Each row's cells with their columns: a cell pushes aside those that it stretches over."""
    below: dict[int, int] = {}  # column: rows that a cell from above still takes there
    for row in rows:
        placed: list[Placed] = []
        next_below = {column: left - 1 for column, left in below.items() if left > 1}
        column = 1
        for cell in row:
            while below.get(column, 0):
                column += 1
            if column > MAX_COLUMNS:
                break
            width = max(1, min(cell.columns, MAX_COLUMNS + 1 - column))
            placed.append(Placed(column, cell))
            if cell.rows > 1:
                next_below.update(dict.fromkeys(range(column, column + width), cell.rows - 1))
            column += width
        below = next_below
        yield placed


def write_table(draft: Draft, rows: list[list[Cell]], *extra: tuple[str, str]) -> list[Span | None]:
    """Write the rows as lines, an empty cell wherever another stretches, and mark table and cells.

    ``extra`` marks go on every row's line. Gives the span of each row's line; a row without any text
    is left out and has none.
    """
    draft.tables += 1
    number = draft.tables
    spans: list[Span | None] = []
    start = draft.length
    end = start
    height = len(rows)
    for row_number, row in enumerate(place(rows), 1):
        if not any(cell.text for _, cell in row):
            spans.append(None)
            continue
        pieces: list[str] = []
        marks: list[tuple[int, int, Cell, int]] = []
        offset, at = 0, 1
        for column, cell in row:
            tabs = "\t" * (column - at)
            pieces += (tabs, cell.text)
            offset += len(tabs)
            marks.append((offset, offset + len(cell.text), cell, column))
            offset += len(cell.text)
            at = column
        span = draft.line("".join(pieces), *extra)
        spans.append(span)
        end = span.end
        for begin, stop, cell, column in marks:
            tall = max(1, min(cell.rows, height + 1 - row_number))
            place_name = f"t{number}.r{row_number}.c{column}"
            if tall > 1 or cell.columns > 1:
                place_name += f" {tall}x{cell.columns}"
            for kind in ("cell", "header") if cell.header else ("cell",):
                draft.mark(span.start + begin, span.start + stop, kind, place_name)
    draft.mark(start, end, "table", str(number))
    return spans
