"""``/documents``: the shelf, and one document in each of its forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from litestar import Response
from msgspec import Meta, Struct
from msgspec.structs import asdict

from luoshi.actions.corrections import Decision, decisions
from luoshi.actions.naming import attachment
from luoshi.actions.one_finding import seen, shown
from luoshi.errors import BadRequest
from luoshi.http import Refused
from luoshi.library import Chosen, Entry, Facets
from luoshi.model import Document
from luoshi.model.citation import Citation
from luoshi.record import to_json
from luoshi.rest.answers import PageLinks, address, answered, marks_seen, paged, sent, tag_at
from luoshi.rest.kinds import AnyKind, Level, OfYears, Paged, Words100
from luoshi.rest.operation import JSON, Call, Nothing
from luoshi.search import Count
from luoshi.words import Words


class DocumentLinks(Struct, frozen=True):
    """Where the forms of a document are; ``page`` is its reading page for people."""

    self: str
    record: str
    original: str
    text: str
    outline: str
    findings: str
    corrections: str
    page: str


class ListedDocument(Entry, frozen=True):
    """A document in one line: what it is, how far it can be trusted (`grade` A to D), how much was found in it.

    `id` is the SHA-256 of its bytes, `name` that of the file. `date` is the time that 今年 means in it (ISO 8601,
    may be of reduced precision or an interval), `earliest` the first day on which it can have been written.
    `counts` has the number of findings of each kind, `added` is a time in UTC, `rules` and `knowledge` are the
    versions with which it was read, `reasons` why it has its grade.
    """

    reasons: tuple[Words, ...]
    links: DocumentLinks


class Documents(Struct, frozen=True, omit_defaults=True):
    """A page of the documents that fit; `total` is how many there are.

    `facets`, where they are asked for, count the documents by level, region, year, genre and grade.
    """

    total: int
    limit: int
    offset: int
    links: PageLinks
    items: list[ListedDocument]
    facets: dict[str, tuple[Count, ...]] | None = None


Several = Annotated[tuple[Words100, ...], Meta(max_length=40)]


class DocumentsAsked(OfYears, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which documents; of a filter that is given several times any value fits."""

    level: Annotated[tuple[Level, ...], Meta(description="Of which level the place is.", max_length=6)] = ()
    region: Annotated[
        Several,
        Meta(description="A part of the name of the place, or a GB/T 2260 code or its beginning.", examples=[["32"]]),
    ] = ()
    genre: Annotated[Several, Meta(description="The genre by its Chinese name.")] = ()
    grade: Annotated[tuple[Literal["A", "B", "C", "D"], ...], Meta(description="The grade.", max_length=4)] = ()
    sort: Annotated[
        Literal["date", "title", "added", "grade", "targets"],
        Meta(description="The newest date, the title, the last added, the best grade or the most targets first."),
    ] = "date"
    facets: Annotated[bool, Meta(description="Count all that fit by level, region, year, genre and grade.")] = False


class AsRead(Struct, frozen=True, forbid_unknown_fields=True):
    """Which reading."""

    as_read: Annotated[bool, Meta(description="As rules read it, without what people corrected.")] = False


RecordFinding = Annotated[msgspec.Raw, Meta(extra_json_schema={"$ref": "#/components/schemas/record.finding"})]


class DocumentFindings(Struct, frozen=True):
    """The findings of a document in the order of its text, each as in its record."""

    total: int
    limit: int
    offset: int
    links: PageLinks
    items: list[RecordFinding]


class FindingPlace(Struct, frozen=True):
    """Where a finding stands.

    `cited` is a line to quote, `citation` its parts: `paragraph` and `line` count from 1, `gb7714` is the document as a
    reference. `before` and `after` are what stands around its `words` in the paragraph, cut with `…`. `decisions` are what
    people decided about it, the oldest first; `page` is its page for people.
    """

    cited: str
    citation: Citation
    before: str
    words: str
    after: str
    decisions: list[Decision]
    page: str


