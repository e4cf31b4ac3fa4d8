"""Clean text together with the way back to where each character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from luoshi.model.original import Mark, Original
from luoshi.model.span import Span


class Edit(NamedTuple):
    """One change of the text: ``[start, end)`` becomes ``after``.

    While a cleaning step works, the offsets are those of the text that the step was given. Kept in
    ``Text.edits`` they are offsets of the original, and ``before`` is what stood there when the step
    came (an earlier step may have changed it already). ``reason`` is a code such as
    ``furniture.navigation``: the step and the kind of fault.
    """

    start: int
    end: int
    after: str
    reason: str
    before: str = ""

    @property
    def span(self) -> Span:
        """The stretch that was changed."""
        return Span(self.start, self.end)


class Run(NamedTuple):
    """A stretch of clean text that comes from one stretch of the original.

    Where the two are equally long the characters correspond one to one; else the run stands for the
    stretch of the original as a whole.
    """

    clean: int
    original: int
    clean_length: int
    original_length: int


class Text(Struct, frozen=True):
    """Clean ``content``; ``runs`` lead back to ``original``; ``edits`` say what was changed and why."""

    original: Original
    content: str
    runs: tuple[Run, ...]
    edits: tuple[Edit, ...] = ()

    @classmethod
    def of(cls, original: Original) -> Text:
        """The text before any cleaning: equal to the original."""
        length = len(original.content)
        return cls(original, original.content, (Run(0, 0, length, length),) if length else ())

    def __len__(self) -> int:
        """The length of the clean text."""
        return len(self.content)

    def __getitem__(self, where: Span | slice | int) -> str:
        """The clean characters of a span (or of a slice, or one character)."""
        if isinstance(where, tuple):
            return self.content[where[0] : where[1]]
        return self.content[where]

    def back(self, span: Span) -> Span:
        """The stretch of the original from the first to the last character of ``span``.

        It includes what cleaning removed in between; ``pieces`` leaves that out. An empty span leads
        to an empty span.
        """
        if not self.runs:
            return Span(0, 0)
        start = _place_of(self.runs, max(0, bisect_right(self.runs, span.start, key=_clean_start) - 1), span.start)
        if span.end <= span.start:
            return Span(start, start)
        run = self.runs[bisect_right(self.runs, span.end - 1, key=_clean_start) - 1]
        offset = span.end - run.clean
        if run.clean_length == run.original_length:
            end = run.original + offset
        else:
            end = run.original + run.original_length
        return Span(start, max(start, end))

    def pieces(self, span: Span) -> Iterator[Span]:
        """The stretches of the original that ``span`` is made of, without what was removed between."""
        index = max(0, bisect_right(self.runs, span.start, key=_clean_start) - 1)
        for run in self.runs[index:]:
            if run.clean >= span.end:
                return
            start = max(span.start, run.clean)
            end = min(span.end, run.clean + run.clean_length)
            if start >= end:
                continue
            if run.clean_length == run.original_length:
                yield Span(run.original + start - run.clean, run.original + end - run.clean)
            elif run.original_length:
                yield Span(run.original, run.original + run.original_length)

    def forward(self, span: Span) -> Span:
        """The clean stretch that an original ``span`` became; empty where all of it was removed."""
        return Span(self._forward(span.start, end=False), self._forward(span.end, end=True))

    def _forward(self, position: int, *, end: bool) -> int:
        # the last run that starts at or before the position (before it, for an end)
        index = bisect_right(self.runs, position - end, key=_original_start) - 1
        if index < 0:
            return 0
        run = self.runs[index]
        offset = position - run.original
        if offset >= run.original_length:
            return run.clean + run.clean_length
        if run.clean_length == run.original_length:
            return run.clean + offset
        return run.clean + run.clean_length if end else run.clean

    def marked(self, kind: str) -> list[Mark]:
        """The original's marks of one kind at their place in the clean text; those removed are left out."""
        found = []
        for mark in self.original.marks:
            if mark.kind == kind:
                span = self.forward(mark.span)
                if span.start < span.end:
                    found.append(Mark(span, kind, mark.value))
        return found

    def lines(self) -> Iterator[Span]:
        """The spans of the lines without their line ends. In clean text a line is a paragraph."""
        content, start = self.content, 0
        while (end := content.find("\n", start)) >= 0:
            yield Span(start, end)
            start = end + 1
        if start < len(content):
            yield Span(start, len(content))

    def apply(self, edits: Iterable[Edit]) -> Text:
        """The text after ``edits``, which are in order, disjoint, and in offsets of this text.

        Raises ``ValueError`` where they are not: a cleaning step has a fault.
        """
        changes = list(edits)
        if not changes:
            return self
        content = self.content
        length = len(content)
        pieces: list[str] = []
        position = 0
        aligned = True
        for start, end, after, _reason, _before in changes:
            if start < position or end < start or end > length:
                message = f"edit {start}:{end} is out of order (the one before ended at {position})"
                raise ValueError(message)
            pieces.append(content[position:start])
            pieces.append(after)
            aligned = aligned and len(after) == end - start
            position = end
        pieces.append(content[position:])
        runs = self.runs if aligned else tuple(_compose(self.runs, changes))
        if (
            len(self.runs) == 1
            and self.runs[0].original == 0
            and self.runs[0].clean_length == self.runs[0].original_length
        ):
            # Nothing was moved yet: the offsets are those of the original already.
            kept = [
                edit if edit.before or edit.start == edit.end else edit._replace(before=content[edit.start : edit.end])
                for edit in changes
            ]
        else:
            kept = [
                Edit(low, high, after, reason, content[start:end])
                for (start, end, after, reason, _), (low, high) in zip(changes, self._places(changes), strict=True)
            ]
        return Text(self.original, "".join(pieces), runs, self.edits + tuple(kept))

    def _places(self, edits: list[Edit]) -> Iterator[tuple[int, int]]:
        """From where to where in the original each of the ordered ``edits`` lies; one walk beside the runs."""
        runs, index = self.runs, 0
        final = len(runs) - 1
        for edit in edits:
            while index < final and runs[index + 1][0] <= edit.start:
                index += 1
            start = _place_of(runs, index, edit.start)
            if edit.end <= edit.start:
                yield start, start
                continue
            last = index
            while last < final and runs[last + 1][0] < edit.end:
                last += 1
            clean, original, clean_length, original_length = runs[last]
            end = original + (edit.end - clean if clean_length == original_length else original_length)
            yield start, max(start, end)


