"""What people ask of a library: open it, show from it, take from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath

from luoshi.actions.outcome import Failure, Outcome, attempt
from luoshi.exports import Format
from luoshi.library import Keeper, Library, open_library
from luoshi.search import keeper

KEEPERS: tuple[Keeper, ...] = (keeper(),)
"""What else is kept for each document: the search index."""


def at(where: str, *, create: bool = False, read_only: bool = False) -> Library:
    """The library in a file or at an address, with all its keepers."""
    return open_library(where, create=create, read_only=read_only, keepers=KEEPERS)


def shown(library: Library, ids: Iterable[str], form: Format, language: str) -> Iterator[Outcome]:
    """Each document in a format, or why not; ids may be shortened."""
    for each in ids:
        made = attempt(partial(_shown, library, each, form, language))
        yield Outcome(each, failure=made) if isinstance(made, Failure) else made


def _shown(library: Library, wanted: str, form: Format, language: str) -> Outcome:
    document, line = library.get(wanted), library.entry(wanted)
    return Outcome(line.name, part=form.part(document, line.name, language), place=PurePath(line.name), id=line.id)
