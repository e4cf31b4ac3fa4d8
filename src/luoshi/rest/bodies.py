"""The body of a request: JSON of the type that an operation says, a file, or a form with files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import SpooledTemporaryFile
from typing import Any

import msgspec
from litestar.datastructures import UploadFile

from luoshi.http import Refused
from luoshi.http.faults import said
from luoshi.rest.operation import JSON, AnyRequest, ManyFiles, Nothing, OneFile
from luoshi.words import Words

IN_MEMORY = 1 << 20
"""So many bytes of a file are held in memory, more on disk."""

FORM = "multipart/form-data"


@asynccontextmanager
async def body_of(request: AnyRequest, kind: Any) -> AsyncIterator[Any]:  # noqa: ANN401 — a type, and what is of it
    """What was sent; files are closed at the end. Raises ``Refused`` (400, 415)."""
    if kind is Nothing:
        yield None
    elif kind is OneFile:
        with SpooledTemporaryFile(max_size=IN_MEMORY) as file:
            async for piece in request.stream():
                file.write(piece)
            file.seek(0)
            yield file
    elif kind is ManyFiles:
        _must_be(request, FORM)
        files = [each for _, each in (await request.form()).multi_items() if isinstance(each, UploadFile)]
        try:
            yield files
        finally:
            for each in files:
                await each.close()
    else:
        _must_be(request, JSON)
        yield json_of(await request.body(), kind)


def json_of(data: bytes, kind: Any) -> Any:  # noqa: ANN401 — a type, and what is of it
    """What JSON says. Raises ``Refused`` (400) that says where it is wrong."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        what, _, place = str(error).partition(" - at `")
        where = place.rstrip("`").removeprefix("$").lstrip(".") or None
        raise Refused(
            400,
            Words(
                f"正文{f'的 {where} ' if where else ''}不合：{what}。",
                f"The body does not fit{f' at {where}' if where else ''}: {what}.",
            ),
            _SEE,
            parameter=where,
        ) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused(400, Words("正文不是 JSON。", "The body is no JSON."), _SEE) from None


def _must_be(request: AnyRequest, wanted: str) -> None:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != wanted:
        raise Refused(415, said(415).what, Words(f"要 {wanted}。", f"{wanted} is wanted."))


_SEE = Words("各字段见 /api/v1/openapi.json。", "/api/v1/openapi.json has the fields.")
