"""Answers: JSON with its entity tag, pages of a list with their links, and what the conditions of a request say."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from litestar import Response
from msgspec import Struct

from luoshi import __version__
from luoshi.http import Refused
from luoshi.http.faults import said
from luoshi.http.tags import has, tag_of, tags
from luoshi.rest.operation import JSON, AnyRequest, Call

ROOT = "/api/v1"

PRIVATE = "private, no-cache"
"""Nobody between keeps an answer, and who keeps it asks whether it still holds."""


class PageLinks(Struct, frozen=True, omit_defaults=True):
    """Addresses of this page of the list, and of the ones after and before it where there are such."""

    self: str
    next: str | None = None
    prev: str | None = None


def answered(
    call: Call[Any, Any],
    what: object,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    tag: str | None = None,
) -> Response[bytes]:
    """The answer that holds a value as JSON; 304 where the one who asks has it. ``tag`` as ``sent`` takes it."""
    return sent(call, msgspec.json.encode(what), JSON, status=status, headers=headers, tag=tag)


def sent(
    call: Call[Any, Any],
    data: bytes,
    media_type: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    tag: str | None = None,
) -> Response[bytes]:
    """The answer of these bytes; ``tag`` is their entity tag where it is known without looking at them."""
    tag = tag or tag_of(data)
    told = {"ETag": tag, "Cache-Control": PRIVATE, **(headers or {})}
    if status == 200 and call.request.method == "GET" and has(tag, call.request.headers.get("if-none-match")):
        return Response(b"", status_code=304, headers=told, media_type=media_type)
    return Response(data, status_code=status, media_type=media_type, headers=told)


def tag_at(call: Call[Any, Any], document: str) -> str:
    """The entity tag of what changes with a document; to be asked before what is answered is read.

    It begins with the document's mark, so that ``If-Match`` can be looked at where the change is made.
    """
    _, mark = call.context.library.version(document)
    ours = blake2b(f"{__version__} {call.context.links.prefix}".encode(), digest_size=4).hexdigest()
    return f'"{mark}.{ours}"'


def marks_seen(request: AnyRequest) -> list[str] | None:
    """The marks of a document, one of which must still hold (``If-Match``, 13.1.1); ``None``: any will do."""
    found = tags(request.headers.get("if-match", "*"))
    return None if "*" in found else [each.strip('"').partition(".")[0] for each in found if not each.startswith("W/")]


def paged(call: Call[Any, Any], total: int, limit: int, offset: int) -> tuple[PageLinks, dict[str, str]]:
    """The links of a page of a list, in the answer and in its header ``Link`` (RFC 8288)."""
    asked: dict[str, list[str]] = {}
    for name, value in parse_qsl(call.request.scope["query_string"].decode("ascii"), keep_blank_values=True):
        asked.setdefault(name, []).append(value)
    path = call.request.scope["path"]

    def at(first: int) -> str:
        return call.context.links.to(path, **(asked | {"offset": first or None}))

    following = at(offset + limit) if limit and offset + limit < total else None
    before = at(max(0, offset - limit)) if offset and limit else None
    links = PageLinks(self=at(offset), next=following, prev=before)
    header = ", ".join(
        f'<{address}>; rel="{name}"' for name, address in (("next", following), ("prev", before)) if address
    )
    return links, {"Link": header} if header else {}


def address(call: Call[Any, Any], path: str, **query: object) -> str:
    """The address of something below ``/api/v1``."""
    return call.context.links.to(ROOT + path, **query)


def must_accept(request: AnyRequest, media_type: str) -> None:
    """Raise ``Refused`` (406) where an answer of this type is not wanted."""
    if not acceptable(request.headers.get("accept"), media_type):
        what = said(406)
        raise Refused(406, what.what, what.advice)


def acceptable(header: str | None, media_type: str) -> bool:
    """Whether an ``Accept`` (RFC 9110, 12.5.1) allows an answer of this type."""
    if not header:
        return True
    kind = media_type.partition(";")[0]
    for each in header[:2000].split(","):
        name, *parameters = (part.strip().lower() for part in each.split(";"))
        if name in ("*/*", kind, f"{kind.partition('/')[0]}/*"):
            quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
            if quality.strip("0.") or not quality:
                return True
    return False
