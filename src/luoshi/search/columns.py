"""What is known of each line and each document of a segment: for filters, counts and the order of hits.

A place in a segment is a number: the lines (paragraphs) of its documents lie one behind the other, each
from a multiple of ``BLOCK`` on, so that the line of a place is looked up and not searched for.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from luoshi.search.facts import Facts
from luoshi.search.grams import BITS, cover, key
from luoshi.search.postings import Page, Places
from luoshi.search.query import KINDS
from luoshi.search.values import Values

BLOCK_BITS = 5
BLOCK = 1 << BLOCK_BITS
Flags = NDArray[np.bool_]
"""One for each line of a segment, or for each of its documents."""

DIMENSIONS = ("level", "region", "year", "genre")
"""What a document is, once."""
HOLDINGS = ("bodies", "indicators", "deadlines")
"""What a line holds, any number of."""
WHOLE = 1 << 2 * BITS
LONE = 1 << 2 * BITS + 1
"""Added to a key where the list is one of lines: to that of a pair, or to that of a lone character."""
_FEW = 8
"""A list so many times as long as another is searched for each place of that; else both are merged."""


class Column(Struct):
    """A value for each document (``lines`` empty), or values for some lines: numbers into ``values``."""

    values: list[str]
    numbers: bytes
    lines: bytes = b""


class Range(NamedTuple):
    """Keys from ``low`` to ``high``, and the numbers of the pages that may have them."""

    low: int
    high: int
    pages: range


class Columns(Struct, dict=True):
    """All about a segment but its pages. The bytes are arrays; see the properties."""

    keys: bytes
    ties: bytes
    lengths: bytes
    """How many lines each document has."""
    blocks: bytes
    """How many blocks each line has."""
    manners: bytes
    kinds: bytes
    columns: dict[str, Column]
    firsts: bytes = b""
    """The first key of each page."""
    whole: bytes = b""
    """The keys whose lists are of lines."""

    @cached_property
    def line_of(self) -> NDArray[np.int32]:
        """The line of each block."""
        blocks = np.frombuffer(self.blocks, np.uint32)
        return np.repeat(np.arange(len(blocks), dtype=np.int32), blocks)

    @cached_property
    def first(self) -> list[int]:
        """The first key of each page."""
        return list(memoryview(self.firsts).cast("Q"))

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The keys whose lists are of lines."""
        return frozenset(memoryview(self.whole).cast("Q"))

    @property
    def documents(self) -> int:
        """How many."""
        return len(self.lengths) // 4

    def numbers(self, name: str, values: Values) -> NDArray[np.int32]:
        """Of each document its value in a dimension, or of each thing that lines hold; numbered as in other segments."""
        kept: dict[str, NDArray[np.int32]] = self.__dict__.setdefault("_numbers", {})
        if name not in kept:
            column = self.columns[name]
            number = np.fromiter(map(values.number, column.values), np.int32, len(column.values))
            kept[name] = number[np.frombuffer(column.numbers, np.int32)]
        return kept[name]

    def bits(self, places: Places) -> NDArray[np.uint8]:
        """The lines in which places lie, as a bit for each."""
        flags = np.zeros(len(self.manners), np.bool_)
        self.mark_places(places, flags)
        return np.packbits(flags)

    def mark_places(self, places: Places, flags: Flags) -> None:
        """Mark the lines in which places lie."""
        flags[self.line_of[places >> BLOCK_BITS]] = True

    def plan(self, form: str) -> list[Range]:
        """Where to look for a word: the ranges of keys with the pages that may have them."""
        return [
            Range(low, high, range(max(0, bisect_right(self.first, low) - 1), bisect_right(self.first, high)))
            for low, high in self._keys(form)
        ]

    def _keys(self, form: str) -> list[tuple[int, int]]:
        if len(form) == 1:
            if (lone := key(form) | LONE) in self.wholes:
                return [(lone, lone)]
            return [(key(form), key(form) + (1 << BITS) - 1)]
        if len(form) == 2 and (pair := key(*form) | WHOLE) in self.wholes:
            return [(pair, pair)]
        return [(pair, pair) for pair in (key(*form[start : start + 2]) for start in cover(form))]

    def mark(self, form: str, plan: list[Range], page: Callable[[int], Page], flags: Flags) -> None:
        """Mark the lines in which a folded word stands; ``page`` gives the pages of its plan."""
        low, _, numbers = plan[0]
        if low >= WHOLE:
            flags |= np.unpackbits(page(numbers[0]).lines(low), count=len(flags)).view(np.bool_)
            return
        lists = []
        for low, high, numbers in plan:
            found = [each for number in numbers for each in page(number).places(low, high)]
            lists.append(found[0] if len(found) == 1 else np.concatenate(found) if found else np.empty(0, np.int32))
        self.mark_places(_standing_together(lists, cover(form)) if len(form) > 2 else lists[0], flags)


