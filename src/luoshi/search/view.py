"""All that is searched side by side: one numbering of documents and lines, so that each question is asked once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import Columns, Flags, Range
from luoshi.search.postings import Page
from luoshi.search.values import Values
from luoshi.search.waiting import Waiting

MANNER_BITS, LENGTH_BITS = 3, 4
Number = TypeVar("Number", np.uint8, np.uint16, np.uint32, np.float32)
Plans = dict[str, dict[int, list[Range]]]
"""For each word where it is to be looked for in each segment."""
STANDS = np.uint16(1 << 15)
"""A bit above those of ``KINDS``, of every line: whether a word stands and beside what is asked at once."""
_FEW = 64
"""Where fewer than one line in so many is marked, those are gathered; else all lines are gone through."""


class Marked(NamedTuple):
    """Lines that are marked, perhaps with others; where those of each document begin among them, and which documents."""

    lines: NDArray[np.int64] | slice
    starts: NDArray[np.int64]
    documents: NDArray[np.int64] | slice


class View:
    """The documents of all segments in their order, and behind them those that wait. Never changed once made."""

    def __init__(
        self,
        segments: dict[int, Columns],
        gone: dict[int, list[int]],
        waiting: Waiting | None,
        registry: dict[str, Values],
    ) -> None:
        """``gone``: the places of documents that no longer count, by segment."""
        self.segments = segments
        self.registry = registry
        self._numbered: dict[str, tuple[NDArray[np.int32], NDArray[np.int64]]] = {}
        self._waiting = waiting
        self._every = [*segments.values(), *([waiting.columns] if waiting else [])]
        self._first = np.concatenate(([0], np.cumsum([len(each.manners) for each in self._every], dtype=np.int64)))
        self.alive = np.ones(len(self.key), np.bool_)
        start = 0
        for number, columns in segments.items():
            if number in gone:
                self.alive[np.array(gone[number], np.int64) + start] = False
            start += columns.documents
        self.documents = int(np.count_nonzero(self.alive))
        self._looked_up: dict[object, NDArray[np.generic]] = {}

    def _joined(self, name: str, kind: type[np.generic]) -> NDArray[np.generic]:
        return np.frombuffer(b"".join(getattr(each, name) for each in self._every), kind)

    @cached_property
    def key(self) -> NDArray[np.int64]:
        """``document.key`` of each document."""
        return self._joined("keys", np.int64)  # type: ignore[return-value]

    @cached_property
    def tie(self) -> NDArray[np.uint32]:
        """The start of each document's id, for an order between equals."""
        return self._joined("ties", np.uint32)  # type: ignore[return-value]

    @cached_property
    def year(self) -> NDArray[np.int64]:
        """Of each document, 0 where it is not known."""
        numbers = self.numbers("year")
        return np.array([int(value or 0) for value in self.values("year").names], np.int64)[numbers]

    @cached_property
    def first_line(self) -> NDArray[np.int64]:
        """Of each document; and behind the last of them the number of all lines."""
        return np.concatenate(([0], np.cumsum(self._joined("lengths", np.uint32), dtype=np.int64)))

    @cached_property
    def document_of(self) -> NDArray[np.int64]:
        """The document of each line."""
        return np.repeat(np.arange(len(self.key), dtype=np.int64), np.diff(self.first_line))

    @cached_property
    def manner(self) -> NDArray[np.uint8]:
        """What each line is."""
        return self._joined("manners", np.uint8)  # type: ignore[return-value]

    @cached_property
    def kind(self) -> NDArray[np.uint16]:
        """The kinds of findings of each line: a bit for each of ``KINDS``; and ``STANDS``."""
        return self._joined("kinds", np.uint16) | STANDS  # type: ignore[operator,no-any-return]

    def looked_up(self, table: Callable[[], NDArray[Number]]) -> NDArray[Number]:
        """For each line what a table has for its shape: its manner and how often its length in blocks can be halved."""
        if table not in self._looked_up:
            halved = np.ceil(np.log2(self._joined("blocks", np.uint32)))
            shape = self.manner | np.minimum(halved, (1 << LENGTH_BITS) - 1).astype(np.uint8) << np.uint8(MANNER_BITS)
            self._looked_up[table] = table()[shape]
        return self._looked_up[table]  # type: ignore[return-value]

    def values(self, name: str) -> Values:
        """All values of a column, numbered."""
        self._numbers(name)
        return self.registry[name]

    def numbers(self, name: str) -> NDArray[np.int32]:
        """The number of each document's value in a dimension."""
        return self._numbers(name)[0]

    def _numbers(self, name: str) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """The values of documents or lines by their numbers; and the lines that hold them."""
        if name not in self._numbered:
            numbers = [each.numbers(name, self.registry[name]) for each in self._every]
            lines = [
                np.frombuffer(each.columns[name].lines, np.int32) + first
                for each, first in zip(self._every, self._first, strict=False)
            ]
            self._numbered[name] = (
                np.concatenate([np.empty(0, np.int32), *numbers]),
                np.concatenate([np.empty(0, np.int64), *lines]),
            )
        return self._numbered[name]

    def holding(self, name: str, wanted: Flags) -> Flags:
        """The lines that hold a value which is ``wanted``."""
        flags = np.zeros(len(self.manner), np.bool_)
        numbers, lines = self._numbers(name)
        flags[lines[wanted[numbers]]] = True
        return flags

    def plans(self, forms: set[str]) -> Plans:
        """Where words are to be looked for."""
        return {form: {number: columns.plan(form) for number, columns in self.segments.items()} for form in forms}

    def lines(self, form: str, plans: Plans, pages: dict[tuple[int, int], Page]) -> Flags:
        """The lines in which a folded word stands; ``pages`` are those of its plan, by segment and number."""
        flags = np.zeros(len(self.manner), np.bool_)
        plan = plans[form]
        for (number, columns), first, end in zip(self.segments.items(), self._first, self._first[1:], strict=False):
            columns.mark(form, plan[number], lambda page, number=number: pages[number, page], flags[first:end])  # type: ignore[misc]
        if self._waiting is not None:
            self._waiting.mark(form, flags[self._first[-2] :])
        return flags

    def marked(self, lines: Flags) -> Marked:
        """The marked lines by document: those only, where they are few."""
        if np.count_nonzero(lines) * _FEW > len(lines):
            return Marked(slice(None), self.first_line[:-1], slice(None))
        there = np.flatnonzero(lines)
        documents = self.document_of[there]
        starts = np.flatnonzero(np.diff(documents, prepend=-1))
        return Marked(there, starts, documents[starts])

    def beside(self, lines: Flags, marked: Marked) -> NDArray[np.uint16]:
        """For each document the kinds of findings in its marked lines; less than ``STANDS`` where it has none."""
        return self.gathered(np.bitwise_or, self.kind, marked, lines)

    def gathered(self, how: np.ufunc, values: NDArray[Number], marked: Marked, lines: Flags) -> NDArray[Number]:
        """For each document what comes of the values of its marked lines; 0 where none is."""
        if not len(marked.starts):
            return np.zeros(len(self.key), values.dtype)
        there = values[marked.lines] * lines[marked.lines].view(np.uint8)
        of_each: NDArray[Number] = how.reduceat(there, marked.starts)
        if isinstance(marked.documents, slice):
            return of_each
        gathered = np.zeros(len(self.key), of_each.dtype)
        gathered[marked.documents] = of_each
        return gathered

    def counted(self, lines: Flags, marked: Marked) -> NDArray[np.int32]:
        """How many of these lines each document has."""
        if isinstance(marked.lines, slice):
            return np.add.reduceat(lines.view(np.uint8), marked.starts, dtype=np.int32)
        counts = np.zeros(len(self.key), np.int32)
        counts[marked.documents] = np.diff(marked.starts, append=len(marked.lines))
        return counts
