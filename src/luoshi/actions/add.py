"""Bring files into a library: read by many processes, kept by one."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from luoshi.actions.many import PATIENCE, digest
from luoshi.actions.one import read_one
from luoshi.actions.outcome import Failure, Outcome, Summary, attempt, failed, summary
from luoshi.actions.picking import Picked, pick
from luoshi.library import Added, Keeper, Library, Parcel, pack


def add(library: Library, *paths: str | Path, jobs: int = 1) -> list[Outcome]:
    """Bring files and folders into a library; returns what became of each file.

    An outcome has the ``id`` of the document and its ``summary``; ``skipped`` where its bytes were
    there already, ``failure`` where it could not be read. Raises ``luoshi.CannotKeep`` where the
    library takes no more: what was brought before is kept.
    """
    return list(add_many(library, pick(paths), jobs=jobs))


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Job(NamedTuple):
    """A file to read, unless its bytes are ``known`` to be there."""

    picked: Picked
    known: str = ""


class Made(NamedTuple):
    """A file made ready for the library, or why not."""

    parcel: Parcel | None = None
    summary: Summary | None = None
    failure: Failure | None = None
    known: str = ""


def add_many(
    library: Library, picked: list[Picked], *, jobs: int = 1, timeout: float | None = None
) -> Generator[Outcome, None, None]:
    """What became of each file, in the order given; it is told when it is kept.

    Files whose bytes are in the library are not read again, so that an import that was broken off
    goes on. Several files are read by ``jobs`` processes; one that dies, or takes more than
    ``timeout`` seconds, costs its file only.
    """
    tasks = (_job(library, file) for file in picked)
    for file, made in zip(picked, made_ready(library.keepers, tasks, len(picked), jobs, timeout), strict=True):
        if made.parcel is None:
            yield Outcome(file.name, skipped=bool(made.known), failure=made.failure, place=file.place, id=made.known)
            continue
        kept: Added = library.put(made.parcel, now())
        yield Outcome(
            file.name,
            summary=made.summary if kept.new else None,
            skipped=not kept.new,
            place=file.place,
            id=kept.id,
        )


def made_ready(
    keepers: tuple[Keeper, ...], tasks: Iterable[Job], number: int, jobs: int, timeout: float | None
) -> Iterator[Made]:
    """Each of so many files, read and made ready."""
    work = partial(made_of, keepers)
    if number > 1 or (number and timeout):
        from luoshi.actions.workers import each  # noqa: PLC0415 — one file needs no processes

        seconds = timeout or PATIENCE
        return each(work, tasks, partial(lost, seconds), workers=min(jobs, number), timeout=seconds)
    return map(work, tasks)


def _job(library: Library, picked: Picked) -> Job:
    known = digest(picked.source) if picked.source is not None else None
    return Job(picked, known if known and library.has(known) else "")


def made_of(keepers: tuple[Keeper, ...], job: Job) -> Made:
    """Read one file and make it ready; never raises, so that the others go on."""
    if job.known:
        return Made(known=job.known)
    if job.picked.source is None:
        return Made(failure=job.picked.failure)
    made = attempt(partial(_parcel, keepers, job.picked.name, job.picked.source))
    return Made(failure=made) if isinstance(made, Failure) else made


def _parcel(keepers: tuple[Keeper, ...], name: str, source: Path | bytes) -> Made:
    from luoshi.sources import load  # noqa: PLC0415 — with the pipeline, in the process that reads

    data = source if isinstance(source, bytes) else load(source, name)
    document = read_one(data, name=name)
    return Made(pack(document, data, name, keepers), summary(document))


def lost(timeout: float, _job: Job, reason: str) -> Made:
    """What becomes of a file whose reader died or took more than ``timeout`` seconds."""
    return Made(failure=failed(reason, f"{timeout:g}"))
