"""Which passage comes first: what each is worth, from what the index knows of it.

1. A passage (paragraph) that holds all the words comes before every one that holds some; of those that
   hold some, the rarer words weigh more (by the documents that hold them, as in BM25).
2. Then what it is: the document's title, a heading, a paragraph with a target, one with another
   statement (achievement, measure, pledge, programme), running text.
3. Then closeness: for several words a shorter passage; among the best, the shortest stretch that holds
   the words. A Latin word or a number that stands by itself (``AI``) before one inside another (``MAIN``).
4. Then how many passages of the document hold all the words; then the newer document.

A document stands where its best passage stands. The numbers below say what each is worth.
"""

from __future__ import annotations

from functools import cache, reduce
from math import log
from operator import and_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import LENGTH_BITS, MANNER_BITS, Columns, Flags
from luoshi.search.facts import HEADING, STATEMENT, TARGET, TEXT, TITLE

COVERAGE = 4.0
"""For the words that a passage holds, each by its share: rare words have more of it."""
ALL_WORDS = 4.0
MANNER = {TEXT: 0.0, STATEMENT: 0.4, TARGET: 1.6, HEADING: 2.0, TITLE: 2.8}
LONG = 0.12
"""Taken off for each doubling of the length of a passage from 32 characters on."""
OFTEN = 0.8
"""At most, for a document that comes back to the words."""
CLOSE = 1.0
"""At most, for words beside each other."""
APART = 0.5
"""Taken off where a Latin word or a number is only a part of another."""
COUNTED = 8
"""So many words, the rarest, count in a passage's worth; all are required."""

_STEPS = 1000
"""Worths are told apart to this part of one, so that no rounding decides the order."""


class Part(NamedTuple):
    """A segment as a query sees it: in which lines each word stands, which documents have it, and which fit."""

    columns: Columns
    lines: list[Flags]
    has: list[Flags]
    fits: Flags


class Ranked(NamedTuple):
    """A document in its order: the part that it is in and its number there, its worth and how many passages."""

    part: int
    number: int
    worth: float
    passages: int


class Worth:
    """What passages are worth to a query."""

    def __init__(self, parts: list[Part], documents: int) -> None:
        """Weigh the words: ``documents`` are searched in all."""
        words = range(len(parts[0].has) if parts else 0)
        counts = [sum(int(np.count_nonzero(part.has[word])) for part in parts) for word in words]
        rarity = [log(1 + (documents - count + 0.5) / (count + 0.5)) + 0.1 for count in counts]
        self._counted = sorted(sorted(words, key=lambda word: -rarity[word])[:COUNTED])
        whole = sum(rarity[word] for word in self._counted)
        self._held = _held([rarity[word] / whole for word in self._counted])

    def lines(self, part: Part, start: int, stop: int | None) -> NDArray[np.float32]:
        """What each of some lines of a part is worth."""
        own = part.columns.looked_up(_shapes)[start:stop]
        code = np.zeros(len(own), np.uint8)
        for number, word in enumerate(self._counted):
            code |= part.lines[word][start:stop].view(np.uint8) << number
        worth: NDArray[np.float32] = np.take(self._held, code) + own
        return worth


def _held(share: list[float]) -> NDArray[np.float32]:
    """What a passage is worth by the words that it holds, a bit for each."""
    held = np.zeros(1 << len(share))
    for number, each in enumerate(share):
        held[1 << number : 2 << number] = held[: 1 << number] + each * COVERAGE
    held[-1] += ALL_WORDS
    held[0] = -np.inf  # no word, no passage
    return held.astype(np.float32)


@cache
def _shapes() -> NDArray[np.float32]:
    """What is added by what a passage is and how long it is."""
    manner = np.array([MANNER.get(each, 0.0) for each in range(1 << MANNER_BITS)])
    length = np.arange(1 << LENGTH_BITS) * -LONG
    shapes: NDArray[np.float32] = (length[:, None] + manner[None, :]).ravel().astype(np.float32)
    return shapes


@cache
def _steps() -> NDArray[np.float32]:
    """The worths of shapes in order."""
    return np.unique(_shapes())


