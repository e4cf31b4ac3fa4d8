"""The numbers that Word writes before paragraphs by itself, computed as Word shows them.

Rules as in ECMA-376 part 1, 17.9: a paragraph names a list and a level; the level says how to count
and how to write it (``第%1章``, ``%1.%2``); a deeper level starts anew after a higher one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from luoshi.sources.counting import counted
from luoshi.sources.wordml import child, children, on, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_PLACE = re.compile("%([1-9])")
_MAX_NUMBER = 1_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and writes."""

    start: int = 1
    form: str = "decimal"
    written: str = ""
    gap: str = "tab"
    restarts_after: int | None = None
    """Levels up to this one (from 1) start this one anew; ``None``: every higher level does; 0: none."""
    legal: bool = False
    """Whether all numbers are written in Arabic digits here (``isLgl``)."""
    style: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """Levels by list (``numId``)."""
    abstract: dict[str, str] = field(default_factory=dict)
    """The definition that a list uses: lists with the same one count on together."""
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Where a list sets a start of its own."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that a paragraph style stands for."""
        return next((at for at, level in self.levels.get(number, {}).items() if level.style == style), 0)

    def label(self, number: str, at: int) -> tuple[str, str] | None:
        """Count a paragraph; its number as written and what divides it from the words (``""`` or a space).

        ``None`` for a list that is not defined; an empty number for bullets and lists without one.
        """
        levels = self.levels.get(number)
        if levels is None or at not in levels:
            return None
        counts = self._counts.setdefault(self.abstract[number], {})
        self._count(number, at, levels, counts)
        level = levels[at]
        if level.form == "bullet":
            return "", ""

        def written(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            form = levels.get(other, level).form
            number_there = counts.get(other, levels.get(other, level).start)
            return counted(number_there, "decimal" if level.legal and form != "none" else form)

        text = _PLACE.sub(written, level.written)
        wide = text[-1:] in set("、．）。章节篇编条")
        return text, "" if not text or level.gap == "nothing" or (wide and level.gap == "tab") else " "

    def _count(self, number: str, at: int, levels: dict[int, Level], counts: dict[int, int]) -> None:
        own_start = self.starts.get(number, {}).get(at)
        if own_start is not None and (number, at) not in self._begun:
            counts[at] = own_start
        elif at in counts:
            counts[at] = min(counts[at] + 1, _MAX_NUMBER)
        else:
            counts[at] = levels[at].start
        self._begun.add((number, at))
        for higher in range(at):
            counts.setdefault(higher, levels[higher].start if higher in levels else 1)
        for deeper in range(at + 1, LEVELS):
            restart = levels[deeper].restarts_after if deeper in levels else None
            if restart is None or at < restart:
                counts.pop(deeper, None)


def numbering(root: Element | None) -> Numbering:
    """What ``numbering.xml`` defines."""
    found = Numbering()
    if root is None:
        return found
    definitions: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}  # definition: the style whose definition it stands for
    by_style: dict[str, str] = {}
    for abstract in children(root, "abstractNum"):
        name = on(abstract, "abstractNumId")
        definitions[name] = dict(_levels(abstract))
        if link := value(abstract, "numStyleLink"):
            links[name] = link
        if link := value(abstract, "styleLink"):
            by_style[link] = name
    for listed in children(root, "num"):
        number, name = on(listed, "numId"), value(listed, "abstractNumId")
        name = by_style.get(links.get(name, ""), name)
        found.abstract[number] = name
        levels = dict(definitions.get(name, {}))
        for override in children(listed, "lvlOverride"):
            at = _integer(on(override, "ilvl"))
            if (start := child(override, "startOverride")) is not None:
                found.starts.setdefault(number, {})[at] = _integer(on(start, "val"), 1)
            levels.update(_levels(override))
        found.levels[number] = levels
    return found


def _levels(owner: Element) -> Iterator[tuple[int, Level]]:
    for level in children(owner, "lvl"):
        restart = value(level, "lvlRestart")
        yield (
            _integer(on(level, "ilvl")),
            Level(
                start=_integer(value(level, "start"), 1),
                form=value(level, "numFmt") or "decimal",
                written=value(level, "lvlText")[:100],
                gap=value(level, "suff") or "tab",
                restarts_after=_integer(restart) if restart else None,
                legal=child(level, "isLgl") is not None,
                style=value(level, "pStyle"),
            ),
        )


def _integer(text: str, otherwise: int = 0) -> int:
    return min(int(text), _MAX_NUMBER) if re.fullmatch(r"\d{1,9}", text) else otherwise
