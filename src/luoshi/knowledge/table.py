"""Read a knowledge table: a CSV file in which every row names its source."""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.resources import files
from typing import TypeVar

from luoshi.errors import BadKnowledge

R = TypeVar("R")


def rows(table: str, make: Callable[[dict[str, str]], R]) -> tuple[R, ...]:
    """Each row of ``data/<table>.csv`` as ``make`` understands it.

    Raises ``BadKnowledge`` with file, line and reason where ``make`` raises ``KeyError`` or
    ``ValueError``, or where a row has no source.
    """
    path = files("luoshi.knowledge") / "data" / f"{table}.csv"
    made = []
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), start=2):
            try:
                if not row["source"]:
                    raise ValueError("no source")
                made.append(make(row))
            except (KeyError, ValueError) as fault:
                raise BadKnowledge(
                    f"{table}.csv, line {number}: {fault!r}.", "Correct the row; its columns are explained in docs."
                ) from fault
    return tuple(made)
