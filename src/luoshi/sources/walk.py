"""One pass over a page's tree that gathers its lines, and the parts of it that may be chrome."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from luoshi.sources.chrome import Block, Page, Part, called
from luoshi.sources.elements import (
    BLOCKS,
    BREAK_IN_CHINESE,
    GROUPS,
    VOID,
    collapsed,
    is_hidden,
    leads_away,
    numbers,
    weight,
    words,
)
from luoshi.sources.html_tables import rows_of_data, tables_around_tables
from luoshi.sources.tables import Cell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_DEPTH = 200
"""Paths are written down to this depth; where the parser gives up, what lies deeper is read as if side by side."""


@dataclass(slots=True)
class SeenLine:
    """A line to be written: text with marks, or the rows of a table."""

    path: str
    text: str = ""
    marks: list[tuple[str, str]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that the walk is in."""

    tag: str
    path: str
    part: Part
    counts: dict[str, int] = field(default_factory=dict)
    marks: list[tuple[str, str]] = field(default_factory=list)
    numbers: Iterator[str] | None = None


class Walk:
    """One pass over the tree, without recursion, that gathers lines and the parts of the page."""

    def __init__(self) -> None:
        self.page = Page()
        self.lines: list[SeenLine] = []
        self.hidden = 0
        self._open: list[_Open] = []
        self._inline: list[str] = []
        self._linked = 0
        self._links = 0
        self._in_link = 0
        self._pre = 0
        self._label = ""

    def run(self, root: Element) -> None:
        """Walk the whole tree below ``root``."""
        from lxml.etree import iterwalk  # noqa: PLC0415

        layout = tables_around_tables(root)
        walker: Any = iterwalk(root, events=("start", "end"))
        skipped: Element | None = None
        for event, element in walker:
            if element.tag in VOID:
                if event == "end":
                    self._text(element.tail)
                elif element.tag in {"br", "hr"}:
                    self._flush()
            elif event == "start":
                self._count(element)
                if is_hidden(element):
                    self.hidden += weight(element)
                    skipped = element
                elif element.tag == "table" and element not in layout and (rows := rows_of_data(element)):
                    self._flush()
                    self._table(element, rows)
                    skipped = element
                else:
                    self._start(element)
                    continue
                walker.skip_subtree()
            elif skipped is not None and element is skipped:
                skipped = None
                self._text(element.tail)
            else:
                self._end(element)
                self._text(element.tail)
        self._flush()

    def _count(self, element: Element) -> None:
        if self._open:
            counts = self._open[-1].counts
            tag = str(element.tag)
            counts[tag] = counts.get(tag, 0) + 1

    def _path(self, element: Element) -> str:
        """The element's XPath; deep down, that of its ancestor at ``MAX_DEPTH`` (paths stay short)."""
        if not self._open:
            return f"/{element.tag}"
        above = self._open[-1]
        if len(self._open) > MAX_DEPTH:
            return above.path
        return f"{above.path}/{element.tag}[{above.counts[str(element.tag)]}]"

    def _start(self, element: Element) -> None:
        tag = str(element.tag)
        block = tag in BLOCKS
        if block:
            self._flush()
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        part = Part(len(self.lines), *called(tag, (element.get("role") or "").lower(), names), tag in GROUPS)
        above = self._open[-1] if self._open else None
        part.inside_article = bool(above and (above.part.inside_article or above.tag in {"article", "main"}))
        opened = _Open(tag, self._path(element), part)
        if above and block:
            opened.marks = [mark for mark in above.marks if mark[0] == "heading"]
        if re.fullmatch("h[1-6]", tag):
            opened.marks = [("heading", tag[1])]
        elif tag in {"figcaption", "caption"}:
            opened.marks = [("caption", "")]
        elif tag == "ol":
            opened.numbers = numbers(element)
        elif tag == "li" and above and above.numbers:
            self._label = next(above.numbers)
        elif tag == "a" and leads_away(element):
            self._in_link += 1
            self._links += 1
        elif tag in {"pre", "textarea"}:
            self._pre += 1
        self._open.append(opened)
        self._text(element.text)

    def _end(self, element: Element) -> None:
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
            self._label = ""
        elif tag == "a" and leads_away(element):
            self._in_link -= 1
        if tag in {"pre", "textarea"}:
            self._pre -= 1
        closed = self._open.pop()
        part = closed.part
        part.last = len(self.lines)
        if part.last > part.first and (part.called or part.group):
            self.page.parts.append(part)
        if self._open:
            self._open[-1].part.add_part(part)

    def _text(self, text: str | None) -> None:
        if not text or not self._open:
            return
        if self._in_link:
            self._linked += len("".join(text.split()))
        if self._pre:
            *whole, text = re.split(r"\r\n|\r|\n", text)
            for line in whole:
                self._inline.append(line)
                self._flush()
        elif "\n" in text or "\r" in text:
            text = BREAK_IN_CHINESE.sub("", text)
        self._inline.append(text)

    def _flush(self) -> None:
        """End the line."""
        if not self._inline:
            return
        text = "".join(self._inline)
        text = text.rstrip() if self._pre else collapsed(text)
        linked, links = min(self._linked, len(text)), self._links
        self._inline.clear()
        self._linked = self._links = 0
        if not text.strip():
            return
        above = self._holder()
        marks = list(above.marks)
        if self._label:
            text = f"{self._label} {text}"
            marks.append(("list", self._label))
            self._label = ""
        heading = any(kind == "heading" for kind, _ in marks)
        self._add(SeenLine(above.path, text, marks), Block(text, linked, links, heading))

    def _holder(self) -> _Open:
        """The block that the line stands in."""
        return next((opened for opened in reversed(self._open) if opened.tag in BLOCKS), self._open[0])

    def _table(self, element: Element, rows: list[list[Cell]]) -> None:
        text = "\t".join(cell.text for row in rows for cell in row)
        links = [link for link in element.iter("a") if leads_away(link)]
        linked = sum(len("".join(words(link).split())) for link in links)
        for caption in element.iter("caption"):
            if caption_text := collapsed(words(caption)):
                self._add(
                    SeenLine(self._path(element), caption_text, [("caption", "")]),
                    Block(caption_text, 0, 0, heading=False),
                )
        self._add(SeenLine(self._path(element), rows=rows), Block(text, linked, len(links), heading=False))

    def _add(self, line: SeenLine, block: Block) -> None:
        self.lines.append(line)
        self.page.blocks.append(block)
        self._open[-1].part.add(block)
