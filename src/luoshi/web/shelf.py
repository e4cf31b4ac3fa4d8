"""The shelf: what the library holds, one line a document, with filters at its side."""

from __future__ import annotations

from functools import partial
from typing import Any

from litestar import Response, get
from litestar.handlers import HTTPRouteHandler

from luoshi.accounts import EDITOR
from luoshi.actions.asking import EARLIEST, LATEST
from luoshi.actions.naming import attachment
from luoshi.actions.shelf import Asked, Shelf, asked, shelf
from luoshi.exports.lists import WAYS, listed
from luoshi.http import context, language, readers, visitor
from luoshi.library import ORDERS, Entry, Share
from luoshi.model import Period, Words
from luoshi.pages.amounts import period
from luoshi.web.choosing import Query, chips, group, paged, words_of
from luoshi.web.rendering import AnyRequest, page

FILTERS = ("level", "region", "year", "genre", "grade")

SORTS = {
    "date": Words("日期最新", "newest first"),
    "title": Words("标题", "title"),
    "added": Words("最近加入", "last added"),
    "grade": Words("可信度最高", "best grade"),
    "targets": Words("目标最多", "most targets"),
}


@get("/", guards=[readers], include_in_schema=False)
async def documents(request: AnyRequest) -> Response[Any]:
    """A page of the shelf; who may add sees the uploads that are running."""
    asked = context(request)
    return await asked.kept.answer(request, partial(_documents, request), beside=asked.uploads.changes)


def _documents(request: AnyRequest) -> Response[str]:
    wanted = asked(_said(request))
    library, uploads = context(request).library, context(request).uploads
    found = shelf(library, wanted)
    query = _query(wanted)
    asking = visitor(request)
    may_add = asking is not None and asking.may(EDITOR) and not library.read_only
    return page(
        request,
        "shelf.html.j2",
        found=found,
        query=query,
        groups=_groups(found, query),
        years=_years(found),
        chosen_years=wanted.chosen.years,
        chips=chips(query, FILTERS),
        sorts=[(name, SORTS[name]) for name in ORDERS],
        pages=paged(wanted.page, found.pages),
        empty=not found.total and not any(wanted.chosen),
        may_add=may_add,
        going=uploads.going() if may_add else [],
        period_of=period_of,
        grade_told=grade_told,
        genre_of=partial(words_of, "genre"),
    )


def _table(form: str) -> HTTPRouteHandler:
    """All documents that are wanted as a file; a handler for each form, see ``luoshi.web.routes``."""
    media_type = WAYS[form].partition(";")[0]  # what is text gets its charset by itself

    @get(f"/documents.{form}", guards=[readers], sync_to_thread=True, include_in_schema=False)
    def table(request: AnyRequest) -> Response[bytes]:
        wanted = asked(_said(request))
        entries = context(request).library.entries(wanted.chosen, order=wanted.order)
        headers = {"Content-Disposition": attachment(f"documents.{form}")}
        return Response(listed(form, entries, language(request)), media_type=media_type, headers=headers)

    return table


tables = tuple(map(_table, WAYS))


def _said(request: AnyRequest) -> dict[str, list[str]]:
    return {name: request.query_params.getall(name) for name in request.query_params}


def _query(wanted: Asked) -> Query:
    """The query of a page, the same for all ways to ask the same."""
    chosen = wanted.chosen
    query: dict[str, Any] = {
        "level": chosen.level,
        "region": chosen.region,
        "year": chosen.years and (f"{chosen.years[0]}..{chosen.years[1]}",),
        "genre": chosen.genre,
        "grade": tuple(chosen.grades or ()),
        "sort": (wanted.order,) if wanted.order != "date" else (),
    }
    return {name: list(values) for name, values in query.items() if values}


def _groups(found: Shelf, query: Query) -> list[Any]:
    return [group(name, getattr(found.facets, name), query) for name in FILTERS if name != "year"]


def _years(found: Shelf) -> list[Share]:
    """The years that there are, the newest first, and those that were chosen."""
    there = {share.value: share for share in found.facets.year}
    for year in map(str, found.asked.chosen.years or ()):
        if year not in (EARLIEST, LATEST):
            there.setdefault(year, Share(year, 0))
    return sorted(there.values(), reverse=True)


def period_of(entry: Entry) -> Words | None:
    """``2026—2030年``: the years that a document is for."""
    if entry.period_first is None:
        return None
    return period(Period(entry.period_first, entry.period_last or entry.period_first))


def grade_told(reasons: tuple[Words, ...]) -> Words:
    """Why a document has its grade, short enough for a tip."""
    zh, en = ("\n".join(each.told(language) for each in reasons) for language in ("zh", "en"))
    return Words(_short(zh), _short(en))


def _short(words: str) -> str:
    return words if len(words) <= _TIP else words[: _TIP - 1] + "…"


_TIP = 160
