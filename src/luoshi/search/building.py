"""A segment made: of many documents where every pair of characters stands, in pages.

All pairs of the documents are sorted at once, as numbers; Python sees each different pair, not each place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from luoshi.search.columns import BLOCK, LONE, WHOLE, Columns, columns_of
from luoshi.search.facts import Facts
from luoshi.search.grams import BITS, LINE_END, codes
from luoshi.search.postings import LINES, PLAIN, Listed, Places, pages, plain, shortest


class Built(NamedTuple):
    """A segment to be written."""

    columns: Columns
    pages: list[bytes]


def built(documents: Sequence[tuple[int, Facts]]) -> Built:
    """Make a segment of documents with their keys."""
    columns = columns_of(documents)
    text = "\n".join(facts.text for _, facts in documents)
    made = list(pages(_lists(columns, text), _width(columns)))
    columns.firsts = np.array([first for first, _ in made], np.uint64).tobytes()
    return Built(columns, [data for _, data in made])


def _width(columns: Columns) -> int:
    return 3 if len(columns.line_of) * BLOCK < 1 << 24 else 4


_PLACE = np.uint64(34)
_MANY = 256
"""A list of fewer places is kept plain without a try."""


def _lists(columns: Columns, text: str) -> Iterator[Listed]:
    """The lists of a segment in the order of their keys: of the pairs, then those of lines."""
    width = _width(columns)
    letters, pairs, places = _sorted_pairs(columns, text)
    starts = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1]))) if len(pairs) else np.empty(0, np.int64)
    ends = np.append(starts[1:], len(pairs))
    first, second = np.divmod(pairs[starts], np.uint64(len(letters)))
    keys = letters[first].astype(np.uint64) << np.uint64(BITS) | letters[second].astype(np.uint64)
    flat = plain(places, width)
    bitmap = -(-len(columns.manners) // 8)
    whole: list[Listed] = []
    for name, start, end in zip(keys.tolist(), starts.tolist(), ends.tolist(), strict=True):
        if end - start < _MANY:
            yield Listed(name, PLAIN, flat[start * width : end * width])
            continue
        form, data = shortest(places[start:end], width)
        if len(data) > bitmap:
            whole.append(Listed(name | WHOLE, LINES, columns.bits(places[start:end]).tobytes()))
        yield Listed(name, form, data)
    borders = np.append(starts, len(pairs))[
        np.append(np.flatnonzero(np.diff(first, prepend=np.uint64(1 << 62))), len(starts))
    ]
    for start, end in zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True):
        if end - start > bitmap:
            letter = int(letters[int(pairs[start]) // len(letters)])
            whole.append(Listed(letter << BITS | LONE, LINES, columns.bits(places[start:end]).tobytes()))
    whole.sort()
    columns.whole = np.array([each.key for each in whole], np.uint64).tobytes()
    yield from whole


def _sorted_pairs(columns: Columns, text: str) -> tuple[NDArray[np.int64], NDArray[np.uint64], Places]:
    """The letters of a text; its pairs (numbers of two letters) in order, with the place of each in order."""
    letters_at = codes(text + "\n")
    present = np.zeros(0x110000, np.bool_)
    present[letters_at] = True
    letters = np.flatnonzero(present)
    small = np.cumsum(present, dtype=np.int32)[letters_at].astype(np.uint64) - np.uint64(1)
    ends = np.flatnonzero(letters_at == LINE_END)
    starts = np.concatenate(([0], ends[:-1] + 1))
    blocks = np.frombuffer(columns.blocks, np.uint32).astype(np.int64)
    base = (np.cumsum(blocks) - blocks) * BLOCK
    places = np.arange(len(small), dtype=np.int64) + np.repeat(base - starts, ends + 1 - starts)
    both = (small[:-1] * np.uint64(len(letters)) + small[1:]) << _PLACE | places[:-1].astype(np.uint64)
    both = both[letters_at[:-1] != LINE_END]
    both.sort()
    return letters, both >> _PLACE, (both & np.uint64((1 << int(_PLACE)) - 1)).astype(np.int32)
