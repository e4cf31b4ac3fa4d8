"""Verbs of work to be done, with how strongly each commits, and the words that stand before them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from luoshi.knowledge.table import rows

USES = ("verb", "modal", "adverb")


class Verb(NamedTuple):
    """A row of ``verbs.csv``: a ``verb`` (建设), a ``modal`` that sets the strength (确保), or an ``adverb`` (加快).

    ``strength`` runs from 1 (探索) to 5 (确保); ``None`` for adverbs.
    """

    word: str
    use: str
    strength: int | None


@cache
def verbs() -> tuple[Verb, ...]:
    """Every row of the table."""
    return rows("verbs", _verb)


def _verb(row: dict[str, str]) -> Verb:
    if row["use"] not in USES:
        raise ValueError(row["use"])
    return Verb(row["word"], row["use"], int(row["strength"]) if row["strength"] else None)


@cache
def strength_of_verb() -> dict[str, int]:
    """How strongly each verb commits."""
    return {verb.word: verb.strength for verb in verbs() if verb.use == "verb" and verb.strength}


@cache
def strength_of_modal() -> dict[str, int]:
    """How strongly each modal word commits."""
    return {verb.word: verb.strength for verb in verbs() if verb.use == "modal" and verb.strength}


@cache
def leading_words() -> tuple[str, ...]:
    """Adverbs and modal words, the longest first."""
    return tuple(sorted((verb.word for verb in verbs() if verb.use != "verb"), key=len, reverse=True))
