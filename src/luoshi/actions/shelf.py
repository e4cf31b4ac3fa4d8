"""The shelf as people ask for it: which documents, in which order, which page of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from luoshi.errors import BadRequest
from luoshi.library import ORDERS, Chosen, Entry, Facets, Library
from luoshi.library.facets import LEVELS
from luoshi.model import Words
from luoshi.patterns import regex

SIZE = 50
"""Documents on a page."""

MOST = 40
"""So many values a filter may have."""

LONGEST = 100
"""So many characters a value may have."""

GRADES = "ABCD"

EARLIEST, LATEST = "1000", "2999"
"""The years that stand for an open end."""


class Asked(NamedTuple):
    """What was asked for: ``page`` counts from 1."""

    chosen: Chosen = Chosen()
    order: str = "date"
    page: int = 1


class Shelf(NamedTuple):
    """A page of the shelf: of ``total`` documents that fit the lines of some, with the reasons of their grades."""

    asked: Asked
    total: int
    pages: int
    entries: list[Entry]
    reasons: dict[str, tuple[Words, ...]]
    facets: Facets


def asked(said: Mapping[str, Sequence[str]]) -> Asked:
    """What the parameters of an address ask for: each name with its values.

    ``level`` ``region`` ``genre`` ``grade`` (any of several), ``year`` (``2025`` or ``2024..2026``) or ``from``
    and ``to``, ``sort`` (one of ``ORDERS``), ``page``. What is empty counts as not said. Raises ``BadRequest``
    where a value makes no sense.
    """
    given = {name: [value.strip() for value in values if value.strip()] for name, values in said.items()}
    levels, regions, genres = (_several(given, name) for name in ("level", "region", "genre"))
    for level in levels:
        _among("level", level, LEVELS)
    grades = "".join(_several(given, "grade")).upper()
    for grade in grades:
        _among("grade", grade, tuple(GRADES))
    order = _one(given, "sort") or "date"
    _among("sort", order, ORDERS)
    chosen = Chosen(
        level=levels or None,
        region=regions or None,
        years=_years(given),
        genre=genres or None,
        grades="".join(each for each in GRADES if each in grades) or None,
    )
    return Asked(chosen, order, _page(_one(given, "page") or "1"))


def shelf(library: Library, wanted: Asked, *, size: int = SIZE) -> Shelf:
    """The page of the shelf that is wanted; behind the last page there are no entries."""
    total = library.count(wanted.chosen)
    entries = library.entries(wanted.chosen, order=wanted.order, limit=size, offset=(wanted.page - 1) * size)
    return Shelf(
        asked=wanted,
        total=total,
        pages=max(1, -(-total // size)),
        entries=entries,
        reasons=library.reasons([entry.id for entry in entries]),
        facets=library.facets(wanted.chosen),
    )


def _several(given: Mapping[str, list[str]], name: str) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(given.get(name, ())))
    if len(values) > MOST or any(len(value) > LONGEST for value in values):
        raise _bad(
            name, Words(f"最多 {MOST} 个值，每个 {LONGEST} 字。", f"It takes {MOST} values of {LONGEST} characters.")
        )
    return values


def _one(given: Mapping[str, list[str]], name: str) -> str:
    return (given.get(name) or [""])[-1]


def _among(name: str, value: str, values: Sequence[str]) -> None:
    if value not in values:
        raise _bad(name, Words(f"可用：{'、'.join(values)}。", f"There are {', '.join(values)}."), value)


def _years(given: Mapping[str, list[str]]) -> tuple[int, int] | None:
    written = _one(given, "year")
    first, last = (_one(given, name) for name in ("from", "to"))
    if written and not (first or last):
        found = _YEARS.fullmatch(written)
        first, last = (found[1], found[2] or found[1]) if found else (written, written)
    if not (first or last):
        return None
    low, high = _year(first or EARLIEST), _year(last or LATEST)
    if high < low:
        raise _bad("year", Words("起点在终点之后。", "Its end comes before its start."))
    return low, high


def _year(written: str) -> int:
    if not _YEAR.fullmatch(written):
        raise _bad("year", Words("写法：2025 或 2024..2026。", "Write 2025 or 2024..2026."), written)
    return int(written)


def _page(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) < 7 and int(written)):
        raise _bad("page", Words("页码从 1 起。", "Pages are counted from 1."), written)
    return int(written)


def _bad(name: str, hint: Words, value: str = "") -> BadRequest:
    shown = value if len(value) <= 24 else value[:24] + "…"
    told = Words(f"“{shown}”", f" {shown!r}") if value else Words("", "")
    what = Words(f"条件“{_NAMES[name].zh}”{told.zh}不对。", f"The filter {_NAMES[name].en}{told.en} makes no sense.")
    return BadRequest(what, hint)


_NAMES = {
    "level": Words("层级", "level"),
    "region": Words("地区", "region"),
    "genre": Words("文种", "genre"),
    "grade": Words("可信度", "grade"),
    "year": Words("年份", "year"),
    "sort": Words("排序", "sort"),
    "page": Words("页码", "page"),
}
_YEAR = regex(r"[12][0-9]{3}")
_YEARS = regex(r"([12][0-9]{3})(?:\.\.|-|—|–)([12][0-9]{3})")
