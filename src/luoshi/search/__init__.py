"""Words to documents: a query understood, an index that SQLite and PostgreSQL keep alike, hits in their order.

What is needed is loaded when it is first asked for: most commands keep documents and never search.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from luoshi.search.hits import Count, Found, Hit
    from luoshi.search.index import catch_up, keeper
    from luoshi.search.parsing import narrowed, parse
    from luoshi.search.query import Query, Word
    from luoshi.search.searching import Searcher

__all__ = ["Count", "Found", "Hit", "Query", "Searcher", "Word", "catch_up", "keeper", "narrowed", "parse"]

_FILES = {
    "hits": ("Count", "Found", "Hit"),
    "index": ("catch_up", "keeper"),
    "parsing": ("narrowed", "parse"),
    "query": ("Query", "Word"),
    "searching": ("Searcher",),
}


def __getattr__(name: str) -> object:
    """Fetch a name of ``__all__`` from its file."""
    from importlib import import_module  # noqa: PLC0415 — only when something is asked for

    for file, names in _FILES.items():
        if name in names:
            return getattr(import_module(f"luoshi.search.{file}"), name)
    raise AttributeError(f"module 'luoshi.search' has no attribute {name!r}")
