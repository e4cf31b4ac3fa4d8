"""The words that a clause of work can begin with, as one look-up table by their first two characters."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from luoshi.knowledge.verbs import verbs


class Word(NamedTuple):
    """A verb, modal word or adverb as it is looked up; ``verb`` tells a verb, ``kind`` its class.

    ``longer`` holds, by their third character, the words of the table that go on where this one ends,
    the longest first. Where there are only such, ``size`` is 0.
    """

    word: str
    size: int
    verb: bool
    kind: str
    strength: int | None
    longer: dict[str, tuple[Word, ...]] | None = None


FIRM = frozenset(("work", "moves", "loose", "result"))
"""Kinds of verbs that are seldom nouns: where one stands inside a clause, a predicate begins."""
_DO = "抓做办用管建护打筑扛织扎兜压讲稳走补选育摸盘理拉激种养夯延配练谋落"
_SO = "好强实优大细深足活牢稳紧齐精热全"


Table = dict[str, Word]


@cache
def words() -> Table:
    """The words of two characters and more by their first two.

    A verb of one character with what comes of it (做优, 抓实, 建强) is a verb too, in the table or not.
    """
    table: dict[str, list[Word]] = {}
    for row in verbs():
        if row.kind != "single":
            word = Word(row.word, len(row.word), row.use == "verb", row.kind, row.strength)
            table.setdefault(row.word[:2], []).append(word)
    for do in _DO:
        for so in _SO:
            if do != so and do + so not in table:
                table[do + so] = [Word(do + so, 2, verb=True, kind="work", strength=3)]
    return {pair: _first_of(pair, found) for pair, found in table.items()}


def _first_of(pair: str, found: list[Word]) -> Word:
    """The word of two characters among those that begin with ``pair``, with the longer ones."""
    if len(found) == 1 and found[0].size == len(pair):
        return found[0]
    short = next((word for word in found if word.size == len(pair)), Word(pair, 0, verb=False, kind="", strength=None))
    longer: dict[str, tuple[Word, ...]] = {}
    for word in sorted(found, key=lambda word: -word.size):
        if word.size > len(pair):
            longer[word.word[2]] = (*longer.get(word.word[2], ()), word)
    return short._replace(longer=longer) if longer else short


@cache
def singles() -> frozenset[str]:
    """Verbs of one character that make chains: 稳就业、扩内需."""
    return frozenset(row.word for row in verbs() if row.kind == "single")


def word_at(content: str, at: int) -> Word | None:
    """The longest word of the table that begins at ``at``."""
    found = words().get(content[at : at + 2])
    return found if found is None or found.longer is None else longest(found, content, at)


def longest(found: Word, content: str, at: int) -> Word | None:
    """The longest word at ``at`` of those that begin as ``found``."""
    if found.longer is not None:
        for word in found.longer.get(content[at + 2 : at + 3], ()):
            if content.startswith(word.word, at):
                return word
    return found if found.size else None


def firm_at(content: str, at: int) -> Word | None:
    """The verb at ``at`` that is no noun."""
    word = word_at(content, at)
    return word if word is not None and word.verb and word.kind in FIRM else None
