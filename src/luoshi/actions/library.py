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


def shown(
    library: Library, ids: Iterable[str], form: Format, language: str, *, as_read: bool = False
) -> Iterator[Outcome]:
    """Each document in a format, or why not; as people corrected it, or ``as_read``. Ids may be shortened."""
    for each in ids:
        made = attempt(partial(_shown, library, each, form, language, as_read))
        yield Outcome(each, failure=made) if isinstance(made, Failure) else made


def _shown(library: Library, wanted: str, form: Format, language: str, as_read: bool) -> Outcome:  # noqa: FBT001 — partial
    document, line = library.get(wanted, as_read=as_read), library.entry(wanted)
    return Outcome(line.name, part=form.part(document, line.name, language), place=PurePath(line.name), id=line.id)
