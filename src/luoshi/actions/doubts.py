"""What is to be checked by hand over all documents, worst first: pages and REST both show it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from luoshi.actions.asking import Said, one, one_of, page, years
from luoshi.library import Library, Mention, Sought
from luoshi.library.facets import LEVELS
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
    total = sum(number for _, _, number in rooms)
    groups = tuple(_groups(library, wanted, _parts(rooms, (wanted.page - 1) * size, size)))
    documents = len(library.tallies(wanted.sought, ("document",)))
    return Doubts(wanted, total, documents, max(1, -(-total // size)), groups, severities, checks)


def every(library: Library, wanted: Asked) -> Iterator[Open]:
    """All doubts that are asked for, in their order, whatever the page."""
    rooms = _rooms(library, wanted)
    for start in range(0, sum(number for _, _, number in rooms), MOST):
        for group in _groups(library, wanted, _parts(rooms, start, MOST)):
            yield from group.doubts


Room = tuple[str, str, int]
"""A group's severity, document or check, and how many doubts it has."""


class Part(NamedTuple):
    """Some of a room's doubts: so many from the one with the number ``first`` (from 0)."""

    room: Room
    first: int
    number: int


def _rooms(library: Library, wanted: Asked) -> list[Room]:
    """The groups in their order."""
    found = library.tallies(wanted.sought, ("severity", "document" if wanted.group == "document" else "name"))
    found.sort(key=lambda each: (_rank(each.values[0]), -each.findings, each.values[1]))
    return [(*each.values, each.findings) for each in found]


def _parts(rooms: list[Room], start: int, size: int) -> Iterator[Part]:
    """What of each room lies among the ``size`` doubts from ``start``."""
    for room in rooms:
        number = room[2]
        first, last = max(0, start), min(number, start + size)
        if first < last:
            yield Part(room, first, last - first)
        start -= number


def _groups(library: Library, wanted: Asked, parts: Iterator[Part]) -> Iterator[Group]:
    """The doubts of some rooms; those of one severity that are wanted whole come with one question."""
    for (severity, _), same in groupby(parts, key=_together):
        some = list(same)
        of = tuple(each.room[1] for each in some)
        sought = wanted.sought._replace(severity=severity)
        sought = sought._replace(document=of) if wanted.group == "document" else sought._replace(name=of)
        limit = sum(each.number for each in some)
        held: dict[str, list[Open]] = {}
        for found in map(opened, library.findings(sought, order="date", limit=limit, offset=some[0].first)):
            held.setdefault(getattr(found, wanted.group), []).append(found)
        for each in some:
            yield Group(severity, each.room[1], tuple(held.get(each.room[1], ())))


def _together(part: Part) -> tuple[str, str]:
    """Alike of parts that one question can be about: whole rooms of one severity; another room stands by itself."""
    severity, of, number = part.room
    return severity, "" if part.number == number else of


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
