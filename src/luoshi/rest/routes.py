"""All of ``/api/v1``: what can be asked, one line each, and the handlers made of it."""

from __future__ import annotations

from typing import Any

from litestar import Response, Router
from litestar.concurrency import sync_to_thread
from litestar.handlers import HTTPRouteHandler
from msgspec import Struct

from luoshi.actions.corrections import Decision
from luoshi.http import Refused, administrators, context, editors, readers
from luoshi.http.faults import said
from luoshi.model import Section
from luoshi.rest import adding, corrections, documents, findings, names, searching
from luoshi.rest.about import About, about
from luoshi.rest.answers import ROOT, acceptable, answered
from luoshi.rest.asking import body_of, query_of
from luoshi.rest.operation import JSON, AnyRequest, Call, Gives, Nothing, Operation
from luoshi.rest.schema import RECORD, RECORD_FINDING, openapi, record_schema

LARGEST = 1 << 20
"""Bytes that a body of JSON may have."""


def described(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch this description, OpenAPI 3.1."""
    return answered(call, openapi(OPERATIONS, call.context.links.prefix, local=call.context.local))


def record_described(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch the JSON Schema of the record `luoshi/document/1`."""
    return answered(call, record_schema())


OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "/", about, "about", readers, {200: Gives(About, "What answers here.")}),
    Operation(
        "GET", "/openapi.json", described, "about", None, {200: Gives(dict[str, Any], "The description.")}
    ),
    Operation(
        "GET", "/record.schema.json", record_described, "about", None, {200: Gives(dict[str, Any], "The schema.")}
    ),
    Operation(
        "GET",
        "/documents",
        documents.documents,
        "documents",
        readers,
        {200: Gives(documents.Documents, "A page of documents.", headers=("Link",))},
        asks=documents.DocumentsAsked,
    ),
    Operation(
        "POST",
        "/documents",
        adding.add,
        "documents",
        editors,
        {
            201: Gives(documents.ListedDocument, "It was read and is on the shelf.", headers=("Location",)),
            200: Gives(documents.ListedDocument, "Its bytes were there already; nothing changed."),
        },
        asks=adding.Asked,
        takes=bytes,
        refuses=(413, 415, 422),
    ),
    Operation(
        "GET",
        "/documents/{id}",
        documents.document,
        "documents",
        readers,
        {200: Gives(documents.ListedDocument, "The document's line.")},
    ),
    Operation(
        "DELETE",
        "/documents/{id}",
        documents.remove,
        "documents",
        administrators,
        {204: Gives(None, "It was removed.")},
        refuses=(412,),
    ),
    Operation(
        "GET",
        "/documents/{id}/record",
        documents.record,
        "documents",
        readers,
        {200: Gives(RECORD, "The record.")},
        asks=documents.AsRead,
    ),
    Operation(
        "GET",
        "/documents/{id}/original",
        documents.original,
        "documents",
        readers,
        {200: Gives(None, "The bytes.", "application/octet-stream", ("Content-Disposition",))},
    ),
    Operation(
        "GET",
        "/documents/{id}/text",
        documents.text,
        "documents",
        readers,
        {200: Gives(None, "The clean text.", "text/plain; charset=utf-8")},
    ),
    Operation(
        "GET",
        "/documents/{id}/outline",
        documents.outline,
        "documents",
        readers,
        {200: Gives(Section, "The root of the tree.")},
    ),
    Operation(
        "GET",
        "/documents/{id}/findings",
        documents.findings,
        "findings",
        readers,
        {200: Gives(documents.DocumentFindings, "A page of findings.", headers=("Link",))},
        asks=documents.DocumentFindingsAsked,
    ),
    Operation(
        "GET",
        "/documents/{id}/findings/{finding}",
        documents.finding,
        "findings",
        readers,
        {200: Gives(RECORD_FINDING, "The finding.")},
    ),
    Operation(
        "GET",
        "/documents/{id}/corrections",
        corrections.of_document,
        "corrections",
        readers,
        {200: Gives(corrections.DocumentCorrections, "All of them.")},
    ),
    Operation(
        "POST",
        "/documents/{id}/corrections",
        corrections.correct,
        "corrections",
        editors,
        {201: Gives(Decision, "The correction as it is kept.", headers=("Location",))},
        takes=corrections.Wanted,
        refuses=(412, 413, 415),
    ),
    Operation(
        "GET",
        "/documents/{id}/corrections/{number}",
        corrections.correction,
        "corrections",
        readers,
        {200: Gives(Decision, "The correction.")},
    ),
    Operation(
        "DELETE",
        "/documents/{id}/corrections/{number}",
        corrections.withdraw,
        "corrections",
        editors,
        {200: Gives(Decision, "The correction, with who took it back.")},
        refuses=(409, 412),
    ),
    Operation(
        "GET",
        "/corrections",
        corrections.corrections,
        "corrections",
        readers,
        {200: Gives(corrections.Corrections, "Those of a page of documents.", headers=("Link",))},
        asks=corrections.CorrectionsAsked,
    ),
    Operation(
        "GET",
        "/findings",
        findings.findings,
        "findings",
        readers,
        {200: Gives(findings.Findings, "A page of findings.", headers=("Link",))},
        asks=findings.FindingsAsked,
        refuses=(404,),
    ),
    Operation(
        "GET",
        "/names/{subject}",
        names.names,
        "names",
        readers,
        {200: Gives(names.Names, "A page of names.", headers=("Link",))},
        asks=names.NamesAsked,
    ),
    Operation(
        "GET",
        "/names/{subject}/{name}",
        names.name,
        "names",
        readers,
        {200: Gives(names.Gathered, "What is known of it.")},
    ),
    Operation(
        "GET",
        "/search",
        searching.search,
        "search",
        readers,
        {200: Gives(searching.SearchResult, "A page of documents, and how all divide.", headers=("Link",))},
        asks=searching.SearchAsked,
    ),
)


