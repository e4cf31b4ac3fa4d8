"""The characters of a PDF page as pieces of lines, and the ruled lines between them.

Coordinates are points with the origin at the top left of the page as it is shown (rotation and crop
box applied).
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

MAX_CHARACTERS = 200_000
"""Characters of one page beyond which it is no page of text."""

MAX_RULES = 300
"""Ruled lines across or down one page beyond which it is a drawing."""

MAX_STROKES = 50_000
"""Strokes that are looked at on one page."""


class Piece(NamedTuple):
    """Characters that stand side by side on a line; ``confidence`` where they were read from a picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    size: float
    confidence: float | None = None

    @property
    def middle(self) -> float:
        """The height of the line's middle."""
        return (self.y0 + self.y1) / 2


class Rule(NamedTuple):
    """A horizontal or vertical line: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


class Rules(NamedTuple):
    """The ruled lines of a page."""

    horizontal: list[Rule]
    vertical: list[Rule]


Turn = Callable[[float, float], tuple[float, float]]


def turn(page: Any) -> Turn:  # noqa: ANN401 — a page of pypdfium2, which has no types
    """From PDF coordinates of the page to those of the page as shown."""
    left, bottom, right, top = page.get_cropbox()
    rotation = page.get_rotation()
    if rotation == 90:
        return lambda x, y: (y - bottom, x - left)
    if rotation == 180:
        return lambda x, y: (right - x, y - bottom)
    if rotation == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def pieces(page: Any, turned: Turn, rules: Rules) -> list[Piece]:  # noqa: ANN401
    """The page's text as pieces, in the order of the file; a vertical rule divides pieces."""
    written: list[list[_Glyph]] = []
    for glyph in _glyphs(page, turned):
        last = written[-1][-1] if written else None
        if last is not None and _follows(last, glyph) and not _divided(last, glyph, rules.vertical):
            written[-1].append(glyph)
        else:
            written.append([glyph])
    found = [_piece(glyphs) for glyphs in written]
    return _joined([piece for piece in found if piece.text.strip()], rules)


class _Glyph(NamedTuple):
    x0: float
    y0: float
    x1: float
    y1: float
    text: str


def _glyphs(page: Any, turned: Turn) -> Iterator[_Glyph]:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415 — only PDFs need it

    textpage = page.get_textpage()
    handle = textpage.raw
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    unicode, loose, generated = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
    high = 0
    for index in range(min(textpage.count_chars(), MAX_CHARACTERS)):
        code = unicode(handle, index)
        if 0xD800 <= code < 0xDC00:  # a character beyond 16 bits comes in two halves
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0xFFFD
        high = 0
        if code in {2, 0xFFFE, 0xAD}:  # how PDFium gives a hyphen at the end of a line
            code = 0x2D
        if 0 < code < 0x20 or (code == 0x20 and generated(handle, index) == 1):
            continue
        if not loose(handle, index, pointer):
            continue
        ax, ay = turned(box.left, box.top)
        bx, by = turned(box.right, box.bottom)
        x0, x1 = (ax, bx) if ax <= bx else (bx, ax)
        y0, y1 = (ay, by) if ay <= by else (by, ay)
        if not all(-1e5 < edge < 1e5 for edge in (x0, y0, x1, y1)):
            continue
        yield _Glyph(x0, y0, x1, y1, chr(code) if 0 < code < 0x110000 else "\ufffd")


def _follows(last: _Glyph, glyph: _Glyph) -> bool:
    """Whether a character stands right after another on its line."""
    height = min(last.y1 - last.y0, glyph.y1 - glyph.y0)
    overlap = min(last.y1, glyph.y1) - max(last.y0, glyph.y0)
    if overlap < 0.5 * height:
        return False
    size = max(last.y1 - last.y0, glyph.y1 - glyph.y0)
    return -0.6 * size <= glyph.x0 - last.x1 <= 0.9 * size


def _divided(last: _Glyph | Piece, glyph: _Glyph | Piece, vertical: list[Rule]) -> bool:
    if not vertical:
        return False
    middle = (glyph.y0 + glyph.y1) / 2
    low, high = last.x1 - 0.3 * (last.x1 - last.x0), glyph.x0 + 0.3 * (glyph.x1 - glyph.x0)
    return any(low <= rule.at <= high and rule.start <= middle <= rule.end for rule in vertical)


