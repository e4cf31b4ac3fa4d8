"""Plenums, Party congresses and sessions of people's congresses, with the days on which they met."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from msgspec import Struct

from luoshi.knowledge.table import rows

PARTY = "中国共产党全国代表大会"
CENTRAL = "中共中央"
DISCIPLINE = "中共中央纪律检查委员会"
CONGRESS = "全国人民代表大会"


class KnownSession(Struct, frozen=True):
    """A row of ``sessions.csv``: the ``number``-th session (0 for a Party congress) of a ``term``.

    ``code`` is the GB/T 2260 code of the place. ``start`` and ``end`` are ISO dates, of reduced
    precision where only the month is known. ``announced`` is the day on which it was decided to meet,
    if known.
    """

    code: str
    body: str
    term: int
    number: int
    start: str
    end: str
    announced: str
    source: str


class Term(NamedTuple):
    """The years in which the ``number``-th committee of a Party organisation served: ``until`` may be empty."""

    body: str
    number: int
    since: str
    until: str
    source: str


def _make(row: dict[str, str]) -> KnownSession:
    if not row["start"] or not row["end"] or row["start"][:7] > row["end"][:7]:
        raise ValueError("needs a start, and an end that is not before it")
    return KnownSession(
        row["code"],
        row["body"],
        int(row["term"]),
        int(row["number"] or 0),
        row["start"],
        row["end"],
        row["announced"],
        row["source"],
    )


@cache
def sessions() -> tuple[KnownSession, ...]:
    """Every session that the table knows."""
    return rows("sessions", _make)


@cache
def _by_key() -> dict[tuple[str, int, int], KnownSession]:
    return {(known.body, known.term, known.number): known for known in sessions()}


def known_session(body: str, term: int, number: int | None) -> KnownSession | None:
    """The session, if the table has it; ``number`` is ``None`` or 0 for a Party congress."""
    return _by_key().get((body, term, number or 0))


@cache
def plenums() -> tuple[KnownSession, ...]:
    """The plenums of the Central Committee, oldest first."""
    return tuple(sorted((known for known in sessions() if known.body == CENTRAL), key=lambda known: known.start))


def plenum_after(known: KnownSession) -> KnownSession | None:
    """The next plenum after this one that deals with policy (the first of a term elects the leaders)."""
    return next((other for other in plenums() if other.start > known.start and other.number != 1), None)


@cache
def terms() -> dict[tuple[str, int], Term]:
    """When each committee served: from the congress that elected it to the next one.

    Party committees from their congresses; the National People's Congress from its first session.
    """
    found: dict[tuple[str, int], Term] = {}
    for known in sessions():
        if known.body == PARTY:
            bodies = [CENTRAL, DISCIPLINE]
        elif known.body.startswith("中国共产党") and known.body.endswith("代表大会"):
            bodies = [f"中共{known.body.removeprefix('中国共产党').removesuffix('代表大会')}委员会"]
        elif known.body == CONGRESS and known.number == 1:
            bodies = [CONGRESS]
        else:
            continue
        for body in bodies:
            found[body, known.term] = Term(body, known.term, known.start, "", known.source)
    return {
        (body, number): term._replace(until=found[body, number + 1].since) if (body, number + 1) in found else term
        for (body, number), term in found.items()
    }
