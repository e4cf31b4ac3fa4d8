"""Many words found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from luoshi.patterns import regex

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

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


def find_words(automaton: AhoCorasick, content: str) -> list[tuple[int, int, int]]:
    """Each match as (number of the word, start, end); a lone surrogate in a broken text is no character."""
    try:
        found: list[tuple[int, int, int]] = automaton.find_matches_as_indexes(content)
    except UnicodeEncodeError:
        found = automaton.find_matches_as_indexes(_surrogates.sub("\ufffd", content))
    return found
