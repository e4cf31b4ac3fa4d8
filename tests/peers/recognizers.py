"""The adapter: what we find in a case of Recognizers-Text, said in the words of that suite.

A case is met at one of two levels. ``text``: ``luoshi.read`` of the sentence finds the quantity with
just this value. ``number``: the text has a number that counts nothing (``二百五``), which no plan would
call a quantity; there ``luoshi.chinese.spelled.numbers`` finds it in the cleaned text, and the words
around it bound it (``luoshi.extraction.amounts.bounds``), by the code that reads quantities.

Conventions of the suite that are no difference in reading, and which this file bridges:

- a range is half-open there (``20~100`` is ``[20,100)``), both ends belong to ours;
- 以上, 以下, 之下 leave the number out there; by 民法典 第一千二百五十九条 they include it here;
- 百分点 are percentages there; ours have the unit ``pp``;
- of ``5-20%`` the percentage model gives the end that bears the sign; ours is one range.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from pathlib import Path
from typing import NamedTuple

import luoshi
from luoshi.chinese.spelled import Spelled, numbers
from luoshi.extraction.amounts.bounds import comparator_of, joined, prefix_of, words_after

FOLDER = Path("peers", "recognizers-text")
MODELS = ("NumberModel", "NumberRangeModel", "PercentModel")
_ENDS = re.compile(r"([\[(])(-?[\d.E+-]*),(-?[\d.E+-]*)([\])])")
_PERCENTAGE = re.compile("[%折成]|百分")
_OPEN_TO_CUSTOM = ("以上", "以下", "之下")


class Case(NamedTuple):
    """One sentence of the suite: its key (model, place, hash), its text, and what is right."""

    model: str
    index: int
    text: str
    wanted: tuple[str, ...]

    @property
    def key(self) -> str:
        """A name for the case that does not say its text."""
        return f"{self.model}:{self.index}:{hashlib.sha256(self.text.encode()).hexdigest()[:8]}"


class Interval(NamedTuple):
    """From ``low`` to ``high``; ``None`` is no bound; ``closed`` is ``None`` where custom decides."""

    low: float | None
    high: float | None
    low_closed: bool | None
    high_closed: bool | None
    start: int
    end: int


def cases(shared: Path, model: str) -> list[Case]:
    """The suite's cases of one model."""
    rows = json.loads((shared / FOLDER / f"{model}.json").read_text(encoding="utf-8-sig"))
    return [
        Case(model, index, row["Input"], tuple(one["Resolution"]["value"] for one in row["Results"]))
        for index, row in enumerate(rows)
    ]


def level(case: Case) -> str:
    """Where the case is met: ``text``, ``number``, or nowhere (empty)."""
    document = luoshi.read(case.text.encode())
    content = document.text.content
    if case.model == "PercentModel":
        return "text" if _same(_percentages(document), [float(one.rstrip("%")) for one in case.wanted]) else ""
    if case.model == "NumberModel":
        wanted = [float(one) for one in case.wanted]
        found = document.find("quantity")
        if wanted and _same([one.value.value for one in found], wanted):
            return "text"
        if _same([one.value for one in numbers(content)], wanted) and not _contradicted(document, wanted):
            return "number"
        return ""
    if _fits(_stated(document), case.wanted):
        return "text"
    ends = [float(end) for one in case.wanted for end in one.strip("[]()").split(",") if end]
    return "number" if _fits(_bounded(content), case.wanted) and not _contradicted(document, ends) else ""


def _contradicted(document: luoshi.Document, wanted: list[float]) -> bool:
    """Whether the text's quantities hold another value than those wanted (then no reader makes up for it)."""
    held = [
        end
        for found in document.find("quantity")
        if not _PERCENTAGE.search(found.quote)  # a kind of its own in the suite
        for end in (found.value.value, found.value.high)
    ]
    return any(
        end is not None and not any(_equal(end * scale, abs(one)) for one in wanted for scale in (1, 100, -1))
        for end in held
    )


