"""Pages of printed text: what stands on each in reading order, and how it is written down with its marks.

A page comes from a PDF's text layer or from a recognised picture; from here on both are the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from luoshi.sources.draft import Draft
from luoshi.sources.glyphs import Piece, Rules, plain_radicals
from luoshi.sources.layout import Box, Grid, Line, arrange
from luoshi.sources.ruled import Ruled, ruled_tables
from luoshi.sources.runheads import Placed, runheads
from luoshi.sources.tables import write_table

EDGE = 0.07
"""The share of a page's height that is its margin above or below."""


@dataclass(slots=True)
class Sheet:
    """A page as it was read: its height in points and what stands on it, in reading order."""

    height: float
    parts: list[Line | Grid] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of the page."""
        return "".join(
            part.text if isinstance(part, Line) else "".join(cell.text for row in part.rows for cell in row)
            for part in self.parts
        )


def lay_out(found: list[Piece], drawn: Rules, height: float) -> Sheet:
    """A page's pieces in reading order: margin above, text and tables, margin below."""
    tables, rest = ruled_tables(drawn, found)
    head, rest, foot = _edges(rest, height)
    return Sheet(height, [*arrange(head), *_with_tables(rest, tables), *arrange(foot)])


def _edges(found: list[Piece], height: float) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What stands in the margins above and below, set off from the text by white space, and the rest."""
    head = [piece for piece in found if piece.y1 < EDGE * height]
    foot = [piece for piece in found if piece.y0 > (1 - EDGE) * height]
    body = [piece for piece in found if EDGE * height <= piece.y1 and piece.y0 <= (1 - EDGE) * height]
    if head and body and min(piece.y0 for piece in body) - max(piece.y1 for piece in head) < head[0].size:
        head, body = [], head + body
    if foot and body and min(piece.y0 for piece in foot) - max(piece.y1 for piece in body) < foot[0].size:
        foot, body = [], body + foot
    return head, body, foot


def _with_tables(rest: list[Piece], tables: list[Ruled]) -> list[Line | Grid]:
    """The text above a table, the table, the text below it."""
    parts: list[Line | Grid] = []
    for box, grid in sorted(tables, key=lambda table: table.box[1]):
        above = [piece for piece in rest if piece.middle < box[1]]
        rest = [piece for piece in rest if piece.middle >= box[1]]
        parts += arrange(above)
        parts.append(grid)
    return parts + arrange(rest)


def write(sheets: list[Sheet], draft: Draft) -> None:
    """Write the pages, a line for each of their lines, and mark what each line is."""
    lines = [
        Placed(number, part.box, sheet.height, part.text)
        for number, sheet in enumerate(sheets)
        for part in sheet.parts
        if isinstance(part, Line)
    ]
    running = runheads(lines, len(sheets))
    at = radicals = 0
    for number, sheet in enumerate(sheets, 1):
        start = draft.length
        for part in sheet.parts:
            if isinstance(part, Grid):
                _write_grid(part, draft)
                continue
            text, count = plain_radicals(part.text)
            radicals += count
            marks = [("box", _written(part.box))]
            if found := running.get(at):
                marks.append((found.kind, found.value))
            elif 1.5 <= part.indent <= 2.6:
                text = f"　　{text}"
            if part.confidence is not None:
                marks.append(("ocr", f"{part.confidence:.3f}"))
            draft.line(text, *marks)
            at += 1
        draft.mark(start, draft.length - 1, "page", str(number))
    if radicals:
        draft.remark(
            f"{radicals} 个字以康熙部首编码，已按其所示汉字读取。",
            f"{radicals} characters were coded as Kangxi radicals and read as the characters they depict.",
        )


def _write_grid(grid: Grid, draft: Draft) -> None:
    for span, box, confidence in zip(write_table(draft, grid.rows), grid.boxes, grid.confidences, strict=True):
        if span is not None:
            draft.mark(*span, "box", _written(box))
            if confidence is not None:
                draft.mark(*span, "ocr", f"{confidence:.3f}")


def _written(box: Box) -> str:
    return ",".join(f"{edge:.1f}" for edge in box)
