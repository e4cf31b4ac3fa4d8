"""What cleaning took out of a text and what it changed, placed beside the clean words.

It is read off the runs, not guessed by comparing two texts: between two runs something was removed;
a run whose characters differ from its stretch of the original was changed. The recorded edits only
add the reason.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import normalize

from luoshi.model import Edit, Span, Text


class Cut(NamedTuple):
    """Text of the original that stood before the clean ``position`` and was removed."""

    position: int
    text: str
    reason: str


class Change(NamedTuple):
    """The clean ``span`` read ``before`` in the original. A quiet one changes form, not words."""

    span: Span
    before: str
    reason: str
    quiet: bool


def cuts_and_changes(text: Text) -> tuple[list[Cut], list[Change]]:
    """All that distinguishes the clean text from its original, in the order of the text."""
    places = list(_places(text))
    reasons = _reasons(places, text.edits)
    cuts: list[Cut] = []
    changes: list[Change] = []
    original = text.original.content
    for place, edits in zip(places, reasons, strict=True):
        before = original[place.start : place.end]
        after = text[place.clean]
        if not after or (before.strip() and not after.strip()):  # or words gave way to a line end
            cuts.extend(_cuts(place, before, edits))
        else:
            reason = edits[-1].reason if edits else ""
            changes.append(Change(place.clean, before, reason, _is_quiet(before, after, reason)))
    return cuts, changes


class _Place(NamedTuple):
    start: int
    """In the original, like ``end``."""
    end: int
    clean: Span


# Steps that change how a character is written, not which word stands there.
_QUIET_STEPS = frozenset({"encoding", "script", "width", "lines", "spaces"})


def _is_quiet(before: str, after: str, reason: str) -> bool:
    return _is_of_form(reason) or normalize("NFKC", before).split() == normalize("NFKC", after).split()


def _places(text: Text) -> Iterator[_Place]:
    """Where original and clean text part: disjoint, in order in both."""
    original, clean = text.original.content, text.content
    position = 0
    for run in text.runs:
        if run.original > position:
            yield _Place(position, run.original, Span(run.clean, run.clean))
        end = run.original + run.original_length
        if run.clean_length != run.original_length:
            yield _Place(run.original, end, Span(run.clean, run.clean + run.clean_length))
        else:
            was, now = original[run.original : end], clean[run.clean : run.clean + run.clean_length]
            for start, stop in _differences(was, now):
                yield _Place(run.original + start, run.original + stop, Span(run.clean + start, run.clean + stop))
        position = max(position, end)
    if position < len(original):
        yield _Place(position, len(original), Span(len(clean), len(clean)))


_STRETCH = 256


def _differences(was: str, now: str) -> Iterator[tuple[int, int]]:
    """The stretches in which two equally long texts differ; equal parts are passed over quickly."""
    if was == now:
        return
    start = -1
    for low in range(0, len(was), _STRETCH):
        one, other = was[low : low + _STRETCH], now[low : low + _STRETCH]
        if one == other:
            if start >= 0:
                yield start, low
                start = -1
            continue
        for offset, (old, new) in enumerate(zip(one, other, strict=True), low):
            if old != new:
                start = offset if start < 0 else start
            elif start >= 0:
                yield start, offset
                start = -1
    if start >= 0:
        yield start, len(was)


def _reasons(places: list[_Place], edits: tuple[Edit, ...]) -> list[list[Edit]]:
    """For each place the edits that touched it, in the order in which they were made."""
    touching: list[list[Edit]] = [[] for _ in places]
    ends = [place.end for place in places]
    for edit in edits:
        index = bisect_right(ends, edit.start)
        if edit.start == edit.end and index and ends[index - 1] == edit.start:  # an insertion between two characters
            index -= 1
        while index < len(places) and places[index].start <= max(edit.start, edit.end - 1):
            touching[index].append(edit)
            index += 1
    return touching


def _cuts(place: _Place, before: str, edits: list[Edit]) -> Iterator[Cut]:
    """The parts of a removed stretch, one for each reason.

    Of two reasons the later one holds, but one that takes out words goes before one of form: the
    blank line that is left where a caption stood is not why the caption went.
    """
    if len({edit.reason for edit in edits}) <= 1:
        yield Cut(place.clean.start, before, edits[0].reason if edits else "")
        return
    paint = [""] * len(before)
    for edit in sorted(edits, key=lambda edit: not _is_of_form(edit.reason)):
        low, high = max(0, edit.start - place.start), min(len(before), edit.end - place.start)
        paint[low:high] = [edit.reason] * max(0, high - low)
    position = 0
    for reason, part in groupby(paint):
        length = sum(1 for _ in part)
        yield Cut(place.clean.start, before[position : position + length], reason)
        position += length


def _is_of_form(reason: str) -> bool:
    return reason.partition(".")[0] in _QUIET_STEPS
