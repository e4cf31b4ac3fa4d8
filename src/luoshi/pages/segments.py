"""Overlapping and nested spans, cut into pieces that follow one another.

HTML can nest marks but not overlap them, so the text is divided wherever a finding starts or ends,
and each segment says which findings cover it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.model import Span
from luoshi.pages.as_found import Change, Cut


class Piece(NamedTuple):
    """Clean text, or what stood in its place as found.

    ``form`` is ``same`` (``text`` stands in both), ``quiet`` or ``changed`` (``text`` was
    ``before``), or ``cut`` (``before`` was removed here, ``text`` is empty).
    """

    form: str
    text: str
    before: str = ""
    reason: str = ""


class Segment(NamedTuple):
    """Pieces under the same findings; ``starts`` are the findings whose first words these are."""

    pieces: tuple[Piece, ...]
    findings: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()


class Sweep:
    """Walks once through a text and hands out the segments of one stretch after the other."""

    def __init__(self, content: str, spans: Sequence[Span], changes: Sequence[Change]) -> None:
        """``spans`` are in order of their starts, ``changes`` in order and disjoint."""
        self._content = content
        self._spans = spans
        self._changes = changes
        self._next = 0
        self._change = 0
        self._open: list[int] = []

    def segments(self, stretch: Span, cuts: Sequence[Cut] = ()) -> Iterator[Segment]:
        """The segments of ``stretch``, which starts where the one before ended, or later."""
        position = stretch.start
        remaining = list(cuts)
        while position < stretch.end:
            starts = self._enter(position)
            end = self._boundary(position, stretch.end)
            pieces = tuple(self._pieces(position, end, remaining))
            yield Segment(pieces, tuple(self._open), tuple(starts))
            position = end
        trailing = tuple(_piece(cut) for cut in remaining)
        late = self._enter(position, empty_only=True)
        if trailing or late:
            yield Segment(trailing, (), tuple(late))

    def _enter(self, position: int, *, empty_only: bool = False) -> list[int]:
        """Open the findings that have started by now and close those that are over."""
        spans, starts = self._spans, []
        while self._next < len(spans) and spans[self._next].start <= position:
            span = spans[self._next]
            if empty_only and (span.end > span.start or span.start < position):
                break
            starts.append(self._next)
            if span.end > position:
                self._open.append(self._next)
            self._next += 1
        if self._open:
            self._open = [index for index in self._open if spans[index].end > position]
        return starts

    def _boundary(self, position: int, end: int) -> int:
        """Where the set of open findings changes next."""
        if self._next < len(self._spans):
            end = min(end, self._spans[self._next].start)
        for index in self._open:
            end = min(end, self._spans[index].end)
        return max(end, position + 1)

    def _pieces(self, start: int, end: int, cuts: list[Cut]) -> Iterator[Piece]:
        changes, content = self._changes, self._content
        while self._change < len(changes) and changes[self._change].span.end <= start:
            self._change += 1
        position = start
        while position < end:
            while cuts and cuts[0].position <= position:
                yield _piece(cuts.pop(0))
            stop = min(end, cuts[0].position) if cuts else end
            change = changes[self._change] if self._change < len(changes) else None
            if change is None or change.span.start >= stop:
                yield Piece("same", content[position:stop])
                position = stop
                continue
            if change.span.start > position:
                yield Piece("same", content[position : change.span.start])
                position = change.span.start
            stop = min(stop, change.span.end)
            form = "quiet" if change.quiet else "changed"
            yield Piece(form, content[position:stop], _share(change, position, stop), change.reason)
            position = stop
            if stop == change.span.end:
                self._change += 1


def _share(change: Change, start: int, stop: int) -> str:
    """What stood in place of a part of a change: its own characters, or all with the first part."""
    low, high = start - change.span.start, stop - change.span.start
    if len(change.before) == change.span.length:
        return change.before[low:high]
    return change.before if low == 0 else ""


def _piece(cut: Cut) -> Piece:
    return Piece("cut", "", cut.text, cut.reason)
