"""The plain clauses, which are most: 要 or adverbs, a verb, its object."""

from __future__ import annotations

from luoshi.extraction.work.objects import (
    EMPTY_ENDS,
    JUDGED_ENDS,
    NO_OBJECT,
    REACHES,
    STATES,
    Predicate,
    checked,
    judges,
)
from luoshi.extraction.work.openings import EXHORTS, OF_TOPIC, WILL
from luoshi.extraction.work.predicates import JOINS
from luoshi.extraction.work.words import Table, longest

_SLOW = NO_OBJECT | JOINS
_SPACES = " 　"
_ENDS = EMPTY_ENDS | frozenset(_SPACES)
_CLOSER = frozenset(("noun", "result"))
"""Kinds whose objects are looked at more closely."""
_PLAIN = 3
_FEW = 4
_SHORTEST = 2


def plain(clause: str, table: Table) -> tuple[int, int, int, str] | None:
    """Verb, object, strength and kind, as ``opening`` has them of a clause that needs little but the table.

    It says the same, sooner (the tests hold the two against each other), or ``None`` where it may need more.
    """
    at = 0
    word = table.get(clause[:2])
    if word is None:
        if clause[0] not in "要将":
            return None
        at = 1
        word = table.get(clause[1:3])
        if word is None:
            return None
    _, size, is_verb, kind, own, longer = word
    if longer is not None and (clause[at + 2] in longer or not size):
        word = longest(word, clause, at)
        if word is None:
            return None
        _, size, is_verb, kind, own, _ = word
    strength = 0
    behind = 0
    while not is_verb or kind == "loose":
        if kind == "term":
            return None
        end = at + size
        word = table.get(clause[end : end + 2])
        if (
            word is not None
            and (longer := word[5]) is not None
            and (clause[end + 2 : end + 3] in longer or not word[1])
        ):
            word = longest(word, clause, end)
        if word is None:
            if is_verb:
                break
            return None
        if own is not None and (own != _PLAIN or not is_verb) and strength != 1 and (own > strength or own == 1):
            strength = own
        if is_verb and (not word[2] or word[3] == "loose"):
            return None
        behind += 1
        if behind == _FEW:
            return None
        at = end
        _, size, is_verb, kind, own, _ = word
    end = at + size
    stop = len(clause)
    if stop < end + _SHORTEST or clause[end] in _SLOW:
        return None
    if (
        kind in _CLOSER
        or "是" in clause
        or clause[-1] in _ENDS
        or (clause[-1] in JUDGED_ENDS and judges(clause, end, stop))
        or clause[end] == "力"
        or (kind == "work" and clause[-2:] in STATES)
        or (kind != "moves" and "更" in clause)
        or (not clause.isalpha() and (clause[at : at + 2] in REACHES or "比" in clause or "率" in clause))
    ) and (clause[-1] in _SPACES or checked(clause, Predicate(0, at, end, 0, kind), stop) is None):
        return None
    if at == 0:
        if ("的" in clause and OF_TOPIC.search(clause, end)) or ("要" in clause and WILL.search(clause, end)):
            return None
    elif "坚定" in clause and EXHORTS.search(clause):
        return None
    if kind == "loose" and EXHORTS.search(clause):
        return None
    return at, end, strength or own or _PLAIN, kind
