"""What people decided about findings: listed, made, taken back."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response
from msgspec import Meta, Struct

from luoshi.actions.add import now
from luoshi.actions.corrections import Decision, decisions
from luoshi.errors import BadRequest, Changed
from luoshi.http import Refused, visitor
from luoshi.library import Correction, addition_of, correction_of
from luoshi.library.corrections import named, set_aside
from luoshi.model import Document, Span
from luoshi.rest.answers import PageLinks, address, answered, marks_seen, paged, tag_at
from luoshi.rest.asking import number_of
from luoshi.rest.documents import no_finding
from luoshi.rest.kinds import FindingId, Number, Paged
from luoshi.rest.operation import Call, Nothing
from luoshi.words import Words

Note = Annotated[str, Meta(max_length=10_000, description="Why, in a person's words.")]
Place = Annotated[int, Meta(ge=0, le=2**31 - 1)]


class Accept(Struct, frozen=True, tag="accept", tag_field="action", forbid_unknown_fields=True):
    """The finding is right; also one that was taken out."""

    finding: FindingId
    note: Note = ""


class Reject(Struct, frozen=True, tag="reject", tag_field="action", forbid_unknown_fields=True):
    """The finding is wrong: it is taken out."""

    finding: FindingId
    note: Note = ""


class Edit(Struct, frozen=True, tag="edit", tag_field="action", forbid_unknown_fields=True):
    """The finding's value has these fields; those that are not given stay. A field of the profile that is a text
    (`profile.title`) is replaced by `value` itself.
    """

    finding: FindingId
    value: Annotated[
        dict[str, Any] | str, Meta(description="In the form of the record.", examples=[{"quantity": {"value": 5}}])
    ]
    note: Note = ""


class Add(Struct, frozen=True, tag="add", tag_field="action", forbid_unknown_fields=True):
    """There is a finding of this `kind` on the characters from `start` to before `end` of the clean text."""

    kind: Annotated[str, Meta(min_length=1, max_length=40, examples=["place"])]
    start: Place
    end: Place
    value: Annotated[dict[str, Any] | str, Meta(description="In the form of the record.", examples=[{"name": "甲市"}])]
    note: Note = ""


Wanted = Accept | Reject | Edit | Add


class DocumentCorrections(Struct, frozen=True):
    """What people decided about a document, the oldest first, with what was taken back."""

    total: int
    items: list[Decision]


class Corrections(Struct, frozen=True):
    """What people decided, document by document; `total` counts the documents, `limit` and `offset` too."""

    total: int
    limit: int
    offset: int
    links: PageLinks
    items: list[Decision]


class CorrectionsAsked(Paged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Of which documents."""


def corrections(call: Call[CorrectionsAsked, Nothing]) -> Response[bytes]:
    """List what people decided about findings, of all documents.

    A page holds all corrections of `limit` documents.
    """
    asked, library = call.query, call.context.library
    ids = library.corrected_ids()
    some = ids[asked.offset : asked.offset + asked.limit]
    links, headers = paged(call, len(ids), asked.limit, asked.offset)
    found = list(decisions(library, some)) if some else []
    return answered(call, Corrections(len(ids), asked.limit, asked.offset, links, found), headers=headers)


def of_document(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """List what people decided about the findings of a document."""
    tag = tag_at(call, call.path["id"])
    made = list(decisions(call.context.library, [call.path["id"]]))
    return answered(call, DocumentCorrections(len(made), made), tag=tag)


def correction(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show one correction."""
    tag = tag_at(call, call.path["id"])
    return answered(call, _numbered(call), tag=tag)


def correct(call: Call[Nothing, Wanted]) -> Response[bytes]:
    """Accept, reject or edit a finding, or add one.

    The document shows it from then on, everywhere. `If-Match` with the entity tag of the list of the document's
    corrections refuses where somebody decided something meanwhile.
    """
    library, wanted = call.context.library, call.body
    shown = library.get(call.path["id"])
    if not isinstance(wanted, Add) and wanted.finding not in named(shown) | set_aside(shown):
        raise no_finding(wanted.finding)
    try:
        number = library.correct(shown.id, _made(call, shown), seen=marks_seen(call.request))
    except Changed:
        raise
    except BadRequest as error:
        raise Refused(422, error.what, error.advice) from None
    decided = next(each for each in decisions(library, [shown.id]) if each.number == number)
    place = address(call, f"/documents/{shown.id}/corrections/{number}")
    return answered(call, decided, status=201, headers={"Location": place})


def _made(call: Call[Nothing, Wanted], shown: Document) -> Correction:
    wanted, asking = call.body, visitor(call.request)
    by = {"who": asking.name if asking else "", "when": now(), "note": wanted.note}
    if not isinstance(wanted, Add):
        value = wanted.value if isinstance(wanted, Edit) else None
        return correction_of(shown, wanted.finding, _action(wanted), value=value, **by)
    if not wanted.start <= wanted.end <= len(shown.text):
        size = len(shown.text)
        raise BadRequest(
            Words(f"位置在 {size} 字的正文之外。", f"The place lies outside the text of {size} characters."),
            Words("位置按 /text 的字数算。", "Places are offsets of the characters of /text."),
        )
    return addition_of(shown, wanted.kind, Span(wanted.start, wanted.end), value=wanted.value, **by)


def withdraw(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Take a correction back.

    It stays in the document's history, with who took it back and when. `If-Match` as for making one.
    """
    library, there, asking = call.context.library, _numbered(call), visitor(call.request)
    if there.withdrawn:
        raise Refused(
            409,
            Words(f"第 {there.number} 号更正已经撤回。", f"Correction {there.number} was taken back already."),
            Words("不必再撤。", "There is nothing left to do."),
        )
    who = asking.name if asking else ""
    library.withdraw(there.document, there.number, who=who, when=now(), seen=marks_seen(call.request))
    return correction(call)


def _numbered(call: Call[Any, Any]) -> Decision:
    number = number_of("number", call.path["number"], Number)
    for each in decisions(call.context.library, [call.path["id"]]):
        if each.number == number:
            return each
    raise Refused(
        404,
        Words(f"这份文档没有第 {number} 号更正。", f"The document has no correction {number}."),
        Words("请先列出它的更正。", "List its corrections first."),
    )


def _action(wanted: Accept | Reject | Edit) -> str:
    return str(type(wanted).__struct_config__.tag)
