"""Where a program begins: what this is, and where everything else is."""

from __future__ import annotations

from typing import Any

from litestar import Request, get
from msgspec import Struct

from luoshi import __version__
from luoshi.http import context, readers


class About(Struct, frozen=True):
    """The version of Luoshi, and how many documents the library holds."""

    version: str
    documents: int


@get("/", guards=[readers], sync_to_thread=True)
def about(request: Request[Any, Any, Any]) -> About:
    """What answers here."""
    return About(__version__, context(request).library.count())
