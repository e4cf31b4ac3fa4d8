"""Which lines of a paged document are running heads and feet, and which are printed page numbers.

A running head is a line near the edge of the page that stands again, figures apart, at the same
height of other pages. A page number is a number alone near the edge that counts with the pages.
Neither has a line of text between itself and the edge.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from luoshi.sources.layout import Box

ZONE = 0.13
"""The share of a page's height at its top and bottom where running heads stand."""

_NUMBER = re.compile(
    r"[\s\-—–─―·•.~～_|]{0,6}(?:第\s{0,3})?(\d{1,4}|[ivxlcdm]{1,8}|[一二三四五六七八九十百〇零]{1,6})(?:\s{0,3}页)?"
    r"(?:\s{0,3}[/／]\s{0,3}\d{1,4}|[，,\s]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?[\s\-—–─―·•.~～_|]{0,6}",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<=\d)\s(?=\d)")
_CHINESE_DIGIT = {digit: number for number, digit in enumerate("〇一二三四五六七八九")}


class Placed(NamedTuple):
    """A line with its page (from 0), its box, the height of the page, and its words."""

    page: int
    box: Box
    height: float
    text: str


class Running(NamedTuple):
    """What a line is: ``runhead`` with ``head`` or ``foot``, or ``pagenumber`` with the number."""

    kind: str
    value: str


def runheads(lines: list[Placed], pages: int) -> dict[int, Running]:
    """Which of ``lines`` (by index) are no part of the text."""
    outer = [(at, line) for at, line in enumerate(lines) if _zone(line)]
    found = _numbers(outer, pages)
    groups: dict[tuple[str, str], list[tuple[int, Placed]]] = defaultdict(list)
    for at, line in outer:
        if at not in found:
            groups[_zone(line), re.sub(r"\d+", "#", re.sub(r"\s", "", line.text))].append((at, line))
    for (zone, _), members in groups.items():
        for near in _by_height(members):
            if len({line.page for _, line in near}) >= max(2, min(3, pages * 0.6)):
                found.update((at, Running("runhead", zone)) for at, _ in near)
    return _from_the_edge(outer, found)


def _from_the_edge(outer: list[tuple[int, Placed]], found: dict[int, Running]) -> dict[int, Running]:
    """Only what no line of text stands outside of: heads and feet lie between the text and the edge."""
    kept: dict[int, Running] = {}
    text: dict[tuple[int, str], Box] = {}  # the outermost line of text in the zone
    for at, line in sorted(outer, key=lambda item: _distance(item[1])):
        place = (line.page, _zone(line))
        beyond = text.get(place)
        if at not in found:
            text.setdefault(place, line.box)
        elif beyond is None or (line.box[1] < beyond[3] and beyond[1] < line.box[3]):  # or beside it
            kept[at] = found[at]
    return kept


def _distance(line: Placed) -> float:
    """How far a line lies from its edge of the page."""
    return line.box[1] if _zone(line) == "head" else line.height - line.box[3]


def _zone(line: Placed) -> str:
    if line.box[3] <= line.height * ZONE:
        return "head"
    return "foot" if line.box[1] >= line.height * (1 - ZONE) else ""


def _by_height(members: list[tuple[int, Placed]]) -> list[list[tuple[int, Placed]]]:
    groups: list[list[tuple[int, Placed]]] = []
    for member in sorted(members, key=lambda member: member[1].box[1]):
        if groups and member[1].box[1] - groups[-1][-1][1].box[1] <= 4:
            groups[-1].append(member)
        else:
            groups.append([member])
    return groups


def _numbers(outer: list[tuple[int, Placed]], pages: int) -> dict[int, Running]:
    """Numbers that count with the pages; a single one counts only if it is written as a page number is."""
    candidates: list[tuple[int, int, int, str]] = []
    for at, line in outer:
        text = _SPACED.sub("", line.text.strip())
        if (match := _NUMBER.fullmatch(text)) and (number := _value(match[1])) is not None:
            candidates.append((at, line.page, number, text))
    steps: dict[int, set[int]] = defaultdict(set)
    for _, page, number, _ in candidates:
        steps[number - page].add(page)
    found = {}
    for at, page, number, text in candidates:
        counts = len(steps[number - page]) >= 2
        decorated = re.search("[-—–─·•页]", text) is not None
        if counts or (decorated and 0 < number <= 2000) or (pages == 1 and number == 1):
            found[at] = Running("pagenumber", str(number))
    return found


def _value(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if text.isascii():
        return _roman(text.lower())
    number = tens = 0
    for character in text:
        if character in _CHINESE_DIGIT:
            number = number * 10 + _CHINESE_DIGIT[character] if "十" not in text else _CHINESE_DIGIT[character]
        elif character == "十":
            tens += 10 * (number or 1)
            number = 0
        else:
            return None
    return tens + number


def _roman(text: str) -> int | None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    total = 0
    for sign, after in zip(text, [*text[1:], ""], strict=True):
        worth = values[sign]
        total += -worth if after and values[after] > worth else worth
    return total if 0 < total < 400 else None
