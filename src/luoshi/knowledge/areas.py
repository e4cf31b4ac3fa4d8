"""Areas that are no division and no zone: rivers and ranges (闽江), parts of a province (蒙东), countries and blocs."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import columns

COLUMNS = ("name", "full", "kind", "not_after", "not_before")


class Area(Struct, frozen=True):
    """A row of ``areas.csv``: a ``name`` in use, the ``full`` name, ``region`` or (abroad) ``other``;
    ``part`` is a region whose name is a plain word as well (东部) and needs words beside it that say so.

    ``not_after`` and ``not_before`` are characters beside it that make it part of another word (相关中, 长江路).
    """

    name: str
    full: str
    kind: str
    not_after: str
    not_before: str


@cache
def areas() -> dict[str, Area]:
    """The areas by the names in use."""
    return {area.name: area for area in columns("areas", COLUMNS, _area)}


def _area(cells: tuple[str, ...]) -> Area:
    area = Area(*cells)
    if area.kind not in ("region", "other", "part"):
        raise ValueError(area.kind)
    return area
