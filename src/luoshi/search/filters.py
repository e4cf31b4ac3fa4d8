"""Which documents a query's filters let through, and in which of their lines its words may stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_

import numpy as np

from luoshi.search.columns import Flags
from luoshi.search.grams import folded, forms
from luoshi.search.query import KINDS, Query
from luoshi.search.view import View


class Filters:
    """A query's filters, tested once on every value that there is."""

    def __init__(self, query: Query, view: View) -> None:
        """Test all values."""
        self._view = view
        self._of_documents: list[tuple[str, Flags]] = []
        self._of_lines: list[tuple[str, Flags]] = []
        self._kinds = sum(1 << number for number, kind in enumerate(KINDS) if kind in query.kinds)
        if query.levels:
            self._documents("level", query.levels.__contains__)
        if query.genres:
            genres = {form for genre in query.genres for form in forms(genre)}
            self._documents("genre", lambda genre: folded(genre) in genres)
        if query.years:
            low, high = query.years
            self._documents("year", lambda year: bool(year) and low <= int(year) <= high)
        if query.regions:
            tests = [_region(wanted) for wanted in query.regions]
            regions = view.values("region").folded
            self._of_documents.append(("region", _flags(any(test(region) for test in tests) for region in regions)))
        for name, wanted in (("bodies", query.bodies), ("indicators", query.indicators)):
            for words in wanted:
                alike = forms(words)
                values = view.values(name).folded
                self._of_lines.append((name, _flags(any(form in value for form in alike) for value in values)))
        if query.by:
            first, last = query.by
            self._of_lines.append(("deadlines", _flags(first <= day <= last for day in view.values("deadlines").names)))

    def _documents(self, name: str, test: Callable[[str], bool]) -> None:
        self._of_documents.append((name, _flags(map(test, self._view.values(name).names))))

    def documents(self) -> Flags:
        """The documents that are still there and of the level, region, year and genre that are wanted."""
        fits = self._view.alive
        for name, good in self._of_documents:
            fits = fits & good[self._view.numbers(name)]
        return fits

    def lines(self) -> Flags | None:
        """The lines that hold the findings that are wanted; ``None`` for all lines."""
        allowed = [self._view.holding(name, good) for name, good in self._of_lines]
        if self._kinds:
            allowed.append((self._view.kind & np.uint16(self._kinds)) != 0)
        return reduce(and_, allowed) if allowed else None


def _flags(tests: Iterable[bool]) -> Flags:
    return np.fromiter(tests, np.bool_)


def _region(wanted: str) -> Callable[[str], bool]:
    """By a part of the folded name, or by the start of the code behind it."""
    if wanted.isdecimal():
        return lambda region: region.partition("\t")[2].startswith(wanted)
    alike = forms(wanted)
    return lambda region: any(form in region.partition("\t")[0] for form in alike)
