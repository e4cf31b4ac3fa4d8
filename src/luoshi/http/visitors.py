"""Who asks, and what they may: readers read, editors add and correct, administrators keep the library and its accounts."""

from __future__ import annotations

from typing import Any, NamedTuple

from litestar.connection import ASGIConnection
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler

from luoshi.accounts import ADMINISTRATOR, EDITOR, READER, may


class Visitor(NamedTuple):
    """Somebody who asks, by the name that corrections and the audit log keep."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether this one may what a ``role`` may."""
        return may(self.role, role)


def visitor(connection: ASGIConnection[Any, Any, Any, Any]) -> Visitor | None:
    """Who asks; ``None`` for somebody who has not signed in."""
    found: Visitor | None = connection.scope.get("user")
    return found


def readers(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: whoever may read."""
    _allow(connection, READER)


def editors(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: whoever may add documents and correct findings."""
    _allow(connection, EDITOR)


def administrators(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
    """A guard: whoever keeps the library and its accounts."""
    _allow(connection, ADMINISTRATOR)


def _allow(connection: ASGIConnection[Any, Any, Any, Any], role: str) -> None:
    asking = visitor(connection)
    if asking is None:
        raise NotAuthorizedException
    if not asking.may(role):
        raise PermissionDeniedException
