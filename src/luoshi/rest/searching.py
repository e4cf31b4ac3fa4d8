"""``/search``: words to documents, each at its best passage, and how they divide."""

from __future__ import annotations

from typing import Annotated

from litestar import Response
from msgspec import Meta, Struct

from luoshi.actions.search import search as look
from luoshi.rest.answers import PageLinks, answered, paged
from luoshi.rest.kinds import AnyKind, Level, Paged
from luoshi.rest.operation import Call, Nothing
from luoshi.search import Count, Hit

Filter = Annotated[str, Meta(min_length=1, max_length=100)]
Filters = Annotated[tuple[Filter, ...], Meta(max_length=40)]


_TIME = "[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
Years = Annotated[str, Meta(pattern=r"^[12][0-9]{3}(\.\.[12][0-9]{3})?$", examples=["2025", "2024..2026"])]
Times = Annotated[str, Meta(pattern=rf"^{_TIME}(\.\.({_TIME})?)?$|^\.\.{_TIME}$", examples=["2030", "2027-06..2030"])]


class SearchAsked(Paged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is looked for, and filters as they can also stand among the words (`level:city`)."""

    words: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=2_000,
            description='Words, "phrases", `-without`, `OR`, `filter:value`; a word is found wherever its characters'
            " stand beside each other. Traditional and Simplified characters are alike.",
            examples=["新质生产力 数据"],
        ),
    ]
    level: Annotated[tuple[Level, ...], Meta(max_length=6)] = ()
    region: Annotated[Filters, Meta(description="Name or a part of it, or a GB/T 2260 code or its beginning.")] = ()
    year: Annotated[Years | None, Meta(description="A year, or from one to another.")] = None
    genre: Filters = ()
    kind: Annotated[
        tuple[AnyKind, ...], Meta(description="Passages with a finding of one of these kinds.", max_length=15)
    ] = ()
    body: Annotated[Filters, Meta(description="Passages that name a body with these words in it.")] = ()
    indicator: Annotated[Filters, Meta(description="Passages about an indicator with these words in it.")] = ()
    by: Annotated[
        Filter | None, Meta(description="Passages with a deadline in this time.", examples=["2027..2030"])
    ] = None


FILTERS = ("level", "region", "year", "genre", "kind", "body", "indicator", "by")


class SearchResult(Struct, frozen=True):
    """Of `searched` documents `total` fit; `items` are a page of them, the best first, each at its best passage.

    `facets` counts the documents by level, region, year, genre and kind of finding, the largest count first.
    """

    total: int
    limit: int
    offset: int
    searched: int
    links: PageLinks
    items: tuple[Hit, ...]
    facets: dict[str, tuple[Count, ...]]


def search(call: Call[SearchAsked, Nothing]) -> Response[bytes]:
    """Search in all documents.

    Counts are exact. `span` is where the words stand in the clean text, `passage` the stretch that `words` repeats,
    `marks` each of the words in it.
    """
    asked = call.query
    filters = {name: value for name in FILTERS if (value := getattr(asked, name))}
    found = look(call.context.searcher, asked.words, first=asked.offset, size=asked.limit, filters=filters)
    links, headers = paged(call, found.documents, asked.limit, asked.offset)
    shown = SearchResult(found.documents, asked.limit, asked.offset, found.searched, links, found.hits, found.facets)
    return answered(call, shown, headers=headers)
