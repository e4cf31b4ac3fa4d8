"""Tables as grids of cells: runs of lines that TABs divide, with each cell's words and place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.model import Mark, Span, Text


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


class Grid(NamedTuple):
    """A table: its rows of cells; a row may be shorter than others, and cells may be empty."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns of its widest row."""
        return max(map(len, self.rows))


def grids(text: Text) -> Iterator[Grid]:
    """Every table of a text, in order."""
    if "\t" not in text.content:
        return
    marks = text.marked("table")
    names = {mark.span.start: mark for mark in text.marked("cell")} if marks else {}
    numbers = [int(mark.value) for mark in marks if mark.value.isdecimal()]
    for number, span in enumerate(_spans(text.content, marks), max(numbers, default=0) + 1):
        rows = tuple(_rows(text.content, span, names, number))
        if len(rows) > 1 and max(map(len, rows)) > 1:
            yield Grid(span, rows)


def table_spans(text: Text) -> list[Span]:
    """Where the tables of a text stand, in order.

    A table is what the format marks as one; elsewhere two or more lines, one below the other, that
    TABs divide. A single line with a TAB is a paragraph.
    """
    if "\t" not in text.content:
        return []
    return _spans(text.content, text.marked("table"))


def lies_in(spans: list[Span], place: int) -> bool:
    """Whether a place lies in one of the ordered ``spans``."""
    index = bisect_right(spans, place, key=_start) - 1
    return index >= 0 and place < spans[index].end


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
        end, lines = _line_end(content, at), 1
        while end < limit and content.find("\t", end + 1, _line_end(content, end + 1)) >= 0:
            end, lines = _line_end(content, end + 1), lines + 1
        if lines > 1:
            yield Span(start, min(end, limit))
        at = content.find("\t", end)


def _line_end(content: str, at: int) -> int:
    end = content.find("\n", at)
    return end if end >= 0 else len(content)


def _rows(content: str, span: Span, marks: dict[int, Mark], number: int) -> Iterator[tuple[Cell, ...]]:
    start = content.rfind("\n", 0, span.start) + 1
    row = 0
    while start < span.end:
        end = _line_end(content, start)
        row += 1
        cells = []
        at = start
        for column, piece in enumerate(content[start:end].split("\t"), 1):
            mark = marks.get(at)
            name, _, size = mark.value.partition(" ") if mark else (f"t{number}.r{row}.c{column}", "", "")
            tall = size.partition("x")[0]
            words = piece.lstrip()
            begin = at + len(piece) - len(words)
            cells.append(Cell(words.rstrip(), begin, name, int(tall) if tall.isdecimal() else 1))
            at += len(piece) + 1
        yield tuple(cells)
        start = end + 1
