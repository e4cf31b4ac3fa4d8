"""Documents that are not packed yet, searched as they are: few, so that looking through their text is quick."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from luoshi.search.columns import Columns, Flags, columns_of
from luoshi.search.facts import Facts
from luoshi.search.grams import folded


class Waiting:
    """A segment without pages: ``lines`` gives the same answer as that of a packed one."""

    def __init__(self, documents: list[tuple[int, Facts]]) -> None:
        """Keep the folded text of documents with their keys."""
        self.columns: Columns = columns_of(documents)
        self._text = folded("\n".join(facts.text for _, facts in documents))
        self._starts = [0, *(place + 1 for place, letter in enumerate(self._text) if letter == "\n")]

    def lines(self, form: str) -> Flags:
        """The lines in which a folded word stands."""
        flags = np.zeros(len(self._starts), np.bool_)
        place = self._text.find(form)
        while place >= 0:
            line = bisect_right(self._starts, place) - 1
            flags[line] = True
            after = self._starts[line + 1] if line + 1 < len(self._starts) else len(self._text)
            place = self._text.find(form, after)
        return flags
