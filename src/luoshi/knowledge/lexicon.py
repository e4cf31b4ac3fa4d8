"""The names and phrases of all tables found in one pass over a text: each table's are a ``Part`` of it.

Places, bodies, posts and formulations are looked for in every text. One automaton of all their words reads it
in a third of the time that four would take, each with a memory of its own that drives the others' out of the cache.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.knowledge.automata import Finder, automaton_of
from luoshi.knowledge.bodies import BodyNames, names_by, names_held
from luoshi.knowledge.bodies import words as body_words
from luoshi.knowledge.formulations import spellings
from luoshi.knowledge.gazetteer import Gazetteer, places_by, places_held
from luoshi.knowledge.gazetteer import words as place_words
from luoshi.knowledge.posts import posts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahocorasick_rs import AhoCorasick

MANY = 400_000
"""After so many characters, each counted for each table, the automaton of all words pays: it takes 20 ms to build."""

Hit = tuple[int, int, int]
"""The number of a word in its table, and where it stands."""


class Part(Struct, frozen=True):
    """The words of the table with this ``number``: stands for an automaton of theirs alone."""

    number: int

    def find_matches_as_indexes(self, content: str, *, overlapping: bool = False) -> list[Hit]:
        """The longest word at each place, left to right; or every word, in order, those inside others too."""
        hits = _hits(content)[self.number]
        if overlapping:
            return list(hits)
        found: list[Hit] = []
        reached = 0
        for hit in hits:
            if hit[1] >= reached:
                found.append(hit)
                reached = hit[2]
        return found


PLACES, BODIES, POSTS, FORMULATIONS = map(Part, range(4))


def place_names(content: str) -> Gazetteer:
    """What finds places in a text: at first only those that it may hold."""
    return _every_place() if _pays(content) else places_held(content)


def body_names(content: str) -> BodyNames:
    """What finds bodies in a text: at first only those that it may hold."""
    return _every_body() if _pays(content) else names_held(content)


def post_words(content: str) -> Finder:
    """What finds ``posts()`` in a text, by their numbers."""
    return POSTS if _pays(content) else _posts_alone()


def formulation_words(content: str) -> Finder:
    """What finds ``spellings()`` of formulations in a text, by their numbers, also one inside another."""
    return FORMULATIONS if _pays(content) else _formulations_alone()


class _Memory:
    """How much was searched so far. It spares work and changes no result."""

    searched = 0  # characters


def _pays(content: str) -> bool:
    _Memory.searched += len(content)
    return _Memory.searched > MANY


@cache
def _every_place() -> Gazetteer:
    return places_by(PLACES)


@cache
def _every_body() -> BodyNames:
    return names_by(BODIES)


@cache
def _posts_alone() -> Finder:
    return automaton_of(posts())


@cache
def _formulations_alone() -> Finder:
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 - only where a text is read

    return AhoCorasick(list(spellings()), implementation=Implementation.ContiguousNFA)


def _tables() -> tuple[Iterable[str], ...]:
    """The words of each part, in the order of their numbers."""
    return place_words(), body_words(), posts(), spellings()


@cache
def _automaton() -> tuple[AhoCorasick, list[tuple[int, int]]]:
    """All words in one automaton; for each of them its table and the number of that table's first word."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 - only where many texts are read

    tables = [list(words) for words in _tables()]
    firsts = accumulate(map(len, tables), initial=0)
    owners = [(table, first) for table, (first, words) in enumerate(zip(firsts, tables)) for _ in words]  # noqa: B905
    words = [word for table in tables for word in table]
    return AhoCorasick(words, implementation=Implementation.ContiguousNFA, store_patterns=False), owners


@lru_cache(maxsize=1)  # four extractors ask about the same text, one after the other
def _hits(content: str) -> tuple[list[Hit], ...]:
    """All words of each table, by where they start, of two that start at one place the longer first."""
    automaton, owners = _automaton()
    found: tuple[list[Hit], ...] = ([], [], [], [])
    hits = automaton.find_matches_as_indexes(content, overlapping=True)
    hits.reverse()  # they come by where they end
    hits.sort(key=itemgetter(1))
    for number, start, end in hits:
        table, first = owners[number]
        found[table].append((number - first, start, end))
    return found
