"""Tables as grids of cells: runs of lines that TABs divide, with each cell's words and place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from luoshi.model import Mark, Span, Text
from luoshi.patterns import regex

MAX_COLUMNS = 200
"""Columns beyond this are not read (``luoshi.sources.tables`` lays out no more)."""


class Cell(NamedTuple):
    """A cell without the spaces around it. ``tall``: the rows that it stretches over, if the format says so."""

    words: str
    start: int
    name: str
    tall: int = 1

    @property
    def span(self) -> Span:
        """Where its words stand in the text."""
        return Span(self.start, self.start + len(self.words))


class Grid(Struct, frozen=True):
    """A table: its rows of cells; a row may be shorter than others, and cells may be empty."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns of its widest row, as far as columns are read."""
        return min(MAX_COLUMNS, max(map(len, self.rows)))


def grids(text: Text) -> Iterator[Grid]:
    """Every table of a text, in order."""
    if "\t" not in text.content:
        return
    marks = text.marked("table")
    cells = sorted(text.marked("cell")) if marks else []
    numbers = [int(mark.value) for mark in marks if mark.value.isdecimal()]
    for number, span in enumerate(_spans(text.content, marks), max(numbers, default=0) + 1):
        rows = tuple(_rows(text.content, span, cells, number))
        if len(rows) > 1 and max(map(len, rows)) > 1:
            yield Grid(span, rows)


def table_spans(text: Text) -> list[Span]:
    """Where the tables of a text stand, in order.

    A table is what the format marks as one; elsewhere two or more lines, one below the other, that
    TABs divide. A single line with a TAB is a paragraph, and so are sentences with one.
    """
    if "\t" not in text.content:
        return []
    return _spans(text.content, text.marked("table"))


def lies_in(spans: list[Span], place: int) -> bool:
    """Whether a place lies in one of the ordered ``spans``."""
    index = bisect_right(spans, place, key=_start) - 1
    return index >= 0 and place < spans[index].end


def cell_at(content: str, place: int) -> Span:
    """The cell around a place in a row; of a very long one the part near the place."""
    low, high = max(0, place - _LONG_CELL), min(len(content), place + _LONG_CELL)
    start = max(low - 1, content.rfind("\n", low, place), content.rfind("\t", low, place)) + 1
    ends = (content.find("\n", place, high), content.find("\t", place, high))
    return Span(start, min((end for end in ends if end >= 0), default=high))


def is_prose(content: str, cell: Span) -> bool:
    """Whether a cell holds sentences or clauses: ``建成3个园区，引进企业20家`` in a table of tasks."""
    return cell.length >= _SHORTEST_PROSE and _clause_mark.search(content, cell.start, cell.end) is not None


_LONG_CELL, _SHORTEST_PROSE = 800, 10
_clause_mark = regex(r"[，。；]")


def _start(span: Span) -> int:
    return span.start


def _spans(content: str, marks: list[Mark]) -> list[Span]:
    marked = sorted(mark.span for mark in marks)
    return sorted([*marked, *_unmarked(content, marked)])


def _unmarked(content: str, marked: list[Span]) -> Iterator[Span]:
    """The runs of at least two lines with TABs outside the ``marked`` tables."""
    at, index = content.find("\t"), 0
    while at >= 0:
        while index < len(marked) and marked[index].end <= at:
            index += 1
        if index < len(marked) and marked[index].start <= at:
            at = content.find("\t", max(at + 1, marked[index].end))
            continue
        limit = marked[index].start if index < len(marked) else len(content)
        start = content.rfind("\n", 0, at) + 1
        end, lines = _line_end(content, at), 0
        if _is_row(content[start:end]):
            lines = 1
            while end < limit and _is_row(content[end + 1 : _line_end(content, end + 1)]):
                end, lines = _line_end(content, end + 1), lines + 1
        if lines > 1:
            yield Span(start, min(end, limit))
        at = content.find("\t", end)


_number_only = regex(r"[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4}|[①-⑳])[）)]?[.．、]?\t")


def _is_row(line: str) -> bool:
    """Whether a line with TABs is a row: not a sentence, nor an item that a TAB divides from its number."""
    tabs = line.count("\t")
    if tabs > 1:
        return True
    return tabs == 1 and len(line) <= _LONGEST_PAIR and "。" not in line and not _number_only.match(line)


_LONGEST_PAIR = 60


def _line_end(content: str, at: int) -> int:
    end = content.find("\n", at)
    return end if end >= 0 else len(content)


def _rows(content: str, span: Span, marks: list[Mark], number: int) -> Iterator[tuple[Cell, ...]]:
    """The rows of a table, by the marks of its cells where the format gave any, else by the TABs."""
    start = content.rfind("\n", 0, span.start) + 1
    index = bisect_left(marks, start, key=_mark_start)
    row = 0
    while start < span.end:
        end = _line_end(content, start)
        row += 1
        here = index
        while index < len(marks) and marks[index].span.start < end:
            index += 1
        yield tuple(
            _marked(content, start, marks[here:index]) if index > here else _divided(content, start, end, number, row)
        )
        start = end + 1


def _mark_start(mark: Mark) -> int:
    return mark.span.start


def _marked(content: str, start: int, marks: list[Mark]) -> list[Cell]:
    cells: list[Cell] = []
    for mark in marks:
        found = _place.match(mark.value)
        if not found:
            continue
        column = min(MAX_COLUMNS, int(found["column"]))
        cells += (Cell("", start, "") for _ in range(column - 1 - len(cells)))
        cells.append(_cell(content[mark.span.start : mark.span.end], mark.span.start, found["name"], found["tall"]))
    return cells


_place = regex(r"(?P<name>t[0-9]{1,9}\.r[0-9]{1,9}\.c(?P<column>[0-9]{1,9}))(?: (?P<tall>[0-9]{1,5})x)?")


def _divided(content: str, start: int, end: int, number: int, row: int) -> Iterator[Cell]:
    for column, piece in enumerate(content[start:end].split("\t"), 1):
        yield _cell(piece, start, f"t{number}.r{row}.c{column}", None)
        start += len(piece) + 1


def _cell(piece: str, start: int, name: str, tall: str | None) -> Cell:
    words = piece.lstrip()
    return Cell(words.rstrip(), start + len(piece) - len(words), name, int(tall or 1))