def _clean_start(run: Run) -> int:
    return run.clean


def _original_start(run: Run) -> int:
    return run.original


def _compose(runs: tuple[Run, ...], edits: list[Edit]) -> Iterator[Run]:
    """The runs after ``edits``: kept stretches keep their way back, replaced ones stand as a whole.

    No run starts before the one before it ended: parts of a split run share out its original. One
    loop without helpers, because a long text has as many runs as lines.
    """
    made = 0  # length of the new clean text so far
    index = 0
    position = 0  # in the old clean text
    floor = 0  # where the last run ended in the original
    total = len(runs)
    make = tuple.__new__  # half the price of Run(…)
    length = runs[-1].clean + runs[-1].clean_length if runs else 0
    for start, end, after, _, _ in (*edits, Edit(length, length, "", "")):
        while position < start and index < total:
            clean, original, clean_length, original_length = runs[index]
            stop = clean + clean_length
            until = stop if stop < start else start  # noqa: FURB136 - no calls: there are as many runs as lines
            if until > position:
                kept = until - position
                if clean_length == original_length:
                    low = original + position - clean
                    high = low + kept
                elif position == clean:
                    low, high = original, original + original_length
                else:  # the rest of a stretch that was split: its first part stands for the whole
                    low = high = original + original_length
                if low < floor:
                    low, high = floor, max(floor, high)
                yield make(Run, (made, low, kept, high - low))
                made += kept
                position = until
                floor = high
            if position >= stop:
                index += 1
        if after:
            low, high = _hull(runs, index, start, end)
            if low < floor:
                low, high = floor, max(floor, high)
            yield make(Run, (made, low, len(after), high - low))
            made += len(after)
            floor = high
        if position < end:  # noqa: PLR1730
            position = end
        while index < total and runs[index][0] + runs[index][2] <= position:
            index += 1


def _hull(runs: tuple[Run, ...], index: int, start: int, end: int) -> tuple[int, int]:
    """From where to where in the original ``[start, end)`` of the old clean text came."""
    first, last = None, 0
    for scan in range(index, len(runs)):
        clean, original, clean_length, original_length = runs[scan]
        if clean >= end:
            break
        low, high = max(start, clean), min(end, clean + clean_length)
        if low < high:
            if clean_length == original_length:
                low, high = original + low - clean, original + high - clean
            else:
                low, high = original, original + original_length
            first = low if first is None else first
            last = high
    if first is None:  # an insertion: it comes from between two characters
        first = last = _place_of(runs, index, start)
    return first, last


def _place_of(runs: tuple[Run, ...], index: int, position: int) -> int:
    if not runs:
        return 0
    if index >= len(runs):
        return runs[-1].original + runs[-1].original_length
    run = runs[index]
    if run.clean_length == run.original_length:
        return run.original + min(max(0, position - run.clean), run.original_length)
    return run.original if position < run.clean + run.clean_length else run.original + run.original_length
