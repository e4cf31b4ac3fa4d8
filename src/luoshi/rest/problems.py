"""An error as a problem (RFC 9457, ``application/problem+json``)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from litestar import Request, Response

from luoshi.errors import BadQuery
from luoshi.http import language, status_of, told


def problem(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, Any]]:
    """The problem of an error; ``detail`` is in the language of the request, ``position`` where a query goes wrong."""
    status = status_of(error)
    chosen, words = language(request), told(error)
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": words.what.told(chosen),
        "advice": words.advice.told(chosen),
    }
    if isinstance(error, BadQuery):
        content["position"] = error.position
    return Response(content, status_code=status, media_type="application/problem+json")
