"""``/findings``: findings of all documents, by any filter and in any order."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, get_args

from litestar import Response
from msgspec import Meta, Struct

from luoshi.library import Library, Mention, Sought
from luoshi.model import Period
from luoshi.rest.answers import PageLinks, answered, paged
from luoshi.rest.asking import backwards, refused
from luoshi.rest.kinds import Amount, Id, Kind, OfDocument, Time, Words100
from luoshi.rest.operation import Call, Nothing
from luoshi.words import Words

Basis = Literal["stated", "normalised", "inferred", "confirmed", "corrected"]
Severity = Literal["fatal", "major", "minor", "note"]
Measure = Literal[
    "level",
    "change",
    "growth",
    "growth_annual",
    "share",
    "rank",
    "coverage",
    "count",
    "multiple",
    "completion",
    "duration",
]

Column = Literal[
    "date",
    "title",
    "genre",
    "issuer",
    "level",
    "region",
    "year",
    "kind",
    "quote",
    "section",
    "basis",
    "name",
    "indicator",
    "concept",
    "value",
    "high",
    "unit",
    "comparator",
    "measure",
    "first_day",
    "last_day",
    "actor",
    "form",
    "code",
    "binding",
    "severity",
]

Sort = Annotated[
    str,
    Meta(
        pattern=f"^-?({'|'.join(get_args(Column))})$",
        description="A column; `-` before it turns the order round. `date`: the newest document first, in the order of"
        " its text; so do those stand that are alike in another column. What has nothing in the column comes last.",
        examples=["date", "-value", "last_day"],
        extra={"among": get_args(Column)},
    ),
]

FACETS = ("kind", "level", "region", "year", "genre", "unit", "measure", "binding", "severity", "name")
"""By what findings that fit can be counted."""

MANY = 40
"""So many values a facet has, those with the most findings."""


class Share(Struct, frozen=True):
    """How many of the findings have a value, in how many documents."""

    value: str | int
    findings: int
    documents: int


class FindingsAsked(OfDocument, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which findings."""

    kind: Annotated[tuple[Kind, ...], Meta(description="Only findings of these kinds.", max_length=12)] = ()
    words: Annotated[Words100 | None, Meta(description="A part of the finding's words.")] = None
    concept: Annotated[Words100 | None, Meta(description="Id of a standard indicator.", examples=["gdp"])] = None
    indicator: Annotated[Words100 | None, Meta(description="A part of the indicator in the text's words.")] = None
    name: Annotated[
        Words100 | None, Meta(description="The whole name of a body, place, programme, formulation, check …")
    ] = None
    actor: Annotated[Words100 | None, Meta(description="A part of the name of whom it binds or describes.")] = None
    due_from: Annotated[Time | None, Meta(description="Its period ends on this day or later.")] = None
    due_to: Annotated[Time | None, Meta(description="Its period ends on this day or before.")] = None
    value_from: Annotated[Amount | None, Meta(description="The least value, in base units.")] = None
    value_to: Annotated[Amount | None, Meta(description="The greatest value, in base units.")] = None
    unit: Annotated[
        Words100 | None, Meta(description="The unit; `%` for shares and growth, which have none.", examples=["%", "元"])
    ] = None
    measure: Annotated[Measure | None, Meta(description="What the quantity measures.")] = None
    binding: Annotated[
        Literal["binding", "anticipatory"] | None, Meta(description="约束性 or 预期性, where the text says so.")
    ] = None
    severity: Annotated[Severity | None, Meta(description="Of doubts.")] = None
    basis: Annotated[Basis | None, Meta(description="Said by the text, concluded, or decided by a person.")] = None
    form: Annotated[Words100 | None, Meta(description="A body's role, a programme's form, a place's kind.")] = None
    section: Annotated[
        Words100 | None, Meta(description="Id of the node of the outline in which it starts.", examples=["c2-i5"])
    ] = None
    document: Annotated[Id | None, Meta(description="Only findings of this document.")] = None
    issuer: Annotated[Words100 | None, Meta(description="Who issued the document, by the whole name.")] = None
    sort: Sort = "date"
    facets: Annotated[
        bool, Meta(description=f"Count all that fit by {', '.join(FACETS)}: of each the {MANY} values with the most.")
    ] = False


class Findings(Struct, frozen=True, omit_defaults=True):
    """A page of the findings that fit; `total` is how many there are.

    `facets`, where they are asked for, count them by what they say and by what their documents are, the most first.
    """

    total: int
    limit: int
    offset: int
    links: PageLinks
    items: list[Mention]
    facets: dict[str, tuple[Share, ...]] | None = None


def findings(call: Call[FindingsAsked, Nothing]) -> Response[bytes]:
    """List findings of all documents.

    Targets, achievements, pledges, programmes, bodies, places, doubts … each with its document. The tables of
    targets and of doubts and the pages of indicators and bodies are this list with filters. Measures, quantities and
    deadlines are not among them: each document lists its own, and search finds passages with them.
    """
    asked, library = call.query, call.context.library
    sought = sought_by(asked)
    total = library.count_findings(sought)
    found = library.findings(
        sought,
        order=asked.sort.removeprefix("-"),
        descending=asked.sort.startswith("-"),
        limit=asked.limit,
        offset=asked.offset,
    )
    links, headers = paged(call, total, asked.limit, asked.offset)
    facets = {name: _shares(library, sought, name) for name in FACETS} if asked.facets else None
    return answered(call, Findings(total, asked.limit, asked.offset, links, found, facets), headers=headers)


def _shares(library: Library, sought: Sought, column: str) -> tuple[Share, ...]:
    found = [each for each in library.tallies(sought, (column,)) if each.values[0] is not None]
    found.sort(key=lambda each: -each.findings)
    return tuple(Share("%" if each.values[0] == "" else each.values[0], *each[1:3]) for each in found[:MANY])


def sought_by(asked: FindingsAsked) -> Sought:
    """What the parameters ask for. Raises ``Refused``."""
    low = _period("due_from", asked.due_from).first_day if asked.due_from else None
    high = _period("due_to", asked.due_to).last_day if asked.due_to else None
    for name, first, last in (("due_to", low, high), ("value_to", asked.value_from, asked.value_to)):
        if first is not None and last is not None and last < first:  # type: ignore[operator]
            raise backwards(name)
    alike = ("words", "concept", "indicator", "name", "actor", "measure", "binding", "severity", "basis", "form")
    return Sought(
        kinds=tuple(asked.kind),
        days=(low, high) if low or high else None,
        values=None if asked.value_from is asked.value_to is None else (asked.value_from, asked.value_to),
        unit="" if asked.unit == "%" else asked.unit,
        years=asked.years,
        grades=asked.grade,
        **{
            name: getattr(asked, name) for name in (*alike, "section", "document", "level", "region", "genre", "issuer")
        },
    )


def _period(name: str, written: str) -> Period:
    found = Period.of(written)
    try:
        date.fromisoformat(found.last_day)
    except ValueError:
        raise refused(name, written, Words("没有这一天", "there is no such day")) from None
    return found
