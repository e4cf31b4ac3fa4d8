"""Citations for every place of a page, each made once: item, page, and the GB/T 7714 reference."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from luoshi.model import Citation, Document, Finding, Mark, Original, Run, Section, Span, Text


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
        self._paths = [path for _, path in flat]
        self._pages = [mark for mark in document.original.marks if mark.kind == "page"]
        self._page_ends = [mark.span.end for mark in self._pages]
        self._numbers: dict[tuple[int, int], int] = {}
        self.wheres: list[Where] = []

    def at(self, position: int) -> int:
        """The number of a place: an index into ``wheres``."""
        path = self._paths[max(0, bisect_right(self._starts, position) - 1)]
        page = 0
        if self._pages:
            page = bisect_right(self._page_ends, self._document.text.back(Span(position, position + 1)).start)
        key = (id(path[-1]), page)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.wheres)
            citation = _cite(self._document, path, *self._pages[page : page + 1])
            self.wheres.append(Where(citation.item, citation.page, citation.gb7714))
        return number


def _cite(document: Document, path: tuple[Section, ...], *pages: Mark) -> Citation:
    """The model's own citation, asked of a document of one letter in the same place.

    A long text has thousands of places, and to count its lines for each would take minutes.
    """
    letter = Span(0, 1)
    outline = path[-1]
    for node in reversed(path):
        outline = replace(node, span=letter, children=() if node is path[-1] else (outline,))
    marks = tuple(mark._replace(span=letter) for mark in pages)
    content = document.title or "—"
    text = Text(Original(content, "text/plain", "", marks), content, (Run(0, 0, len(content), len(content)),))
    return Document(text, outline, document.profile).cite(Finding("words", None, letter, content[:1], "pages"))


def _flat(node: Section, above: tuple[Section, ...] = ()) -> Iterator[tuple[int, tuple[Section, ...]]]:
    """From where on which node is the innermost one, with all that hold it."""
    path = (*above, node)
    yield node.span.start, path
    for child in node.children:
        yield from _flat(child, path)
        yield child.span.end, path
