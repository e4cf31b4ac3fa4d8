"""Luoshi 落实 reads development plans and follows them through to delivery.

>>> import luoshi
>>> document = luoshi.read("plan.html")  # doctest: +SKIP
>>> for target in document.find("target"):  # doctest: +SKIP
...     print(document.cite(target))
>>> with luoshi.Library("plans.db") as library:  # doctest: +SKIP
...     luoshi.add(library, "plan.html", "folder")
...     for entry in library.entries():
...         print(entry.id[:8], entry.title)

Everything here is loaded when it is first asked for, so that the import is instant.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which takes as long to import as all the rest
if TYPE_CHECKING:
    from typing import Any

    from luoshi.actions import read_one as read
    from luoshi.actions.add import add
    from luoshi.errors import (
        BadKnowledge,
        BadQuery,
        BadRecord,
        BadRequest,
        CannotKeep,
        CannotOpen,
        CannotRead,
        Changed,
        DamagedFile,
        LuoshiError,
        MissingExtra,
        NewerLibrary,
        NotInLibrary,
        TooLarge,
        UnknownFormat,
    )
    from luoshi.library import Chosen, Correction, Entry, Library
    from luoshi.model import (
        ADDED,
        EDITED,
        Citation,
        Document,
        Edit,
        Edition,
        Finding,
        Mark,
        Original,
        Period,
        Profile,
        Rejected,
        Run,
        Section,
        Span,
        Text,
        Verdict,
        Words,
    )
    from luoshi.record import from_json, schema, to_json
    from luoshi.search import Found, Hit, Searcher

__version__ = "0.1.0"

__all__ = [
    "ADDED",
    "EDITED",
    "BadKnowledge",
    "BadQuery",
    "BadRecord",
    "BadRequest",
    "CannotKeep",
    "CannotOpen",
    "CannotRead",
    "Changed",
    "Chosen",
    "Citation",
    "Correction",
    "DamagedFile",
    "Document",
    "Edit",
    "Edition",
    "Entry",
    "Finding",
    "Found",
    "Hit",
    "Library",
    "LuoshiError",
    "Mark",
    "MissingExtra",
    "NewerLibrary",
    "NotInLibrary",
    "Original",
    "Period",
    "Profile",
    "Rejected",
    "Run",
    "Searcher",
    "Section",
    "Span",
    "Text",
    "TooLarge",
    "UnknownFormat",
    "Verdict",
    "Words",
    "add",
    "from_json",
    "read",
    "schema",
    "to_json",
]

_ROOMS = {
    "luoshi.errors": (
        "BadKnowledge",
        "BadQuery",
        "BadRecord",
        "BadRequest",
        "CannotKeep",
        "CannotOpen",
        "CannotRead",
        "Changed",
        "DamagedFile",
        "LuoshiError",
        "MissingExtra",
        "NewerLibrary",
        "NotInLibrary",
        "TooLarge",
        "UnknownFormat",
    ),
    "luoshi.library": ("Chosen", "Correction", "Entry", "Library"),
    "luoshi.search": ("Found", "Hit", "Searcher"),
    "luoshi.actions.add": ("add",),
    "luoshi.record": ("from_json", "schema", "to_json"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 — whatever lies behind the name
    """Fetch a name of ``__all__`` from its room, and keep it."""
    if name not in __all__:
        raise AttributeError(f"module 'luoshi' has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 — only when something is asked for

    if name == "read":
        value = import_module("luoshi.actions").read_one
    else:
        room = next((room for room, names in _ROOMS.items() if name in names), "luoshi.model")
        value = getattr(import_module(room), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """What is on offer, loaded or not."""
    return sorted([*globals(), *__all__])
