"""Tables of a page: which hold data and which only lay out the page, and the cells of the former."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luoshi.sources.elements import BLOCKS, collapsed, is_hidden
from luoshi.sources.tables import LONG_CELL, Cell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def tables_around_tables(root: Element) -> set[Element]:
    """The tables that hold other tables: they lay out the page."""
    found = set()
    for table in root.iter("table"):
        above = table.getparent()
        while above is not None and above.tag != "table":
            above = above.getparent()
        if above is not None:
            found.add(above)
    return found


def rows_of_data(table: Element) -> list[list[Cell]]:
    """The rows of a table of data; none where the table only lays out the page."""
    if table.get("role") == "presentation":
        return []
    rows = []
    for row in table.iter("tr"):
        cells = []
        for cell in row.iterchildren("td", "th"):
            text = _cell_text(cell)
            if len(text) > LONG_CELL or (len(text) > 100 and len(list(cell.iter("p"))) > 3):
                return []
            cells.append(Cell(text, _span(cell, "rowspan"), _span(cell, "colspan"), cell.tag == "th"))
        if cells:
            rows.append(cells)
    wide = max((sum(cell.columns for cell in row) for row in rows), default=0)
    return rows if wide > 1 and (len(rows) > 1 or wide > 2) else []


def _cell_text(cell: Element) -> str:
    """The visible words of a cell on one line."""
    pieces: list[str] = []
    hidden = [inner for inner in cell.iter() if is_hidden(inner)]
    unseen = {below for inner in hidden for below in inner.iter()} if hidden else set()
    for inner in cell.iter():
        tag = inner.tag
        if inner not in unseen:
            pieces.append((" " if tag in BLOCKS or tag == "br" else "") + (inner.text or ""))
        if inner is not cell:
            pieces.append(
                (" " if tag in BLOCKS else "") + (inner.tail or "") if inner.getparent() not in unseen else ""
            )
    return collapsed("".join(pieces)).replace("\t", " ")


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, int(value)) if re.fullmatch(r"\d{1,4}", value) else 1
