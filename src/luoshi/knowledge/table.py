"""Read a knowledge table: a CSV file in which every row names its source.

A source that ends in 未核实 names where such a row would stand; nobody has looked the row up there.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from luoshi.errors import BadKnowledge
from luoshi.words import Words

C = TypeVar("C")
R = TypeVar("R")

DATA = Path(__file__).with_name("data")
"""Where the tables are."""


def rows(table: str, make: Callable[[dict[str, str]], R]) -> tuple[R, ...]:
    """Each row of ``data/<table>.csv`` as ``make`` understands it.

    Raises ``BadKnowledge`` with file, line and reason where ``make`` raises ``KeyError`` or
    ``ValueError``, or where a row has no source.
    """
    head, lines = _read(table)
    return _made(table, head, lines, lambda cells: dict(zip(head, cells, strict=True)), make)


def columns(table: str, names: tuple[str, ...], make: Callable[[tuple[str, ...]], R]) -> tuple[R, ...]:
    """As ``rows``, for a table of thousands: ``make`` takes the cells of the columns of these names, in their order."""
    head, lines = _read(table)
    return _made(table, head, lines, itemgetter(*map(head.index, names)), make)


def _read(table: str) -> tuple[list[str], list[list[str]]]:
    """The head and the rows: no cell holds a line end, few a comma and with it quotation marks."""
    written = (DATA / f"{table}.csv").read_text(encoding="utf-8").rstrip("\n")
    head, *lines = (next(csv.reader([line])) if '"' in line else line.split(",") for line in written.split("\n"))
    return head, lines


def _made(
    table: str, head: list[str], lines: list[list[str]], wanted: Callable[[list[str]], C], make: Callable[[C], R]
) -> tuple[R, ...]:
    made = []
    source, size = head.index("source"), len(head)
    try:
        for cells in lines:
            if len(cells) != size:
                raise ValueError(f"{len(cells)} cells")
            if not cells[source]:
                raise ValueError("no source")
            made.append(make(wanted(cells)))
    except (KeyError, ValueError) as fault:
        number = len(made) + 2
        raise BadKnowledge(
            Words(f"{table}.csv 第 {number} 行有误：{fault!r}。", f"{table}.csv, row {number}: {fault!r}."),
            Words("请改正这一行；各列的含义见其模块。", "Correct the row; its module says what the columns hold."),
        ) from fault
    return tuple(made)
