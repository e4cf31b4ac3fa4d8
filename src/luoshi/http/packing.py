"""What is text goes out packed by gzip to whoever takes it so: a page of Chinese shrinks to a sixth.

What is packed already (answers that are kept packed in memory, see ``keeping.py``) says ``Content-Encoding`` and stays
as it is; so do pictures, workbooks and whatever else would not shrink. That a packed page's length might tell
an attacker about a form's token (BREACH) is of no use here: the token alone changes nothing, as a request from
a page elsewhere is turned away by its origin, see ``gate.py``.

A packed answer is not byte for byte what the plain one is, so its entity tag differs (RFC 9110, 8.8.3.3): ``"9f3a"``
goes out as ``"9f3a-gzip"``, and who says ``If-None-Match: "9f3a-gzip"`` is taken to have ``"9f3a"``.
"""

from __future__ import annotations

import gzip
from typing import Any

from litestar.concurrency import sync_to_thread
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

SMALLEST = 800
"""Bytes below which packing gains nothing: the answer fits into one packet anyhow."""

LARGE = 32_000
"""Bytes from which packing goes to a thread, so that nobody waits for it: a millisecond and more."""

LEVEL = 5
"""gzip's level: pages are a tenth larger than at the highest, in a third of its time."""

PACKED = ("text/", "application/json", "application/problem+json", "application/x-ndjson", "image/svg")
"""How the content types start that shrink."""


OF_PACKED = b'-gzip"'
"""How the entity tag of a packed answer ends."""


class Packing(ASGIMiddleware):
    """Packs answers that come in one piece."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Hold the head of the answer back until its content is there."""
        if not accepts_gzip(_header(scope, b"accept-encoding").decode("latin-1")):
            await next_app(scope, receive, send)
            return
        held: list[Any] = []
        had = _header(scope, b"if-none-match")

        async def send_packed(message: Any) -> None:  # noqa: ANN401 — an ASGI message
            if message["type"] == "http.response.start":
                if _is_packed(message["headers"]) or (message["status"] == 304 and OF_PACKED in had):
                    message["headers"] = [_tagged(*each) for each in message["headers"]]
                elif _shrinks(message["headers"]):
                    held.append(message)
                    return
            if held and message["type"] == "http.response.body":
                head = held.pop()
                if not message.get("more_body") and len(message["body"]) >= SMALLEST:
                    body = await _packed(message["body"])
                    message["body"] = body
                    head["headers"] = [_tagged(*each) for each in _headers(head["headers"], len(body))]
                await send(head)
            await send(message)

        await next_app(_without_packed_tags(scope) if OF_PACKED in had else scope, receive, send_packed)


def accepts_gzip(header: str) -> bool:
    """Whether an ``Accept-Encoding`` (RFC 9110, 12.5.3) names gzip and does not refuse it."""
    for part in header[:1000].split(","):
        name, _, quality = part.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def shrinks(media_type: str) -> bool:
    """Whether what is of this type gets smaller by packing."""
    return media_type.startswith(PACKED)


def gzipped(body: bytes) -> bytes:
    """Packed; the same bytes give the same."""
    return gzip.compress(body, LEVEL, mtime=0)


def _shrinks(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and shrinks(value.decode("latin-1")) for name, value in headers)


async def _packed(body: bytes) -> bytes:
    if len(body) < LARGE:
        return gzipped(body)
    return await sync_to_thread(gzipped, body)


def _headers(headers: list[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in headers if name.lower() not in (b"content-length", b"vary")]
    varies = [value for name, value in headers if name.lower() == b"vary"]
    return [
        *kept,
        (b"content-encoding", b"gzip"),
        (b"content-length", str(length).encode()),
        (b"vary", b", ".join([*varies, b"Accept-Encoding"])),
    ]


def _is_packed(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-encoding" for name, _ in headers)


def _tagged(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header of a packed answer: its entity tag is its own."""
    if name.lower() != b"etag" or value.endswith(OF_PACKED):
        return name, value
    return name, value.removesuffix(b'"') + OF_PACKED


def _without_packed_tags(scope: Any) -> Any:  # noqa: ANN401 — an HTTP scope
    """The request, asking for the plain answers' tags."""
    headers = [
        (name, value.replace(OF_PACKED, b'"') if name == b"if-none-match" else value)
        for name, value in scope["headers"]
    ]
    return {**scope, "headers": headers}


def _header(scope: Any, wanted: bytes) -> bytes:  # noqa: ANN401 — an HTTP scope
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value for name, value in headers if name == wanted), b"")
