"""Words for posts, which stand beside persons' names: 市委书记X, X同志, 记者X."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.table import rows

WHERE = ("before", "after", "byline", "list", "appoints", "calls")
"""Where a word stands: ``before`` a name (书记), ``after`` one (同志), before one in a ``byline`` (记者), at the end of
a ``list`` of names (等出席), or before names that it ``appoints`` (任命) or ``calls`` (还有：)."""


@cache
def posts() -> dict[str, str]:
    """Each word with where it stands."""
    return dict(rows("posts", _post))


def ends_in_post(words: str) -> bool:
    """Whether the last word is one of ``posts()``."""
    return words.endswith(_words())


@cache
def _words() -> tuple[str, ...]:
    return tuple(posts())


def _post(row: dict[str, str]) -> tuple[str, str]:
    if row["place"] not in WHERE:
        raise ValueError(row["place"])
    return row["word"], row["place"]
