"""A passage cut from a text so that a reader sees the words that were looked for."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.model import Span
from luoshi.search.grams import folded

LONGEST = 120
"""Characters of a passage; a longer paragraph is shown from a little before its words."""
_BEFORE = 24
_STOPS = "。！？；"
_MANY = 200
"""So many places of a word in a paragraph are looked at."""


class Passage(NamedTuple):
    """The closest stretch of a line that holds the words, what is shown around it, and the marks in that."""

    span: Span
    shown: Span
    marks: tuple[Span, ...]
    gap: int
    """How many characters of the span belong to none of the words."""
    apart: bool
    """Whether a Latin word or a number that was looked for is found only inside another."""


def cut(start: int, line: str, words: list[tuple[str, ...]]) -> Passage:
    """The best passage of a line that starts at ``start``, for words, each of them in any of its folded forms."""
    content = folded(line)
    places = [each for each in (_places(content, forms) for forms in words) if each]
    whole = [[place for place in each if _stands_alone(content, place)] for each in places]
    apart = not all(whole)
    closest = _closest([alone or each for alone, each in zip(whole, places, strict=True)])
    marks = _disjoint(places[0] if len(places) == 1 else sorted(place for each in places for place in each))
    covered = sum(
        min(mark.end, closest.end) - max(mark.start, closest.start) for mark in marks if mark.overlaps(closest)
    )
    shown = _shown(content, closest)
    return Passage(
        _moved(closest, start),
        _moved(shown, start),
        tuple(_moved(mark, start) for mark in marks if shown.contains(mark)),
        closest.length - covered,
        apart,
    )


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _places(content: str, forms: tuple[str, ...]) -> list[Span]:
    found: list[Span] = []
    for form in forms:
        start = content.find(form)
        while start >= 0 and len(found) < _MANY:
            found.append(Span(start, start + len(form)))
            start = content.find(form, start + len(form))
    return sorted(found) if len(forms) > 1 else found


def _stands_alone(content: str, place: Span) -> bool:
    """Whether no Latin letter or digit goes on where a word ends with one."""
    start, end = place
    if not (content[start].isascii() or content[end - 1].isascii()):
        return True
    before, after = content[start - 1 : start] if start else "", content[end : end + 1]
    return not (_joins(before) and _joins(content[start])) and not (_joins(after) and _joins(content[end - 1]))


def _joins(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _closest(places: list[list[Span]]) -> Span:
    """The shortest stretch that holds a place of each word; the first of several."""
    if len(places) == 1:
        return places[0][0]
    events = sorted((place, word) for word, each in enumerate(places) for place in each)
    last: dict[int, Span] = {}
    best: Span | None = None
    for place, word in events:
        last[word] = place
        if len(last) == len(places):
            start, end = min(each.start for each in last.values()), max(each.end for each in last.values())
            if best is None or end - start < best.length:
                best = Span(start, end)
    assert best is not None
    return best


def _disjoint(places: list[Span]) -> list[Span]:
    """Places that overlap as one."""
    marks: list[Span] = []
    for place in places:
        if marks and place.start < marks[-1].end:
            marks[-1] = Span(marks[-1].start, max(place.end, marks[-1].end))
        else:
            marks.append(place)
    return marks


def _shown(content: str, span: Span) -> Span:
    """As much of a line as is shown: all of it, or from the start of the sentence or a little before the words."""
    if len(content) <= LONGEST:
        return Span(0, len(content))
    room = max(LONGEST, span.length)
    sentence = max(content.rfind(stop, 0, span.start) for stop in _STOPS) + 1
    start = sentence if span.end - sentence <= room else max(0, span.start - min(_BEFORE, room - span.length))
    start = min(start, max(0, len(content) - room))
    return Span(start, min(len(content), start + room))