def _piece(glyphs: list[_Glyph]) -> Piece:
    text: list[str] = []
    size = sorted(glyph.y1 - glyph.y0 for glyph in glyphs)[len(glyphs) // 2]
    last: _Glyph | None = None
    for glyph in glyphs:
        if last is not None and text and glyph.text != " " and text[-1] != " ":
            text.append(_space(last, glyph, size))
        if glyph.text != " " or (text and text[-1] != " "):
            text.append(glyph.text)
        last = glyph
    return Piece(
        min(glyph.x0 for glyph in glyphs),
        min(glyph.y0 for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.y1 for glyph in glyphs),
        "".join(text).strip(" "),
        size,
    )


def _space(last: _Glyph, glyph: _Glyph, size: float) -> str:
    """The space that a gap stands for: between Western words a narrow one, between Chinese only a wide one."""
    gap = glyph.x0 - last.x1
    if gap <= 0.15 * size:
        return ""
    western = last.text < "\u2000" and glyph.text < "\u2000"
    return " " if western or gap > 0.6 * size else ""


def _joined(found: list[Piece], rules: Rules) -> list[Piece]:
    """Pieces of one line that the file gave out of order, or in several steps, joined."""
    made: list[Piece] = []
    for piece in (piece for line in by_line(found) for piece in line):
        for at in range(len(made) - 1, max(-1, len(made) - 4), -1):
            other = made[at]
            near = 0 <= piece.x0 - other.x1 + 0.3 * piece.size <= 1.1 * max(piece.size, other.size)
            overlap = min(piece.y1, other.y1) - max(piece.y0, other.y0)
            if near and overlap > 0.5 * min(piece.size, other.size) and not _divided(other, piece, rules.vertical):
                gap = piece.x0 - other.x1
                western = other.text[-1] < "\u2000" and piece.text[0] < "\u2000"
                space = " " if gap > (0.15 if western else 0.6) * piece.size else ""
                made[at] = Piece(
                    other.x0,
                    min(other.y0, piece.y0),
                    max(other.x1, piece.x1),
                    max(other.y1, piece.y1),
                    other.text + space + piece.text,
                    max(other.size, piece.size),
                )
                break
        else:
            made.append(piece)
    return made


def by_line(found: list[Piece]) -> list[list[Piece]]:
    """Pieces of one height together, from left to right; the lines from top to bottom."""
    lines: list[list[Piece]] = []
    for piece in sorted(found, key=lambda piece: piece.middle):
        if lines and piece.middle - lines[-1][-1].middle < 0.4 * min(piece.size, lines[-1][-1].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: (piece.x0, piece.y0))
    return lines


def rules(page: Any, turned: Turn) -> Rules:  # noqa: ANN401
    """The thin straight lines and narrow boxes that the page draws."""
    from pypdfium2 import raw  # noqa: PLC0415

    horizontal: list[Rule] = []
    vertical: list[Rule] = []

    def draw(ax: float, ay: float, bx: float, by: float) -> None:
        (x0, y0), (x1, y1) = turned(ax, ay), turned(bx, by)
        if abs(y1 - y0) <= 1.5 and abs(x1 - x0) > 6:
            horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= 1.5 and abs(y1 - y0) > 4:
            vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))

    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        matrix = drawn.get_matrix()
        points: list[tuple[float, float]] = []
        count = min(raw.FPDFPath_CountSegments(drawn.raw), 2000)
        x, y = ctypes.c_float(), ctypes.c_float()
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(drawn.raw, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO and points:
                draw(*points[-1], *point)
            points.append(point)
            if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
                draw(*points[-1], *points[0])
                points = []
        if len(horizontal) + len(vertical) > MAX_STROKES:
            return Rules([], [])
    return Rules(_merged(horizontal), _merged(vertical))


def _merged(strokes: list[Rule]) -> list[Rule]:
    """Strokes that continue or cover one another as one rule; none where they are too many for a table."""
    found: list[Rule] = []
    for stroke in sorted(strokes, key=lambda rule: (round(rule.at), rule.start)):
        last = found[-1] if found else None
        if last is not None and abs(last.at - stroke.at) <= 1.5 and stroke.start <= last.end + 2:
            found[-1] = last._replace(end=max(last.end, stroke.end))
        else:
            found.append(stroke)
    return found if len(found) <= MAX_RULES else []


def plain_radicals(text: str) -> tuple[str, int]:
    """Text with Kangxi radicals (``⼈``, U+2F00 to U+2FD5) as the characters that they depict, and how many.

    Fonts that share a glyph between the two make PDF programs write the wrong one of them.
    """
    count = sum("\u2f00" <= character <= "\u2fd5" for character in text)
    if not count:
        return text, 0
    return "".join(
        unicodedata.normalize("NFKC", character) if "\u2f00" <= character <= "\u2fd5" else character
        for character in text
    ), count
