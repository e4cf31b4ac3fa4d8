"""Official formulations in a text: each with the day of its first appearance and where that is on record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from luoshi.knowledge.automata import find_words
from luoshi.knowledge.formulations import KnownFormulation, spellings
from luoshi.knowledge.lexicon import formulation_words
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Formulation


def formulations(document: Document) -> Iterator[Finding[Formulation]]:
    """Each formulation that the table knows, in order; of two that overlap, the longer that starts first."""
    content = document.text.content
    if not content.isascii():
        yield from _formulations(content)


def _formulations(content: str) -> Iterator[Finding[Formulation]]:
    table = _known()
    hits = find_words(formulation_words(content), content, overlapping=True)
    hits.sort(key=_leftmost_longest)
    reached = 0
    for index, start, end in hits:
        if start < reached:
            continue
        known, value = table[index]
        if known.pattern is not None:
            # The pattern may begin with the quotation mark before the literal.
            quoted = content[start - 1 : start] == "“"
            found = (quoted and known.pattern.match(content, start - 1)) or known.pattern.match(content, start)
            if found is None:
                continue
            start, end = found.span()  # noqa: PLW2901
        if content[start - 1 : start] == "“" and "”" in content[start:end] and "“" not in content[start:end]:
            start -= 1  # noqa: PLW2901 - the mark that the ” inside belongs to: “互联网+”行动
        reached = end
        yield Finding("formulation", value, Span(start, end), content[start:end], "formulations")


def _leftmost_longest(hit: tuple[int, int, int]) -> tuple[int, int]:
    return hit[1], -hit[2]


@cache
def _known() -> tuple[tuple[KnownFormulation, Formulation], ...]:
    """By the number of a spelling what it is one of."""
    table = spellings()
    values = {known.term: Formulation(known.term, known.first, known.source, known.datable) for known in table.values()}
    return tuple((known, values[known.term]) for known in table.values())
