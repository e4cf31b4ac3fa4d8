"""How words and text are made alike for searching, and cut into pairs of neighbouring characters."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from luoshi.chinese.script import letters_simplified
from luoshi.chinese.width import HAN
from luoshi.patterns import regex

_HYPHENS = "‐‑‒–—―"
_DOTS = "‧・•"
_LETTERS_END = 0x2000  # Latin, Greek and Cyrillic letters lie below; Chinese has no capitals


@cache
def _folds() -> dict[int, int]:
    """Full-width signs to half-width ones, capitals to small letters, all dashes to a hyphen: one for one."""
    folds = {0xFF01 + i: 0x21 + i for i in range(94)}
    folds |= dict.fromkeys(map(ord, _HYPHENS), ord("-")) | dict.fromkeys(map(ord, _DOTS), ord("·"))
    folds |= {0x3000: 0x20, 0xA0: 0x20, ord("〜"): ord("~")}
    for code in range(_LETTERS_END):
        small = chr(folds.get(code, code)).lower()
        if len(small) == 1 and ord(small) != code:
            folds[code] = ord(small)
    return folds | {code: ord(chr(letter).lower()) for code, letter in folds.items()}


def folded(text: str) -> str:
    """``text`` as it is compared: ``５Ｇ`` is ``5g``, ``（试行）`` is ``(试行)``; always as long as it was."""
    return text.translate(_folds())


def forms(word: str) -> tuple[str, ...]:
    """How a word may be written in a text, folded: as typed, closed up beside Chinese characters, and in Simplified ones."""
    closed = _BESIDE_HAN.sub("", word)
    return tuple(dict.fromkeys(map(folded, (word, closed, letters_simplified(word), letters_simplified(closed)))))


_BESIDE_HAN = regex(rf"(?<={HAN}) +| +(?={HAN})")

BITS = 21
"""A character takes so many bits of a pair's key: ``first << BITS | second``."""
LINE_END = 10
"""What the last character of a line is paired with."""


def codes(text: str) -> NDArray[np.uint32]:
    """The folded characters of a text as numbers."""
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    table = _table()
    return table[np.minimum(raw, len(table) - 1)] if raw.size and int(raw.max()) < len(table) else _far(raw, table)


@cache
def _table() -> NDArray[np.uint32]:
    table = np.arange(0x10000, dtype=np.uint32)
    for code, small in _folds().items():
        table[code] = small
    return table


def _far(raw: NDArray[np.uint32], table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Characters beyond the first 65,536 (rare names) fold to themselves."""
    return np.where(raw < len(table), table[np.minimum(raw, len(table) - 1)], raw).astype(np.uint32)


def key(first: str, second: str = "") -> int:
    """The key of a pair; without a second character the first of the keys of all pairs that begin so."""
    return ord(first) << BITS | (ord(second) if second else 0)


def cover(word: str) -> list[int]:
    """Where in a word of two characters or more the pairs start that together hold each of its characters."""
    starts = list(range(0, len(word) - 1, 2))
    if len(word) % 2:
        starts.append(len(word) - 2)
    return starts