@cache
def _ranks() -> NDArray[np.uint8]:
    """For each shape its rank from 1 on, the higher the better: ranks are compared in bulk."""
    return (np.searchsorted(_steps(), _shapes()) + 1).astype(np.uint8)


class _Line(NamedTuple):
    """Documents in their order so far: where each is, its worth in thousandths, its passages with all the words."""

    part: NDArray[np.int64]
    number: NDArray[np.int64]
    worth: NDArray[np.int64]
    passages: NDArray[np.int64]


class Order:
    """The documents that fit, the best first."""

    def __init__(self, parts: list[Part], worth: Worth) -> None:
        """Nothing is weighed before a page is asked for."""
        self._parts = parts
        self._worth = worth
        self.count = sum(int(np.count_nonzero(part.fits)) for part in parts)

    def windows(self, first: int, size: int, step: int) -> list[list[Ranked]]:
        """The documents of a page, in windows of ``step``: the first of them holds the place ``first``."""
        start, stop = first // step * step, min(self.count, -(-(first + size) // step) * step)
        if start >= stop or size < 1:
            return []
        whole, without = self._with_all()
        order = self._sorted(whole, stop)
        if stop > len(order):
            order += self._sorted(self._with_some(without), stop - len(order))
        return [order[at : min(at + step, stop)] for at in range(start, stop, step)]

    def _with_all(self) -> tuple[_Line, list[Flags]]:
        """The documents with a passage that holds all the words; and, for each part, those that have none."""
        found, without = [], []
        for number, part in enumerate(self._parts):
            columns = part.columns
            full = reduce(and_, part.lines)
            best = np.maximum.reduceat(columns.looked_up(_ranks) * full.view(np.uint8), columns.first_line)
            there = np.flatnonzero(part.fits & (best > 0))
            without.append(part.fits & (best == 0))
            passages = np.add.reduceat(full.view(np.uint8), columns.first_line, dtype=np.int32)[there]
            often = OFTEN * (1 - 1 / (1 + (passages - 1) / 4))
            worth = COVERAGE + ALL_WORDS + _steps()[best[there] - 1] + often
            found.append(_Line(np.full(len(there), number), there, _thousandths(worth), passages))
        return _joined(found), without

    def _with_some(self, without: list[Flags]) -> _Line:
        """The documents whose words stand in several passages."""
        found = []
        for number, (part, fits) in enumerate(zip(self._parts, without, strict=True)):
            there = np.flatnonzero(fits)
            if len(there):
                best = np.maximum.reduceat(self._worth.lines(part, 0, None), part.columns.first_line)[there]
                found.append(
                    _Line(np.full(len(there), number), there, _thousandths(best), np.zeros(len(there), np.int64))
                )
        return _joined(found)

    def _sorted(self, line: _Line, wanted: int) -> list[Ranked]:
        """The best ``wanted`` of some documents: by worth, then the newer year, then the id."""
        best = np.arange(len(line.worth))
        if wanted < len(best):
            best = np.flatnonzero(line.worth >= np.partition(line.worth, len(best) - wanted)[len(best) - wanted])
        year, tie = np.empty(len(best), np.int64), np.empty(len(best), np.int64)
        for number, part in enumerate(self._parts):
            here = np.flatnonzero(line.part[best] == number)
            year[here] = part.columns.year[line.number[best[here]]]
            tie[here] = part.columns.tie[line.number[best[here]]]
        order = best[np.lexsort((tie, -year, -line.worth[best]))][:wanted]
        columns = (line.part, line.number, line.worth, line.passages)
        return [
            Ranked(part, number, worth / _STEPS, passages)
            for part, number, worth, passages in zip(*(column[order].tolist() for column in columns), strict=True)
        ]


def _thousandths(worth: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.round(worth * _STEPS).astype(np.int64)


def _joined(found: list[_Line]) -> _Line:
    if not found:
        nothing = np.empty(0, np.int64)
        return _Line(nothing, nothing, nothing, nothing)
    return _Line(*(np.concatenate(column) for column in zip(*found, strict=True)))


def close(gap: int) -> float:
    """What is added for words with so many other characters between them."""
    return CLOSE / (1 + gap / 8)
