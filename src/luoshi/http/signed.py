"""Who a request comes from: the cookie of a session, or the key of a program."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import cast

from litestar.concurrency import sync_to_thread
from litestar.types import HTTPScope, Scope

from luoshi.accounts import ADMINISTRATOR, Account, Signing
from luoshi.actions.add import now
from luoshi.http.gate import Identify
from luoshi.http.visitors import Visitor

COOKIE = "luoshi_session"
"""Holds the token of a session; scripts do not see it."""

LOCAL = Visitor("local", ADMINISTRATOR)
"""The one user of a library that only this machine can ask."""


def everybody_is_local() -> Identify:
    """For a site that only this machine can ask."""

    async def identify(_: Scope) -> Visitor | None:
        return LOCAL

    return identify


def by_account(signing: Signing) -> Identify:
    """For a site that others ask: by ``Authorization: Bearer KEY`` (RFC 6750), else by the session's cookie."""

    async def identify(scope: Scope) -> Visitor | None:
        headers = dict(cast("HTTPScope", scope)["headers"])
        authorization = headers.get(b"authorization", b"").decode("latin-1")
        if authorization:
            scheme, _, token = authorization.partition(" ")
            found = await sync_to_thread(signing.whose_key, token.strip()) if scheme.lower() == "bearer" else None
        else:
            token = session_token(headers.get(b"cookie", b"").decode("latin-1"))
            found = await sync_to_thread(_whose, signing, token) if token else None
        return Visitor(found.name, found.role) if found else None

    return identify


def session_token(cookies: str) -> str:
    """The token in a ``Cookie`` header; empty where there is none."""
    try:
        found = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _whose(signing: Signing, token: str) -> Account | None:
    return signing.whose(token, when=now())
