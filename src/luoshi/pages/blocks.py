"""The text as blocks of a page: paragraphs, headings, tables, and what was removed between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from luoshi.model import Document, Section, Span
from luoshi.pages.as_found import Cut
from luoshi.pages.segments import Segment, Sweep


class Start(NamedTuple):
    """A node of the outline begins at a position; ``lost`` if its heading is not in the text."""

    position: int
    section: Section
    depth: int
    lost: bool


class Stretch(Struct, frozen=True):
    """Part of a line: ``heading`` if it is words of a heading, with the nodes that begin here."""

    start: int
    segments: tuple[Segment, ...]
    starts: tuple[Start, ...] = ()
    heading: int = 0
    """Depth of the heading in the outline from 1; 0 for other words."""
    page: str = ""
    """The page of the file that begins here."""


class Line(Struct, frozen=True):
    """A paragraph (or a row of a table, with a stretch list for each cell) of the clean text."""

    number: int
    span: Span
    cells: tuple[tuple[Stretch, ...], ...]
    before: tuple[Start, ...] = ()
    """Nodes whose lost heading stood on a line of its own before this one."""
    box: bool = False
    """Whether it stands in a box (专栏)."""

    @property
    def heading(self) -> int:
        """The depth of a line that is a heading as a whole, else 0."""
        if len(self.cells) == 1 and all(stretch.heading for stretch in self.cells[0]):
            return max((stretch.heading for stretch in self.cells[0]), default=0)
        return 0

    @property
    def lengths(self) -> list[int]:
        """How many characters each cell of a row holds."""
        return [
            sum(len(piece.text) for stretch in cell for segment in stretch.segments for piece in segment.pieces)
            for cell in self.cells
        ]

    @property
    def id(self) -> str:
        """The paragraph's address."""
        return f"p{self.number}"


class Block(Struct, frozen=True):
    """One thing on the page: a ``line``, a ``table`` of lines, or ``cuts`` between lines."""

    form: str
    lines: tuple[Line, ...] = ()
    cuts: tuple[tuple[Cut, ...], ...] = ()
    header: bool = False
    """Whether a table's first row is a header by the format's own word."""

    @property
    def width(self) -> int:
        """How many cells a table's longest row has."""
        return max((len(line.cells) for line in self.lines), default=0)


class _Gaps(Struct):
    """What was removed at a line's edges: inside it, and as lines of its own before and after."""

    inside: list[Cut] = field(default_factory=list)
    before: list[tuple[Cut, ...]] = field(default_factory=list)
    after: list[tuple[Cut, ...]] = field(default_factory=list)


def blocks(document: Document, sweep: Sweep, cuts: Sequence[Cut]) -> Iterator[Block]:
    """The blocks of a document's page in the order of the text."""
    text = document.text
    spans = list(text.lines())
    gaps = _share_out(spans, cuts)
    starts = _starts(document.outline)
    pages = _page_starts(document)
    boxes = [node.span for node in document.outline.walk() if node.kind == "box"]
    tables, headers = _tables(document)
    pending: list[Line] = []
    open_table = -1

    def flush() -> Iterator[Block]:
        if pending:
            yield Block("table", tuple(pending), header=pending[0].span.start in headers)
            pending.clear()

    cursor = 0
    for number, (span, gap) in enumerate(zip(spans, gaps, strict=True), 1):
        here = []
        while cursor < len(starts) and starts[cursor].position < span.end:
            start = starts[cursor]  # one that begins on the line end before can only be shown here
            here.append(start._replace(position=max(start.position, span.start)))
            cursor += 1
        turns = {}
        while pages and pages[0][0] < span.end:
            position, page = pages.pop(0)
            turns[max(position, span.start)] = page
        line = _line(number, span, _Inside(here, turns, gap.inside), sweep, text.content)
        line = replace(line, box=any(box.start <= span.start < box.end for box in boxes) if boxes else False)
        table = tables.get(span.start, 0 if "\t" in text[span] else -1)
        if pending and (table != open_table or gap.before):
            yield from flush()
        if gap.before:
            yield Block("cuts", cuts=tuple(gap.before))
        if table >= 0:
            pending.append(line)
            open_table = table
        elif span.end > span.start:
            yield Block("line", (line,))
        if gap.after:
            yield from flush()
            yield Block("cuts", cuts=tuple(gap.after))
    yield from flush()
    if not spans:
        loose = _split(list(cuts))
        if loose:
            yield Block("cuts", cuts=tuple(loose))


def _starts(root: Section) -> list[Start]:
    found: list[Start] = []

    def visit(node: Section, depth: int) -> None:
        for child in node.children:
            found.append(Start(child.span.start, child, depth, child.heading is None))
            visit(child, depth + 1)

    visit(root, 1)
    found.sort(key=lambda start: start.position)  # stable: parents stay before children
    return found


