"""An error as a problem (RFC 9457, ``application/problem+json``)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException
from msgspec import Struct
from msgspec.structs import replace

from luoshi.errors import BadQuery, Changed
from luoshi.http import Refused, language, status_of, told

MEDIA_TYPE = "application/problem+json"


class Problem(Struct, frozen=True, omit_defaults=True):
    """What went wrong (`detail`) and what helps (`advice`), in Chinese or English as `Accept-Language` or
    `?language=en` says. `title` and `status` are those of HTTP. `parameter` names the parameter or the field that is
    wrong, `position` says where a query of words goes wrong, in characters from 0.
    """

    title: str
    status: int
    detail: str
    advice: str
    type: str = msgspec.field(default_factory=lambda: "about:blank")
    parameter: str | None = None
    position: int | None = None


def problem(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The problem of an error."""
    status, chosen, words = status_of(error), language(request), told(error)
    if isinstance(error, Changed) and "if-match" in request.headers:
        status = HTTPStatus.PRECONDITION_FAILED
    headers = {"Content-Language": "en" if chosen == "en" else "zh-CN", "Vary": "Accept-Language, Cookie"}
    if isinstance(error, HTTPException):
        headers |= error.headers or {}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "10"
    said = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=words.what.told(chosen),
        advice=words.advice.told(chosen),
        parameter=error.parameter if isinstance(error, Refused) else None,
        position=error.position if isinstance(error, BadQuery) else None,
    )
    return Response(_encoded(said), status_code=status, media_type=MEDIA_TYPE, headers=headers)


def _encoded(said: Problem) -> bytes:
    try:
        return msgspec.json.encode(said)
    except UnicodeEncodeError:  # half of a character, from what was asked
        detail, advice = (words.encode("utf-8", "replace").decode() for words in (said.detail, said.advice))
        return msgspec.json.encode(replace(said, detail=detail, advice=advice, parameter=None))
