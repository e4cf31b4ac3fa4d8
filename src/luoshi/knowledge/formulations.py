"""Official formulations: phrases that were coined on a known occasion and so date the texts that use them."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from msgspec import Struct

from luoshi.knowledge.table import rows
from luoshi.patterns import regex

OPTIONAL = "“”、"
"""Marks that a writer may set or leave out: 碳达峰、碳中和 and 碳达峰碳中和 are one phrase."""


class KnownFormulation(Struct, frozen=True):
    """A row of ``formulations.csv``.

    ``literals`` are the forms to look for; ``pattern``, where there is one, must match where a literal
    was found, so that ordinary words are left alone (自然资源部, not 自然资源部门). ``first`` is the
    earliest day on which the phrase can have been used (the coining event; a month or a year where
    the day is not sure), ``seen`` the first appearance that ``source`` shows, at ``event``. Only
    ``datable`` rows may date a text: the others began as ordinary words.
    """

    term: str
    literals: tuple[str, ...]
    pattern: re.Pattern[str] | None
    first: str
    seen: str
    event: str
    datable: bool
    source: str


def _make(row: dict[str, str]) -> KnownFormulation:
    if not row["literals"] or not row["first"] or row["first"] > row["seen"]:
        raise ValueError("needs literals, and a first day that is not after the first sighting")
    if row["datable"] not in ("yes", "no") or row["confidence"] not in ("high", "medium"):
        raise ValueError("datable is yes or no; confidence high or medium")
    return KnownFormulation(
        row["term"],
        tuple(row["literals"].split("|")),
        regex(row["pattern"]) if row["pattern"] else None,
        row["first"],
        row["seen"],
        row["event"],
        row["datable"] == "yes",
        row["source"],
    )


@cache
def formulations() -> tuple[KnownFormulation, ...]:
    """Every formulation that the table knows, oldest first."""
    return rows("formulations", _make)


@cache
def formulation_by_term() -> dict[str, KnownFormulation]:
    """The formulations by their standard form."""
    return {known.term: known for known in formulations()}


@cache
def spellings() -> dict[str, KnownFormulation]:
    """Every spelling to look for: each literal with and without each optional mark inside it."""
    found: dict[str, KnownFormulation] = {}
    for known in formulations():
        for literal in known.literals:
            for spelling in _variants(literal.strip(OPTIONAL)):
                found.setdefault(spelling, known)
    return found


def _variants(literal: str) -> list[str]:
    return ["".join(chars) for chars in product(*(((char, "") if char in OPTIONAL else (char,)) for char in literal))]