def _handler(operation: Operation) -> HTTPRouteHandler:
    guards = [operation.guard] if operation.guard else []
    made = HTTPRouteHandler(
        _litestar_path(operation.path),
        http_method=[operation.method],  # type: ignore[list-item]
        guards=guards,
        include_in_schema=False,
        status_code=200,
        **({} if operation.takes is bytes else {"request_max_body_size": LARGEST}),
    )

    async def handle(request: AnyRequest) -> Response[bytes]:
        check_headers(operation, request)
        body = b"" if operation.takes is Nothing else await request.body()
        return await sync_to_thread(_done, operation, request, body)

    return made(handle)


def check_headers(operation: Operation, request: AnyRequest) -> None:
    """Raise ``Refused`` where the answer would not be wanted (406), or the body is of another type (415)."""
    good = next(iter(operation.gives.values()))
    if good.what is not None and not acceptable(request.headers.get("accept"), good.media_type):
        what = said(406)
        raise Refused(406, what.what, what.advice)
    if operation.takes in (Nothing, bytes):
        return
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != JSON:
        what = said(415)
        raise Refused(415, what.what, what.advice)


def _done(operation: Operation, request: AnyRequest, data: bytes) -> Response[bytes]:
    query: Struct = query_of(request.scope["query_string"], operation.asks)
    body = data if operation.takes in (Nothing, bytes) else body_of(data, operation.takes)
    path = {name: str(value) for name, value in request.path_params.items()}
    return operation.do(Call(request, context(request), path, query, body))


def _litestar_path(path: str) -> str:
    return path.replace("{name}", "{name:path}").replace("{id}", "{id:str}").replace(
        "{finding}", "{finding:str}"
    ).replace("{number}", "{number:str}").replace("{subject}", "{subject:str}")


ROUTES = Router(ROOT, route_handlers=[_handler(each) for each in OPERATIONS])
