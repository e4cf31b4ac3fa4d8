"""The plain clauses, which are most: 要 or adverbs, a verb that is no noun, its object."""

from __future__ import annotations

from luoshi.extraction.work.phrases import OF_TOPIC
from luoshi.extraction.work.predicates import JOINS, NO_OBJECT, REACHES, STATES, Predicate
from luoshi.extraction.work.words import Word, longest

_SLOW = NO_OBJECT | JOINS
_KINDS = frozenset(("work", "moves", "stance", "both"))
_EMPTY = ("时间", "目标", " ", "　")
_PLAIN = 3
_FEW = 2


def plain(clause: str, start: int, table: dict[str, Word | list[Word]]) -> Predicate | None:
    """What ``predicate`` says of a clause that needs nothing but the table; ``None`` where it may need more.

    It says the same, sooner: the tests hold the two against each other. ``start`` is the clause's place.
    """
    at = 1 if clause[0] in "要将" and clause[:2] not in table else 0
    strength = 0
    for _ in range(_FEW):
        word = table.get(clause[at : at + 2])
        if isinstance(word, list):
            word = longest(word, clause, at)
        if word is None:
            return None
        _, size, is_verb, kind, own = word
        if is_verb:
            break
        if own is not None:
            if own == 1 or strength:
                return None
            strength = own
        at += size
    else:
        word = table.get(clause[at : at + 2])
        if isinstance(word, list):
            word = longest(word, clause, at)
        if word is None:
            return None
        _, size, is_verb, kind, own = word
    end = at + size
    if kind == "loose":
        word = table.get(clause[end : end + 2])
        if isinstance(word, list):
            word = longest(word, clause, end)
        if word is not None:
            if own == 1 or strength:
                return None
            strength = own if own and own != _PLAIN else 0
            at = end
            _, size, is_verb, kind, own = word
            end += size
            if kind == "loose":
                return None
    elif kind not in _KINDS:
        return None
    if (
        not is_verb
        or (kind not in _KINDS and kind != "loose")
        or len(clause) < end + 2
        or clause[end] in _SLOW
        or "是" in clause
        or "下" in clause
        or clause[-2:] in STATES
        or clause.endswith(_EMPTY)
        or (at == 0 and "的" in clause and OF_TOPIC.search(clause, end))
        or (clause[at : at + 2] in REACHES and not clause.isalpha())
    ):
        return None
    return Predicate(start, start + at, start + end, strength or own or _PLAIN, kind)
