"""Words that stand behind a person's name in running text."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.table import rows

LONGEST = 4
"""So many characters has the longest word that follows."""
_USES = ("follows", "shows")


@cache
def following() -> frozenset[str]:
    """What may follow a name: what its bearer says or does (表示, 主持), or how (掷地有声)."""
    return frozenset(word for word, use in _words() if use == "follows")


@cache
def showing() -> tuple[str, ...]:
    """What shows that two characters, known as a name from elsewhere, are one here too."""
    return tuple(word for word, use in _words() if use == "shows")


def _words() -> tuple[tuple[str, str], ...]:
    return rows("beside_names", _word)


def _word(row: dict[str, str]) -> tuple[str, str]:
    word, use = row["word"], row["use"]
    if use not in _USES or len(word) > LONGEST:
        raise ValueError(f"{word} {use}")
    return word, use
