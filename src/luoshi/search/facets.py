"""How the documents found divide: by level, region, year, genre, and by the kinds of findings beside the words."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import DIMENSIONS, Values
from luoshi.search.hits import Count
from luoshi.search.query import KINDS
from luoshi.search.ranking import Part

FACETS = (*DIMENSIONS, "kind")


def facets(parts: list[Part], registry: dict[str, Values]) -> dict[str, tuple[Count, ...]]:
    """For each facet the values with their counts, the largest first."""
    there = [np.flatnonzero(part.fits) for part in parts]
    found = {}
    for name in DIMENSIONS:
        numbers = [part.columns.numbers(name)[each] for part, each in zip(parts, there, strict=True)]
        found[name] = _dimension(numbers, registry[name])
    return found | {"kind": _kinds(parts)}


def _dimension(numbers: list[NDArray[np.int32]], values: Values) -> tuple[Count, ...]:
    there = np.bincount(np.concatenate(numbers) if numbers else np.empty(0, np.int32))
    counts: dict[str, int] = {}
    for number in np.flatnonzero(there).tolist():
        label = values.labels[number]
        counts[label] = counts.get(label, 0) + int(there[number])
    return _sorted(counts)


def _kinds(parts: list[Part]) -> tuple[Count, ...]:
    """How many documents would fit if each word had to stand beside a finding of a kind."""
    every = []
    for part in parts:
        columns = part.columns
        held = part.fits * np.uint16(0xFFFF)
        for lines in part.lines:
            held &= np.bitwise_or.reduceat(columns.kind * lines, columns.first_line)
        every.append(held)
    held = np.concatenate(every) if every else np.empty(0, np.uint16)
    return _sorted({kind: int(np.count_nonzero(held & np.uint16(1 << bit))) for bit, kind in enumerate(KINDS)})


def _sorted(counts: dict[str, int]) -> tuple[Count, ...]:
    """The values with their counts; what has no value is left out."""
    there = sorted((-count, value) for value, count in counts.items() if value and count)
    return tuple(Count(value, -count) for count, value in there)
