"""``/doubts``: what to check by hand in all documents, worst first, each with what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from litestar import Response

from luoshi.actions import doubts as action
from luoshi.exports.columns import COLUMNS, Column
from luoshi.exports.rows import Row
from luoshi.http import context, language
from luoshi.model import Words
from luoshi.pages import labels
from luoshi.web.parameters import given
from luoshi.web.rendering import AnyRequest, page
from luoshi.web.taking import parted, taken
from luoshi.web.targets import TAKEN

COLUMNS_TAKEN: dict[str, Column] = {
    **{name: COLUMNS[name] for name in ("severity", "doubt", "explanation", "settles", "quote")},
    "evidence": Column(Words("证据", "Evidence"), 60),
    **{name: COLUMNS[name] for name in ("title", "region", "level", "genre")},
    "year": TAKEN["year"],
    **{name: COLUMNS[name] for name in ("id", "sha256")},
}

FILTERS = ("severity", "check", "words", "level", "region", "from", "to", "year", "genre", "document")


def doubts(request: AnyRequest) -> Response[str]:
    """The doubts that are asked for, in groups."""
    library, said = context(request).library, request.query_params.dict()
    return page(
        request,
        "doubts.html.j2",
        shown=action.doubts(library, action.asked(said)),
        given=given(request, *FILTERS, "group"),
        alike=action.alike,
        labels=labels,
    )


def doubts_taken(request: AnyRequest) -> Response[bytes]:
    """All that are asked for, as a file."""
    asked = action.asked(request.query_params.dict())
    _, ending = parted(request.scope["path"])
    rows = _rows(action.every(context(request).library, asked), language(request))
    return taken(request, ending or "csv", Words("疑点", "Doubts"), COLUMNS_TAKEN, rows)


def _rows(found: Iterator[action.Open], chosen: str) -> Iterator[Row]:
    for each in found:
        row: dict[str, Any] = {name: getattr(each, name, None) for name in COLUMNS_TAKEN}
        yield row | {
            "doubt": each.check,
            "explanation": each.explanation.told(chosen),
            "settles": each.settles.told(chosen) if each.settles else None,
            "evidence": "\n".join(each.evidence),
            "id": each.finding,
            "sha256": each.document,
        }
