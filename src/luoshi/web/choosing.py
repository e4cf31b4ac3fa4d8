"""What a reader chose among documents, and may choose: filters with counts, chips to take them away, pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from luoshi.actions.asking import EARLIEST, LATEST
from luoshi.model import Period
from luoshi.pages import labels
from luoshi.pages.amounts import period
from luoshi.words import Words

Query = dict[str, list[str]]
"""The query of an address: each name with its values."""

SHOWN = 8
"""So many values of a filter are shown at first."""

LEGENDS = {
    "level": Words("层级", "Level"),
    "region": Words("地区", "Region"),
    "year": Words("年份", "Year"),
    "genre": Words("文种", "Genre"),
    "grade": Words("可信度", "Grade"),
    "kind": Words("段中所含", "The passage holds"),
    "body": Words("机构", "Body"),
    "indicator": Words("指标", "Indicator"),
    "by": Words("期限", "Deadline"),
}
"""The filters, as readers know them."""


class Option(NamedTuple):
    """A value that may be chosen, and how many documents that would find. ``query`` is that of the page then."""

    value: str
    words: Words
    documents: int
    chosen: bool
    query: Query


class Group(NamedTuple):
    """A filter with its values: some are shown, ``more`` are behind a fold."""

    name: str
    legend: Words
    options: list[Option]
    more: list[Option]


class Chip(NamedTuple):
    """Something that was chosen; ``query`` is that of the page without it."""

    legend: Words
    words: Words
    query: Query


class Pages(NamedTuple):
    """The pages of a long answer: this one, how many there are, and which of them get a link (0 is a gap)."""

    page: int
    last: int
    linked: list[int]


def words_of(name: str, value: str) -> Words:
    """A value of a filter in words: the documents' own are left as they are."""
    if name == "genre":
        return Words(value, f"{value} {labels.GENRES[value]}" if value in labels.GENRES else value)
    if name == "kind":
        return labels.KINDS.get(value, Words(value, value))
    if name == "year":
        first, dots, last = value.partition("..")
        if first == EARLIEST:
            return Words(f"{last}年以前", f"up to {last}")
        if last == LATEST:
            return Words(f"{first}年以来", f"from {first}")
        return period(Period(first, last if dots else first))
    return labels.value(value) if name == "level" else Words(value, value)


def group(name: str, counts: Iterable[tuple[str, int]], query: Query) -> Group:
    """A filter whose values have these counts; what is chosen is always shown."""
    chosen = query.get(name, [])
    found = dict(counts)
    options = [
        Option(value, words_of(name, value), found.get(value, 0), value in chosen, turned(query, name, value))
        for value in (*found, *(value for value in chosen if value not in found))
    ]
    first = [option for number, option in enumerate(options) if number < SHOWN or option.chosen]
    more = [option for option in options if option not in first]
    return Group(name, LEGENDS[name], first, more)


def chips(query: Query, names: Sequence[str]) -> list[Chip]:
    """What is chosen, to be taken away one by one."""
    return [
        Chip(LEGENDS[name], words_of(name, value), turned(query, name, value))
        for name in names
        for value in query.get(name, [])
    ]


def turned(query: Mapping[str, list[str]], name: str, value: str) -> Query:
    """The query with a value where it was without, and without where it was with; on the first page."""
    values = query.get(name, [])
    values = [each for each in values if each != value] if value in values else [*values, value]
    made = {key: list(each) for key, each in query.items() if key != "page"}
    made[name] = values
    return {key: each for key, each in made.items() if each}


def paged(page: int, last: int) -> Pages:
    """The first, the last, and those round this one."""
    near = sorted({1, last, *range(max(1, page - 2), min(last, page + 2) + 1)})
    linked: list[int] = []
    for number in near:
        if linked and number - linked[-1] > 1:
            linked.append(0)
        linked.append(number)
    return Pages(page, last, linked)


def query_of(multi: Iterable[tuple[str, Any]], names: Sequence[str]) -> Query:
    """The query of an address, of these names only, each value once."""
    query: Query = {}
    for name, value in multi:
        values = query.setdefault(name, []) if name in names and str(value).strip() else []
        if value not in values:
            values.append(str(value).strip())
    return query
