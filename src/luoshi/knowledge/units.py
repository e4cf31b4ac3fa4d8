"""The units and classifiers that stand after numbers in plans, and what kind of amount each measures."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import rows


class Unit(Struct, frozen=True):
    """``word`` as texts write it without 万 and 亿.

    ``kind``: count (things and persons), money, length, area, volume, mass, energy, data, degree, age,
    time, share (percentages), multiple or rate (per 100,000).
    """

    word: str
    kind: str
    source: str


@cache
def units() -> dict[str, Unit]:
    """Every unit by its word."""
    return {unit.word: unit for unit in rows("units", lambda row: Unit(row["unit"], row["kind"], row["source"]))}
