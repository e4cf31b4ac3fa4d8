"""``POST /documents``: bring a file."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

from litestar import Response
from msgspec import Meta, Struct

from luoshi.actions.add import add_many
from luoshi.actions.outcome import Failure
from luoshi.actions.picking import Picked
from luoshi.http import Refused
from luoshi.rest.answers import address, answered
from luoshi.rest.documents import listed
from luoshi.rest.operation import Call

SECONDS = 300.0
"""The time that a file may take."""

CODES = {"TooLarge": 413, "UnknownFormat": 415}
"""What a failure becomes, by its kind; every other is 422: the bytes did not become text."""


class Asked(Struct, frozen=True, forbid_unknown_fields=True):
    """How the file is called."""

    name: Annotated[
        str,
        Meta(
            min_length=1,
            max_length=255,
            description="The file's name; its ending is a hint, the bytes decide.",
            examples=["规划建议.docx"],
        ),
    ]


def add(call: Call[Asked, bytes]) -> Response[bytes]:
    """Bring a file: the body is its bytes, whatever their type.

    It is read in a process of its own, and the answer comes when it is on the shelf. Bytes that are there already
    change nothing.
    """
    library = call.context.library
    with_name = PurePath(call.query.name).name or "?"
    picked = Picked(with_name, PurePath(with_name), call.body)
    (outcome,) = add_many(library, [picked], timeout=SECONDS)
    if outcome.failure is not None:
        raise _refused(outcome.failure)
    entry = library.entry(outcome.id)
    place = {"Location": address(call, f"/documents/{entry.id}")}
    return answered(call, listed(call, entry), status=200 if outcome.skipped else 201, headers=place)


def _refused(why: Failure) -> Refused:
    return Refused(CODES.get(why.kind, 422), why.what, why.advice)
