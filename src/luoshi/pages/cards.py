"""Findings as cards for the margin: what was found, in the text's words, and the facts about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.model import AnyFinding, Document, Period, Span, Words
from luoshi.model import values as v
from luoshi.pages import amounts, labels


class Fact(NamedTuple):
    """One line of a card. ``label`` is a key of ``labels.FIELDS``; ``exact`` is shown on hover."""

    label: str
    words: Words
    exact: str = ""


class Card(Struct, frozen=True):
    """One finding, or the findings of one paragraph that say the same (``苏州`` named five times)."""

    kind: str
    id: str
    indexes: tuple[int, ...]
    head: str
    tail: str
    facts: tuple[Fact, ...]
    inferred: bool = False
    place: Words | None = None
    """Where it stands, for those kinds that paper lists in an annex."""

    @property
    def refs(self) -> str:
        """The numbers of its findings, as marks carry them."""
        return " ".join(map(str, self.indexes))


class Group(Struct, frozen=True):
    """The cards of one paragraph: statements in the order of the text, then the names."""

    paragraph: int
    cards: tuple[Card, ...]


# Kinds that name something: they are many and short, and stand together in one line.
_CHIPS = frozenset({"body", "place", "person", "formulation", "reference", "quantity", "deadline", "programme"})

_IN_ANNEX = frozenset({"target", "achievement"})

_LONGEST = 60


def cards(
    document: Document, ids: Sequence[str], paragraph_of: Callable[[int], int], place_of: Callable[[int], Words]
) -> Iterator[Group]:
    """The cards of each paragraph that has findings. ``ids`` are in the order of the findings."""
    numbered = ((paragraph_of(finding.span.start), index) for index, finding in enumerate(document.findings))
    for paragraph, group in groupby(numbered, key=lambda pair: pair[0]):
        full: list[Card] = []
        chips: dict[tuple[Any, ...], Card] = {}
        for _, index in group:
            made = card(document, document.findings[index], ids[index], index)
            if made.kind not in _CHIPS:
                place = place_of(document.findings[index].span.start) if made.kind in _IN_ANNEX else None
                full.append(replace(made, place=place))
                continue
            key = (made.kind, made.head, made.facts)
            known = chips.get(key)
            if known is None:
                chips[key] = made
            else:
                chips[key] = Card(
                    made.kind, known.id, (*known.indexes, index), made.head, made.tail, made.facts, made.inferred
                )
        yield Group(paragraph, (*full, *chips.values()))


def kind_of(finding: AnyFinding) -> str:
    """The finding's kind, ``suggestion`` for what only we suggest, ``other`` for what these pages do not know."""
    if finding.kind == "responsibility" and finding.value.role == "suggested":
        return "suggestion"
    return finding.kind if finding.kind in labels.KINDS else "other"


_DECIDED = frozenset({"confirmed", "corrected", "rejected"})
"""Bases of findings about which a person said something."""


def card(document: Document, finding: AnyFinding, identifier: str, index: int = 0) -> Card:
    """One finding as a card."""
    head, tail, facts = _describe(document, finding)
    if finding.why is not None:
        facts = (*facts, Fact("decided" if finding.basis in _DECIDED else "why", finding.why))
    kept = tuple(fact for fact in facts if fact.words.zh)
    inferred = finding.basis == "inferred"
    return Card(kind_of(finding), identifier, (index,), _short(head), _short(tail), kept, inferred)


