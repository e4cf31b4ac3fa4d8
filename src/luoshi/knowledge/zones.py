"""Regions and development zones that have a name of their own: 长三角, 雄安新区."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import rows


class Zone(Struct, frozen=True):
    """A row of ``zones.csv``: a ``name`` in use, the ``full`` name, and whether it is a ``zone`` or a ``region``."""

    name: str
    full: str
    kind: str
    code: str


@cache
def zones() -> dict[str, Zone]:
    """The zones and regions by the names in use."""
    return {zone.name: zone for zone in rows("zones", _zone)}


def _zone(row: dict[str, str]) -> Zone:
    if row["kind"] not in ("zone", "region"):
        raise ValueError(row["kind"])
    return Zone(row["name"], row["full"], row["kind"], row["code"])
