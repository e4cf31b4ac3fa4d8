"""Kinds of document: how their titles end and how their texts begin."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import rows
from luoshi.patterns import regex

BULLETIN = "新闻联播文字稿"
"""The genre that only carries the news of others, one after the other: no place, day or plan of one is another's."""


class Genre(Struct, frozen=True):
    """A row of ``genres.csv``; more particular rows stand before more general ones.

    ``title`` matches a title of the kind, ``opening`` the first paragraph of a text without one.
    """

    name: str
    title: re.Pattern[str] | None
    opening: re.Pattern[str] | None


@cache
def genres() -> tuple[Genre, ...]:
    """Every kind of document that the table knows."""
    return rows("genres", _genre)


def _genre(row: dict[str, str]) -> Genre:
    return Genre(row["genre"], _pattern(row["title"]), _pattern(row["opening"]))


def _pattern(written: str) -> re.Pattern[str] | None:
    return regex(written) if written else None


def genre_of_title(title: str) -> str | None:
    """The kind of document that a title names, or ``None``."""
    for genre in genres():
        if genre.title is not None and genre.title.search(title):
            return genre.name
    return None


def genre_of_opening(paragraph: str) -> tuple[str, re.Match[str]] | None:
    """The kind of document that a text's first paragraph shows, and the words that show it."""
    for genre in genres():
        if genre.opening is not None and (found := genre.opening.search(paragraph[:400])):
            return genre.name, found
    return None
