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
from operator import and_, or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import Flags
from luoshi.search.facts import HEADING, STATEMENT, TARGET, TEXT, TITLE
from luoshi.search.view import LENGTH_BITS, MANNER_BITS, STANDS, Marked, View

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


class Matches(NamedTuple):
    """What a query finds: in which lines each word stands (by document too), beside what in each document, and which fit."""

    view: View
    lines: list[Flags]
    marked: list[Marked]
    beside: list[NDArray[np.uint16]]
    fits: Flags

    def has(self) -> list[Flags]:
        """Which documents have each word."""
        return [each >= STANDS for each in self.beside]


class Ranked(NamedTuple):
    """A document in its order: its number, its worth and how many passages."""

    number: int
    worth: float
    passages: int


class Worth:
    """What passages are worth to a query."""

    def __init__(self, matches: Matches) -> None:
        """Weigh the words."""
        self._matches = matches
        documents = matches.view.documents
        counts = [int(np.count_nonzero(each)) for each in matches.has()]
        rarity = [log(1 + (documents - count + 0.5) / (count + 0.5)) + 0.1 for count in counts]
        self._counted = sorted(sorted(range(len(rarity)), key=lambda word: -rarity[word])[:COUNTED])
        whole = sum(rarity[word] for word in self._counted)
        self._held = _held([rarity[word] / whole for word in self._counted])

    def lines(self, which: slice | NDArray[np.int64]) -> NDArray[np.float32]:
        """What each of some lines is worth."""
        own = self._matches.view.looked_up(_shapes)[which]
        code = np.zeros(len(own), np.uint8)
        for number, word in enumerate(self._counted):
            code |= self._matches.lines[word][which].view(np.uint8) << number
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
    """Documents in their order so far: their numbers, worths in thousandths, passages with all the words."""

    number: NDArray[np.int64]
    worth: NDArray[np.int64]
    passages: NDArray[np.int32]


class Order:
    """The documents that fit, the best first."""

    def __init__(self, matches: Matches, worth: Worth) -> None:
        """Nothing is weighed before a page is asked for."""
        self._matches = matches
        self._worth = worth
        self.count = int(np.count_nonzero(matches.fits))

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

    def _with_all(self) -> tuple[_Line, Flags]:
        """The documents with a passage that holds all the words; and those that fit without one."""
        view, lines, marks, _, fits = self._matches
        full = reduce(and_, lines)
        marked = marks[0] if len(marks) == 1 else view.marked(full)
        best = view.gathered(np.maximum, view.looked_up(_ranks), marked, full)
        there = np.flatnonzero(fits & (best > 0))
        passages = view.counted(full, marked)[there]
        often = OFTEN * (1 - 1 / (1 + (passages - 1) / 4))
        worth = COVERAGE + ALL_WORDS + _steps()[best[there] - 1] + often
        return _Line(there, _thousandths(worth), passages), fits & (best == 0)

    def _with_some(self, without: Flags) -> _Line:
        """The documents whose words stand in several passages."""
        view = self._matches.view
        lines = reduce(or_, self._matches.lines) & without[view.document_of]
        marked = view.marked(lines)
        there = np.flatnonzero(without)
        worth = np.maximum.reduceat(self._worth.lines(marked.lines), marked.starts)
        best = worth[there] if isinstance(marked.documents, slice) else worth
        return _Line(there, _thousandths(best), np.zeros(len(there), np.int32))

    def _sorted(self, line: _Line, wanted: int) -> list[Ranked]:
        """The best ``wanted`` of some documents: by worth, then the newer year, then the id."""
        best = np.arange(len(line.worth))
        if wanted < len(best):
            best = np.flatnonzero(line.worth >= np.partition(line.worth, len(best) - wanted)[len(best) - wanted])
        view, number = self._matches.view, line.number[best]
        order = best[np.lexsort((view.tie[number], -view.year[number], -line.worth[best]))][:wanted]
        return [
            Ranked(number, worth / _STEPS, passages)
            for number, worth, passages in zip(*(column[order].tolist() for column in line), strict=True)
        ]


def _thousandths(worth: NDArray[np.float64] | NDArray[np.float32]) -> NDArray[np.int64]:
    return np.round(worth * _STEPS).astype(np.int64)


def close(gap: int) -> float:
    """What is added for words with so many other characters between them."""
    return CLOSE / (1 + gap / 8)