def _describe(document: Document, finding: AnyFinding) -> tuple[str, str, tuple[Fact, ...]]:
    """Head line, second line and facts, by the class of the value."""
    value = finding.value
    match value:
        case v.Statement():
            return (
                _written(document, value.quantity_span) or finding.quote,
                value.indicator,
                tuple(_statement(value, document)),
            )
        case v.Quantity():
            return finding.quote, "", (_value(value, finding.quote), Fact("measure", labels.value(value.measure)))
        case v.Deadline():
            return finding.quote, "", (*_period(value.period), *_others(value.alternatives))
        case v.Measure():
            return (
                value.verb,
                value.object,
                (
                    Fact("strength", labels.strength(value.strength)),
                    _plain("scope", value.scope),
                    _plain("means", value.means),
                    _who(value),
                ),
            )
        case v.Pledge():
            body = "" if value.body and value.post and value.body in value.post else value.body or ""
            where = "，".join(part for part in (value.post or "", body) if part)
            return value.person or where, where if value.person else "", (Fact("speech", labels.value(value.speech)),)
        case v.Programme():
            return value.name, "", (_plain("form", value.form), *_period(value.period), _lasts(value.years))
        case v.Body():
            name = value.name if value.name != finding.quote else None
            role = Fact("role", labels.value(value.role)) if value.role else _plain("role", None)
            return finding.quote, "", (_plain("name", name), role, _plain("successor", value.successor))
        case v.Responsibility():
            return (
                value.body,
                _written(document, value.work),
                (Fact("role", labels.value(value.role)), _plain("field", value.field)),
            )
        case v.Place():
            name = value.name if value.name != finding.quote else None
            return (
                finding.quote,
                "",
                (_plain("name", name), _plain("code", value.code), Fact("zone", labels.value(value.kind))),
            )
        case v.Person():
            return value.name, "", (_plain("post", value.post), _plain("who", value.body))
        case v.Formulation():
            return value.term, "", (_plain("first", value.first), _plain("source", value.source))
        case v.Reference():
            return finding.quote, "", (_plain("number", value.number),)
        case v.Doubt():
            severity = Fact("severity", labels.value(value.severity))
            settles = (Fact("settles", value.settles),) if value.settles else ()
            return (
                finding.quote or _gap(document, finding.span),
                "",
                (Fact("says", value.explanation), severity, *settles),
            )
    return finding.quote, "", (_plain("value", str(value)[:_LONGEST] if value is not None else None),)


def _statement(value: v.Statement, document: Document) -> Iterator[Fact]:
    yield _value(value.quantity, document.text[value.quantity_span])
    yield from _period(value.period)
    yield _who(value)
    if value.base is not None:
        yield Fact("base", amounts.baseline(value.base, value.quantity, document.text[value.quantity_span]))
    if isinstance(value, v.Target) and value.binding:
        yield Fact("binding", labels.value(value.binding))
    yield Fact("measure", labels.value(value.quantity.measure))
    yield _plain("softness", "、".join(value.softness))
    yield _plain("concept", value.concept)
    yield from _others(value.alternatives)


def _others(alternatives: tuple[v.Alternative, ...]) -> Iterator[Fact]:
    for other in alternatives:
        if other.field == "kind":
            shown = labels.KINDS[other.value]
        else:
            shown = labels.value(other.value) if other.field == "quantity.measure" else _same(other.value)
        yield Fact("other", Words(f"{shown.zh}（{other.why.zh}）", f"{shown.en} ({other.why.en})"))


def _value(quantity: v.Quantity, written: str) -> Fact:
    # a share beside its percentage (72%, 0.72) would only puzzle
    exact = amounts.exact(quantity) if quantity.unit not in {"", "pp"} else ""
    return Fact("value", amounts.quantity(quantity, written), exact)


def _period(period: Period | None) -> tuple[Fact, ...]:
    return (Fact("period", amounts.period(period), str(period)),) if period is not None else ()


def _who(value: v.Statement | v.Measure) -> Fact:
    """Whom it binds, and where that is concluded from if the sentence does not say it."""
    if value.actor is None or value.actor_from in (None, "stated", "normalised"):
        return _plain("who", value.actor)
    how = labels.value(value.actor_from)
    return Fact("who", Words(f"{value.actor}（{how.zh}）", f"{value.actor} ({how.en})"))


def _lasts(years: int | None) -> Fact:
    return Fact("years", Words(f"{years}年", f"{years} years" if years != 1 else "1 year") if years else _same(""))


def _plain(label: str, words: str | None) -> Fact:
    return Fact(label, _same(words or ""))


def _same(words: str) -> Words:
    return Words(words, words)


def _written(document: Document, span: Span | None) -> str:
    return document.text[span] if span is not None else ""


def _gap(document: Document, span: Span) -> str:
    """How a card names a place without words: a caret, and what follows it."""
    following = document.text[Span(span.start, span.start + 10)].strip().partition("\n")[0]
    return f"‸{following}…"


def _short(words: str) -> str:
    """One line, cut where a card would overflow; the whole stands in the text."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
