"""Read many files at once, on all cores, in flat memory; one that fails stops nobody."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from hashlib import file_digest, sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from luoshi.actions.one import read_one
from luoshi.actions.outcome import Failure, Outcome, attempt, failed, summary
from luoshi.actions.picking import Picked
from luoshi.actions.versions import edition
from luoshi.actions.writing import output_of, write_whole
from luoshi.errors import BadRequest, said_by_system
from luoshi.exports import Format
from luoshi.model import Document, Words

if TYPE_CHECKING:
    from luoshi.actions.ledger import Ledger


PATIENCE = 300.0
"""The seconds that each of several files may take, where nothing else is said."""


class Way(NamedTuple):
    """How files are read: into which format (``None``: only a summary), language and folder."""

    form: Format | None = None
    language: str = "en"
    folder: Path | None = None


class _Job(NamedTuple):
    picked: Picked
    output: PurePath | None = None
    known: str | None = None  # the hash of the bytes that the output there was made of


class _Done(NamedTuple):
    outcome: Outcome
    sha256: str | None = None


def read_many(
    picked: list[Picked], way: Way, *, jobs: int = 1, timeout: float | None = None, force: bool = False
) -> Generator[Outcome, None, None]:
    """What became of each file, in the order given.

    With a folder, each result is written there, whole or not at all, and a file whose bytes were
    read there before in the same way (format, language, schema, rules, knowledge) is skipped unless
    ``force``. Several files are read by ``jobs`` processes; one that dies, or takes more than
    ``timeout`` seconds (where none are given: ``PATIENCE``), costs its file only. A single file is
    read in this process and may take its time, unless ``timeout`` says how much. Raises
    ``BadRequest`` where the folder cannot be written to.
    """
    ledger = _ledger(way)
    tasks = (_job(file, way, None if force else ledger) for file in picked)
    work = partial(_read, way)
    if len(picked) > 1 or (picked and timeout):
        from luoshi.actions.workers import each  # noqa: PLC0415 — one file needs no processes

        seconds = timeout or PATIENCE
        lost = partial(_lost, seconds)
        results = each(work, tasks, lost, workers=min(jobs, len(picked)), timeout=seconds)
    else:
        results = map(work, tasks)
    for file, done in zip(picked, results, strict=True):
        if ledger and way.form and done.sha256 and done.outcome.output:
            ledger.add(output_of(file.place, way.form.ending), done.sha256)
        yield done.outcome._replace(place=file.place)


def _ledger(way: Way) -> Ledger | None:
    if way.folder is None or way.form is None:
        return None
    from luoshi.actions.ledger import Ledger  # noqa: PLC0415 — only for results in a folder
    from luoshi.record import SCHEMA  # noqa: PLC0415

    how = " ".join((way.form.name, way.language, SCHEMA, *edition()))
    try:
        return Ledger(way.folder, how)
    except OSError as error:
        why = said_by_system(error)
        raise BadRequest(
            Words(
                f"{way.folder}：结果写不进这里（{why.zh}）。",
                f"{way.folder}: results cannot be written here ({why.en}).",
            ),
            Words("请用 -o 指定另一个文件夹。", "Give another folder with -o."),
        ) from None


def _job(picked: Picked, way: Way, ledger: Ledger | None) -> _Job:
    if way.folder is None or way.form is None:
        return _Job(picked)
    output = output_of(picked.place, way.form.ending)
    return _Job(picked, output, ledger.known(output) if ledger else None)


def _lost(timeout: float, job: _Job, reason: str) -> _Done:
    return _Done(Outcome(job.picked.name, failure=failed(reason, f"{timeout:g}")))


def _read(way: Way, job: _Job) -> _Done:
    """Read one file; never raises, so that the others go on."""
    name, source = job.picked.name, job.picked.source
    if source is None:
        return _Done(Outcome(name, failure=job.picked.failure))
    if job.known and way.folder and job.output and digest(source) == job.known:
        return _Done(Outcome(name, output=way.folder / job.output, skipped=True))
    done = attempt(lambda: _result(way, job, read_one(source, name=name)))
    return _Done(Outcome(name, failure=done)) if isinstance(done, Failure) else done


def _result(way: Way, job: _Job, document: Document) -> _Done:
    name, line = job.picked.name, summary(document)
    if way.form is None:
        return _Done(Outcome(name, line))
    form, part = way.form, way.form.part(document, name, way.language)
    if way.folder is None or job.output is None:
        return _Done(Outcome(name, line, part))
    path = way.folder / job.output
    try:
        write_whole(path, lambda stream: form.whole([part], stream, way.language))
    except OSError as error:
        return _Done(Outcome(name, failure=failed("unwritten", said_by_system(error))))
    return _Done(Outcome(name, line, output=path), document.id)


def digest(source: Path | bytes) -> str | None:
    """The SHA-256 of a file's bytes; ``None`` where they cannot be had."""
    if isinstance(source, bytes):
        return sha256(source).hexdigest()
    try:
        with source.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None  # reading it will say why
