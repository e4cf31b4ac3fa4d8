"""Read documents of a library again, from their own originals, with the rules and knowledge of today."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import PurePath
from typing import NamedTuple

from luoshi.actions.add import Job, made_ready
from luoshi.actions.outcome import Failure, refused
from luoshi.actions.picking import Picked
from luoshi.actions.versions import edition
from luoshi.errors import NotInLibrary
from luoshi.library import Changes, Entry, Library


class Reread(NamedTuple):
    """What became of a document: what changed, or why it could not be read again and stays as it was."""

    entry: Entry
    changes: Changes | None = None
    failure: Failure | None = None


def older(library: Library) -> list[str]:
    """The ids of the documents that were read with other rules or knowledge than those here."""
    return [each.id for each in library.entries() if (each.rules, each.knowledge) != edition()]


def reread(
    library: Library, ids: list[str], *, jobs: int = 1, timeout: float | None = None
) -> Generator[Reread, None, None]:
    """Read each of these documents again; people's corrections are kept.

    Raises ``NotInLibrary`` at once where one of the ids is none.
    """
    entries = [library.entry(each) for each in dict.fromkeys(map(library.full, ids))]
    tasks = (Job(Picked(each.name, PurePath(each.name), library.original(each.id))) for each in entries)
    for entry, made in zip(entries, made_ready(library.keepers, tasks, len(entries), jobs, timeout), strict=True):
        if made.parcel is None:
            yield Reread(entry, failure=made.failure)
            continue
        try:
            yield Reread(entry, library.replace(made.parcel))
        except NotInLibrary as gone:  # somebody took it away in the meantime
            yield Reread(entry, failure=refused(gone))
