"""The site's own files: styles and scripts, from the package, each with a fingerprint of its content."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import NamedTuple

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from luoshi.pages.sheet import colours

TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
"""What may lie in ``web/static``, by the end of its name."""


class File(NamedTuple):
    """A file of the site."""

    content: bytes
    media_type: str
    fingerprint: str


@cache
def _files() -> dict[str, File]:
    found = {}
    for entry in files("luoshi.web").joinpath("static").iterdir():
        media_type = TYPES.get(entry.name.rpartition(".")[2])
        if media_type:
            content = entry.read_bytes()
            if entry.name == "site.css":
                content = colours().encode() + content
            found[entry.name] = File(content, media_type, sha256(content).hexdigest()[:12])
    return found


def fingerprint(name: str) -> str:
    """A short hash of a file's content, for its address."""
    return _files()[name].fingerprint


@get("/static/{name:str}", include_in_schema=False)
async def static_file(name: FromPath[str]) -> Response[bytes]:
    """A file of the site; it may be kept for good, its address changes with it."""
    file = _files().get(name)
    if file is None:
        raise NotFoundException
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(file.content, media_type=file.media_type, headers=headers)
