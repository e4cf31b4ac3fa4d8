"""Documents that are not packed yet, searched as they are: few, so that looking through their text is quick."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from luoshi.search.columns import Columns, Flags, columns_of
from luoshi.search.facts import Facts
from luoshi.search.grams import folded


class Waits(NamedTuple):
    """A document that waits, by its key; ``folded`` is its text as it is compared."""

    key: int
    facts: Facts
    folded: str

    @classmethod
    def of(cls, key: int, facts: Facts) -> Waits:
        """Fold its text."""
        return cls(key, facts, folded(facts.text))


class Waiting:
    """A segment without pages: ``mark`` gives the same answer as that of a packed one."""

    def __init__(self, documents: Iterable[Waits]) -> None:
        """Put their texts together."""
        every = list(documents)
        self.columns: Columns = columns_of([(each.key, each.facts) for each in every])
        self._text = "\n".join(each.folded for each in every)
        self._starts = [0, *accumulate(len(line) + 1 for line in self._text.split("\n"))]

    def mark(self, form: str, flags: Flags) -> None:
        """Mark the lines in which a folded word stands."""
        place = self._text.find(form)
        while place >= 0:
            line = bisect_right(self._starts, place) - 1
            flags[line] = True
            place = self._text.find(form, self._starts[line + 1])
