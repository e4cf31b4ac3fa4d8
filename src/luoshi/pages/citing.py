"""Citations for every place of a page, each made once: item, page, and the GB/T 7714 reference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.model import Document, Finding, Section, Span


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
        flat = list(_flat(document.outline))
        self._starts = [start for start, _ in flat]
        self._nodes = [node for _, node in flat]
        self._pages = [mark.span.end for mark in document.original.marks if mark.kind == "page"]
        self._numbers: dict[tuple[int, int], int] = {}
        self.wheres: list[Where] = []

    def node(self, position: int) -> Section:
        """The innermost node of the outline at a position of the clean text."""
        return self._nodes[max(0, bisect_right(self._starts, position) - 1)]

    def at(self, position: int) -> int:
        """The number of a place: an index into ``wheres``."""
        page = 0
        if self._pages:
            page = bisect_right(self._pages, self._document.text.back(Span(position, position + 1)).start)
        key = (id(self.node(position)), page)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.wheres)
            self.wheres.append(self._where(position))
        return number

    def _where(self, position: int) -> Where:
        span = Span(position, min(position + 1, len(self._document.text)))
        words: Finding[None] = Finding("words", None, span, self._document.text[span], "pages")
        citation = self._document.cite(words)
        return Where(citation.item, citation.page, citation.gb7714)


def _flat(node: Section) -> Iterator[tuple[int, Section]]:
    """From where on which node is the innermost one."""
    yield node.span.start, node
    for child in node.children:
        yield from _flat(child)
        yield child.span.end, node
