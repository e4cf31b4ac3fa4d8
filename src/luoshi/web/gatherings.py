"""What there is of indicators, bodies, places, programmes and formulations, and a page for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from litestar import Response
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from luoshi.actions import asking, gathering, tables
from luoshi.actions.gathering import Gathering
from luoshi.actions.picture import Picture, picture
from luoshi.exports.columns import COLUMNS, Column
from luoshi.exports.rows import Row
from luoshi.http import context, language
from luoshi.library import Library, Mention, Sought
from luoshi.model import Words
from luoshi.pages import amounts, labels
from luoshi.web import pictures
from luoshi.web.parameters import given
from luoshi.web.pictures import LEVELS, ROLES, Drawn
from luoshi.web.rendering import AnyRequest, page
from luoshi.web.taking import parted, taken
from luoshi.web.targets import DRAWN, TAKEN, WORTH, flat, told

HEADS: dict[str, Words] = {
    "indicators": Words("指标", "Indicators"),
    "bodies": Words("机构", "Bodies"),
    "places": Words("地方", "Places"),
    "programmes": Words("工程与行动", "Programmes"),
    "formulations": Words("提法", "Formulations"),
}

NAMES: dict[str, Column] = {
    "name": COLUMNS["name"],
    "called": Column(Words("通称", "Called"), 30),
    "english": Column(Words("英文", "English"), 30),
    "mentions": Column(Words("提到次数", "Mentions"), 10),
    "documents": Column(Words("文件数", "Documents"), 10),
    "first": Column(Words("最早年份", "First year"), 10),
    "last": Column(Words("最近年份", "Last year"), 10),
}
"""The columns of an index that is taken along."""

MENTIONED: dict[str, Column] = {
    **{name: COLUMNS[name] for name in ("title", "region", "level", "genre")},
    "year": TAKEN["year"],
    **{name: COLUMNS[name] for name in ("quote", "name", "form", "code", "id", "section", "sha256")},
}
"""The columns of mentions that are taken along."""

PARTS = {
    "role": tuple(
        Words(*words)
        for words in (
            ("牵头", "leads"),
            ("配合", "supports"),
            ("负责", "answers for"),
            ("发言", "speaks"),
            ("提到", "named"),
        )
    )
}
PARTS["level"] = tuple(labels.value(level) if level else Words("未知", "not known") for level in LEVELS)

DOCUMENTS = 300
"""So many documents are listed on a page; the files have all."""


def index(request: AnyRequest) -> Response[str]:
    """The names that documents mention, with how often."""
    subject = _subject(request)
    asked = gathering.asked(request.query_params.dict())
    return page(
        request,
        "names.html.j2",
        subject=subject,
        head=HEADS[subject],
        index=gathering.index(context(request).library, subject, asked),
        given=given(request, "words", "sort"),
        strip=pictures.strip,
    )


def index_taken(request: AnyRequest) -> Response[bytes]:
    """All names that fit, as a file."""
    subject = _subject(request)
    _, ending = parted(request.scope["path"])
    found = gathering.index(context(request).library, subject, gathering.asked(request.query_params.dict()), size=None)
    rows: Iterator[Row] = ({name: getattr(each, name) for name in NAMES} for each in found.rows)
    return taken(request, ending or "csv", HEADS[subject], NAMES, rows)


def one(request: AnyRequest, name: FromPath[str]) -> Response[Any]:
    """All that is said of one of them, or as a file."""
    subject = _subject(request)
    library, links = context(request).library, context(request).links
    wanted, ending = parted(name.strip("/"))
    if not wanted:
        raise NotFoundException
    said = request.query_params.dict()
    role = asking.one_of(said, "role", ROLES[:-1]) if subject == "bodies" else None
    found = gathering.gathering(library, subject, wanted, page=asking.page(said), role=role)
    if found is None:
        near = gathering.nearest(library, subject, wanted)
        return page(
            request, "unknown.html.j2", status=404, subject=subject, head=HEADS[subject], name=wanted, near=near
        )
    if ending:
        return _taken(request, library, subject, found, ending)
    if found.name != wanted:
        return Redirect(links.to(f"/{subject}/{found.name}"), status_code=303)
    shown = _indicator if subject == "indicators" else _mentioned
    return shown(request, library, subject, found, role)


def _indicator(request: AnyRequest, library: Library, subject: str, found: Gathering, _: str | None) -> Response[Any]:
    said = request.query_params.dict()
    unit = asking.one(said, "unit")
    asked, chosen = _statements(found), language(request)
    every = library.remember(
        ("gatherings.statements", asked), lambda: list(tables.statements(library, asked, most=DRAWN))
    )
    place, measure = asking.one(said, "place"), asking.one(said, "measure")

    def draw() -> tuple[Picture | None, Drawn | None]:
        art = picture(every, "" if unit == "%" else unit, measure, place)
        return art, told(art, found.called, found.english or found.called, chosen)

    question = ("gatherings.indicator", found.name, unit, measure, place, chosen)
    art, made = library.remember(question, draw, size=WORTH)
    drawn = [each for each in every if art and (each.unit, each.measure) == (art.group.unit, art.group.measure)]
    if place:
        drawn = [each for each in drawn if (each.who or each.region) == place]
    drawn.sort(key=lambda each: (each.last_day or "9999", each.who or "", each.kind))
    return page(
        request,
        "indicator.html.j2",
        subject=subject,
        head=HEADS[subject],
        found=found,
        picture=art,
        drawn=made,
        rows=drawn,
        left=len(every) - len(drawn),
        amounts=amounts,
        labels=labels,
        unit_of=pictures.unit_of,
        given=given(request, "unit", "measure", "place"),
    )


def _mentioned(
    request: AnyRequest, library: Library, subject: str, found: Gathering, role: str | None
) -> Response[Any]:
    chosen = language(request)
    of = "role" if subject == "bodies" else "level"

    def draw() -> Drawn | None:
        if subject == "formulations":
            first = found.formulation.first if found.formulation else None
            return pictures.by_level(found.documents, first, found.called, chosen)
        return pictures.by_year(found.documents, PARTS[of], of, found.called, chosen)

    drawn = library.remember(("gatherings.mentioned", subject, found.name, chosen), draw, size=WORTH)
    years = pictures.tallied(found.documents, of)
    return page(
        request,
        "gathering.html.j2",
        subject=subject,
        head=HEADS[subject],
        found=found,
        drawn=drawn,
        divided=PARTS[of],
        order=ROLES,
        grouped=[(key, list(group)) for key, group in groupby(found.said, key=lambda each: each.mention.document)],
        used=[number for number in range(len(PARTS[of])) if any(counts[number] for counts in years.values())],
        by_year=years,
        role=role,
        roles=_roles(found),
        listed=DOCUMENTS,
        labels=labels,
        bar=pictures.bar,
        given=given(request, "role"),
    )


def _roles(found: Gathering) -> dict[str, int]:
    counts = {role: sum(each.forms.get(role, 0) for each in found.documents) for role in ROLES[:-1]}
    return {role: number for role, number in counts.items() if number}


def _taken(request: AnyRequest, library: Library, subject: str, found: Gathering, ending: str) -> Response[bytes]:
    name = Words(found.called, found.english or found.called)
    if subject == "indicators":
        rows = flat(tables.statements(library, _statements(found)), language(request))
        return taken(request, ending, name, TAKEN, rows)
    return taken(request, ending, name, MENTIONED, map(_row, gathering.mentions(library, subject, found.name)))


def _row(each: Mention) -> Row:
    row: dict[str, Any] = {name: getattr(each, name, None) for name in MENTIONED}
    return row | {"sha256": each.document}


def _statements(found: Gathering) -> tables.Asked:
    sought: Sought = gathering.about("indicators", found.name)
    return tables.Asked(sought, "both", descending=True)


def _subject(request: AnyRequest) -> str:
    """The first part of the path."""
    return parted(request.scope["path"].strip("/").partition("/")[0])[0]
