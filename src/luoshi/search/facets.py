"""How the documents found divide: by level, region, year, genre, and by the kinds of findings beside the words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import DIMENSIONS
from luoshi.search.hits import Count
from luoshi.search.query import KINDS
from luoshi.search.ranking import Matches
from luoshi.search.values import Values
from luoshi.search.view import STANDS


def facets(matches: Matches) -> dict[str, tuple[Count, ...]]:
    """For each facet the values with their counts, the largest first."""
    view = matches.view
    there = np.flatnonzero(matches.fits)
    found = {name: _dimension(view.numbers(name)[there], view.values(name)) for name in DIMENSIONS}
    return found | {"kind": _kinds(matches)}


def _dimension(numbers: NDArray[np.int32], values: Values) -> tuple[Count, ...]:
    counts = np.bincount(values.label_of()[numbers])
    there = np.flatnonzero(counts)
    return _sorted(zip(counts[there].tolist(), [values.labels[label] for label in there.tolist()], strict=True))


def _kinds(matches: Matches) -> tuple[Count, ...]:
    """How many documents would fit if each word had to stand beside a finding of a kind."""
    held = reduce(and_, matches.beside, matches.fits * np.uint16(0xFFFF))
    often = np.bincount(held[held >= STANDS] - STANDS, minlength=1)  # few sets of kinds, many documents
    sets = np.flatnonzero(often)
    return _sorted((int(often[sets[sets & 1 << bit != 0]].sum()), kind) for bit, kind in enumerate(KINDS))


def _sorted(counts: Iterable[tuple[int, str]]) -> tuple[Count, ...]:
    """The values with their counts; what has no value is left out."""
    there = sorted([(-count, value) for count, value in counts if value and count])
    return tuple([Count(value, -count) for count, value in there])
