"""``/names/{subject}``: the indicators, bodies, places, programmes and formulations that documents mention."""

from __future__ import annotations

from typing import Annotated, Literal

from litestar import Response
from msgspec import Meta, Struct
from msgspec.structs import asdict

from luoshi.actions import gathering
from luoshi.actions.gathering import SUBJECTS
from luoshi.http import Refused
from luoshi.knowledge.indicators import Indicator
from luoshi.rest.answers import PageLinks, address, answered, paged
from luoshi.rest.kinds import Paged, Words100
from luoshi.rest.operation import Call, Nothing
from luoshi.words import Words

Subject = Literal["indicators", "bodies", "places", "programmes", "formulations"]


class NamedThing(gathering.Named, frozen=True):
    """A thing that documents mention: how often, in how many documents, in documents of which years.

    `name` is its name, of an indicator the id; `called` is how people call it, `english` in English where the tables
    know. `years` has the mentions by year of the document. `link` leads to what is known of it.
    """

    link: str = ""


class Names(Struct, frozen=True):
    """A page of names; `unnamed` counts targets and achievements about an indicator that the tables do not know."""

    total: int
    limit: int
    offset: int
    unnamed: int
    links: PageLinks
    items: list[NamedThing]


class NamesAsked(Paged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which names."""

    words: Annotated[Words100 | None, Meta(description="A part of the name, in Chinese or English.")] = None
    sort: Annotated[
        Literal[
            "mentions",
            "documents",
            "first",
            "last",
            "name",
            "-mentions",
            "-documents",
            "-first",
            "-last",
            "-name",
        ],
        Meta(description="The largest first, names by code point; `-` before it turns the order round."),
    ] = "mentions"


class Coining(Struct, frozen=True):
    """Where a formulation comes from: the first day on which it can have been used, and its source."""

    term: str
    first: str
    seen: str
    event: str
    datable: bool
    source: str


class NameLinks(Struct, frozen=True):
    """Where the thing is, all that is said of it (a list of findings), and its page for people."""

    self: str
    findings: str
    page: str


class Gathered(Struct, frozen=True):
    """What is known of one thing: the documents that mention it, the oldest first, and what the tables say."""

    subject: Subject
    name: str
    called: str
    english: str | None
    mentions: int
    documents: tuple[gathering.Holder, ...]
    indicator: Indicator | None
    formulation: Coining | None
    links: NameLinks


def names(call: Call[NamesAsked, Nothing]) -> Response[bytes]:
    """List the indicators, bodies, places, programmes or formulations that documents mention."""
    asked, subject = call.query, _subject(call.path["subject"])
    wanted = gathering.Asked(asked.words, asked.sort.removeprefix("-"), asked.sort.startswith("-"))
    found = gathering.index(call.context.library, subject, wanted, size=asked.limit, first=asked.offset)
    links, headers = paged(call, found.total, asked.limit, asked.offset)
    items = [NamedThing(**asdict(each), link=address(call, f"/names/{subject}/{each.name}")) for each in found.rows]
    shown = Names(found.total, asked.limit, asked.offset, found.unnamed, links, items)
    return answered(call, shown, headers=headers)


def name(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show what is known of one indicator (by its id or any of its names), body, place, programme or formulation."""
    subject, wanted = _subject(call.path["subject"]), call.path["name"].removeprefix("/")
    found = gathering.gathering(call.context.library, subject, wanted)
    if found is None:
        alike = [called for _, called in gathering.nearest(call.context.library, subject, wanted)]
        advice = Words(f"/names/{subject} 列出有哪些。", f"/names/{subject} has those that there are.")
        if alike:
            advice = Words(f"相近的有：{'、'.join(alike)}。", f"Like it are {', '.join(alike)}.")
        raise Refused(404, Words(f"没有“{wanted[:40]}”。", f"There is no {wanted[:40]!r}."), advice)
    kinds, column = list(SUBJECTS[subject].kinds), SUBJECTS[subject].column
    links = NameLinks(
        self=address(call, f"/names/{subject}/{found.name}"),
        findings=address(call, "/findings", kind=kinds, **{column: found.name}),
        page=call.context.links.to(f"/{subject}/{found.name}"),
    )
    coined = found.formulation
    return answered(
        call,
        Gathered(
            subject=subject,
            name=found.name,
            called=found.called,
            english=found.english,
            mentions=found.total,
            documents=found.documents,
            indicator=found.indicator,
            formulation=Coining(**{each: getattr(coined, each) for each in Coining.__struct_fields__})
            if coined
            else None,
            links=links,
        ),
    )


def _subject(written: str) -> Subject:
    if written not in SUBJECTS:
        raise Refused(
            404,
            Words(f"没有 {written[:40]!r} 这一类。", f"There are no names of {written[:40]!r}."),
            Words(f"有：{'、'.join(SUBJECTS)}。", f"There are {', '.join(SUBJECTS)}."),
            parameter="subject",
        )
    return written  # type: ignore[return-value]
