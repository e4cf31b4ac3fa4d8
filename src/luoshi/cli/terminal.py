"""Writing for a terminal: Chinese characters count two columns, styles are few, nothing can take it over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import BinaryIO, TextIO
from unicodedata import category, east_asian_width

from luoshi.patterns import regex

WIDTH = 80
"""Columns of a report, wherever it is shown."""

STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def put(stream: TextIO, words: str) -> None:
    """Write a line; what the stream's encoding does not have is shown as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(words.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def standard_output() -> BinaryIO:
    """Standard output for bytes. Python's own loses what a pipe does not take at once if PYTHONUNBUFFERED is set."""
    sys.stdout.flush()
    return open(sys.stdout.fileno(), "wb", closefd=False)


def styled(words: str, style: str) -> str:
    """The words in a style; ``plain`` takes it off again."""
    return f"\x1b[{STYLES[style]}m{words}\x1b[0m" if words else ""


def plain(words: str) -> str:
    """The words without styles."""
    return _STYLE.sub("", words)


def harmless(words: str) -> str:
    """Words of a document on one line, without what would steer a terminal: escapes, controls, reversed order."""
    if words.isprintable():
        return words.strip()
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", words)).strip()


def width(words: str) -> int:
    """How many columns the words take (without styles)."""
    return len(words) if words.isascii() and words.isprintable() else sum(map(_columns, words))


@cache
def _columns(character: str) -> int:
    """Two for what Unicode calls wide (UAX #11), none for what joins the character before it or is not seen."""
    if east_asian_width(character) in ("W", "F"):
        return 2
    return 0 if category(character) in ("Mn", "Me", "Cf", "Cc") else 1


def cut(words: str, columns: int) -> str:
    """The words in no more than so many columns; an ellipsis says that something is missing."""
    if width(words) <= columns:
        return words
    kept, used = [], 0
    for each in words:
        used += _columns(each)
        if used > columns - 1:
            break
        kept.append(each)
    return "".join(kept).rstrip() + "…"


def pad(words: str, columns: int) -> str:
    """The words in just so many columns."""
    words = cut(words, columns)
    return words + " " * (columns - width(words))


def wrap(words: str, columns: int, indent: str = "") -> list[str]:
    """The words in lines of so many columns: Chinese breaks anywhere but before closing marks, Latin between words."""
    lines, line = [], ""
    room = columns - width(indent)
    for piece in chain.from_iterable(_parts(each, room) for each in _PIECE.findall(words)):
        if line and width(line + piece.rstrip()) > room:
            lines.append(indent + line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, indent + line.rstrip()] if line.strip() or not lines else lines


def _parts(piece: str, columns: int) -> Iterator[str]:
    """A piece that is too long for a line, such as an address, in parts that are not."""
    while width(piece.rstrip()) > columns:
        part = cut(piece, columns + 1)[:-1] or piece[0]
        yield part
        piece = piece[len(part) :]
    yield piece


_STYLE = regex("\x1b\\[[0-9;]*m")
_SPACE = regex("[\t\n\r\v\f\x85\u2028\u2029]+")
_CONTROL = regex("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_PIECE = regex(r"[!-~]+[，。；：、！？）”’》」…—]*\s*|[（“‘《「]*[^\s!-~][，。；：、！？）”’》」…—]*\s*|\s+")