def _page_starts(document: Document) -> list[tuple[int, str]]:
    """Where in the clean text each page of the file begins, in order."""
    text = document.text
    pages = [mark for mark in text.original.marks if mark.kind == "page"]
    return [(text.forward(Span(mark.span.start, mark.span.start + 1)).start, mark.value) for mark in pages]


def _tables(document: Document) -> tuple[dict[int, int], set[int]]:
    """For lines that the format says belong to a table: its number; and the lines that are headers."""
    text = document.text
    found: dict[int, int] = {}
    for index, mark in enumerate(text.marked("table"), 1):
        position = mark.span.start
        while position < mark.span.end:
            found[position] = index
            end = text.content.find("\n", position)
            position = end + 1 if end >= 0 else mark.span.end
    headers = {text.content.rfind("\n", 0, mark.span.start) + 1 for mark in text.marked("header")}
    return found, headers


# A heading of these had a line of its own; a lost item number stood in its paragraph.
OWN_LINE = frozenset({"part", "chapter", "section", "box", "heading"})


class _Inside(Struct):
    """What lies within one line: nodes that start there, pages that turn, words that were removed."""

    starts: list[Start]
    pages: dict[int, str]
    cuts: list[Cut]
    headings: list[tuple[Span, int]] = field(default_factory=list)
    limits: set[int] = field(default_factory=set)


def _line(number: int, span: Span, inside: _Inside, sweep: Sweep, content: str) -> Line:
    before = tuple(
        start
        for start in inside.starts
        if start.lost and start.position == span.start and start.section.kind in OWN_LINE
    )
    inside.starts = [start for start in inside.starts if start not in before]
    inside.limits.update((*inside.pages, *(start.position for start in inside.starts)))
    for start in inside.starts:
        heading = start.section.heading
        if heading is not None and heading.start >= span.start:
            inside.headings.append((heading, start.depth))
            inside.limits.update((heading.start, min(heading.end, span.end)))
    tabs = [span.start + match.start() for match in re.finditer("\t", content[span.start : span.end])]
    cells, left = [], span.start
    for tab in (*tabs, span.end):
        cells.append(tuple(_stretches(Span(left, tab), inside, sweep)))
        left = tab + 1
    return Line(number, span, tuple(cells), before)


def _stretches(cell: Span, inside: _Inside, sweep: Sweep) -> Iterator[Stretch]:
    edges = [cell.start, *sorted(limit for limit in inside.limits if cell.start < limit < cell.end), cell.end]
    cuts, last = inside.cuts, len(edges) - 2
    for index, (low, high) in enumerate(pairwise(edges)):
        mine: list[Cut] = []
        while cuts and (cuts[0].position < high or (index == last and cuts[0].position <= high)):
            mine.append(cuts.pop(0))
        depth = next((depth for heading, depth in inside.headings if heading.start <= low and high <= heading.end), 0)
        here = tuple(start for start in inside.starts if start.position == low)
        segments = tuple(sweep.segments(Span(low, high), mine))
        yield Stretch(low, segments, here, depth if high > low else 0, inside.pages.get(low, ""))


def _share_out(lines: list[Span], cuts: Sequence[Cut]) -> list[_Gaps]:
    """Give each removed text to the line that it stood in or beside."""
    gaps = [_Gaps() for _ in lines]
    index = 0
    for position, group in groupby(cuts, key=lambda cut: cut.position):
        if not lines:
            break
        while index + 1 < len(lines) and position > lines[index].end:
            index += 1
        line, gap, here = lines[index], gaps[index], list(group)
        if line.start < position < line.end:
            gap.inside.extend(here)
            continue
        parts = _fragments(here)
        if position > line.end:  # after the last line end
            gap.after.extend(filter(None, map(_visible, parts)))
        elif position <= line.start:
            gap.inside.extend(_visible(parts.pop()))
            gap.before.extend(filter(None, map(_visible, parts)))
        else:
            gap.inside.extend(_visible(parts.pop(0)))
            gap.after.extend(filter(None, map(_visible, parts)))
    return gaps


def _split(cuts: list[Cut]) -> list[tuple[Cut, ...]]:
    return [part for part in map(_visible, _fragments(cuts)) if part]


def _visible(part: list[Cut]) -> tuple[Cut, ...]:
    return tuple(cut for cut in part if cut.text.strip())


def _fragments(cuts: list[Cut]) -> list[list[Cut]]:
    """Neighbouring cuts divided at their line ends."""
    parts: list[list[Cut]] = [[]]
    for cut in cuts:
        pieces = cut.text.splitlines() if "\n" not in cut.text else cut.text.split("\n")
        for number, piece in enumerate(pieces or [""]):
            if number:
                parts.append([])
            if piece:
                parts[-1].append(cut._replace(text=piece))
    return parts
