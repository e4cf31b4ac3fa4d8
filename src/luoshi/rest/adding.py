"""Files brought by programs: one that is waited for, or many that are looked at later."""

from __future__ import annotations

import asyncio
from typing import IO, Annotated, Any

from litestar import Response
from litestar.concurrency import sync_to_thread
from litestar.datastructures import UploadFile
from msgspec import Meta, Struct

from luoshi.actions.outcome import Failure
from luoshi.actions.uploads import FAILED, THERE, Sent, Upload
from luoshi.http import Refused, language, visitor
from luoshi.rest.answers import address, answered
from luoshi.rest.documents import one_listed
from luoshi.rest.operation import Call, Nothing
from luoshi.words import Words

CODES = {"TooLarge": 413, "UnknownFormat": 415}
"""What a failure becomes, by its kind; every other is 422: the bytes did not become text."""

STEP = 0.02
"""Seconds between two looks whether something became of a file that is being read."""

ELSEWHERE = 50
"""After so many looks the library is asked: another server may have read it."""


class AddAsked(Struct, frozen=True, forbid_unknown_fields=True):
    """How the file is called, and how long its reading is waited for."""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=255,
            description="The file's name; its ending is a hint, the bytes decide.",
            examples=["规划建议.docx"],
        ),
    ]
    wait: Annotated[
        int, Meta(ge=0, le=60, description="Seconds that the answer may wait for the reading; then it is 202.")
    ] = 30


class ShownFile(Struct, frozen=True):
    """A file of an upload.

    `state`: `waiting`, `reading`, `added` (it is on the shelf), `there` (its bytes were there already) or `failed`;
    then `what` and `advice` say why. `document` is the document's id.
    """

    name: str
    size: int
    state: str
    document: str | None
    title: str | None
    grade: str | None
    what: str | None
    advice: str | None


class UploadLinks(Struct, frozen=True):
    """Where the upload is, and its page for people."""

    self: str
    page: str


class ShownUpload(Struct, frozen=True):
    """Files that were sent together; `open` is how many are not read yet."""

    id: str
    open: int
    files: list[ShownFile]
    links: UploadLinks


async def add(call: Call[AddAsked, IO[bytes]]) -> Response[bytes]:
    """Bring a file: the body is its bytes, whatever their type.

    It is read in a process of its own, and the answer comes when it is on the shelf, or after `wait` seconds. Bytes that
    are there already change nothing.
    """
    uploads = call.context.uploads
    taken = await sync_to_thread(_take, call, [Sent(call.query.name, call.body)])
    upload, changes = taken, -1
    for step in range(int(call.query.wait / STEP)):
        if changes != uploads.changes or step % ELSEWHERE == 0:
            changes = uploads.changes
            upload = await sync_to_thread(uploads.get, taken.id)
        if not upload.open:
            break
        await asyncio.sleep(STEP)
    if upload.open:
        return _accepted(call, upload)
    (file,) = upload.files
    if file.state == FAILED or not file.id:
        raise _refused(file.failure)
    return await sync_to_thread(_brought, call, file.id, file.state == THERE)


def upload(call: Call[Nothing, list[UploadFile]]) -> Response[bytes]:
    """Bring files: every file of a form, whatever its field.

    They are read one after the other beside the server; the upload says what became of each.
    """
    if not call.body:
        raise Refused(
            400,
            Words("没有文件。", "There is no file."),
            Words("请用 multipart/form-data 送来文件。", "Send files as multipart/form-data."),
        )
    return _accepted(call, _take(call, [Sent(each.filename, each.file) for each in call.body]))


def look(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show what became of each file of an upload."""
    return answered(call, _shown(call, call.context.uploads.look(call.path["upload"], _who(call))))


def _take(call: Call[Any, Any], sent: list[Sent]) -> Upload:
    return call.context.uploads.take(sent, who=_who(call))


def _who(call: Call[Any, Any]) -> str:
    asking = visitor(call.request)
    return asking.name if asking else ""


def _accepted(call: Call[Any, Any], upload: Upload) -> Response[bytes]:
    place = {"Location": address(call, f"/uploads/{upload.id}")}
    return answered(call, _shown(call, upload), status=202, headers=place)


def _brought(call: Call[Any, Any], identity: str, there: bool) -> Response[bytes]:  # noqa: FBT001 — run in a thread
    place = {"Location": address(call, f"/documents/{identity}")}
    return one_listed(call, identity, status=200 if there else 201, headers=place)


def _refused(why: Failure | None) -> Refused:
    if why is None:
        return Refused(422, Words("没能读入。", "It could not be read."), Words("请再送一次。", "Send it once more."))
    return Refused(CODES.get(why.kind, 503 if why.kind in ("CannotKeep", "CannotOpen") else 422), why.what, why.advice)


def _shown(call: Call[Any, Any], upload: Upload) -> ShownUpload:
    chosen = language(call.request)
    at = f"/uploads/{upload.id}"
    return ShownUpload(
        id=upload.id,
        open=upload.open,
        files=[
            ShownFile(
                name=each.name,
                size=each.size,
                state=each.state,
                document=each.id or None,
                title=each.title or None,
                grade=each.grade,
                what=each.failure.what.told(chosen) if each.failure else None,
                advice=each.failure.advice.told(chosen) if each.failure else None,
            )
            for each in upload.files
        ],
        links=UploadLinks(self=address(call, at), page=call.context.links.to(at)),
    )
