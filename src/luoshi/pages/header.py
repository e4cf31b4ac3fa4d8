"""What a reader must know first: what the document is, how far it can be trusted, and why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from msgspec import Struct

from luoshi.model import AnyFinding, Document, Period, Span, Words
from luoshi.model.values import Doubt
from luoshi.pages import amounts, labels
from luoshi.pages.sentence import said, sentence


class Places(NamedTuple):
    """Says of a position its paragraph, and in words where it stands."""

    paragraph: Callable[[int], int]
    words: Callable[[int], Words]


class Evidence(Struct, frozen=True):
    """Words of the text that something rests on, with their address on the page."""

    href: str
    quote: str
    place: Words


class Trait(Struct, frozen=True):
    """One field of the profile."""

    name: Words
    value: Words
    basis: Words
    inferred: bool
    why: Words | None
    evidence: tuple[Evidence, ...]


class DoubtEntry(Struct, frozen=True):
    """One doubt in the header: ``number`` is the one that marks it in print."""

    number: int
    check: str
    id: str
    severity: str
    severity_words: Words
    explanation: Words
    settles: Words | None
    evidence: tuple[Evidence, ...]


class DoubtGroup(Struct, frozen=True):
    """Doubts of one check and severity; many of a kind are told as one, with all their places inside."""

    entries: tuple[DoubtEntry, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries)

    @property
    def first(self) -> DoubtEntry:
        """The one that stands for the group."""
        return self.entries[0]


class Header(Struct, frozen=True):
    """The head of the page."""

    title: str
    sentence: tuple[Words, ...]
    """Parts of one sentence: kind of text and issuer, date, period."""
    grade: str | None
    grade_words: Words | None
    reasons: tuple[Words, ...]
    not_before: Words | None
    proofs: tuple[Evidence, ...]
    doubts: tuple[DoubtGroup, ...]
    more_doubts: tuple[DoubtGroup, ...]
    traits: tuple[Trait, ...]
    file: tuple[tuple[Words, str], ...]
    metadata: tuple[tuple[str, str], ...]
    remarks: tuple[Words, ...]


_SHOWN = 4
_WORST_FIRST = {"fatal": 0, "major": 1, "minor": 2, "note": 3}
_QUOTED = 48
_BESIDE = 12


def header(
    document: Document,
    ids: Sequence[str],
    paragraph_of: Callable[[int], int],
    place_of: Callable[[int], Words] = lambda _: Words("", ""),
) -> Header:
    """``ids`` are the findings' addresses in order.

    ``paragraph_of`` gives a position's paragraph, ``place_of`` says in words where it stands.
    """
    places = Places(paragraph_of, place_of)
    verdict = document.verdict
    doubts = tuple(_grouped(_doubts(document, ids, places)))
    grave = sum(group.first.severity in {"fatal", "major"} for group in doubts)
    shown = max(_SHOWN, grave) if len(doubts) > _SHOWN + 1 else len(doubts)
    grade = verdict.grade if verdict else None
    not_before = amounts.period(Period.of(verdict.not_before)) if verdict and verdict.not_before else None
    return Header(
        title=document.title,
        sentence=tuple(sentence(document)),
        grade=grade,
        grade_words=labels.GRADES.get(grade or ""),
        reasons=verdict.reasons if verdict else (),
        not_before=not_before,
        proofs=tuple(_evidence(document, span, places) for span in (verdict.proofs if verdict else ())),
        doubts=doubts[:shown],
        more_doubts=doubts[shown:],
        traits=tuple(_trait(document, finding, places) for finding in document.profile),
        file=_file(document),
        metadata=document.original.metadata,
        remarks=document.original.remarks,
    )


def _doubts(document: Document, ids: Sequence[str], places: Places) -> tuple[DoubtEntry, ...]:
    found = [
        (_WORST_FIRST.get(finding.value.severity, 4), index, finding)
        for index, finding in enumerate(document.findings)
        if isinstance(finding.value, Doubt)
    ]
    # checks in the order of their worst and first doubt, so that doubts of one check stand together
    first: dict[tuple[int, str], int] = {}
    for rank, index, finding in found:
        first.setdefault((rank, finding.value.check), index)
    found.sort(key=lambda entry: (entry[0], first[entry[0], entry[2].value.check], entry[1]))
    return tuple(
        DoubtEntry(
            number=number,
            check=finding.value.check,
            id=ids[index],
            severity=finding.value.severity if finding.value.severity in _WORST_FIRST else "note",
            severity_words=labels.value(finding.value.severity),
            explanation=finding.value.explanation,
            settles=finding.value.settles,
            evidence=tuple(
                _evidence(document, _not_empty(document, span), places, ids[index] if span == finding.span else None)
                for span in dict.fromkeys((finding.span, *finding.evidence))
            ),
        )
        for number, (_, index, finding) in enumerate(found, 1)
    )


def _not_empty(document: Document, span: Span) -> Span:
    """The words of a span; where something is missing or was removed, the words after it in its line, or before."""
    if span.length:
        return span
    content, start = document.text.content, span.start
    end = content.find("\n", start)
    end = end if end >= 0 else len(content)
    if end > start:
        return Span(start, min(start + _BESIDE, end))
    return Span(max(content.rfind("\n", 0, start) + 1, start - _BESIDE), start)


# Fewer than this are told one by one.
_MANY = 2


def _grouped(doubts: Sequence[DoubtEntry]) -> Iterator[DoubtGroup]:
    for _, group in groupby(doubts, key=lambda doubt: (doubt.severity, doubt.check)):
        entries = tuple(group)
        if len(entries) < _MANY:
            yield from (DoubtGroup((entry,)) for entry in entries)
        else:
            yield DoubtGroup(entries)


def _trait(document: Document, finding: AnyFinding, places: Places) -> Trait:
    spans = dict.fromkeys((finding.span, *finding.evidence))
    return Trait(
        name=labels.PROFILE.get(finding.kind, Words(finding.kind, finding.kind)),
        value=said(finding.value),
        basis=labels.value(finding.basis),
        inferred=finding.basis == "inferred",
        why=finding.why,
        evidence=tuple(_evidence(document, span, places) for span in spans if span.length),
    )


def _evidence(document: Document, span: Span, places: Places, identifier: str | None = None) -> Evidence:
    quote = " ".join(document.text[span].split())
    short = quote if len(quote) <= _QUOTED else quote[: _QUOTED - 1] + "…"
    href = f"#{identifier}" if identifier else f"#p{places.paragraph(_first_word(document, span))}"
    return Evidence(href, short, places.words(span.start))


def _first_word(document: Document, span: Span) -> int:
    """Where the words of a span begin: behind a line end that it starts with."""
    content = document.text.content
    return next((at for at in range(span.start, span.end) if not content[at].isspace()), span.start)


def _file(document: Document) -> tuple[tuple[Words, str], ...]:
    original = document.original
    rows = (
        (labels.UI["media_type"], original.media_type),
        (labels.UI["encoding"], original.encoding or ""),
        (labels.UI["characters"], f"{len(document.text):,}"),
        (labels.UI["sha256"], original.sha256),
    )
    return tuple(row for row in rows if row[1])
