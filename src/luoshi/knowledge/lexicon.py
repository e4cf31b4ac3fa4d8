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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ahocorasick_rs import AhoCorasick

MANY = 100_000
"""After so many characters the automaton of all words, which takes twenty milliseconds to build, pays."""

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


def _tables() -> tuple[Iterable[str], ...]:
    """The words of each part, in the order of their numbers."""
    # The tables look into this module, so it can look into them only now.
    from luoshi.knowledge import bodies, formulations, gazetteer, posts  # noqa: PLC0415

    return gazetteer.words(), bodies.words(), posts.posts(), formulations.spellings()


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
