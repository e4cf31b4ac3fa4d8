"""A typed query cut into words, phrases, filters and operators."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from luoshi.errors import BadQuery
from luoshi.patterns import regex
from luoshi.search.query import FILTERS
from luoshi.words import Words


class Sort(Enum):
    """What a token is."""

    WORD, FILTER, NOT, AND, OR = auto(), auto(), auto(), auto(), auto()


class Token(NamedTuple):
    """A token with its place in the query; ``filter`` is the English name of one that is a filter."""

    sort: Sort
    value: str
    position: int
    filter: str = ""


_SPACE = regex(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
_FILTER = regex(r"([A-Za-z]{1,20}|[^\W\dA-Za-z_]{2}|[^\W\dA-Za-z_]{4})[:：](?!//)")
_BARE = regex(r"[^\s\x00-\x1f\x7f\u200b\ufeff\"“”]+")
_OPERATORS = {"AND": Sort.AND, "OR": Sort.OR, "NOT": Sort.NOT, "|": Sort.OR, "｜": Sort.OR, "&": Sort.AND}
_CLOSING = {'"': '"', "“": "”", "”": "”", "＂": "＂"}
_NAMES = {zh: en for en, zh in FILTERS.items()} | {en: en for en in FILTERS}


def tokens(written: str) -> Iterator[Token]:
    """The tokens of a query in their order. Raises ``BadQuery`` where one makes no sense."""
    place = _after_space(written, 0)
    while place < len(written):
        if written[place] in "-－" and not _SPACE.match(written, place + 1):
            yield Token(Sort.NOT, written[place], place)
            place += 1
            if place == len(written):
                return
        token, end = _filter(written, place) or _word(written, place)
        yield token
        place = _after_space(written, end)


def _after_space(written: str, place: int) -> int:
    gap = _SPACE.match(written, place)
    return gap.end() if gap else place


def _filter(written: str, place: int) -> tuple[Token, int] | None:
    found = _FILTER.match(written, place)
    if not found:
        return None
    name = _NAMES.get(found[1].lower(), "")
    if not name:
        if found[1].isascii():
            raise _no_filter(found[1], place)
        return None
    value, end = _value(written, found.end())
    return Token(Sort.FILTER, value, place, name), end


def _word(written: str, place: int) -> tuple[Token, int]:
    value, end = _value(written, place)
    if written[place:end] in _OPERATORS:
        return Token(_OPERATORS[value], value, place), end
    if not any(map(str.isalnum, value)):
        raise BadQuery(
            Words(f"“{short(value)}”里没有可查的字词。", f"There is nothing to look for in {short(value)!r}."),
            Words("请写出要找的字、词或数字。", "Give a character, a word or a number."),
            position=place,
        )
    return Token(Sort.WORD, value, place), end


def _value(written: str, place: int) -> tuple[str, int]:
    """The words at a place, without the quotes that hold them, and where they end."""
    opening = written[place : place + 1]
    if opening not in _CLOSING or not opening:
        bare = _BARE.match(written, place)
        return (bare[0], bare.end()) if bare else ("", place)
    end = written.find(_CLOSING[opening], place + 1)
    if end < 0 and opening == "“":
        end = written.find('"', place + 1)
    if end < 0:
        raise BadQuery(
            Words(f"引号 {opening} 没有另一半。", f"The quote {opening} is not closed."),
            Words("请补上，或者删去。", "Close it, or leave it out."),
            position=place,
        )
    return _SPACE.sub(" ", written[place + 1 : end]).strip(), end + 1


def short(words: str) -> str:
    """The start of long words."""
    return words if len(words) <= 20 else words[:20] + "…"


def out_of_place(token: Token) -> BadQuery:
    """The error of an operator without its words."""
    zh = "它的两边都要有词。" if token.sort in (Sort.AND, Sort.OR) else "它的后面要紧跟一个词。"
    en = "It stands between two words." if token.sort in (Sort.AND, Sort.OR) else "A word follows it."
    return BadQuery(
        Words(f"{token.value} 的位置不对。", f"{token.value} is out of place."),
        Words(f"{zh}要查找它本身，请加引号。", f"{en} To look for it as it is, put it in quotes."),
        position=token.position,
    )


def _no_filter(name: str, position: int) -> BadQuery:
    return BadQuery(
        Words(f"没有名为 {name} 的筛选条件。", f"There is no filter {name}."),
        Words(
            f"可用：{'、'.join(FILTERS)}。要查找带冒号的原文，请加引号。",
            f"There are {', '.join(FILTERS)}. To look for words with a colon, put them in quotes.",
        ),
        position=position,
    )
