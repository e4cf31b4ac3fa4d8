"""Sorted places as bytes, in pages that a database keeps: which pair of characters stands where.

A list of places is one of

====== ====================================================================================
PLAIN  numbers of ``width`` bytes, little-endian
STEPS  the way from one place to the next in two bytes; 65,535 is a step of so many without a place
LINES  no places but a bit for each line of the segment: where so many places would be longer
====== ====================================================================================

and a page holds the lists of neighbouring keys: ``count, width (4 bytes each) · keys (8 bytes each) ·
where each list ends, its form in the two highest bits (4 bytes each) · the lists``.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]

PLAIN, STEPS, LINES = range(3)
ROOM = 16_384
"""About how many bytes of lists a page holds; a list that is longer has a page of its own."""
_FORM = 30
_HEAD = struct.Struct("<II")
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


class Page(NamedTuple):
    """A page as read: find a list by its key."""

    keys: memoryview[int]
    ends: memoryview[int]
    lists: memoryview[int]
    width: int

    @classmethod
    def read(cls, data: bytes) -> Page:
        """The page that these bytes are."""
        count, width = _HEAD.unpack_from(data)
        view = memoryview(data)[_HEAD.size :]
        return cls(view[: 8 * count].cast("Q"), view[8 * count : 12 * count].cast("I"), view[12 * count :], width)

    def places(self, first: int, last: int) -> list[Places]:
        """The lists of the keys from ``first`` to ``last``; what comes in the form ``PLAIN`` in a row is one."""
        start, stop = bisect_left(self.keys, first), bisect_left(self.keys, last + 1)
        found = []
        while start < stop:
            form = self.ends[start] >> _FORM
            after = start + 1
            while form == PLAIN and after < stop and not self.ends[after] >> _FORM:
                after += 1
            found.append(_read(self._bytes(start, after), form, self.width))
            start = after
        return found

    def lines(self, key: int) -> NDArray[np.uint8]:
        """The bits of a list of the form ``LINES``, in bytes; the key is one that the page has."""
        place = bisect_left(self.keys, key)
        return np.frombuffer(self._bytes(place, place + 1), np.uint8)

    def _bytes(self, start: int, stop: int) -> memoryview[int]:
        mask = (1 << _FORM) - 1
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
    keys = np.array([each.key for each in group], "<u8")
    ends = np.cumsum([len(each.data) for each in group]) | np.array([each.form << _FORM for each in group])
    return b"".join(
        (_HEAD.pack(len(group), width), keys.tobytes(), ends.astype("<u4").tobytes(), *(each.data for each in group))
    )
