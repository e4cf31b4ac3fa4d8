"""What people decide about findings: a page for each finding, one to add another, and the history of a document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
from litestar import Response, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, FromQuery
from litestar.response import Redirect

from luoshi.actions import asking
from luoshi.actions.add import now
from luoshi.actions.corrections import Decision, decisions, flat
from luoshi.actions.one_finding import ADDABLE, Seen, Shown, add_to, decide_on, places_of, seen, shown
from luoshi.errors import BadRequest, Changed, LuoshiError
from luoshi.exports.columns import COLUMNS, Column
from luoshi.exports.tables import Columns
from luoshi.http import context, editors, readers, status_of, told, visitor
from luoshi.library.saying import asked
from luoshi.model import Document, Span
from luoshi.pages.cards import card
from luoshi.pages.labels import FIELDS
from luoshi.web.field_words import DECISIONS, STATES, field_words, kind_words
from luoshi.web.rendering import AnyRequest, page
from luoshi.web.taking import taken
from luoshi.words import Words

ROWS = 100
"""Decisions on one page."""

LONGEST = 2_000
"""Characters of a note, and of the words that something is added on."""

_WORDS: dict[str, Any] = {
    "field_words": field_words,
    "kind_words": kind_words,
    "decisions": DECISIONS,
    "states": STATES,
}
"""How the templates name things."""

Form = Annotated[dict[str, str], Body(media_type=RequestEncodingType.URL_ENCODED)]
"""What a form holds: fields of a finding (``quantity.value``), and the form's own, which begin with ``_``."""


@get("/d/{identity:str}/f/{name:str}", guards=[readers], sync_to_thread=True, include_in_schema=False)
def finding(
    request: AnyRequest, identity: FromPath[str], name: FromPath[str], done: FromQuery[str] = ""
) -> Response[str]:
    """All about one finding: its words, what it says, why, and what people decided about it."""
    return _finding(request, seen(context(request).library, identity, name), done=bool(done))


@post("/d/{identity:str}/f/{name:str}", guards=[editors], sync_to_thread=True, include_in_schema=False)
def decided(request: AnyRequest, identity: FromPath[str], name: FromPath[str], data: Form) -> Response[str] | Redirect:
    """Accept it, edit it, reject it."""
    at, library = context(request), context(request).library
    written, note = _fields(data), data.get("_note", "")
    try:
        number = decide_on(
            library,
            identity,
            name,
            data.get("_action", ""),
            who=_who(request),
            written=written,
            note=_note(note),
            mark=data.get("_mark", ""),
        )
    except BadRequest as error:
        return _finding(request, seen(library, identity, name), error=error, written=written, note=note)
    whole = library.full(identity)
    return Redirect(at.links.to(f"/d/{whole[:12]}/f/{name}", done=number), status_code=303)


@get("/d/{identity:str}/add", guards=[editors], sync_to_thread=True, include_in_schema=False)
def addition(
    request: AnyRequest,
    identity: FromPath[str],
    words: FromQuery[str] = "",
    paragraph: FromQuery[str] = "",
    kind: FromQuery[str] = "target",
    start: FromQuery[str] = "",
) -> Response[str]:
    """A form for a finding that is missing: on which words, of which kind, what it says."""
    document = context(request).library.get(identity)
    return _addition(request, document, words=words, paragraph=paragraph, kind=kind, start=start)


@post("/d/{identity:str}/add", guards=[editors], sync_to_thread=True, include_in_schema=False)
def added(request: AnyRequest, identity: FromPath[str], data: Form) -> Response[str] | Redirect:
    """Keep the finding."""
    library = context(request).library
    document = library.get(identity)
    words, kind, start = data.get("_words", ""), data.get("_kind", ""), data.get("_start", "")
    note, written = data.get("_note", ""), _fields(data)
    try:
        span = _span(document, words, start)
        number = add_to(library, document.id, kind, span, who=_who(request), written=written, note=_note(note))
    except BadRequest as error:
        return _addition(
            request, document, words=words, kind=kind, start=start, error=error, written=written, note=note
        )
    name = library.decided(document.id).added.get(number, "")
    here = f"/d/{document.id[:12]}"
    return Redirect(context(request).links.to(f"{here}/f/{name}" if name else here, done=number), status_code=303)


@get("/d/{identity:str}/corrections", guards=[readers], sync_to_thread=True, include_in_schema=False)
def corrections(request: AnyRequest, identity: FromPath[str]) -> Response[str]:
    """What people decided about a document, the newest first, and what came of it."""
    library = context(request).library
    line = library.entry(identity)
    made = library.decided(line.id)
    history = [
        (each, made.states.get(each.id or 0, ""), made.added.get(each.id or 0) or each.finding or "")
        for each in reversed(made.corrections)
    ]
    shown_ids = made.document.ids().keys() | {each.id for each in made.document.rejected}
    known = {f"profile.{each.kind}" for each in made.document.profile} | shown_ids
    shown_there: dict[str, Any] = {"entry": line, "history": history, "known": known, "here_is": f"/d/{line.id[:12]}"}
    return page(request, "corrections.html.j2", **_WORDS, **shown_there)


