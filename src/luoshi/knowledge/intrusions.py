"""Words of advertisers who put their lines into other people's pages: gambling, trade, loans."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import columns


class Intrusion(Struct, frozen=True):
    """A row of ``intrusions.csv``: a ``word``, its ``kind``, and how much it tells.

    ``weight`` is ``whole`` (a brand itself, or it needs none), ``strong`` (sure alone), ``weak`` (beside
    another) or ``line`` (in a line of its own).
    """

    word: str
    kind: str
    weight: str


@cache
def intrusions() -> tuple[Intrusion, ...]:
    """Every word; three steps of cleaning ask."""
    return columns("intrusions", Intrusion.__struct_fields__, lambda cells: Intrusion(*cells))
