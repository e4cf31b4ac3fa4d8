"""Tables to take along: the same choice at the same address with another ending."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from litestar import Response

from luoshi.exports.rows import Row
from luoshi.exports.tables import KINDS, Columns, written
from luoshi.http import language
from luoshi.model import Words
from luoshi.web.rendering import AnyRequest

ENDINGS = tuple(f".{kind.ending}" for kind in KINDS)


def parted(path: str) -> tuple[str, str | None]:
    """A name and the ending that asks for a table: ``国务院.csv``; of another ending nothing is taken off."""
    for kind in KINDS:
        if path.endswith(f".{kind.ending}"):
            return path.removesuffix(f".{kind.ending}"), kind.ending
    return path, None


def taken(request: AnyRequest, ending: str, name: Words, columns: Columns, rows: Iterable[Row]) -> Response[bytes]:
    """A table as a file to be kept."""
    kind = next(kind for kind in KINDS if kind.ending == ending)
    chosen = language(request)
    file = quote(f"{name.told(chosen)}.{ending}")
    plain = f"luoshi.{ending}"
    return Response(
        written(ending, name, columns, rows, chosen),
        media_type=kind.media_type,
        headers={"Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{file}"},
    )
