"""The line of a document on the shelf, which lines are wanted, and what became of one that was brought."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from luoshi.model import Document, Finding


class Entry(Struct, frozen=True):
    """A document in one line.

    ``date`` is the time that 今年 means in it (ISO 8601, may be of reduced precision or an interval),
    ``year`` its year, or where that is not known the first year that it is for; ``earliest`` the first day on which it can have been written. ``counts`` says
    how many findings of each kind it has. ``added`` is a time in UTC. ``rules`` and ``knowledge`` are
    the versions with which it was read.
    """

    id: str
    name: str
    title: str
    genre: str | None
    issuer: str | None
    level: str | None
    region: str | None
    region_code: str | None
    author: str | None
    adopted: str | None
    date: str | None
    earliest: str | None
    period_first: str | None
    period_last: str | None
    year: int | None
    grade: str | None
    characters: int
    counts: dict[str, int]
    added: str
    rules: str | None
    knowledge: str | None


Several = str | tuple[str, ...]
"""One value, or any of several."""


class Chosen(NamedTuple):
    """Which documents are wanted: those that fit all that is said.

    ``level``, ``region`` and ``genre`` may be one value or several, of which any will do. ``level`` is one of ``Profile.level``; ``region`` the name or a part of it (苏州), or a GB/T 2260
    code or its start (``32``: all of Jiangsu); ``years`` the first and last year; ``genre`` the
    Chinese name; ``grades`` letters (``AB``).
    """

    level: Several | None = None
    region: Several | None = None
    years: tuple[int, int] | None = None
    genre: Several | None = None
    grades: str | None = None


class Added(NamedTuple):
    """What became of a document that was brought: ``new``, or it was there and nothing changed."""

    id: str
    new: bool


def entry_of(document: Document, name: str, added: str = "") -> Entry:
    """The line of a document that was read from the file ``name``."""
    profile, verdict, edition = document.profile, document.verdict, document.edition
    region = profile.region.value if profile.region else None
    period = profile.period.value if profile.period else None
    date = profile.date
    counts: dict[str, int] = {}
    for finding in document.findings:
        counts[finding.kind] = counts.get(finding.kind, 0) + 1
    return Entry(
        id=document.id,
        name=storable(name),
        title=storable(document.title),
        genre=_words(profile.genre),
        issuer=_words(profile.issuer),
        level=_words(profile.level),
        region=storable(region.name) if region else None,
        region_code=region.code if region else None,
        author=storable(profile.author.value.name) if profile.author else None,
        adopted=str(profile.adopted.value) if profile.adopted else None,
        date=str(date) if date else None,
        earliest=verdict.not_before if verdict else None,
        period_first=period.start if period else None,
        period_last=period.end if period else None,
        year=int(when.start[:4]) if (when := date or period) else None,
        grade=verdict.grade if verdict else None,
        characters=len(document.text),
        counts=dict(sorted(counts.items())),
        added=added,
        rules=edition.rules if edition else None,
        knowledge=edition.knowledge if edition else None,
    )


def _words(field: Finding[str] | None) -> str | None:
    return storable(field.value) if field else None


def storable(words: str) -> str:
    """Words that every database can hold: no NUL, no half of a character (the record keeps them as they are)."""
    if words.isascii() and "\0" not in words:
        return words
    return words.replace("\0", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")
