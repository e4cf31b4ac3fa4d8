"""What can be asked at ``/api/v1``: one operation each, from which both its handler and its page of the schema are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple, TypeVar

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from msgspec import Struct

from luoshi.http import Context

Q = TypeVar("Q")
B = TypeVar("B")

AnyRequest = Request[Any, Any, Any]
Guard = Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], None]

JSON = "application/json"
PROBLEM = "application/problem+json"


class Nothing(Struct, frozen=True, forbid_unknown_fields=True):
    """An operation without parameters, or without a body."""


class OneFile:
    """The body is the bytes of a file, whatever they are: a ``Call`` has them as a file to read."""


class ManyFiles:
    """The body is a form with files (``multipart/form-data``): a ``Call`` has a list of them."""


class Call(NamedTuple, Generic[Q, B]):
    """A request, understood: its ``query`` and ``body`` have the types that the operation says; ``path`` as written."""

    request: AnyRequest
    context: Context
    path: dict[str, str]
    query: Q
    body: B


class Gives(NamedTuple):
    """An answer: what it holds (a type as msgspec understands it; ``None``: bytes), its media type and headers."""

    what: Any
    said: str
    media_type: str = JSON
    headers: tuple[str, ...] = ()


class Operation(NamedTuple):
    """One thing that can be asked.

    ``path`` is written as OpenAPI does, below ``/api/v1``; ``asks`` are the parameters of the query, ``takes`` the
    type of the body (``OneFile``, ``ManyFiles``; ``Nothing``: none). ``gives`` are the good answers by their
    code, ``refuses`` the codes of problems beyond those that every operation has. The first line of the
    docstring of ``do`` is its summary, the rest its description. ``guard``: who may; ``None``: anybody.
    ``kept``: it shows nothing but the library, so that its answers are kept (``luoshi.http.keeping``).
    """

    method: str
    path: str
    do: Callable[[Call[Any, Any]], Response[bytes] | Awaitable[Response[bytes]]]
    tag: str
    guard: Guard | None
    gives: dict[int, Gives]
    asks: type[Struct] = Nothing
    takes: Any = Nothing
    refuses: tuple[int, ...] = ()
    kept: bool = False
