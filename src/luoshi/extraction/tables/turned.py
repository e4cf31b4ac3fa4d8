"""Tables whose years stand down the side: turned so that each indicator is a row and each year a column."""

from __future__ import annotations

from luoshi.extraction.tables.amounts import size_of
from luoshi.extraction.tables.grids import MAX_COLUMNS, Cell, Grid
from luoshi.patterns import regex

_year = regex(r"(?:19|20)[0-9]{2}年?(?:（[^（）]{1,6}）|预计|目标|计划|实际)?")
_corner = regex(r"(?:年份|年度|时间|年|项目|指标)?")


def upright(grid: Grid) -> Grid:
    """The grid, turned if years stand in its first column and names in its first row; else as it is.

    ``年份 | 产值（亿元） | 人口（万人）`` over rows that begin with years; a row of units may stand between.
    """
    rows = grid.rows
    body = next((at for at, row in enumerate(rows[: _HEAD + 1]) if row and _year.fullmatch(row[0].words)), 0)
    if not body or not _corner.fullmatch(rows[0][0].words) or len(rows) - body < _FEWEST:
        return grid
    if not all(row and _year.fullmatch(row[0].words) for row in rows[body:]):
        return grid
    units = rows[1] if body > 1 else ()
    if any(cell.words and not size_of(cell.words) for cell in units):
        return grid
    corner = rows[0][0]
    head = [corner._replace(words="指标"), *([corner._replace(words="单位")] if units else [])]
    turned = [(*head, *(row[0] for row in rows[body:]))]
    for column in range(1, min(len(rows[0]), MAX_COLUMNS)):
        own = [_at(rows[0], column), *([_at(units, column)] if units else [])]
        turned.append((*own, *(_at(row, column) for row in rows[body:])))
    return Grid(grid.span, tuple(turned))


_HEAD = 2
_FEWEST = 2


def _at(row: tuple[Cell, ...], column: int) -> Cell:
    return row[column] if column < len(row) else Cell("", 0, "")
