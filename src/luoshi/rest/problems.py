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
from luoshi.http.faults import Told
from luoshi.words import Words

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
    if isinstance(error, HTTPException) and not isinstance(error, Refused):
        words = _FOR_PROGRAMS.get(status, words)
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


_FOR_PROGRAMS = {
    401: Told(
        Words("需要密钥，或者这个密钥无效。", "A key is needed, or this one is not valid."),
        Words(
            "请送 Authorization: Bearer 密钥；密钥在 /account 或用 luoshi users key 生成。",
            "Send Authorization: Bearer KEY; keys are made at /account or by luoshi users key.",
        ),
    ),
    404: Told(
        Words("没有这个地址。", "There is no such address."),
        Words("/api/v1/ 和 /api/v1/openapi.json 列出各地址。", "/api/v1/ and /api/v1/openapi.json have the addresses."),
    ),
    405: Told(
        Words("这个地址不接受这种请求。", "This address does not take such a request."),
        Words("Allow 标头列出它接受的。", "The header Allow has those that it takes."),
    ),
    413: Told(
        Words("送来的内容太大。", "What was sent is too large."),
        Words("JSON 最多 1 MiB，一个文件最多 100 MiB。", "JSON may have up to 1 MiB, a file up to 100 MiB."),
    ),
}
"""What pages say of these codes is for people."""


def _encoded(said: Problem) -> bytes:
    try:
        return msgspec.json.encode(said)
    except UnicodeEncodeError:  # half of a character, from what was asked
        detail, advice = (words.encode("utf-8", "replace").decode() for words in (said.detail, said.advice))
        return msgspec.json.encode(replace(said, detail=detail, advice=advice, parameter=None))