def _same(found: list[float | None], wanted: list[float]) -> bool:
    return len(found) == len(wanted) and all(
        a is not None and abs(a - b) <= 1e-9 * max(abs(b), 1e-3) for a, b in zip(found, wanted, strict=True)
    )


def _equal(ours: float | None, theirs: float | None) -> bool:
    return ours is theirs if ours is None or theirs is None else math.isclose(ours, theirs)


def _percentages(document: luoshi.Document) -> list[float | None]:
    return [
        (value.value if value.high is None else value.high) * 100
        for found in document.find("quantity")
        for value in [found.value]
        if value.unit in ("", "pp") and value.value is not None
    ]


def _stated(document: luoshi.Document) -> list[Interval]:
    """The quantities of the text that are bound, as intervals."""
    made = []
    for found in document.find("quantity"):
        value = found.value
        scale = 100 if value.unit in ("", "pp") and ("%" in found.quote or "百分" in found.quote) else 1
        if value.value is None:
            continue
        number = value.value * scale
        start, end = found.span
        custom = any(word in found.quote for word in _OPEN_TO_CUSTOM)
        high = None if value.high is None else value.high * scale
        made += _interval(value.comparator, number, high, start, end, custom=custom)
    return _met(document.text.content, made)


def _bounded(content: str) -> list[Interval]:
    """The numbers of the text with the words that bound them, as intervals."""
    made: list[Interval] = []
    waiting: Spelled | None = None
    for one in numbers(content):
        if waiting and (end := joined(content, waiting.end, one.start, one.end)):
            made.append(Interval(waiting.value, one.value, None, None, waiting.start, end))
            waiting = None
            continue
        waiting = one
        prefix = prefix_of(content, one.start)
        bound, more, end = words_after(content, one.end)
        comparator = comparator_of(prefix, bound, more=more or one.more)
        if comparator == "=" and prefix.reach == "等于":
            comparator = "=="
        made += _interval(comparator, one.value, None, one.start - prefix.length, end, custom=bound in _OPEN_TO_CUSTOM)
    return _met(content, made)


def _interval(
    comparator: str, number: float, high: float | None, start: int, end: int, *, custom: bool
) -> list[Interval]:
    if comparator == "range":
        return [Interval(number, high, None, None, start, end)]
    if comparator == "==":
        return [Interval(number, number, True, True, start, end)]
    if comparator in (">", ">="):
        return [Interval(number, None, None if custom else comparator == ">=", False, start, end)]
    if comparator in ("<", "<="):
        return [Interval(None, number, False, None if custom else comparator == "<=", start, end)]
    return []


def _met(content: str, made: list[Interval]) -> list[Interval]:
    """A lower and an upper bound side by side are one interval (``大于3小于5``)."""
    joined_up: list[Interval] = []
    for one in made:
        last = joined_up[-1] if joined_up else None
        if last and content[last.end : one.start].strip("，并且的同时 个比") == "":
            if last.high is None and one.low is None and (last.low or 0) < (one.high or 0):
                joined_up[-1] = last._replace(high=one.high, high_closed=one.high_closed, end=one.end)
                continue
            if last.low is None and one.high is None and (one.low or 0) < (last.high or 0):
                joined_up[-1] = last._replace(low=one.low, low_closed=one.low_closed, end=one.end)
                continue
        joined_up.append(one)
    return joined_up


def _fits(found: list[Interval], wanted: tuple[str, ...]) -> bool:
    if len(found) != len(wanted):
        return False
    for ours, theirs in zip(found, wanted, strict=True):
        match = _ENDS.fullmatch(theirs)
        assert match, theirs
        low, high = (float(match[index]) if match[index] else None for index in (2, 3))
        if not (_equal(ours.low, low) and _equal(ours.high, high)):
            return False
        if ours.low is not None and ours.low_closed not in (None, match[1] == "["):
            return False
        if ours.high is not None and ours.high_closed not in (None, match[4] == "]"):
            return False
    return True
