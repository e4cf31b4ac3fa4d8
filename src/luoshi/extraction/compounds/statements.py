"""Targets, achievements and context: each quantity with what it measures, for when, and how it is meant.

Works sentence by sentence on the quantities and times that the atoms found: ``indicators`` finds the
words that say what is measured, ``terms`` the period, ``standing`` whether it is promised, reached or
neither, ``completions`` the things to be done by a date without any number.
"""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.binding import Binding, Bond, bound, joined, weaker
from luoshi.extraction.compounds.completions import completions
from luoshi.extraction.compounds.dues import dues
from luoshi.extraction.compounds.indicators import names
from luoshi.extraction.compounds.sentences import Sentence, sentences
from luoshi.extraction.compounds.softness import softness
from luoshi.extraction.compounds.standing import standing
from luoshi.extraction.compounds.terms import baseline, term
from luoshi.extraction.compounds.wording import Reading, reading
from luoshi.extraction.naming.words import Naming
from luoshi.extraction.zones import Zones
from luoshi.knowledge.indicators import concept
from luoshi.model import Document, Finding, Period, Span, Words
from luoshi.model.values import Achievement, Alternative, Baseline, Context, Quantity, Target

_KINDS: dict[str, type[Target | Achievement | Context]] = {
    "target": Target,
    "achievement": Achievement,
    "context": Context,
}


def statements(document: Document) -> Iterator[Finding[Target | Achievement | Context]]:
    """Every quantity as a target, an achievement or context, and every completion by a date.

    A finding's span is its clause. A quantity that serves several indicators (``A、B分别增长8%``) gives
    one finding for each.
    """
    zones = Zones(document)
    binding = Binding(document)
    said = [(pledge.span, _pledged(pledge.value.body)) for pledge in document.find("pledge") if pledge.value.body]
    kept: set[int] = set()  # where the deadlines of task lists stand: no sentence reads them again
    for finding in dues(document, zones):
        kept.add(finding.value.quantity_span.start)
        yield bound(finding, _bond(finding.value.quantity_span, finding.kind, said, binding))
    for sentence in sentences(document, zones):
        previous: list[Naming] = []
        for index, found in enumerate(sentence.quantities):
            named = names(sentence, index, previous)
            previous.append(named[0] if len(named) == 1 else named[-1])
            clause = sentence.clause(found.span)
            read = reading(sentence, index, named[0].words)
            kind = "target" if read.planned else standing(sentence, index, clause)
            period, stated = term(sentence, found, kind, clause[0])
            base = baseline(sentence, found)
            for naming in named:
                bond = _bond(found.span, kind, said, binding)
                yield _statement(
                    sentence,
                    index,
                    read,
                    naming,
                    kind,
                    clause=clause,
                    period=period,
                    base=base,
                    stated=stated,
                    bond=bond,
                )
        for finding in completions(document, sentence, kept):
            yield bound(finding, _bond(finding.value.quantity_span, finding.kind, said, binding))


def _bond(place: Span, kind: str, said: list[tuple[Span, Bond]], binding: Binding) -> Bond | None:
    """Whom a statement binds: who pledges it, its subject, or the document's place, which context says nothing of."""
    for whole, bond in said:
        if whole.contains(place):
            return bond
    return binding.stated(place.start) if kind == "context" else binding.of(place.start)


def _pledged(body: str) -> Bond:
    return Bond(body, "pledge")


def _statement(
    sentence: Sentence,
    index: int,
    read: Reading,
    naming: Naming,
    kind: str,
    *,
    clause: tuple[int, int],
    period: Period | None,
    base: Baseline | None,
    stated: bool,
    bond: Bond | None,
) -> Finding[Target | Achievement | Context]:
    found = sentence.quantities[index]
    start, end = clause
    if naming.span is not None:
        if sentence.start <= naming.span.start < start:
            start = naming.span.start
        if end < naming.span.end <= sentence.end:
            end = naming.span.end
    words = sentence.content[start:end]
    value = _KINDS[kind](
        indicator=naming.words,
        indicator_span=naming.span,
        quantity=read.quantity,
        quantity_span=found.span,
        period=period,
        period_stated=stated,
        base=base,
        softness=softness(sentence, index, clause),
        concept=concept(naming.words),
        actor=bond.actor if bond else None,
        actor_from=bond.source if bond else None,
        alternatives=_others(sentence, read, found, kind, period),
    )
    why = None if stated or period is None else _WHY
    basis = "stated" if why is None else "inferred"
    if read.why is not None:
        why, basis = joined(read.why, why), "inferred"
    if found.why is not None:
        why, basis = joined(found.why, why), weaker(basis, found.basis)
    return Finding(kind, value, Span(start, end), words, "statements", basis, why)


def _others(
    sentence: Sentence, read: Reading, found: Finding[Quantity], kind: str, period: Period | None
) -> tuple[Alternative, ...]:
    """Other readings of the number, of its time, and of whether it is reached already."""
    others = [read.other] if read.other is not None else []
    for time in sentence.times:
        if time.value.period is not None and time.value.period is period:
            others += time.value.alternatives
            if (
                kind != "context"
                and time.value.by
                and period.end == str(sentence.year) == str(sentence.last_year)  # written late in that year
                and time.span.end <= found.span.start
                and not softness(sentence, sentence.quantities.index(found), sentence.clause(found.span))
            ):
                other = "achievement" if kind == "target" else "target"
                others.append(Alternative("kind", other, _THAT_YEAR))
            break
    return tuple(others)


_THAT_YEAR = Words(
    "文件写于这一年：可指年底要达到，也可指已经达到", "the text is of that very year: it may be aimed at or reached"
)
_WHY = Words("所属时期由所在章节或文件推定", "the period is concluded from the section or the document")