class DocumentFindingsAsked(Paged, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which findings."""

    kind: Annotated[tuple[AnyKind, ...], Meta(description="Only findings of these kinds.", max_length=20)] = ()
    as_read: Annotated[bool, Meta(description="As rules read it, without what people corrected.")] = False


def documents(call: Call[DocumentsAsked, Nothing]) -> Response[bytes]:
    """List documents, by the filters of the shelf."""
    asked, library = call.query, call.context.library
    several = (tuple(values) or None for values in (asked.level, asked.region, asked.genre))
    level, region, genre = several
    chosen = Chosen(level, region, asked.years, genre, "".join(asked.grade) or None)
    total = library.count(chosen)
    entries = library.entries(chosen, order=asked.sort, limit=asked.limit, offset=asked.offset)
    links, headers = paged(call, total, asked.limit, asked.offset)
    facets = _counts(library.facets(chosen)) if asked.facets else None
    shown = Documents(total, asked.limit, asked.offset, links, every_listed(call, entries), facets)
    return answered(call, shown, headers=headers)


def _counts(facets: Facets) -> dict[str, tuple[Count, ...]]:
    return {name: tuple(Count(*each) for each in shares) for name, shares in facets._asdict().items()}


def document(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show one document's line, with the addresses of its forms."""
    return one_listed(call, call.path["id"])


def remove(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Remove a document, with what people corrected in it.

    `If-Match` with the entity tag of the document's line refuses where that was changed meanwhile.
    """
    call.context.library.remove(call.path["id"], seen=marks_seen(call.request))
    return Response(b"", status_code=204)


def record(call: Call[AsRead, Nothing]) -> Response[bytes]:
    """Fetch the whole record `luoshi/document/1`: text, edits, outline, profile, verdict and all findings."""
    return sent(call, to_json(_read(call, as_read=call.query.as_read)), JSON)


def original(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch the bytes that the document was read from, to be kept under their name."""
    library = call.context.library
    entry = library.entry(call.path["id"])
    data = library.original(entry.id)
    headers = {"Content-Disposition": attachment(entry.name)}
    return sent(call, data, "application/octet-stream", headers=headers, tag=f'"{entry.id}"')


def text(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch the clean text, one paragraph a line; spans are offsets of its characters (Unicode code points)."""
    content = _read(call).text.content
    return sent(call, content.encode("utf-8", "replace"), "text/plain")


def outline(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch the tree of chapters and items."""
    return answered(call, _read(call).outline)


def findings(call: Call[DocumentFindingsAsked, Nothing]) -> Response[bytes]:
    """List the findings of a document, each with its value, its words and where they stand."""
    asked = call.query
    found = each_finding(_read(call, as_read=asked.as_read), asked.kind)
    links, headers = paged(call, len(found), asked.limit, asked.offset)
    items = [raw for _, raw in found[asked.offset : asked.offset + asked.limit]]
    listing = DocumentFindings(len(found), asked.limit, asked.offset, links, items)
    return answered(call, listing, headers=headers)


def finding(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show one finding as in the record, as people corrected it; also one that they took out (basis `rejected`)."""
    wanted = call.path["finding"]
    record = _Record.of(_read(call))
    for raw in (*record.findings, *record.rejected):
        if msgspec.json.decode(raw, type=_Head).id == wanted:
            return sent(call, bytes(raw), JSON)
    raise no_finding(wanted)


def place(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show where a finding stands: how it is cited, its paragraph, the words around it, and what people decided about it."""
    library, name = call.context.library, call.path["finding"]
    try:
        found = seen(library, call.path["id"], name)
    except BadRequest:
        raise no_finding(name) from None
    numbers = {each.id for each, _ in found.decisions}
    decided = [each for each in decisions(library, [found.document.id]) if each.number in numbers] if numbers else []
    around = shown(found.document, found.finding.span)
    page = call.context.links.to(f"/d/{found.document.id[:12]}/f/{name}")
    cited = found.document.cite(found.finding)
    return answered(call, FindingPlace(str(cited), cited, around.before, around.words, around.after, decided, page))


def no_finding(name: str) -> Refused:
    """The document has none of this id."""
    return Refused(
        404,
        Words(f"这份文档没有编号为 {name[:80]} 的发现。", f"The document has no finding {name[:80]}."),
        Words("请先列出它的发现。", "List its findings first."),
        parameter="finding",
    )


def each_finding(read: Document, kinds: tuple[str, ...]) -> list[tuple[str, msgspec.Raw]]:
    """The findings of a document, of these kinds or all, each with its id and its JSON."""
    found = [(msgspec.json.decode(raw, type=_Head), raw) for raw in _Record.of(read).findings]
    return [(head.id, raw) for head, raw in found if not kinds or head.kind in kinds]


class _Head(Struct):
    id: str
    kind: str


class _Record(Struct):
    findings: list[msgspec.Raw]
    rejected: list[msgspec.Raw] = []

    @classmethod
    def of(cls, read: Document) -> _Record:
        """What findings a record holds, each still in JSON."""
        return msgspec.json.decode(to_json(read), type=cls)


def one_listed(
    call: Call[Any, Any], shortened: str, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response[bytes]:
    """The answer that holds a document's line with its links."""
    tag = tag_at(call, shortened)
    (line,) = every_listed(call, [call.context.library.entry(shortened)])
    return answered(call, line, status=status, headers=headers, tag=tag)


def every_listed(call: Call[Any, Any], entries: list[Entry]) -> list[ListedDocument]:
    """The lines of documents with their links."""
    reasons = call.context.library.reasons([each.id for each in entries])
    return [_listed(call, each, reasons.get(each.id, ())) for each in entries]


def _listed(call: Call[Any, Any], entry: Entry, reasons: tuple[Words, ...]) -> ListedDocument:
    at = f"/documents/{entry.id}"
    parts = ("record", "original", "text", "outline", "findings", "corrections")
    links = DocumentLinks(
        self=address(call, at),
        page=call.context.links.to(f"/d/{entry.id[:12]}"),
        **{part: address(call, f"{at}/{part}") for part in parts},
    )
    return ListedDocument(**asdict(entry), reasons=reasons, links=links)


def _read(call: Call[Any, Any], *, as_read: bool = False) -> Document:
    return call.context.library.get(call.path["id"], as_read=as_read)
