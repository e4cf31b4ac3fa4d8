"""A document made ready for its shelf: all the work that needs no database, so that others may do it at once."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import asdict

from luoshi.errors import BadRequest
from luoshi.library.entry import entry_of
from luoshi.library.rows import Row, rows
from luoshi.model import Document, Words
from luoshi.record import to_packed

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Keeper(NamedTuple):
    """Something else that is kept for each document, in the same transaction: a search index.

    ``pack(document)`` does what needs no database, in whichever process; ``put(connection, key,
    packed)`` writes it for the document with the number ``document.key``, for the first time or
    again; ``drop(connection, key)`` takes it away, before the document goes.
    """

    name: str
    pack: Callable[[Document], Any]
    put: Callable[[Connection, int, Any], None]
    drop: Callable[[Connection, int], None]


class Parcel(NamedTuple):
    """A document as its rows: ``kept`` holds what each keeper packed, by the keeper's name."""

    id: str
    original: Row
    document: Row
    record: bytes
    findings: list[Row]
    kept: dict[str, Any]


def pack(document: Document, data: bytes, name: str, keepers: tuple[Keeper, ...] = ()) -> Parcel:
    """Make a document ready that was read from ``data``, the bytes of the file ``name``.

    Raises ``BadRequest`` where it was read from other bytes, ``BadRecord`` where it has no record.
    """
    if sha256(data).hexdigest() != document.id:
        raise BadRequest(
            Words("文档不是从这些字节读出来的。", "The document was not read from these bytes."),
            Words("请一并给出原文件的字节。", "Give the bytes of its file with it."),
        )
    line = asdict(entry_of(document, name))
    return Parcel(
        document.id,
        {
            "sha256": document.id,
            "media_type": document.original.media_type,
            "size": len(data),
            "data": zlib.compress(data),
        },
        line,
        to_packed(document),
        list(rows(document)),
        {keeper.name: keeper.pack(document) for keeper in keepers},
    )
