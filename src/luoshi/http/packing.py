"""What is text goes out packed by gzip to whoever takes it so: a page of Chinese shrinks to a sixth.

What is packed already (the reading page, which is kept packed in memory) says ``Content-Encoding`` and stays
as it is; so do pictures, workbooks and whatever else would not shrink. That a packed page's length might tell
an attacker about a form's token (BREACH) is of no use here: the token alone changes nothing, as a request from
a page elsewhere is turned away by its origin, see ``gate.py``.
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

PACKED = (b"text/", b"application/json", b"application/problem+json", b"application/x-ndjson", b"image/svg")
"""How the content types start that shrink."""


class Packing(ASGIMiddleware):
    """Packs answers that come in one piece."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Hold the head of the answer back until its content is there."""
        if not accepts_gzip(_accepted(scope)):
            await next_app(scope, receive, send)
            return
        held: list[Any] = []

        async def send_packed(message: Any) -> None:  # noqa: ANN401 — an ASGI message
            if message["type"] == "http.response.start" and _shrinks(message["headers"]):
                held.append(message)
                return
            if held and message["type"] == "http.response.body":
                head = held.pop()
                if not message.get("more_body") and len(message["body"]) >= SMALLEST:
                    body = await _packed(message["body"])
                    message["body"] = body
                    head["headers"] = _headers(head["headers"], len(body))
                await send(head)
            await send(message)

        await next_app(scope, receive, send_packed)


def accepts_gzip(header: str) -> bool:
    """Whether an ``Accept-Encoding`` (RFC 9110, 12.5.3) names gzip and does not refuse it."""
    for part in header[:1000].split(","):
        name, _, quality = part.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def _shrinks(headers: list[tuple[bytes, bytes]]) -> bool:
    said = {name.lower(): value for name, value in headers}
    return b"content-encoding" not in said and said.get(b"content-type", b"").startswith(PACKED)


async def _packed(body: bytes) -> bytes:
    if len(body) < LARGE:
        return _gzip(body)
    return await sync_to_thread(_gzip, body)


def _gzip(body: bytes) -> bytes:
    return gzip.compress(body, LEVEL, mtime=0)


def _headers(headers: list[tuple[bytes, bytes]], length: int) -> list[tuple[bytes, bytes]]:
    kept = [(name, value) for name, value in headers if name.lower() not in (b"content-length", b"vary")]
    varies = [value for name, value in headers if name.lower() == b"vary"]
    return [
        *kept,
        (b"content-encoding", b"gzip"),
        (b"content-length", str(length).encode()),
        (b"vary", b", ".join([*varies, b"Accept-Encoding"])),
    ]


def _accepted(scope: Any) -> str:  # noqa: ANN401 — an HTTP scope
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    return next((value.decode("latin-1") for name, value in headers if name == b"accept-encoding"), "")
