"""One ASGI app for all that speaks HTTP: pages for people, ``/api/v1`` for programs."""

from __future__ import annotations

import logging
import secrets
from hashlib import sha256
from typing import Any

from litestar import Litestar, Request, Response, Router
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.types import ASGIApp, Scope

from luoshi import rest, settings, web
from luoshi.accounts import Accounts, Log, Signing
from luoshi.actions.uploads import SECONDS, Uploads
from luoshi.errors import BadRequest
from luoshi.http import Context, Links, status_of
from luoshi.http.auditing import audited
from luoshi.http.gate import ANY, Gate
from luoshi.http.heads import with_heads
from luoshi.http.keeping import Kept
from luoshi.http.packing import Packing
from luoshi.http.prefix import behind
from luoshi.http.signed import by_account, everybody_is_local
from luoshi.library import Library
from luoshi.search import Searcher
from luoshi.words import Words

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names by which this machine calls itself."""

LARGEST = 101 << 20
"""Bytes that a request may have: a file of 100 MiB and its form."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer says, unless it says otherwise itself: nothing from elsewhere is loaded or run."""


def app(library: Library, *, names: frozenset[str] = LOOPBACK, prefix: str = "", local: bool = True) -> ASGIApp:
    """The app for a library.

    ``names`` are the host names under which it is asked; ``prefix`` is the path that a proxy puts before
    its addresses (``/plans``). ``local`` says that only this machine can ask: everybody is then its one user.
    """
    uploads = Uploads(library, jobs=settings.jobs(), seconds=settings.timeout() or SECONDS)
    kept = Context(
        library=library,
        accounts=Accounts(library),
        signing=Signing(library),
        log=Log(library),
        searcher=Searcher(library),
        uploads=uploads,
        links=Links(prefix),
        local=local,
        kept=Kept(library),
    )
    identify = everybody_is_local() if local else by_account(kept.signing)
    secret = secrets.token_hex()
    inner = Litestar(
        # in one router: Litestar 2.25 prepares handlers of one path twice where they come one by one
        route_handlers=[Router("/", route_handlers=web.ROUTES), rest.ROUTES],
        state=State({"context": kept}),
        middleware=[Packing(), Gate(names, identify)],
        csrf_config=CSRFConfig(
            secret=secret,
            cookie_name=_form_cookie(secret),
            cookie_path=prefix or "/",
            exclude=["^/api/", "^/static/"],
        ),
        exception_handlers={Exception: _failed, HTTPException: _failed},
        before_send=[audited, _with_headers],
        openapi_config=None,  # ours is made from the operations: luoshi.rest.schema
        request_max_body_size=LARGEST,
        on_startup=[uploads.resume],
        on_shutdown=[uploads.close],
    )
    return behind(prefix, with_heads(inner))


def _form_cookie(secret: str) -> str:
    """The name of the cookie that a form's token must be like: each site has its own.

    Cookies do not know ports (RFC 6265, 8.5): of two sites on one host, or of one before and after it was started
    anew, neither understands what the other signed.
    """
    return f"luoshi_form_{sha256(secret.encode()).hexdigest()[:8]}"


def for_others(library: Library, host: str, names: list[str]) -> bool:
    """Whether others than this machine may ask, by the address that is listened to and the names that are answered.

    Raises ``BadRequest`` where they may and there is nobody who could sign in.
    """
    if host in LOOPBACK and not names:
        return False
    if not Accounts(library).any_administrator():
        raise BadRequest(
            Words(
                f"在 {host} 上别人也能访问，要先有一位管理员。",
                f"Others can ask at {host}: there must be an administrator first.",
            ),
            Words(
                "请运行 luoshi users add 名字 --role administrator。", "Run luoshi users add NAME --role administrator."
            ),
        )
    return True


def answered(host: str, names: list[str]) -> frozenset[str]:
    """The host names under which requests are answered: those given, else this machine's, or any where all listen."""
    if names:
        return frozenset(names) | LOOPBACK
    return LOOPBACK if host in LOOPBACK else frozenset({ANY})


def _failed(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """An error as a page, or for a program as a problem; what nobody foresaw is logged."""
    if status_of(error) == 500:
        logging.getLogger("luoshi").error("%s %s", request.method, request.scope["path"], exc_info=error)
    answer = rest.problem if request.scope["path"].startswith("/api/") else web.page_of_error
    made: Response[Any] = answer(request, error)
    if isinstance(error, HTTPException):
        made.headers.update(_allowed(error.headers or {}))
    return made


def _allowed(headers: dict[str, str]) -> dict[str, str]:
    """An error's own headers; where GET is allowed HEAD is, see ``luoshi.http.heads``."""
    allow = {each.strip() for each in headers.get("allow", "").split(",")} - {""}
    more = {"HEAD"} if "GET" in allow else set()
    return {**headers, "allow": ", ".join(sorted(allow | more))} if allow else headers


async def _with_headers(message: Any, _: Scope) -> None:  # noqa: ANN401 — an ASGI message
    if message["type"] == "http.response.start":
        said = {name.lower() for name, _ in message["headers"]}
        for name, value in HEADERS.items():
            if name.lower().encode() not in said:
                message["headers"].append((name.lower().encode(), value.encode()))
