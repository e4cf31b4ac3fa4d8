"""The gate that every request passes: the host's name, the page that it was sent from, and who asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast
from urllib.parse import urlsplit

from litestar.exceptions import HTTPException
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from luoshi.http.visitors import Visitor

Identify = Callable[[Scope], Awaitable[Visitor | None]]
"""Says who asks."""

SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

ANY = "*"


class Gate(ASGIMiddleware):
    """Turns requests away that were led here, or were sent by a page elsewhere.

    ``names`` are the host names under which the site is asked (without port; ``*`` for any): a page
    elsewhere that lets its own name lead here (DNS rebinding) is turned away. A request that changes
    something must come from a page of the site itself, or from no page at all: ``Sec-Fetch-Site``
    (W3C Fetch Metadata), else ``Origin`` (RFC 6454) says so.
    """

    def __init__(self, names: frozenset[str], identify: Identify) -> None:
        """``identify`` says who asks."""
        self._names, self._identify = names, identify

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Let through, or raise what the answer says."""
        scope = cast("HTTPScope", scope)  # the site has no other
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get(b"host", "")
        name = _name(host)
        if name is None or (ANY not in self._names and name not in self._names):
            raise HTTPException(status_code=421)
        if scope["method"] not in SAFE and not _from_here(headers, host):
            raise HTTPException(status_code=403)
        scope["user"] = await self._identify(scope)
        await next_app(scope, receive, send)


def _name(host: str) -> str | None:
    """The name in a ``Host``; ``None`` where it makes no sense (``[::1``, a port that cannot be, a user in it)."""
    try:
        parts = urlsplit(f"//{host}")
        sound = parts.netloc == host and parts.username is None and (parts.port or 1) > 0
    except ValueError:
        return None
    return parts.hostname if sound else None


def _from_here(headers: dict[bytes, str], host: str) -> bool:
    fetched = headers.get(b"sec-fetch-site")
    if fetched is not None:
        return fetched in ("same-origin", "none")
    origin = headers.get(b"origin")
    return origin is None or origin.partition("://")[2] == host
