"""What is to be checked by hand over all documents, worst first: pages and REST both show it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from luoshi.actions.asking import Said, one, one_of, page, years
from luoshi.actions.tables import LEVELS
from luoshi.library import Library, Mention, Sought
from luoshi.library.mentions import MOST
from luoshi.model import Words
from luoshi.words import NOTHING

SIZE = 50
"""Doubts on a page."""

SEVERITIES = ("fatal", "major", "minor", "note")
"""The worst first."""

GROUPS = ("document", "check")


class Open(Struct, frozen=True):
    """A doubt with the document that raises it.

    ``document`` and ``finding`` are ids: the words stand at ``/d/{document}#{finding}``. ``check`` names the check that
    raised it, ``settles`` says what would settle it, ``evidence`` are further words of the document that it rests
    on. ``quote`` is empty where something is missing. ``year`` is that of the document.
    """

    document: str
    title: str
    genre: str | None
    level: str | None
    region: str | None
    year: int | None
    finding: str
    check: str
    severity: str
    explanation: Words
    settles: Words | None
    quote: str
    evidence: tuple[str, ...]


class Asked(NamedTuple):
    """Which doubts, grouped by what, which page (from 1)."""

    sought: Sought
    group: str = "document"
    page: int = 1


class Group(NamedTuple):
    """Doubts of one severity that one document or one check raises; ``of`` is the document's id or the check."""

    severity: str
    of: str
    doubts: tuple[Open, ...]


class Doubts(NamedTuple):
    """A page of what was asked for; how many there are of each severity and check, whatever else is chosen."""

    asked: Asked
    total: int
    documents: int
    pages: int
    groups: tuple[Group, ...]
    severities: dict[str, int]
    checks: dict[str, int]


def asked(said: Said) -> Asked:
    """What the parameters of an address ask for.

    ``group`` (of ``GROUPS``), ``severity``, ``check``, ``words`` (in the quote), ``level``, ``region``, ``year`` or ``from``
    and ``to`` (of the document), ``genre``, ``document`` (id), ``page``. Raises ``BadRequest``.
    """
    sought = Sought(
        kinds=("doubt",),
        severity=one_of(said, "severity", SEVERITIES),
        name=one(said, "check"),
        words=one(said, "words"),
        level=one_of(said, "level", LEVELS),
        region=one(said, "region"),
        years=years(said),
        genre=one(said, "genre"),
        document=one(said, "document"),
    )
    return Asked(sought, one_of(said, "group", GROUPS) or "document", page(said))


def doubts(library: Library, wanted: Asked, *, size: int = SIZE) -> Doubts:
    """The page that is asked for: the worst first, in these the document or the check with the most."""
    everywhere = library.tallies(Sought(kinds=("doubt",)), ("severity", "name"))
    severities = {
        severity: sum(each.findings for each in everywhere if each.values[0] == severity) for severity in SEVERITIES
    }
    checks: dict[str, int] = {}
    for each in sorted(everywhere, key=lambda each: (_rank(each.values[0]), -each.findings)):
        checks[each.values[1]] = checks.get(each.values[1], 0) + each.findings
    rooms = _rooms(library, wanted)
    total = sum(room[2] for room in rooms)
    start = (wanted.page - 1) * size
    groups = []
    for severity, of, number, sought in rooms:
        if start < number and size > 0:
            found = library.findings(sought, order="date", limit=min(size, number - start), offset=start)
            size -= len(found)
            groups.append(Group(severity, of, tuple(map(opened, found))))
        start = max(0, start - number)
    documents = len({each.values[0] for each in library.tallies(wanted.sought, ("document",))})
    pages = max(1, -(-total // SIZE))
    return Doubts(wanted, total, documents, pages, tuple(groups), severities, checks)


def every(library: Library, wanted: Asked) -> Iterator[Open]:
    """All doubts that are asked for, in their order, whatever the page."""
    for _, _, number, sought in _rooms(library, wanted):
        for start in range(0, number, MOST):
            yield from map(opened, library.findings(sought, order="date", limit=MOST, offset=start))


Room = tuple[str, str, int, Sought]


def _rooms(library: Library, wanted: Asked) -> list[Room]:
    """The groups in their order, each with how many doubts it has and how to ask for them."""
    column = "document" if wanted.group == "document" else "name"
    found = library.tallies(wanted.sought, ("severity", column))
    found.sort(key=lambda each: (_rank(each.values[0]), -each.findings, each.values[1]))
    return [
        (severity, of, each.findings, wanted.sought._replace(severity=severity, **{column: of}))
        for each in found
        for severity, of in [each.values]
    ]


def _rank(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def opened(found: Mention) -> Open:
    """The row of a doubt."""
    says = found.says
    settles = says["settles"] if says else None
    return Open(
        document=found.document,
        title=found.title,
        genre=found.genre,
        level=found.level,
        region=found.region,
        year=found.year,
        finding=found.id,
        check=found.name or "",
        severity=found.severity or "note",
        explanation=Words(*says["explanation"]) if says else NOTHING,
        settles=Words(*settles) if settles else None,
        quote=found.quote,
        evidence=tuple(says["evidence"]) if says else (),
    )


def alike(found: tuple[Open, ...]) -> list[tuple[Open, ...]]:
    """Doubts of one check in one document together, in their order."""
    return [tuple(group) for _, group in groupby(found, key=lambda each: (each.document, each.check))]
