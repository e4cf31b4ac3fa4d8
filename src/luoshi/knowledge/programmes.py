"""Programmes of the state that go by a name without a word of form: 西部大开发, 一带一路."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.table import rows


@cache
def national_programmes() -> dict[str, str]:
    """The names with what each is: ``战略``, ``工程``, ``计划``, ``倡议`` …"""
    return dict(rows("programmes", _programme))


def _programme(row: dict[str, str]) -> tuple[str, str]:
    return row["name"], row["form"]
