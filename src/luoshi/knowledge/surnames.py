"""Chinese surnames, and whether a word can be a person's name."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.table import columns, rows


@cache
def surnames() -> dict[str, str]:
    """Each surname, of one or two characters, with its use: ``weak`` where it is mostly an ordinary word (全, 国),
    ``given`` where it is a given name of two characters that stands first or alone, as among Tibetans and Mongols.
    """
    return dict(rows("surnames", _surname))


def _surname(row: dict[str, str]) -> tuple[str, str]:
    return row["surname"], row["use"]


@cache
def plain_words() -> frozenset[str]:
    """Ordinary words that have the form of a name: 高水平, 全体, 方面."""
    return frozenset(columns("plain_words", ("word", "source"), lambda cells: cells[0]))


def is_name(word: str, *, weak: bool = True) -> bool:
    """Whether a word has the form of a Chinese name: a surname and one or two characters more.

    ``weak`` allows surnames that are mostly ordinary words.
    """
    if not 2 <= len(word) <= 4 or word in plain_words():
        return False
    known = surnames()
    first = known.get(word[:2])
    if first is not None and (len(word) >= 3 or first == "given"):
        return weak or first != "weak"
    if len(word) == 4 and known.get(word[2:]) == "given":
        return True
    if len(word) > 3 or word[0] not in known:
        return False
    # 全程参 is no name: 全 is mostly a word, and 全程 is one
    return not known[word[0]] or (weak and word[:2] not in plain_words())