def _standing_together(lists: list[Places], starts: list[int]) -> Places:
    """Where a word starts whose pairs stand at these places."""
    order = sorted(range(len(lists)), key=lambda each: len(lists[each]))
    found = lists[order[0]] - starts[order[0]]
    for each in order[1:]:
        other = lists[each] - starts[each]
        if not len(found) or not len(other):
            return found[:0]
        found = _in_both(found, other)
    return found


def _in_both(few: Places, many: Places) -> Places:
    """What two sorted lists have in common; neither has a place twice."""
    if len(few) * _FEW > len(many):
        both = np.concatenate((few, many))
        both.sort(kind="stable")  # which merges what is sorted already
        found, there = both[1:], both[1:] == both[:-1]
    else:
        where = np.searchsorted(many, few)
        where[where == len(many)] = 0
        found, there = few, many[where] == few
    common: Places = found[there]
    return common


def columns_of(documents: Sequence[tuple[int, Facts]]) -> Columns:
    """The columns of documents with their keys; without pages."""
    bit = {kind: 1 << number for number, kind in enumerate(KINDS)}
    first = 0
    kinds: list[NDArray[np.uint16]] = []
    lengths: list[int] = []
    blocks: list[int] = []
    holdings: dict[str, tuple[dict[str, int], list[int], list[int]]] = {name: ({}, [], []) for name in HOLDINGS}
    dimensions: dict[str, tuple[dict[str, int], list[int]]] = {name: ({}, []) for name in DIMENSIONS}
    for _, facts in documents:
        lines = [*map(len, facts.text.split("\n"))]
        lengths.append(len(lines))
        blocks.extend(length // BLOCK + 1 for length in lines)  # no line ends where the next begins
        mask = np.zeros(len(lines), np.uint16)
        for line, names in facts.kinds.items():
            mask[line] = sum(bit.get(name, 0) for name in names)
        kinds.append(mask)
        for name, (values, numbers, places) in holdings.items():
            for line, words in getattr(facts, name).items():
                for word in words:
                    numbers.append(values.setdefault(word, len(values)))
                    places.append(first + line)
        for name, (values, numbers) in dimensions.items():
            numbers.append(values.setdefault(_value(facts, name), len(values)))
        first += len(lines)
    return Columns(
        keys=np.array([number for number, _ in documents], np.int64).tobytes(),
        ties=np.array([int(facts.id[:8], 16) for _, facts in documents], np.uint32).tobytes(),
        lengths=np.array(lengths, np.uint32).tobytes(),
        blocks=np.array(blocks, np.uint32).tobytes(),
        manners=b"".join(facts.manners for _, facts in documents),
        kinds=np.concatenate(kinds).tobytes() if kinds else b"",
        columns={
            name: Column(list(values), np.array(numbers, np.int32).tobytes(), np.array(places, np.int32).tobytes())
            for name, (values, numbers, places) in holdings.items()
        }
        | {
            name: Column(list(values), np.array(numbers, np.int32).tobytes())
            for name, (values, numbers) in dimensions.items()
        },
    )


def _value(facts: Facts, dimension: str) -> str:
    """A document's value in a dimension: empty where it is not known; a region with its code behind a TAB."""
    if dimension == "region":
        return f"{facts.region or ''}\t{facts.region_code or ''}" if facts.region else ""
    value = getattr(facts, dimension)
    return "" if value is None else str(value)


def written(columns: Columns) -> bytes:
    """Columns as bytes."""
    return zlib.compress(msgspec.msgpack.encode(columns), 1)


def read(data: bytes) -> Columns:
    """The columns that ``written`` made bytes of."""
    return msgspec.msgpack.decode(zlib.decompress(data), type=Columns)
