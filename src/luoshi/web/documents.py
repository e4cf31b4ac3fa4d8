"""A document by itself: its reading page, its downloads, its file as it came, and taking it off the shelf."""

from __future__ import annotations

from functools import partial
from io import BytesIO

from litestar import Response, get, post
from litestar.concurrency import sync_to_thread
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from luoshi.actions import FORMATS
from luoshi.actions.naming import attachment
from luoshi.exports import Format
from luoshi.http import administrators, context, language, readers
from luoshi.pages.sheet import policy
from luoshi.web.reading import reading
from luoshi.web.rendering import AnyRequest, page

_FORMATS = {each.name: each for each in FORMATS}

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""The policy for bytes that came from elsewhere: nothing in them runs, wherever a browser may show them."""


@get("/d/{name:str}", guards=[readers], include_in_schema=False)
async def document(request: AnyRequest, name: FromPath[str], as_read: FromQuery[str] = "") -> Response[bytes]:
    """The reading page, or with an ending (``.json``) the document in a format."""
    identity, dot, ending = name.partition(".")
    if not dot:
        asked = context(request)
        make = partial(reading, request, identity, as_read=as_read == "true")
        return await asked.kept.answer(request, make, version=partial(asked.library.version, identity))
    form = _FORMATS.get(ending)
    if form is None:
        raise NotFoundException
    return await sync_to_thread(_download, request, identity, form)


def _download(request: AnyRequest, identity: str, form: Format) -> Response[bytes]:
    library, chosen = context(request).library, language(request)
    read, line = library.get(identity), library.entry(identity)
    file = BytesIO()
    form.whole([form.part(read, line.name, chosen)], file, chosen)
    headers = {"Content-Disposition": attachment(f"{line.title or line.id[:12]}{form.ending}")}
    if form.name == "html":
        headers["Content-Security-Policy"] = f"{policy()}; frame-ancestors 'none'"
    media_type = form.media_type.partition(";")[0]  # what is text gets its charset by itself
    return Response(file.getvalue(), media_type=media_type, headers=headers)


@get("/d/{identity:str}/original", guards=[readers], sync_to_thread=True, include_in_schema=False)
def original(request: AnyRequest, identity: FromPath[str]) -> Response[bytes]:
    """The bytes as they came: to be kept, never shown."""
    library = context(request).library
    line = library.entry(identity)
    tag = f'"{line.id}"'
    headers = {
        "Content-Disposition": attachment(line.name),
        "Content-Security-Policy": SANDBOX,
        "Cache-Control": "private, no-cache",
        "ETag": tag,
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    return Response(library.original(line.id), media_type="application/octet-stream", headers=headers)


@get("/d/{identity:str}/remove", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def asked_to_remove(request: AnyRequest, identity: FromPath[str]) -> Response[str]:
    """Asks whether to take the document off the shelf, and says what would go with it."""
    library = context(request).library
    line = library.entry(identity)
    corrections = [each for each in library.corrections(line.id) if each.withdrawn is None]
    return page(request, "remove.html.j2", entry=line, corrections=len(corrections))


@post("/d/{identity:str}/removal", guards=[administrators], sync_to_thread=True, include_in_schema=False)
def remove(request: AnyRequest, identity: FromPath[str]) -> Redirect:
    """Takes the document off the shelf."""
    context(request).library.remove(identity)
    return Redirect(context(request).links.to("/"), status_code=303)