@get("/corrections", guards=[readers], sync_to_thread=True, include_in_schema=False)
def all_corrections(request: AnyRequest) -> Response[str]:
    """What people decided about all documents."""
    made, number = list(decisions(context(request).library)), asking.page(request.query_params.dict())
    made.sort(key=lambda each: (each.when, each.number), reverse=True)
    rows, pages = made[(number - 1) * ROWS : number * ROWS], -(-len(made) // ROWS)
    shown_there: dict[str, Any] = {"made": rows, "total": len(made), "number": number, "pages": pages}
    return page(request, "all_corrections.html.j2", **_WORDS, **shown_there)


def corrections_taken(request: AnyRequest) -> Response[bytes]:
    """The same to take along; ``luoshi corrections --from`` takes the JSON into another library."""
    return _taken(request, decisions(context(request).library), request.scope["path"].rpartition(".")[2])


def corrections_of_one_taken(request: AnyRequest, identity: FromPath[str]) -> Response[bytes]:
    """Those of one document."""
    library = context(request).library
    return _taken(request, decisions(library, [library.full(identity)]), request.scope["path"].rpartition(".")[2])


def _taken(request: AnyRequest, made: Iterable[Decision], ending: str) -> Response[bytes]:
    rows = list(made)
    if ending == "json":
        headers = {"Content-Disposition": "attachment; filename=corrections.json"}
        return Response(msgspec.json.encode(rows), media_type="application/json", headers=headers)
    return taken(request, ending, Words("更正", "Corrections"), _COLUMNS, map(flat, rows))


_HEADS = {
    "document": (Words("文档", "Document"), 14),
    "number": (Words("序号", "Number"), 8),
    "finding": (Words("发现", "Finding"), 22),
    "action": (Words("决定", "Decision"), 10),
    "before": (Words("更正前", "Before"), 40),
    "after": (Words("更正后", "After"), 40),
    "value": (Words("填写的内容", "What was given"), 40),
    "who": (Words("谁", "Who"), 12),
    "when": (Words("何时", "When"), 20),
    "note": (Words("说明", "Note"), 40),
    "state": (Words("状态", "State"), 10),
    "withdrawn_by": (Words("收回者", "Taken back by"), 14),
    "withdrawn": (Words("收回时间", "Taken back at"), 20),
    "start": (Words("起", "Start"), 8),
    "end": (Words("止", "End"), 8),
}
_COLUMNS: Columns = {
    name: Column(*_HEADS[name]) if name in _HEADS else COLUMNS[name] for name in Decision.__struct_fields__
}
"""The fields of a decision; what findings have too is headed as theirs."""


@post("/d/{identity:str}/corrections/{number:int}", guards=[editors], sync_to_thread=True, include_in_schema=False)
def withdrawn(request: AnyRequest, identity: FromPath[str], number: FromPath[int]) -> Redirect:
    """Take a decision back; its history stays."""
    library = context(request).library
    whole = library.full(identity)
    library.withdraw(whole, number, who=_who(request), when=now())
    return Redirect(context(request).links.to(f"/d/{whole[:12]}/corrections"), status_code=303)


def _finding(
    request: AnyRequest,
    found: Seen,
    *,
    error: LuoshiError | None = None,
    written: dict[str, str] | None = None,
    note: str = "",
    done: bool = False,
) -> Response[str]:
    fields = [each._replace(written=(written or {}).get(each.name, each.written)) for each in found.fields]
    differing = [(each.name, each.written, mine.written) for each, mine in zip(found.fields, fields, strict=True)]
    return page(
        request,
        "finding.html.j2",
        **_WORDS,
        done=done,
        status=status_of(error) if error else 200,
        seen=found,
        here_is=f"/d/{found.document.id[:12]}",
        shown=shown(found.document, found.finding.span),
        citation=found.document.cite(found.finding),
        card=card(found.document, found.finding, found.id),
        labels=FIELDS,
        fields=fields,
        differing=[each for each in differing if each[1] != each[2]] if isinstance(error, Changed) else [],
        fault=told(error) if error else None,
        note=note,
    )


def _addition(
    request: AnyRequest,
    document: Document,
    *,
    words: str,
    kind: str,
    start: str = "",
    paragraph: str = "",
    error: LuoshiError | None = None,
    written: dict[str, str] | None = None,
    note: str = "",
) -> Response[str]:
    kind = kind if kind in ADDABLE else ADDABLE[0]
    spans = places_of(document, words[:LONGEST], int(paragraph) if _is_number(paragraph) else None)
    places: list[tuple[int, Shown]] = [(span.start, shown(document, span)) for span in spans]
    return page(
        request,
        "addition.html.j2",
        **_WORDS,
        status=status_of(error) if error else 200,
        document=document,
        here_is=f"/d/{document.id[:12]}",
        words=words[:LONGEST],
        places=places,
        start=start,
        kind=kind,
        kinds=ADDABLE,
        fields=[each._replace(written=(written or {}).get(each.name, "")) for each in asked(kind)],
        fault=told(error) if error else None,
        note=note,
    )


def _span(document: Document, words: str, start: str) -> Span:
    span = Span(int(start), int(start) + len(words)) if _is_number(start) else Span(0, 0)
    if not words or document.text[span] != words:
        raise BadRequest(
            Words("没有说明补充在哪段文字上。", "It is not said on which words."),
            Words("请先选定原文中的文字。", "Choose words of the text first."),
        )
    return span


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 12


def _fields(data: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in data.items() if not name.startswith("_")}


def _note(note: str) -> str:
    if len(note) > LONGEST:
        raise BadRequest(Words(f"说明最多 {LONGEST} 字。", f"A note has {LONGEST} characters at most."))
    return note.strip()


def _who(request: AnyRequest) -> str:
    who = visitor(request)
    return who.name if who else ""
