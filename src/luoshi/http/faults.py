"""What an error becomes on the way out: its status code, and its words."""

from __future__ import annotations

from http import HTTPStatus
from typing import NamedTuple

from litestar.exceptions import HTTPException

from luoshi.accounts import TooManyAttempts
from luoshi.errors import (
    BadQuery,
    BadRecord,
    BadRequest,
    CannotKeep,
    CannotOpen,
    CannotRead,
    Changed,
    LuoshiError,
    NotInLibrary,
    TooLarge,
    UnknownFormat,
)
from luoshi.words import NOTHING, Words

CODES: tuple[tuple[type[LuoshiError], HTTPStatus], ...] = (
    (TooLarge, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (UnknownFormat, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (CannotRead, HTTPStatus.UNPROCESSABLE_ENTITY),
    (NotInLibrary, HTTPStatus.NOT_FOUND),
    (BadQuery, HTTPStatus.BAD_REQUEST),
    (BadRecord, HTTPStatus.UNPROCESSABLE_ENTITY),
    (Changed, HTTPStatus.CONFLICT),
    (BadRequest, HTTPStatus.BAD_REQUEST),
    (TooManyAttempts, HTTPStatus.TOO_MANY_REQUESTS),
    (CannotKeep, HTTPStatus.SERVICE_UNAVAILABLE),
    (CannotOpen, HTTPStatus.SERVICE_UNAVAILABLE),
)
"""The first that fits counts."""


class Refused(HTTPException):
    """A request that a door turns away itself, with words of its own; ``parameter`` is what is wrong with it."""

    def __init__(
        self,
        status: int,
        what: Words,
        advice: Words = NOTHING,
        *,
        parameter: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        """``status`` is that of the answer."""
        super().__init__(status_code=status, detail=what.en, headers=headers)
        self.what, self.advice, self.parameter = what, advice, parameter


class Told(NamedTuple):
    """What happened, and what to do."""

    what: Words
    advice: Words


def status_of(error: Exception) -> int:
    """The status code of an answer to what raised this."""
    if isinstance(error, HTTPException):
        return error.status_code
    return next((code for kind, code in CODES if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)


def told(error: Exception) -> Told:
    """An error in words; of one that nobody foresaw nothing is given away."""
    if isinstance(error, LuoshiError | Refused):
        return Told(error.what, error.advice)
    return said(status_of(error))


def said(status: int) -> Told:
    """What a status code says by itself."""
    return _KNOWN.get(status, _KNOWN[HTTPStatus.INTERNAL_SERVER_ERROR])


_KNOWN: dict[int, Told] = {
    400: Told(
        Words("请求不完整或不合规范。", "The request is incomplete or malformed."),
        Words("请返回上一页再试。", "Go back and try again."),
    ),
    401: Told(Words("请先登录。", "Please sign in first."), NOTHING),
    403: Told(
        Words("您没有做这件事的权限。", "You have no right to do this."),
        Words(
            "请向管理员申请，或重新打开页面再试。", "Ask an administrator for it, or open the page anew and try again."
        ),
    ),
    404: Told(
        Words("这里没有这一页。", "There is no such page here."),
        Words("地址可能有误，或文档已被移除。", "The address may be wrong, or the document was removed."),
    ),
    405: Told(Words("这个地址不接受这种请求。", "This address does not take such a request."), NOTHING),
    406: Told(
        Words("没有这种类型的答复。", "There is no answer of such a type."),
        Words("请在 Accept 中允许 application/json。", "Allow application/json in Accept."),
    ),
    413: Told(
        Words("送来的内容太大。", "What was sent is too large."),
        Words("一个文件最多 100 MiB。", "A file may have up to 100 MiB."),
    ),
    415: Told(Words("不认识这种内容类型。", "This type of content is not known."), NOTHING),
    421: Told(
        Words("这个网址不归这里管。", "This address is not answered here."),
        Words("请在启动时用 --name 写明对外的主机名。", "Give the public host name with --name when serving."),
    ),
    429: Told(
        Words("尝试太多次了。", "Too many attempts."),
        Words("请稍等再试。", "Wait a while and try again."),
    ),
    500: Told(
        Words("出了意外的错误，已记录。", "Something unexpected went wrong; it was recorded."),
        Words("文库没有改动。请稍后再试。", "The library was not changed. Try again later."),
    ),
}
