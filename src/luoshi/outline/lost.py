"""Chapters whose heading lost its line: concluded from the numbering and their opening paragraph.

Nothing is concluded unless the numbering of the whole document shows that headings are missing:
items that begin again at 1 with no heading between, a chapter 五 after a chapter 三, or items that run
on and on while the chapters' numbers stop. Then the opening paragraphs are looked for (``leads``).
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from luoshi.model import Words
from luoshi.outline.leads import ENOUGH, Openings, sets_the_time
from luoshi.outline.numbering import FREE
from luoshi.outline.plain import is_back_matter
from luoshi.outline.signs import Lines, Sign
from luoshi.patterns import regex

_ABOVE = {"1.": "一、", "（1）": "一、", "（一）": "一、", "节": "章"}
"""The style that usually stands above a style, for a document that lost all of it."""

_OPEN_ABOVE = ("（一）", "节")
"""Styles that hardly ever stand without one above them: a new （一） means a new heading above."""

_SURE = 3
_ADDRESS = regex(r"(?:各位代表[：:，,])?现在[，,]?我?[^。]{0,20}(?:报告|汇报)")
_OPENS_NOTHING = regex(r"——|--|各位|[一二三四五六七八九]是|.{0,15}$")
_FEWEST_ITEMS = 10
_FEWEST_LEADS = 3
_MOST_LINES = 4
_STRONG = 3


class _Place(Struct):
    """A gap between two items where a chapter might begin: the ``line`` that would open it."""

    item: int  # index of the item below, in the list of items
    line: int
    score: int


def lost_headings(lines: Lines, signs: list[Sign]) -> list[Sign]:
    """Signs for the headings that the document must have had, without heading, with the reason."""
    body = _body(signs)
    styles = sorted({s.style for s in body if s.style in FREE or s.style in ("章", "节")}, key=lambda s: _rank(body, s))
    for outer, style in pairwise([None, *styles]):
        items = [sign for sign in body if sign.style == style]
        uppers = [sign for sign in body if sign.style == outer] if outer else []
        if outer is None and _ABOVE.get(style or "") is None:
            continue
        look = _Look(lines, body, items, uppers, outer or _ABOVE[style or ""])
        found = look.restarts() or look.runs_on()
        found += look.by_time({sign.number for sign in found})
        if found:
            return found
    return []


def _body(signs: list[Sign]) -> list[Sign]:
    """The signs of the body: nothing behind the first annex or glossary."""
    for index, sign in enumerate(signs):
        if sign.style == "annex" or (sign.style == "plain" and is_back_matter(sign.title)):
            return signs[:index]
    return signs


def _rank(signs: list[Sign], style: str) -> float:
    return next(sign.rank for sign in signs if sign.style == style)


class _Look:
    """A search for lost headings of one style above the items of another."""

    def __init__(self, lines: Lines, body: list[Sign], items: list[Sign], uppers: list[Sign], style: str) -> None:
        self._lines, self._items, self._uppers, self._style = lines, items, uppers, style
        rank = items[0].rank
        self._walls = {s.line for s in body if s.rank < rank or s.style in ("plain", "marked")}
        self._numbered = {s.line for s in body if s.style not in ("plain", "marked")}
        lengths = [len(lines.texts[item.line]) for item in items]
        self._openings = Openings(lines, lengths)
        run_on = sum(item.heading is not None and item.heading.end < lines.end(item.line) for item in items)
        self._one_line_items = run_on * 2 > len(items)

    # Items that begin again at 1

    def restarts(self) -> list[Sign]:
        """A heading for each place where items begin again at 1 and no heading stands between."""
        items = self._items
        places = [
            index
            for index in range(1, len(items) - 1)
            if items[index].number == 1
            and items[index + 1].number == 2
            and (items[index - 1].number or 0) >= 2
            and not self._wall_between(items[index - 1], items[index])
        ]
        if not self._uppers:
            if not places or items[0].style not in _OPEN_ABOVE or items[0].number != 1:
                return []
            return self._numbered_signs([self._open_first(), *map(self._opening, places)], first=1)
        found: list[Sign] = []
        anew = items[0].number == 1 and any(item.number == 1 for item in items[1:])
        for low, high in self._between_uppers():
            inside = [self._opening(p) for p in places if low.start < items[p].start < high.start]
            missing = high.number - low.number - 1 if high.number else None
            if low.start < 0 and missing and anew and items[0].start < high.start:
                inside.insert(0, self._open_first())
            certain = missing == len(inside) if missing is not None else items[0].style in _OPEN_ABOVE
            if inside and certain:
                found += self._numbered_signs(inside, first=low.number + 1)
        return found

    # Headings that a gap in their numbers shows to be lost

    def by_time(self, known: set[int | None]) -> list[Sign]:
        """For the missing numbers not yet ``known``: paragraphs that open a part of a report by its time.

        Only where they are as many as the headings that are missing.
        """
        signs: list[Sign] = []
        for low, high in self._between_uppers():
            missing = high.number - low.number - 1
            if missing <= 0 or low.number + 1 in known or None in known:
                continue
            first = self._lines.at(max(0, low.start)) + 1
            last = self._lines.at(high.start)
            found = [line for line in range(first, last) if sets_the_time(self._lines.texts[line]) == _SURE]
            found = [line for line in found if line not in self._numbered]
            if low.start >= 0 and found and found[0] == first:
                del found[0]  # that opens the part whose heading stands above it
            below = next((i for i, item in enumerate(self._items) if item.start > low.start), 0)
            if len(found) == missing:
                signs += self._numbered_signs([_Place(below, line, _SURE) for line in found], first=low.number + 1)
        return signs

    def _wall_between(self, before: Sign, after: Sign) -> bool:
        return any(line in self._walls for line in range(before.line + 1, after.line + 1))

    def _between_uppers(self) -> list[tuple[_Bound, _Bound]]:
        """Each stretch between two headings that stayed, with the numbers at its ends."""
        bounds = [_Bound(-1, 0), *(_Bound(sign.start, sign.number or 0) for sign in self._uppers)]
        bounds.append(_Bound(self._lines.end(-1) + 1, 0))
        return list(pairwise(bounds))

    def _opening(self, item: int) -> _Place:
        """Where a chapter that must begin above this item begins: at its lead, else at the item."""
        free = self._free_lines(item)
        best, line = 0, self._items[item].line
        for candidate in free:
            time = sets_the_time(self._lines.texts[candidate])
            points = max(self._score(candidate, item, alone=len(free) == 1), time * 3)
            if points >= max(best, _STRONG):
                best, line = points, candidate
        if not best and free and self._one_line_items and not _OPENS_NOTHING.match(self._lines.texts[free[-1]]):
            line = free[-1]
        return _Place(item, line, best)

    def _open_first(self) -> _Place:
        """Where the first chapter begins: behind the report's address, at its lead, else at its first item."""
        item = self._items[0].line
        for line in range(item - 1, -1, -1):
            if _ADDRESS.match(self._lines.texts[line]):
                return _Place(0, line + 1, _STRONG)
        if item and item - 1 not in self._numbered:
            after = "".join(self._lines.texts[sign.line][:200] for sign in self._items[:4])
            score = self._openings.score(item - 1, "", after, alone=False)
            if score >= ENOUGH:
                return _Place(0, item - 1, score)
        return _Place(0, item, 0)

    # Items that run on through all chapters

    def runs_on(self) -> list[Sign]:
        """Headings at the opening paragraphs between items that run on while chapters are missing."""
        items = self._items
        if len(items) < _FEWEST_ITEMS or any((b.number or 0) <= (a.number or 0) for a, b in pairwise(items)):
            return []
        if sum(len(self._free_lines(index)) for index in range(1, len(items))) > _MOST_LINES * len(items):
            return []  # a sentence a line: paragraphs cannot be told
        if not self._uppers:
            if items[0].style not in _ABOVE or items[0].number != 1:
                return []
            places = self._best(self._places(-1, self._lines.end(-1)), None, 1)
            if len(places) < _FEWEST_LEADS:
                return []
            return self._numbered_signs([self._open_first(), *places], first=1)
        found: list[Sign] = []
        sizes = [self._size(low.start, high.start) for low, high in self._between_uppers()][1:-1]
        for low, high in self._between_uppers():
            missing = high.number - low.number - 1 if high.number else None
            if missing is not None and missing <= 0:
                continue
            places = self._places(low.start, high.start)
            if missing is None:
                size = self._size(low.start, high.start)
                if size < (max(sizes) * 2 + 2 if len(sizes) >= 2 else 8) or self._begins_here(low):
                    continue
                chosen = self._best(places, None, 2 if len(sizes) < 2 else 1)
            else:
                if self._items_missing(low.start, high.start):
                    continue  # the chapter is missing with its items
                chosen = self._best(places, missing, 1)
                if low.start < 0 and items[0].start < high.start and len(chosen) < missing:
                    chosen = [self._open_first(), *chosen]
            if missing is None or len(chosen) == missing:
                found += self._numbered_signs(chosen, first=low.number + 1)
            else:
                found += self._numbered_signs(chosen, first=None)
        return found

    def _begins_here(self, bound: _Bound) -> bool:
        """Whether the items begin at 1 behind a later heading: then they are its own, not all chapters'."""
        first = next((item for item in self._items if item.start > bound.start), None)
        return bound.number > 1 and first is not None and first.number == 1

    def _items_missing(self, low: int, high: int) -> bool:
        numbers = [item.number or 0 for item in self._items if low < item.start < high]
        after = next((item.number or 0 for item in self._items if item.start > high), 0)
        return any(b > a + 2 for a, b in pairwise([*numbers, *([after] if after else [])]))

    def _size(self, low: int, high: int) -> int:
        return sum(1 for item in self._items if low < item.start < high)

    def _places(self, low: int, high: int) -> list[_Place]:
        """The last free paragraph before each item between ``low`` and ``high``, with its score."""
        found = []
        for index in range(1, len(self._items)):
            if not low < self._items[index - 1].start < self._items[index].start < high:
                continue
            free = self._free_lines(index)
            if free:
                found.append(_Place(index, free[-1], self._score(free[-1], index, alone=len(free) == 1)))
        return found

    def _best(self, places: list[_Place], wanted: int | None, least: int) -> list[_Place]:
        """The places that read as openings: all of them, or the ``wanted`` best."""
        if wanted is not None:
            ranked = sorted((p for p in places if p.score >= _STRONG), key=lambda p: -p.score)[:wanted]
            return sorted(ranked, key=lambda p: p.item)
        chosen = [place for place in places if place.score >= ENOUGH]
        return chosen if len(chosen) >= least else []

    def _free_lines(self, item: int) -> list[int]:
        """The lines without number between the item before and this one."""
        first, last = self._items[item - 1].line + 1, self._items[item].line
        return [line for line in range(first, last) if line not in self._numbered and self._lines.texts[line]]

    def _score(self, line: int, item: int, *, alone: bool) -> int:
        items, lines = self._items, self._lines
        before = "".join(lines.texts[items[item - 1].line : line])
        ahead = items[item : item + 4]
        after = "".join(f"{sign.title}{lines.texts[sign.line][:200]}" for sign in ahead)
        return self._openings.score(line, before, after, alone=alone)

    def _numbered_signs(self, places: list[_Place], first: int | None) -> list[Sign]:
        signs = []
        for offset, place in enumerate(places):
            number = None if first is None else first + offset
            start = self._lines.starts[place.line]
            below = self._items[place.item].label or self._items[place.item].title
            signs.append(Sign(start, self._style, number, line=place.line, inferred=_why(place, below)))
        return signs


class _Bound(Struct, frozen=True):
    """Where a heading that stayed stands, with its number; before the first and behind the last 0."""

    start: int
    number: int


def _why(place: _Place, below: str) -> Words:
    if place.score > 0:
        return Words(
            f"此处应有标题而已失：条目编号表明上一级标题缺失，此段无编号，位于“{below}”之前，写法如一章之导语。",
            f"A heading is lost here: the numbering shows that one is missing, and this paragraph without number, "
            f"just before “{below}”, is written like the opening of a chapter.",
        )
    return Words(
        f"此处应有标题而已失：条目自“{below}”起另成一组，其上级标题不见于文中。",
        f"A heading is lost here: a group of items begins at “{below}” and nothing stands above it.",
    )
