"""What is known of each line and each document of a segment: for filters, counts and the order of hits.

A place in a segment is a number: the lines (paragraphs) of its documents lie one behind the other, each
from a multiple of ``BLOCK`` on, so that the line of a place is looked up and not searched for.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from luoshi.search.facts import Facts
from luoshi.search.grams import BITS, cover, folded, key
from luoshi.search.postings import Page, Places
from luoshi.search.query import KINDS

BLOCK_BITS = 5
BLOCK = 1 << BLOCK_BITS
MANNER_BITS, LENGTH_BITS = 3, 4
Number = TypeVar("Number", np.uint8, np.float32)
Flags = NDArray[np.bool_]
"""One for each line of a segment, or for each of its documents."""

DIMENSIONS = ("level", "region", "year", "genre")
"""What a document is, once."""
HOLDINGS = ("bodies", "indicators", "deadlines")
"""What a line holds, any number of."""
WHOLE = 1 << 2 * BITS
LONE = 1 << 2 * BITS + 1
"""Added to a key where the list is one of lines: to that of a pair, or to that of a lone character."""


class Column(Struct):
    """A value for each document (``lines`` empty), or values for some lines: numbers into ``values``."""

    values: list[str]
    numbers: bytes
    lines: bytes = b""


class Values:
    """The values of a column over all segments, numbered in the order in which they came."""

    def __init__(self) -> None:
        """None yet."""
        self.names: list[str] = []
        self.labels: list[str] = []
        """What readers see: without the code behind it, so that two regions of one name are one."""
        self.folded: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, name: str) -> int:
        """The number of a value."""
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.names)
            self.names.append(name)
            self.labels.append(name.partition("\t")[0])
            self.folded.append(folded(name))
        return number


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
    def first_line(self) -> NDArray[np.int64]:
        """Of each document."""
        lengths = np.frombuffer(self.lengths, np.uint32)
        return np.concatenate(([0], np.cumsum(lengths[:-1], dtype=np.int64)))

    @cached_property
    def line_of(self) -> NDArray[np.int32]:
        """The line of each block."""
        blocks = np.frombuffer(self.blocks, np.uint32)
        return np.repeat(np.arange(len(blocks), dtype=np.int32), blocks)

    @cached_property
    def key(self) -> NDArray[np.int64]:
        """``document.key`` of each document."""
        return np.frombuffer(self.keys, np.int64)

    @cached_property
    def tie(self) -> NDArray[np.uint32]:
        """The start of each document's id, for an order between equals."""
        return np.frombuffer(self.ties, np.uint32)

    @cached_property
    def manner(self) -> NDArray[np.uint8]:
        """What each line is."""
        return np.frombuffer(self.manners, np.uint8)

    @cached_property
    def year(self) -> NDArray[np.int64]:
        """Of each document, 0 where it is not known."""
        column = self.columns["year"]
        return np.array([int(value or 0) for value in column.values], np.int64)[np.frombuffer(column.numbers, np.int32)]

    @cached_property
    def shape(self) -> NDArray[np.uint8]:
        """What each line is (``MANNER_BITS``), and above that how often its length in blocks can be halved."""
        halved = np.ceil(np.log2(np.frombuffer(self.blocks, np.uint32)))
        return self.manner | np.minimum(halved, (1 << LENGTH_BITS) - 1).astype(np.uint8) << np.uint8(MANNER_BITS)

    @cached_property
    def kind(self) -> NDArray[np.uint16]:
        """The kinds of findings of each line: a bit for each of ``KINDS``."""
        return np.frombuffer(self.kinds, np.uint16)

    @cached_property
    def first(self) -> list[int]:
        """The first key of each page."""
        return list(memoryview(self.firsts).cast("Q"))

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The keys whose lists are of lines."""
        return frozenset(memoryview(self.whole).cast("Q"))

    def documents(self, lines: Flags) -> Flags:
        """The documents that have one of these lines."""
        return np.logical_or.reduceat(lines, self.first_line) if len(lines) else lines

    def looked_up(self, table: Callable[[], NDArray[Number]]) -> NDArray[Number]:
        """For each line what a table has for its shape; looked up once."""
        kept: dict[object, NDArray[Number]] = self.__dict__.setdefault("_looked_up", {})
        if table not in kept:
            kept[table] = table()[self.shape]
        return kept[table]

    def numbered(self, registry: dict[str, Values]) -> None:
        """Number the values as others number them too, so that what is counted and tested is so once for all."""
        self._numbers = {name: self._renumbered(name, registry[name]) for name in self.columns}

    def _renumbered(self, name: str, values: Values) -> NDArray[np.int32]:
        column = self.columns[name]
        number = np.fromiter(map(values.number, column.values), np.int32, len(column.values))
        return number[np.frombuffer(column.numbers, np.int32)]

    def numbers(self, name: str) -> NDArray[np.int32]:
        """The number of each document's value in a dimension, or of each value that lines hold."""
        return self._numbers[name]

    def holding(self, name: str, wanted: Flags) -> Flags:
        """The lines that hold a value which is ``wanted``."""
        flags = np.zeros(len(self.manner), np.bool_)
        flags[np.frombuffer(self.columns[name].lines, np.int32)[wanted[self._numbers[name]]]] = True
        return flags

    def lines_at(self, places: Places) -> Flags:
        """The lines in which places lie."""
        flags = np.zeros(len(self.manner), np.bool_)
        flags[self.line_of[places >> BLOCK_BITS]] = True
        return flags

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

    def lines(self, form: str, plan: list[Range], page: Callable[[int], Page]) -> Flags:
        """The lines in which a folded word stands; ``page`` gives the pages of its plan."""
        low, _, numbers = plan[0]
        if low >= WHOLE:
            return np.unpackbits(page(numbers[0]).lines(low), count=len(self.manner)).view(np.bool_)
        lists = []
        for low, high, numbers in plan:
            found = [each for number in numbers for each in page(number).places(low, high)]
            lists.append(found[0] if len(found) == 1 else np.concatenate(found) if found else np.empty(0, np.int32))
        if len(form) > 2:
            return self.lines_at(_standing_together(lists, cover(form)))
        return self.lines_at(lists[0])


def _standing_together(lists: list[Places], starts: list[int]) -> Places:
    """Where a word starts whose pairs stand at these places."""
    order = sorted(range(len(lists)), key=lambda each: len(lists[each]))
    found = lists[order[0]] - starts[order[0]]
    for each in order[1:]:
        if not len(found) or not len(lists[each]):
            return found[:0]
        where = np.searchsorted(lists[each], found + starts[each])
        where[where == len(lists[each])] = 0
        found = found[lists[each][where] == found + starts[each]]
    return found


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
