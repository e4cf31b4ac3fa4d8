"""A HEAD request is answered as a GET, without the body (RFC 9110, 9.3.2)."""

from __future__ import annotations

from litestar.types import ASGIApp, Message, Receive, Scope, Send


def with_heads(app: ASGIApp) -> ASGIApp:
    """The app, answering HEAD wherever it answers GET, and saying so in ``Allow``."""

    async def asked(scope: Scope, receive: Receive, send: Send) -> None:
        head = scope.get("method") == "HEAD"

        async def answered(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [_allowing(*each) for each in message["headers"]]
            elif head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await app({**scope, "method": "GET"} if head else scope, receive, answered)  # type: ignore[arg-type]

    return asked


def _allowing(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    methods = value.split(b", ")
    if name.lower() != b"allow" or b"GET" not in methods or b"HEAD" in methods:
        return name, value
    return name, b", ".join(sorted((*methods, b"HEAD")))
