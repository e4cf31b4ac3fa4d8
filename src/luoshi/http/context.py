"""What a request is answered from: one library, opened once, and what is kept of it in memory."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection
from msgspec import Struct

from luoshi.accounts import Accounts, Log, Signing
from luoshi.actions.uploads import Uploads
from luoshi.http.keeping import Kept
from luoshi.http.links import Links
from luoshi.library import Library
from luoshi.search import Searcher


class Context(Struct, frozen=True):
    """One for each app. ``local`` says that only this machine can ask: then nobody has to sign in."""

    library: Library
    accounts: Accounts
    signing: Signing
    log: Log
    searcher: Searcher
    uploads: Uploads
    links: Links
    local: bool
    kept: Kept


def context(connection: ASGIConnection[Any, Any, Any, Any]) -> Context:
    """The context of the app that a connection belongs to."""
    kept: Context = connection.app.state.context
    return kept
