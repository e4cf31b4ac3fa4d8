"""Where a program begins: what this is, and where everything else is."""

from __future__ import annotations

from litestar import Response
from msgspec import Struct

from luoshi import __version__
from luoshi.rest.answers import address, answered
from luoshi.rest.operation import Call, Nothing


class AboutLinks(Struct, frozen=True):
    """Where to go on."""

    self: str
    openapi: str
    record_schema: str
    documents: str
    findings: str
    names: list[str]
    search: str
    corrections: str


class About(Struct, frozen=True):
    """The version of Luoshi, how many documents the library holds, and the addresses of everything else."""

    version: str
    documents: int
    links: AboutLinks


def about(call: Call[Nothing, Nothing]) -> Response[bytes]:
    """Show what answers here."""
    parts = ("documents", "findings", "search", "corrections")
    subjects = ("indicators", "bodies", "places", "programmes", "formulations")
    links = AboutLinks(
        self=address(call, "/"),
        openapi=address(call, "/openapi.json"),
        record_schema=address(call, "/record.schema.json"),
        names=[address(call, f"/names/{each}") for each in subjects],
        **{part: address(call, f"/{part}") for part in parts},
    )
    return answered(call, About(__version__, call.context.library.count(), links))
