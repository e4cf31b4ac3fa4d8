"""Sorted places as bytes, in pages that a database keeps: which pair of characters stands where.

A list of places is one of

====== ====================================================================================
PLAIN  numbers of ``width`` bytes, little-endian
STEPS  the way from one place to the next in two bytes; 65,535 is a step of so many without a place
LINES  no places but a bit for each line of the segment: where so many places would be longer
====== ====================================================================================

and a page holds the lists of neighbouring keys: ``count (4 bytes), width, narrow or wide (2 bytes each), the first
key (8 bytes) · how far each key is from the first · where each list ends, its form in the two highest bits · the
lists``. Keys and ends have four bytes and two in a narrow page, else eight and four: most lists are of one place or
a few, so that the keys would be longer than the lists.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]

PLAIN, STEPS, LINES = range(3)
ROOM = (1 << 14) - 1
"""So many bytes of lists a page holds; a list that is longer has a page of its own."""
_HEAD = struct.Struct("<IHHQ")
_LARGEST = 0xFFFF


def shortest(places: Places, width: int) -> tuple[int, bytes]:
    """The form of a list in which it is shortest, and its bytes."""
    gaps = np.diff(places, prepend=np.int32(0))
    empty = gaps // _LARGEST
    if 2 * (len(gaps) + int(empty.sum())) >= width * len(gaps):
        return PLAIN, plain(places, width)
    steps = np.full(len(gaps) + int(empty.sum()), _LARGEST, "<u2")
    steps[np.cumsum(empty + 1) - 1] = gaps % _LARGEST
    return STEPS, steps.tobytes()


def plain(places: Places, width: int) -> bytes:
    """Numbers of ``width`` bytes each."""
    return np.ascontiguousarray(places.astype("<u4").view("<u1").reshape(-1, 4)[:, :width]).tobytes()


def _read(data: memoryview[int], form: int, width: int) -> Places:
    """The places that a list holds."""
    if form == PLAIN:
        whole = np.zeros((len(data) // width, 4), "<u1")
        whole[:, :width] = np.frombuffer(data, "<u1").reshape(-1, width)
        return whole.view("<i4").ravel()
    steps = np.frombuffer(data, "<u2")
    places = np.cumsum(steps, dtype=np.int32)
    full = steps == _LARGEST
    return places[~full] if full.any() else places


class Manner(NamedTuple):
    """How keys and ends are kept: as what (in the letters of ``struct``) and in how many bytes; where the form begins."""

    key: Literal["I", "Q"]
    key_bytes: int
    end: Literal["H", "I"]
    end_bytes: int
    form: int


NARROW, WIDE = Manner("I", 4, "H", 2, 14), Manner("Q", 8, "I", 4, 30)


class Page(NamedTuple):
    """A page as read: find a list by its key. ``keys`` are counted from ``first``."""

    first: int
    keys: memoryview[int]
    ends: memoryview[int]
    lists: memoryview[int]
    width: int
    form: int

    @classmethod
    def read(cls, data: bytes) -> Page:
        """The page that these bytes are."""
        count, width, wide, first = _HEAD.unpack_from(data)
        manner = WIDE if wide else NARROW
        ends = _HEAD.size + count * manner.key_bytes
        lists = ends + count * manner.end_bytes
        view = memoryview(data)
        keys = view[_HEAD.size : ends].cast(manner.key)
        return cls(first, keys, view[ends:lists].cast(manner.end), view[lists:], width, manner.form)

    def places(self, first: int, last: int) -> list[Places]:
        """The lists of the keys from ``first`` to ``last``; what comes in the form ``PLAIN`` in a row is one."""
        start, stop = bisect_left(self.keys, first - self.first), bisect_left(self.keys, last + 1 - self.first)
        found = []
        while start < stop:
            form = self.ends[start] >> self.form
            after = start + 1
            while form == PLAIN and after < stop and not self.ends[after] >> self.form:
                after += 1
            found.append(_read(self._bytes(start, after), form, self.width))
            start = after
        return found

    def lines(self, key: int) -> NDArray[np.uint8]:
        """The bits of a list of the form ``LINES``, in bytes; the key is one that the page has."""
        place = bisect_left(self.keys, key - self.first)
        return np.frombuffer(self._bytes(place, place + 1), np.uint8)

    def _bytes(self, start: int, stop: int) -> memoryview[int]:
        mask = (1 << self.form) - 1
        return self.lists[self.ends[start - 1] & mask if start else 0 : self.ends[stop - 1] & mask]


class Listed(NamedTuple):
    """A list in its shortest form."""

    key: int
    form: int
    data: bytes


def pages(lists: Iterator[Listed], width: int) -> Iterator[tuple[int, bytes]]:
    """Pages with the first key of each, from lists in the order of their keys."""
    group: list[Listed] = []
    size = 0
    for each in lists:
        if group and size + len(each.data) > ROOM:
            yield group[0].key, _page(group, width)
            group, size = [], 0
        group.append(each)
        size += len(each.data)
    if group:
        yield group[0].key, _page(group, width)


def _page(group: list[Listed], width: int) -> bytes:
    ends = np.cumsum([len(each.data) for each in group])
    wide = int(ends[-1]) >> NARROW.form or group[-1].key - group[0].key >> 32
    manner = WIDE if wide else NARROW
    keys = np.array([each.key - group[0].key for each in group], f"<u{manner.key_bytes}")
    marked = ends | np.array([each.form << manner.form for each in group])
    return b"".join(
        (
            _HEAD.pack(len(group), width, bool(wide), group[0].key),
            keys.tobytes(),
            marked.astype(f"<u{manner.end_bytes}").tobytes(),
            *(each.data for each in group),
        )
    )
