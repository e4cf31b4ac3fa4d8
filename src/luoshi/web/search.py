"""Search: each document that fits at its best passage, and how they divide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from litestar import Response

from luoshi.actions import asking
from luoshi.actions.search import search
from luoshi.errors import BadQuery
from luoshi.http import context
from luoshi.search import Found, Hit
from luoshi.search.query import FILTERS, KINDS
from luoshi.web.choosing import LEGENDS, Query, chips, group, paged, query_of
from luoshi.web.rendering import AnyRequest, page
from luoshi.words import Words

SIZE = 20
"""Hits on a page."""

MOST = 500
"""Pages that are shown: who looks further narrows the search."""

ECHOED = 300
"""So many characters of a query that went wrong are shown again."""

MANNERS = {
    "title": Words("标题", "title"),
    "heading": Words("小标题", "heading"),
    "target": Words("目标", "target"),
    "statement": Words("举措或成就", "measure or achievement"),
    "text": Words("正文", "text"),
}


class Piece(NamedTuple):
    """A stretch of a passage: ``marked`` where it is one of the words looked for."""

    words: str
    marked: bool


class Wrong(NamedTuple):
    """A query that makes no sense: what and what to do, with the words before, at and behind the place."""

    what: Words
    advice: Words
    before: str
    at: str
    after: str


def results(request: AnyRequest) -> Response[str]:
    """The page of a search; without words the page that says how to search."""
    words = request.query_params.get("words", "")
    query = query_of(request.query_params.items(), tuple(FILTERS))
    number = min(asking.page(request.query_params.dict()), MOST)
    wrong, found, status = None, None, 200
    if words.strip():
        try:
            found = search(context(request).searcher, words, first=(number - 1) * SIZE, size=SIZE, filters=query)
        except BadQuery as error:
            wrong, status = _wrong(words, error), 400
    shown = words[:MOST_SHOWN]
    whole: Query = {"words": [shown], **query} if shown.strip() else query
    return page(
        request,
        "search.html.j2",
        status=status,
        words=shown,
        query=whole,
        filters=query,
        found=found,
        wrong=wrong,
        groups=_groups(found, whole) if found else [],
        chips=chips(whole, tuple(FILTERS)),
        pages=paged(number, min(MOST, -(-found.documents // SIZE))) if found else None,
        pieces=pieces,
        manners=MANNERS,
        legends=LEGENDS,
        kinds=tuple(KINDS),
    )


MOST_SHOWN = 1_000
"""So much of a query stands in the box again: as much as a query may have."""


def _groups(found: Found, query: Query) -> list[Any]:
    return [
        group(name, [(each.value, each.documents) for each in counts], query)
        for name, counts in found.facets.items()
        if counts or query.get(name)
    ]


def pieces(hit: Hit) -> Iterator[Piece]:
    """The passage, cut where marks begin and end."""
    place = hit.passage.start
    for start, end in hit.marks:
        yield Piece(_of(hit, place, start), marked=False)
        yield Piece(_of(hit, start, end), marked=True)
        place = end
    yield Piece(_of(hit, place, hit.passage.end), marked=False)


def _of(hit: Hit, start: int, end: int) -> str:
    return hit.words[start - hit.passage.start : end - hit.passage.start]


def _wrong(words: str, error: BadQuery) -> Wrong:
    place = min(error.position, len(words))
    start, end = max(0, place - ECHOED // 2), place + ECHOED // 2
    before = ("…" if start else "") + words[start:place]
    after = words[place + 1 : end] + ("…" if end < len(words) else "")
    return Wrong(error.what, error.advice, before, words[place : place + 1], after)
