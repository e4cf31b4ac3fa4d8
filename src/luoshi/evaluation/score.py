"""Counts of right, missed and false, and every place behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from luoshi.model import Document, Span

SENTENCE = 120
"""Up to so many characters on either side are shown of a sentence without an end."""

_ENDS = "。！？；\n"


class Detail(NamedTuple):
    """One place where gold and finding differ: what the gold says, what was found, and the sentence.

    ``start`` and ``end`` are offsets of the text as it lies. ``field`` names the field that differs
    where the rest is right. ``row`` is the gold's file and line.
    """

    kind: str
    doc: str
    start: int
    end: int
    words: str
    sentence: str
    gold: dict[str, Any] | None = None
    found: dict[str, Any] | None = None
    field: str | None = None
    row: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The fields that say something."""
        return {name: value for name, value in self._asdict().items() if value is not None}


@dataclass
class Score:
    """What became of the gold of one kind.

    ``claimed`` is how many of the right ones lie in gold that also tells what is false: without any
    there is no precision. ``fields`` counts, for each field of those that are right, how many agree
    and of how many.
    """

    right: int = 0
    claimed: int = 0
    missed: list[Detail] = field(default_factory=list)
    false: list[Detail] = field(default_factory=list)
    wrong: list[Detail] = field(default_factory=list)
    fields: dict[str, tuple[int, int]] = field(default_factory=dict)

    def count(self, name: str, *, right: bool) -> None:
        """One more answer for a field."""
        before, of = self.fields.get(name, (0, 0))
        self.fields[name] = before + right, of + 1

    def add(self, other: Score) -> None:
        """Take in the score of a further sheet."""
        self.right += other.right
        self.claimed += other.claimed
        self.missed += other.missed
        self.false += other.false
        self.wrong += other.wrong
        for name, (right, of) in other.fields.items():
            before, total = self.fields.get(name, (0, 0))
            self.fields[name] = before + right, total + of

    def as_json(self) -> dict[str, Any]:
        """Precision, recall and F1 with the counts behind; ``None`` where there is nothing to divide by."""
        right, missed, false = self.right, len(self.missed), len(self.false)
        precision, recall = _ratio(self.claimed, self.claimed + false), _ratio(right, right + missed)
        return {
            "precision": precision,
            "recall": recall,
            "f1": _f1(precision, recall) if right else 0.0 if missed + false else None,
            "right": right,
            "missed": missed,
            "false": false,
            **{name: {"right": good, "of": of, "rate": _ratio(good, of)} for name, (good, of) in self.fields.items()},
        }


def _f1(precision: float | None, recall: float | None) -> float | None:
    return 2 * precision * recall / (precision + recall) if precision and recall else None


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def sentence(text: str, span: Span) -> str:
    """The sentence around a span (up to ``SENTENCE`` characters on either side)."""
    start, end = max(0, span.start - SENTENCE), min(len(text), span.end + SENTENCE)
    before = max(text.rfind(mark, start, span.start) for mark in _ENDS)
    ends = [place for mark in _ENDS if (place := text.find(mark, max(span.start, span.end - 1), end)) >= 0]
    return text[max(start, before + 1) : min([end, *(place + 1 for place in ends)])].strip()


def around(document: Document, original: Span) -> str:
    """The clean sentence around a place of the original; the original's own where cleaning took it out."""
    clean = document.text.forward(original)
    if clean.length:
        return sentence(document.text.content, clean)
    return sentence(document.original.content, original)


def place_of(document: Document, clean: Span) -> Span:
    """Where a clean span comes from, in offsets of the text as it lies."""
    return document.text.back(clean)


def trimmed(content: str, span: Span) -> Span:
    """The span without the white space at its ends."""
    start, end = min(span.start, len(content)), min(span.end, len(content))
    while start < end and content[start].isspace():
        start += 1
    while end > start and content[end - 1].isspace():
        end -= 1
    return Span(start, end)


def inside(regions: tuple[Span, ...], place: Span) -> bool:
    """Whether a place lies wholly inside one of the regions."""
    return any(region.contains(place) for region in regions)
