"""The pieces of a page in the order in which a person reads them: columns, lines, tables.

The page is cut into bands (what stands side by side); bands that share a gutter are columns if
their lines fill them, or a table if they hold short cells and figures; else a band is a line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.sources.glyphs import Piece, by_line
from luoshi.sources.tables import Cell

_FIGURE = re.compile(r"[≥≤><＞＜±〔\[（(-]{0,2}[\d.,]+\s?[%％‰]?[左右以上内下〕\])）]{0,3}|[—-]{1,2}")
Box = tuple[float, float, float, float]
Interval = tuple[float, float]


MAX_RUN = 300
"""Bands that are compared at a time: more than a page of text has."""


class Line(NamedTuple):
    """A line of text; ``indent`` is how far it starts inside its column, in its own characters."""

    text: str
    box: Box
    indent: float = 0.0
    confidence: float | None = None


class Grid(NamedTuple):
    """A table: its rows of cells; for each row its box and the least confidence in it, if known."""

    rows: list[list[Cell]]
    boxes: list[Box]
    confidences: list[float | None]


def arrange(pieces: list[Piece]) -> list[Line | Grid]:
    """Lines and tables in reading order."""
    if not pieces:
        return []
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    bands = _bands(pieces)
    found: list[Line | Grid] = []
    at = 0
    while at < len(bands):
        run, gutters = _run(bands[at : at + MAX_RUN], left, right)
        inside = [piece for band in bands[at : at + run] for piece in band]
        if gutters and _are_columns(inside, gutters, left, right):
            for column in _columns(inside, gutters):
                found += arrange(column)
            at += run
        elif gutters and len(bands[at]) > 1 and (rows := _rows(bands[at : at + run], gutters)):
            found.append(_grid(rows, gutters))
            at += len(rows)
        else:
            found += _lines(bands[at], left, right)
            at += 1
    return found


def _bands(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that overlap in height, top to bottom. The upper and lower fifth of a line may overlap others."""
    bands: list[list[Piece]] = []
    bottom = -1e9
    for piece in sorted(pieces, key=lambda piece: piece.y0):
        margin = 0.2 * (piece.y1 - piece.y0)
        if piece.y0 + margin < bottom and bands:
            bands[-1].append(piece)
            bottom = max(bottom, piece.y1 - margin)
        else:
            bands.append([piece])
            bottom = piece.y1 - margin
    return bands


def _gaps(band: list[Piece], left: float, right: float) -> list[Interval]:
    """What the band leaves free between the edges."""
    gaps = []
    at = left - 1
    for piece in sorted(band, key=lambda piece: piece.x0):
        if piece.x0 > at:
            gaps.append((at, piece.x0))
        at = max(at, piece.x1)
    gaps.append((at, right + 1))
    return gaps


def _run(bands: list[list[Piece]], left: float, right: float) -> tuple[int, list[Interval]]:
    """How many bands from the first on share a gutter, and their gutters; none where they do not."""
    wide = 0.8 * _size(bands[0])
    shared = _gaps(bands[0], left, right)
    best = (1, _inner(shared, bands[:1], wide))
    for count, band in enumerate(bands[1:], 2):
        shared = [
            (max(a, c), min(b, d))
            for a, b in shared
            for c, d in _gaps(band, left, right)
            if min(b, d) - max(a, c) >= wide
        ]
        if not shared:
            break
        if inner := _inner(shared, bands[:count], wide):
            best = (count, inner)
        elif best[1]:
            break
    return best


def _inner(gaps: list[Interval], bands: list[list[Piece]], wide: float) -> list[Interval]:
    """The gaps that have text on both sides."""
    first = min(piece.x0 for band in bands for piece in band)
    last = max(piece.x1 for band in bands for piece in band)
    return [(a, b) for a, b in gaps if a > first and b < last and b - a >= wide]


def _size(pieces: list[Piece]) -> float:
    sizes = sorted(piece.size for piece in pieces)
    return sizes[len(sizes) // 2]


def _columns(pieces: list[Piece], gutters: list[Interval]) -> list[list[Piece]]:
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in pieces:
        middle = (piece.x0 + piece.x1) / 2
        columns[sum(middle > gutter[0] for gutter in gutters)].append(piece)
    return columns


def _are_columns(pieces: list[Piece], gutters: list[Interval], left: float, right: float) -> bool:
    """Columns of prose: each wide, with several lines, most of which fill it."""
    edges = [left, *(edge for gutter in gutters for edge in gutter), right]
    for number, column in enumerate(_columns(pieces, gutters)):
        if len(column) < 3:
            return False
        start, end = edges[2 * number], edges[2 * number + 1]
        start, end = max(start, min(piece.x0 for piece in column)), min(end, max(piece.x1 for piece in column))
        if end - start < 8 * _size(column):
            return False
        full = sum(piece.x1 - piece.x0 >= 0.8 * (end - start) for piece in column)
        if full * 2 < len(column):
            return False
    return True


def _rows(bands: list[list[Piece]], gutters: list[Interval]) -> list[list[Piece]]:
    """The bands that are a table without rules: figures stand in its columns, and they are no page numbers."""
    while bands and len(bands[-1]) < 2:  # a line below the table
        bands = bands[:-1]
    if len(bands) < 3:
        return []
    rows = [[_joined(cell) for cell in _columns(band, gutters)] for band in bands]
    cells = [cell for row in rows for cell in row[1:] if cell]
    figures = sum(bool(_FIGURE.fullmatch(cell)) for cell in cells)
    several = sum(sum(map(bool, row)) > 1 for row in rows)
    if not cells or figures * (4 if len(gutters) > 1 else 2) < len(cells) or several * 3 < len(rows) * 2:
        return []
    last = [row[-1] for row in rows if row[-1]]
    if len(gutters) == 1 and all(re.fullmatch(r"\d{1,4}", cell) for cell in last):
        pages = [int(cell) for cell in last]
        if pages == sorted(pages):  # a table of contents
            return []
    return bands


def _grid(bands: list[list[Piece]], gutters: list[Interval]) -> Grid:
    return Grid(
        [[Cell(_joined(cell)) for cell in _columns(band, gutters)] for band in bands],
        [_box(band) for band in bands],
        [least(band) for band in bands],
    )


def _joined(pieces: list[Piece]) -> str:
    return " ".join(piece.text for piece in sorted(pieces, key=_place))


def least(pieces: list[Piece]) -> float | None:
    """The least confidence with which any of the pieces was read; ``None`` where none was from a picture."""
    return min((piece.confidence for piece in pieces if piece.confidence is not None), default=None)


def _lines(band: list[Piece], left: float, right: float) -> list[Line]:
    """A band as lines: pieces of one height are one line, with a space between them."""
    return [Line(_joined(line), _box(line), _indent(line, left, right), least(line)) for line in by_line(band)]


def _indent(line: list[Piece], left: float, right: float) -> float:
    """How many characters a line starts inside its column; 0 for one that is centred."""
    size = max(1.0, line[0].size)
    before, after = line[0].x0 - left, right - line[-1].x1
    return 0.0 if after > 1.5 * size and abs(before - after) < 0.5 * size else before / size


def _place(piece: Piece) -> tuple[float, float]:
    return (piece.x0, piece.y0)


def _box(pieces: list[Piece]) -> Box:
    return (
        min(piece.x0 for piece in pieces),
        min(piece.y0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        max(piece.y1 for piece in pieces),
    )
