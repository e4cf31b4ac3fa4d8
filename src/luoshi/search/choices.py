"""The filters of a query: what their values may be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from luoshi.errors import BadQuery
from luoshi.model import Period
from luoshi.patterns import regex
from luoshi.search.query import FILTERS, KINDS, LEVELS, Query
from luoshi.search.tokens import Token, short
from luoshi.words import Words

_T = TypeVar("_T", int, str)


def filtered(query: Query, token: Token) -> Query:
    """The query with one filter more."""
    name, value = token.filter, token.value.strip()
    if not value:
        raise _bad_value(token, Words("请在冒号后写上值。", "Give its value behind the colon."))
    if {"year": query.years, "by": query.by}.get(name) is not None:
        raise _bad_value(token, Words("这个条件只能写一次。", "Say this filter once."))
    if name == "year":
        return replace(query, years=_years(token, value))
    if name == "by":
        return replace(query, by=_days(token, value))
    if name == "level":
        return replace(query, levels=(*query.levels, _chosen(token, value, LEVELS)))
    if name == "kind":
        return replace(query, kinds=(*query.kinds, _chosen(token, value, KINDS)))
    field = {"region": "regions", "genre": "genres", "body": "bodies", "indicator": "indicators"}[name]
    return replace(query, **{field: (*getattr(query, field), value)})


def _chosen(token: Token, value: str, among: Mapping[str, tuple[str, ...]]) -> str:
    for name, words in among.items():
        if value.lower() == name or value in words:
            return name
    zh = "、".join(f"{name}（{words[0]}）" for name, words in among.items())
    raise _bad_value(token, Words(f"可用：{zh}。", f"There are {', '.join(among)}."))


def _years(token: Token, value: str) -> tuple[int, int]:
    found = _YEARS.fullmatch(value)
    if not found:
        raise _bad_value(token, Words("写法：2025 或 2024..2026。", "Write 2025 or 2024..2026."))
    first = int(found[1])
    return _in_order(token, first, int(found[2] or first))


def _days(token: Token, value: str) -> tuple[str, str]:
    first, dots, last = value.partition("..")
    if not all(_DATE.fullmatch(each) for each in (first, last) if each) or not (first or last):
        raise _bad_value(
            token, Words("写法：2030、2027-06..2030 或 ..2030-12-31。", "Write 2030, 2027-06..2030 or ..2030-12-31.")
        )
    start = Period.of(first).first_day if first else "0001-01-01"
    return _in_order(
        token, start, Period.of(last).last_day if last else "9999-12-31" if dots else Period.of(first).last_day
    )


def _in_order(token: Token, first: _T, last: _T) -> tuple[_T, _T]:
    if last < first:
        raise _bad_value(token, Words("起点在终点之后。", "Its end comes before its start."))
    return first, last


def _bad_value(token: Token, hint: Words) -> BadQuery:
    name = token.filter
    return BadQuery(
        Words(
            f"{FILTERS[name]}（{name}）的值“{short(token.value)}”不对。",
            f"{short(token.value)!r} is no value of {name}.",
        ),
        hint,
        position=token.position,
    )


_YEARS = regex(r"([12][0-9]{3})(?:(?:\.\.|-|—|–|~|至)([12][0-9]{3}))?年?")
_DATE = regex(r"[12][0-9]{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
