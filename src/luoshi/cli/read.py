"""``luoshi read``: pick the files, read them, and write what was asked for where it was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path, PurePath

from luoshi import settings
from luoshi.actions import FORMATS, Outcome, Picked, Way, pick, read_many
from luoshi.actions.writing import write_whole
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import NOTHING_READ, USAGE, WrongUsage
from luoshi.cli.messages import say
from luoshi.cli.progress import Progress
from luoshi.cli.terminal import put, standard_output
from luoshi.errors import BadRequest
from luoshi.exports import Format

TEXT = Format("text", ".txt", "text/plain; charset=utf-8", "luoshi.cli.report", many=True)


def read(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code."""
    form = next(each for each in (TEXT, *FORMATS) if each.name == arguments.format)
    output = Path(arguments.output) if arguments.output else None
    folder = output if output and is_folder(arguments.output) else None
    if arguments.jobs is not None and arguments.jobs < 1:
        raise WrongUsage(say("jobs", language))
    picked = picked_files(arguments.paths, output, language)
    check(picked, form, output, folder, language)
    if not picked:
        put(sys.stderr, f"luoshi: {say('empty', language)}")
        return NOTHING_READ
    listed = form is TEXT and output is None and len(picked) > 1
    progress = Progress(picked, language, quiet=arguments.quiet, listed=listed, folder=folder)
    outcomes = read_many(
        picked,
        Way(None if listed else form, language, folder),
        jobs=arguments.jobs or settings.jobs(),
        timeout=settings.timeout(),
        force=arguments.force,
    )
    try:
        with closing(outcomes) as each, closing(progress):
            write(progress.watch(each), form, None if folder else output, language)
    except BadRequest as impossible:
        put(sys.stderr, f"luoshi: {impossible.told(language)}")
        return USAGE
    return progress.tell()


def is_folder(output: str) -> bool:
    """Whether ``-o`` names a folder: it is one, ends as one, or does not exist and has no ending."""
    if output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112
        return True
    return not PurePath(output).suffix and not os.path.lexists(output)


def picked_files(paths: list[str], output: Path | None, language: str) -> list[Picked]:
    """The files that are meant, ``-`` the standard input. Raises ``WrongUsage``."""
    if not paths:
        raise WrongUsage(say("no_path", language))
    if paths.count("-") > 1:
        raise WrongUsage(say("stdin_once", language))
    picked = pick([path for path in paths if path != "-"], avoid=output)
    if "-" in paths:
        picked.append(Picked("-", PurePath("stdin"), _standard_input(language)))
    return picked


def _standard_input(language: str) -> bytes:
    from luoshi.sources import MAX_BYTES  # noqa: PLC0415 — only where there is a stream to limit

    if sys.stdin is None or sys.stdin.isatty():
        raise WrongUsage(say("stdin_terminal", language))
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def check(picked: list[Picked], form: Format, output: Path | None, folder: Path | None, language: str) -> None:
    """Raise ``WrongUsage`` where the results could not go where they are wanted."""
    if folder is None and len(picked) > 1 and not form.many:
        raise WrongUsage(say("one_only", language, form.name))
    if output is not None and os.path.exists(output):  # noqa: PTH110 — Path.exists raises where it may not look
        same = (each for each in picked if isinstance(each.source, Path) and os.path.exists(each.source))  # noqa: PTH110
        if any(output.samefile(each.source) for each in same if isinstance(each.source, Path)):
            raise WrongUsage(say("same_file", language, output))


def write(outcomes: Iterator[Outcome], form: Format, output: Path | None, language: str) -> None:
    """Take the outcomes one by one; parts go to the file or the standard output as they come."""
    parts = (outcome.part for outcome in outcomes if outcome.part is not None)
    first = next(parts, None)
    if first is None:
        return  # all went to a folder or a listing, or nothing was read: then no empty file is left
    whole = chain([first], parts)
    if output is not None:
        write_whole(output, lambda stream: form.whole(whole, stream, language))
        return
    with standard_output() as stream:
        if form is TEXT and sys.stdout.isatty() and settings.color():
            stream.writelines(whole)
        else:
            form.whole(whole, stream, language)
