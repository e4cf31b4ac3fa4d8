"""Many words found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from luoshi.patterns import regex

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Finder(Protocol):
    """What finds words: an automaton of its own, or a part of the one of all words (``lexicon``)."""

    def find_matches_as_indexes(self, haystack: str, /, *, overlapping: bool = False) -> list[tuple[int, int, int]]:
        """Each match as (number of the word, start, end): the longest at each place, or ``overlapping`` all."""


_FEW = 200
_surrogates = regex("[\ud800-\udfff]")


def automaton_of(words: Iterable[str]) -> AhoCorasick:
    """An automaton that finds the longest of the words at each place, left to right.

    Few words are worth a table of all transitions: twice as fast to run; for thousands it would take
    longer to build than most texts to read.
    """
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind  # noqa: PLC0415

    known = list(words)
    kind = Implementation.DFA if len(known) < _FEW else Implementation.ContiguousNFA
    return AhoCorasick(known, matchkind=MatchKind.LeftmostLongest, implementation=kind, store_patterns=False)


def find_words(finder: Finder, content: str, *, overlapping: bool = False) -> list[tuple[int, int, int]]:
    """Each match as (number of the word, start, end); a lone surrogate in a broken text is no character."""
    try:
        return finder.find_matches_as_indexes(content, overlapping=overlapping)
    except UnicodeEncodeError:
        return finder.find_matches_as_indexes(_surrogates.sub("\ufffd", content), overlapping=overlapping)


def held_in(content: str, names: Iterable[str]) -> list[str]:
    """Those of the names, each of two characters or more, that ``content`` may hold, and few that it does not.

    The first two characters and the last two stand side by side in it. In UTF-16 a pair of characters
    is one number, so that no string need be made of each.
    """
    pairs = _pairs(content)
    found = list(names)
    for part in (slice(2), slice(-2, None)):
        if found:
            written = "".join([name[part] for name in found]).encode("utf-16-le")
            found = [name for name, pair in zip(found, memoryview(written).cast("I"), strict=True) if pair in pairs]
    return found


@lru_cache(maxsize=1)  # places and bodies are looked for in the same text, one after the other
def _pairs(content: str) -> frozenset[int]:
    written = f"{content}   ".encode("utf-16-le", "surrogatepass")
    first, second = (memoryview(each)[: len(each) & ~3].cast("I") for each in (written, written[2:]))
    return frozenset(first).union(second)
