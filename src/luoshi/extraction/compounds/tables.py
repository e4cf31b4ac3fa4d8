"""Rows of indicator tables as statements: ``常住人口城镇化率 | % | 68.2 | 72 | — | 预期性``.

``extraction/tables`` has the parts: ``grids`` finds the tables, ``columns`` reads what each column holds
from the head, ``standing`` whether that is an aim or was reached, ``amounts`` how much a cell says,
``names`` of what, ``measures`` what kind of number it is. ``rows`` puts them together: a value before
the aims is their base, and a finding of its own only where no aim uses it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from luoshi.extraction.binding import Binding, bound
from luoshi.extraction.tables.grids import Grid, grids
from luoshi.extraction.zones import Zones
from luoshi.model import Document, Finding
from luoshi.model.values import Achievement, Context, Target

if TYPE_CHECKING:
    from luoshi.extraction.tables.columns import Head
    from luoshi.extraction.tables.standing import Setting

_CLOSE = 80
"""A table without a head goes on from the one before it, if no more characters than this lie between."""


def tables(document: Document) -> Iterator[Finding[Target | Achievement | Context]]:
    """The statements that the rows of every table of indicators make, in order.

    A finding's span is its row, its quantity's span the cell; ``evidence`` holds the column's head.
    Tables without a head that names units, years or growth yield nothing.
    """
    content = document.text.content
    if "\t" not in content:
        return
    # only a text with a table pays for the patterns that tables need
    from luoshi.extraction.tables.columns import head_of  # noqa: PLC0415
    from luoshi.extraction.tables.rows import statements_of  # noqa: PLC0415
    from luoshi.extraction.tables.standing import setting_of  # noqa: PLC0415
    from luoshi.extraction.tables.turned import upright  # noqa: PLC0415

    zones, binding = Zones(document), Binding(document)
    last: tuple[Head, Setting, Grid] | None = None
    for grid in map(upright, grids(document.text)):
        head = head_of(grid)
        if head is not None:
            setting = setting_of(content, grid, zones)
            first = head.rows
        elif last is not None and last[2].width == grid.width and grid.span.start - last[2].span.end < _CLOSE:
            head, setting, first = last[0], last[1], 0
        else:
            last = None
            continue
        last = (head, setting, grid)
        for finding in statements_of(content, grid.rows[first:], head, setting):
            bond = binding.of(finding.value.quantity_span.start)
            yield bound(finding, bond) if bond and finding.kind != "context" else finding
