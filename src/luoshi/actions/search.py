"""Look for words in a library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from luoshi.library import Library
from luoshi.search import Found, Searcher, catch_up, narrowed, parse


def search(
    library: Library | Searcher,
    words: str,
    *,
    first: int = 0,
    size: int = 10,
    filters: Mapping[str, str | Sequence[str]] | None = None,
) -> Found:
    """The documents that fit ``words``, each at its best passage, and how they divide.

    Who searches more than once gives a ``Searcher`` of the library: it keeps what it has read.
    ``first`` (from 0) and ``size`` choose the page of hits. ``filters`` narrow the search as
    ``level:city`` in the words does, by their English names, each with one value or several. Documents that are not in the index yet
    are put there first. Raises ``luoshi.BadQuery``.
    """
    query = narrowed(parse(words), filters or {})
    searcher = library if isinstance(library, Searcher) else Searcher(library)
    catch_up(searcher.library)
    return searcher.search(query, first=first, size=size)
