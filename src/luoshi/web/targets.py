"""``/targets``: targets and achievements of all documents in one table, chosen, sorted, drawn, and to be taken along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from litestar import Response

from luoshi.actions import tables
from luoshi.actions.picture import Picture, picture
from luoshi.actions.tables import Statement
from luoshi.exports.columns import COLUMNS, Column
from luoshi.exports.rows import Row
from luoshi.http import context, language
from luoshi.model import Words
from luoshi.pages import amounts, labels
from luoshi.web.parameters import given
from luoshi.web.pictures import Drawn, drawn, unit_of
from luoshi.web.rendering import AnyRequest, page
from luoshi.web.taking import parted, taken

DRAWN = 2_000
"""So many statements a picture is made of; more than this no eye tells apart."""

WORTH = 1_000
"""As many rows a picture is worth where it is kept in memory."""

TAKEN: dict[str, Column] = {
    "indicator": COLUMNS["indicator"],
    "written": Column(Words("原文数值", "As written"), 18),
    "normalised": Column(Words("归一数值", "Normalised"), 18),
    **{
        name: COLUMNS[name]
        for name in ("value", "high", "unit", "comparator", "measure", "period", "deadline", "binding")
    },
    "actor": COLUMNS["actor"],
    "kind": COLUMNS["kind"],
    **{name: COLUMNS[name] for name in ("title", "region", "level", "genre")},
    "year": Column(Words("文件年份", "Year of the document"), 10),
    **{name: COLUMNS[name] for name in ("quote", "concept", "basis", "id", "sha256")},
}
"""The columns of the table that is taken along; they mean what columns of these names mean in other exports."""

FILTERS = (
    *("kind", "words", "indicator", "level", "region", "from", "to", "year", "due_from", "due_to", "unit", "measure"),
    *("binding", "who", "genre", "document"),
)


def targets(request: AnyRequest) -> Response[str]:
    """The table with its filters, and a picture where it is about one indicator."""
    library, said = context(request).library, request.query_params.dict()
    asked = tables.asked(said)
    shown = tables.table(library, asked)
    art, made = None, None
    if shown.indicator is not None and shown.total:
        about, chosen = shown.indicator, language(request)

        def draw() -> tuple[Picture | None, Drawn | None]:
            art = picture(tables.statements(library, asked, most=DRAWN), asked.sought.unit, asked.sought.measure)
            return art, told(art, about.names[0], about.english, chosen)

        art, made = library.remember(("targets", asked._replace(page=1), chosen), draw, size=WORTH)
    return page(
        request,
        "targets.html.j2",
        table=shown,
        choices=tables.choices(library, asked.kind),
        picture=art,
        drawn=made,
        given=given(request, *FILTERS, "sort"),
        amounts=amounts,
        labels=labels,
        unit_of=unit_of,
    )


def targets_taken(request: AnyRequest) -> Response[bytes]:
    """The whole choice as a file."""
    asked = tables.asked(request.query_params.dict())
    _, ending = parted(request.scope["path"])
    name = Words("目标", "Targets") if asked.kind == "target" else Words("目标与成就", "Targets and achievements")
    rows = flat(tables.statements(context(request).library, asked), language(request))
    return taken(request, ending or "csv", name, TAKEN, rows)


def told(art: Picture | None, chinese: str, english: str, chosen: str) -> Drawn | None:
    """The picture, if there is one."""
    return drawn(art, Words(chinese, english), chosen) if art is not None else None


def flat(found: Iterable[Statement], chosen: str) -> Iterator[Row]:
    """Each statement as a row of ``TAKEN``."""
    for each in found:
        period = each.period
        row: dict[str, Any] = {
            "indicator": each.indicator,
            "written": each.written,
            "normalised": amounts.quantity(each.quantity, each.written).told(chosen),
            "value": each.value,
            "high": each.high,
            "unit": each.unit,
            "comparator": each.comparator,
            "measure": each.measure,
            "period": str(period) if period else None,
            "deadline": each.last_day if each.kind == "target" else None,
            "binding": each.binding,
            "actor": each.who,
            "kind": each.kind,
            "title": each.title,
            "region": each.region,
            "level": each.level,
            "genre": each.genre,
            "year": each.year,
            "quote": each.quote,
            "concept": each.concept,
            "basis": each.basis,
            "id": each.finding,
            "sha256": each.document,
        }
        yield row
