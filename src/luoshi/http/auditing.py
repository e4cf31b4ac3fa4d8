"""Every request that changed something is in the audit log, so that no page can forget it."""

from __future__ import annotations

from typing import Any

from litestar import Request
from litestar.concurrency import sync_to_thread
from litestar.types import Message, Scope

from luoshi.actions.add import now
from luoshi.http.context import Context, context
from luoshi.http.gate import SAFE
from luoshi.http.visitors import visitor

UNTOLD = frozenset({"/login", "/logout"})
"""What writes into the log itself."""


def address(request: Request[Any, Any, Any]) -> str:
    """Where a request came from, as the server (or a proxy that it trusts) says."""
    return request.client.host if request.client else ""


async def audited(message: Message, scope: Scope) -> None:
    """Before an answer goes out, write down what was asked by whom, where it was done."""
    if message["type"] != "http.response.start" or message["status"] >= 400:
        return
    request: Request[Any, Any, Any] = Request(scope)
    asking = visitor(request)
    if request.method in SAFE or asking is None or scope["path"] in UNTOLD:
        return
    kept = context(request)
    if not kept.library.read_only:
        await sync_to_thread(_write, kept, asking.name, request.method, scope["path"], address(request))


def _write(kept: Context, who: str, method: str, path: str, where: str) -> None:
    kept.log.write(who, method, path, address=where, when=now())
