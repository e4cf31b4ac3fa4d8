"""Citations for every place of a page, each made once: item, page, and the GB/T 7714 reference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.model import Document, Section, Span, Words
from luoshi.model.citation import item_at, named, work_of
from luoshi.pages.labels import UI


class Where(NamedTuple):
    """What a citation says of all words that stand in one node of the outline, on one page."""

    item: str | None
    page: str | None
    gb7714: str


class Citing:
    """Numbers the places of a document; two words in the same node and page share a number."""

    def __init__(self, document: Document) -> None:
        """Takes the outline and the page marks apart once, so that each look-up is a search by halves."""
        self._document = document
        self._work = work_of(document.text, document.profile)
        self.named = named(self._work.title)
        flat = list(_flat(document.outline))
        self._starts = [start for start, _ in flat]
        self._nodes = [node for _, node in flat]
        self._pages = [mark for mark in document.original.marks if mark.kind == "page"]
        self._page_ends = [mark.span.end for mark in self._pages]
        self._numbers: dict[tuple[int, int], int] = {}
        self.wheres: list[Where] = []

    def at(self, position: int) -> int:
        """The number of a place: an index into ``wheres``."""
        node = self._nodes[max(0, bisect_right(self._starts, position) - 1)]
        page = 0
        if self._pages:
            page = bisect_right(self._page_ends, self._document.text.back(Span(position, position + 1)).start)
        key = (id(node), page)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.wheres)
            shown = self._pages[page].value if page < len(self._pages) else None
            item = item_at(self._document.outline, position)
            self.wheres.append(Where(item, shown, self._work.reference(shown)))
        return number

    def place(self, position: int, paragraph: int) -> Words:
        """Where a position stands, for paper: ``一、1.，第3页，第12段``."""
        item, page, _ = self.wheres[self.at(position)]
        parts = [Words(item, item)] if item else []
        for words, number in ((UI["page"], page), (UI["paragraph"], paragraph)):
            if number:
                parts.append(Words(words.zh.format(n=number), words.en.format(n=number)))
        return Words("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _flat(node: Section) -> Iterator[tuple[int, Section]]:
    """From where on which node is the innermost one."""
    yield node.span.start, node
    for child in node.children:
        yield from _flat(child)
        yield child.span.end, node
