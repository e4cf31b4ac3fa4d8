"""Tables whose cells are drawn: the grid of ruled lines, and which cells are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.sources.glyphs import Piece, Rule, Rules, by_line
from luoshi.sources.layout import Box, Grid, least
from luoshi.sources.tables import Cell

NEAR = 3.0
"""Lines closer than this, in points, are the two edges of one line."""

MAX_LINES = 400
"""A grid with more lines than this across or down is a drawing."""

MAX_LINES_IN_CELL = 25
"""A cell with more lines than this is a frame around text."""


class Ruled(NamedTuple):
    """A table that was found: where it stands and its cells."""

    box: Box
    grid: Grid


def ruled_tables(rules: Rules, pieces: list[Piece]) -> tuple[list[Ruled], list[Piece]]:
    """The tables of a page with the pieces that they hold taken in, and the other pieces."""
    tables = []
    rest = pieces
    for rows, columns, horizontal, vertical in _grids(rules):
        box = (columns[0], rows[0], columns[-1], rows[-1])
        inside = [piece for piece in rest if _holds(box, piece)]
        if not inside:
            continue
        grid = _fill(rows, columns, horizontal, vertical, inside)
        if grid is not None:
            held = set(map(id, inside))
            rest = [piece for piece in rest if id(piece) not in held]
            tables.append(Ruled(box, grid))
    return tables, rest


def _holds(box: Box, piece: Piece) -> bool:
    middle = (piece.x0 + piece.x1) / 2
    return box[0] - NEAR <= middle <= box[2] + NEAR and box[1] - NEAR <= piece.middle <= box[3] + NEAR


def _grids(rules: Rules) -> Iterator[tuple[list[float], list[float], list[Rule], list[Rule]]]:
    """Groups of horizontal rules that vertical ones connect: their heights and their columns."""
    horizontal = sorted(rules.horizontal)
    vertical = sorted(rules.vertical, key=lambda rule: rule.start)
    reach: list[tuple[float, float]] = []  # stretches of the page that vertical rules cover
    for rule in vertical:
        if reach and rule.start <= reach[-1][1] + NEAR:
            reach[-1] = (reach[-1][0], max(reach[-1][1], rule.end))
        else:
            reach.append((rule.start, rule.end))
    for top, bottom in reach:
        across = [rule for rule in horizontal if top - NEAR <= rule.at <= bottom + NEAR]
        down = [rule for rule in vertical if top - NEAR <= rule.start <= bottom + NEAR]
        rows = _distinct([rule.at for rule in across])
        columns = _distinct([rule.at for rule in down] + [edge for rule in across for edge in (rule.start, rule.end)])
        if 3 <= len(rows) <= MAX_LINES and 3 <= len(columns) <= MAX_LINES:
            yield rows, columns, across, down


def _distinct(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def _fill(
    rows: list[float], columns: list[float], horizontal: list[Rule], vertical: list[Rule], pieces: list[Piece]
) -> Grid | None:
    """Cells with their text; ``None`` where fewer than two columns hold any (a frame around text)."""
    held: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        row = min(len(rows) - 2, max(0, bisect_right(rows, piece.middle) - 1))
        column = min(len(columns) - 2, max(0, bisect_right(columns, (piece.x0 + piece.x1) / 2) - 1))
        held.setdefault((row, column), []).append(piece)
    if len({column for _, column in held}) < 2 or max(map(len, held.values())) > MAX_LINES_IN_CELL:
        return None
    right_edges, lower_edges = _edges(vertical, columns, rows), _edges(horizontal, rows, columns)
    taken: set[tuple[int, int]] = set()
    cells: list[list[Cell]] = []
    boxes: list[Box] = []
    for row in range(len(rows) - 1):
        line: list[Cell] = []
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            wide, tall = 1, 1
            while column + wide < len(columns) - 1 and (column + wide, row) not in right_edges:
                wide += 1
            while row + tall < len(rows) - 1 and not any(
                (row + tall, at) in lower_edges for at in range(column, column + wide)
            ):
                tall += 1
            covered = [(row + down, column + over) for down in range(tall) for over in range(wide)]
            taken.update(covered)
            line.append(Cell(_words([piece for at in covered for piece in held.get(at, ())]), tall, wide))
        cells.append(line)
        boxes.append((columns[0], rows[row], columns[-1], rows[row + 1]))
    by_row: dict[int, list[Piece]] = {}
    for (row, _), inside in held.items():
        by_row.setdefault(row, []).extend(inside)
    confidences = [least(by_row.get(row, [])) for row in range(len(cells))]
    return Grid(cells, boxes, confidences)


def _edges(rules: list[Rule], places: list[float], across: list[float]) -> set[tuple[int, int]]:
    """For each place a rule may stand at: the cells across (by number) along which one does stand."""
    found = set()
    for rule in rules:
        at = min(range(len(places)), key=lambda index: abs(places[index] - rule.at))
        for index in range(len(across) - 1):
            middle = (across[index] + across[index + 1]) / 2
            if rule.start - NEAR <= middle <= rule.end + NEAR:
                found.add((at, index))
    return found


def _words(pieces: list[Piece]) -> str:
    """The lines of a cell on one line; Chinese lines join without a space."""
    words = ""
    for piece in (piece for line in by_line(pieces) for piece in line):
        western = words[-1:] < "\u2000" and piece.text[:1] < "\u2000"
        words += (" " if words and western else "") + piece.text
    return words.replace("\t", " ")
