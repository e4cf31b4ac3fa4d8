"""All of ``/api/v1``: what can be asked, one line each, and the handlers made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from inspect import iscoroutinefunction
from typing import Any, cast

import msgspec
from litestar import Response, Router
from litestar.concurrency import sync_to_thread
from litestar.enums import HttpMethod
from litestar.handlers import HTTPRouteHandler
from litestar.types import Empty

from luoshi.actions.corrections import Decision
from luoshi.http import administrators, context, editors, readers
from luoshi.model import Section
from luoshi.patterns import regex
from luoshi.rest import adding, corrections, documents, findings, names, searching
from luoshi.rest.about import About, about
from luoshi.rest.answers import ROOT, answered, must_accept, sent
from luoshi.rest.asking import query_of
from luoshi.rest.bodies import body_of
from luoshi.rest.operation import JSON, AnyRequest, Call, Gives, ManyFiles, Nothing, OneFile, Operation
from luoshi.rest.schema import RECORD, RECORD_FINDING, openapi, record_schema

LARGEST = 1 << 20
"""Bytes that a body of JSON may have."""


def described(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch this description, OpenAPI 3.1."""
    return sent(call, _description(call.context.links.prefix, call.context.local), JSON)


@cache
def _description(prefix: str, local: bool) -> bytes:  # noqa: FBT001 — by its place, as the cache has it
    return msgspec.json.encode(openapi(OPERATIONS, prefix, local=local))


def record_described(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Fetch the JSON Schema of the record `luoshi/document/1`."""
    return answered(call, record_schema())


OPERATIONS: tuple[Operation, ...] = (
    Operation("GET", "/", about, "about", readers, {200: Gives(About, "What answers here.")}),
    Operation("GET", "/openapi.json", described, "about", None, {200: Gives(dict[str, Any], "The description.")}),
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
        kept=True,
    ),
    Operation(
        "POST",
        "/documents",
        adding.add,
        "documents",
        editors,
        {
            201: Gives(documents.ListedDocument, "It was read and is on the shelf.", headers=("Location",)),
            200: Gives(
                documents.ListedDocument, "Its bytes were there already; nothing changed.", headers=("Location",)
            ),
            202: Gives(adding.ShownUpload, "It is still being read; look at the upload.", headers=("Location",)),
        },
        asks=adding.AddAsked,
        takes=OneFile,
        refuses=(413, 415, 422),
    ),
    Operation(
        "POST",
        "/uploads",
        adding.upload,
        "documents",
        editors,
        {202: Gives(adding.ShownUpload, "They were taken in, to be read.", headers=("Location",))},
        takes=ManyFiles,
        refuses=(413, 415),
    ),
    Operation(
        "GET",
        "/uploads/{upload}",
        adding.look,
        "documents",
        editors,
        {200: Gives(adding.ShownUpload, "What became of each file until now.")},
        refuses=(404,),
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
        {200: Gives(None, "The clean text.", "text/plain")},
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
        "/documents/{id}/findings/{finding}/place",
        documents.place,
        "findings",
        readers,
        {200: Gives(documents.FindingPlace, "Its place.")},
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
        refuses=(412, 413, 415, 422),
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
        kept=True,
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
        kept=True,
    ),
    Operation(
        "GET",
        "/names/{subject}",
        names.names,
        "names",
        readers,
        {200: Gives(names.Names, "A page of names.", headers=("Link",))},
        asks=names.NamesAsked,
        kept=True,
    ),
    Operation(
        "GET",
        "/names/{subject}/{name}",
        names.name,
        "names",
        readers,
        {200: Gives(names.Gathered, "What is known of it.")},
        kept=True,
    ),
    Operation(
        "GET",
        "/search",
        searching.search,
        "search",
        readers,
        {200: Gives(searching.SearchResult, "A page of documents, and how all divide.", headers=("Link",))},
        asks=searching.SearchAsked,
        kept=True,
    ),
)


def _handler(operation: Operation) -> HTTPRouteHandler:
    made = HTTPRouteHandler(
        _litestars(operation.path),
        http_method=[HttpMethod(operation.method)],
        guards=[operation.guard] if operation.guard else [],
        include_in_schema=False,
        status_code=200,
        request_max_body_size=Empty if operation.takes in (OneFile, ManyFiles) else LARGEST,
    )

    async def handle(request: AnyRequest) -> Response[bytes]:
        query = query_of(request.scope["query_string"], operation.asks)
        path = {name: str(value) for name, value in request.path_params.items()}
        if next(iter(operation.gives.values())).what is not None:
            must_accept(request, JSON)
        async with body_of(request, operation.takes) as body:
            call = Call(request, context(request), path, query, body)
            if operation.kept:
                make = cast("Callable[[], Response[Any]]", partial(operation.do, call))
                return await call.context.kept.answer(request, make)
            done = operation.do(call) if iscoroutinefunction(operation.do) else sync_to_thread(operation.do, call)
            return cast("Response[bytes]", await done)

    return made(handle)


def _options(path: str) -> HTTPRouteHandler:
    """Litestar's own would name the first method of a path only."""
    methods = ["OPTIONS", *(each.method for each in OPERATIONS if each.path == path)]

    async def options() -> Response[None]:
        return Response(None, status_code=204, headers={"Allow": ", ".join(sorted(methods))})

    return HTTPRouteHandler(_litestars(path), http_method=[HttpMethod.OPTIONS], include_in_schema=False)(options)


def _litestars(path: str) -> str:
    return _IN_PATH.sub(lambda found: f"{{{found[1]}:{'path' if found[1] == 'name' else 'str'}}}", path)


_IN_PATH = regex(r"\{([a-z]{1,20})\}")

ROUTES = Router(
    ROOT,
    route_handlers=[
        *map(_options, dict.fromkeys(each.path for each in OPERATIONS)),
        *map(_handler, OPERATIONS),
    ],
)
