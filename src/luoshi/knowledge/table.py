"""Read a knowledge table: a CSV file in which every row names its source."""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.resources import files
from io import StringIO
from typing import TypeVar

from luoshi.errors import BadKnowledge
from luoshi.words import Words

R = TypeVar("R")


def rows(table: str, make: Callable[[dict[str, str]], R]) -> tuple[R, ...]:
    """Each row of ``data/<table>.csv`` as ``make`` understands it.

    Raises ``BadKnowledge`` with file, line and reason where ``make`` raises ``KeyError`` or
    ``ValueError``, or where a row has no source.
    """
    written = (files("luoshi.knowledge") / "data" / f"{table}.csv").read_text(encoding="utf-8")
    lines = csv.reader(StringIO(written))
    head = next(lines)
    made = []
    for number, cells in enumerate(lines, start=2):
        try:
            row = dict(zip(head, cells, strict=True))
            if not row["source"]:
                raise ValueError("no source")
            made.append(make(row))
        except (KeyError, ValueError) as fault:
            raise BadKnowledge(
                Words(f"{table}.csv 第 {number} 行有误：{fault!r}。", f"{table}.csv, row {number}: {fault!r}."),
                Words("请改正这一行；各列的含义见其模块。", "Correct the row; its module says what the columns hold."),
            ) from fault
    return tuple(made)
