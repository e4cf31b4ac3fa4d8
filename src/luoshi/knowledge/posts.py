"""Words for posts, which stand beside persons' names: 市委书记X, X同志, 记者X."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.knowledge.automata import automaton_of
from luoshi.knowledge.lexicon import MANY, POSTS, Part
from luoshi.knowledge.table import rows

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

PLACES = ("before", "after", "byline", "list", "appoints", "calls")


class PostNames(Struct, frozen=True):
    """One automaton of the words; ``places`` says for each where it stands.

    ``before`` a name (书记), ``after`` one (同志), before one in a ``byline`` (记者), at the end of a
    ``list`` of names (等出席), or before names that it ``appoints`` (任命) or ``calls`` (还有：).
    """

    automaton: AhoCorasick | Part
    places: tuple[str, ...]


@cache
def posts() -> dict[str, str]:
    """Each word with where it stands."""
    return dict(rows("posts", _post))


def _post(row: dict[str, str]) -> tuple[str, str]:
    if row["place"] not in PLACES:
        raise ValueError(row["place"])
    return row["word"], row["place"]


class _Memory:
    """How much was searched so far. It spares work and changes no result."""

    searched = 0  # characters


def post_names(content: str) -> PostNames:
    """What finds the words in ``content``."""
    _Memory.searched += len(content)
    return _names(whole=_Memory.searched > MANY)


@cache
def _names(*, whole: bool) -> PostNames:
    words = posts()
    return PostNames(POSTS if whole else automaton_of(words), tuple(words.values()))
