"""``luoshi show``: what ``luoshi read`` says of a file, of documents in the library."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path, PurePath

from luoshi.actions import FORMATS, Outcome
from luoshi.actions.library import shown
from luoshi.actions.writing import output_of, write_whole
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.read import TEXT, is_folder, write
from luoshi.cli.shelf import chosen, tell_none
from luoshi.cli.terminal import harmless, put
from luoshi.errors import LuoshiError
from luoshi.exports import Format
from luoshi.library import Chosen, Library


def show(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all are shown, 1 some are not there, 3 none is."""
    wanted = chosen(arguments, language)
    if not (arguments.paths or arguments.all or wanted != Chosen()):
        raise WrongUsage(say("no_id", language))
    if arguments.paths and (arguments.all or wanted != Chosen()):
        raise WrongUsage(say("ids_or_filters", language))
    form = next(each for each in (TEXT, *FORMATS) if each.name == arguments.format)
    output = Path(arguments.output) if arguments.output else None
    folder = output if output and is_folder(arguments.output) else None

    def work(library: Library) -> int:
        ids = arguments.paths or [entry.id for entry in library.entries(wanted)]
        if not ids:
            tell_none(library, wanted, arguments, language)
            return NOTHING_READ
        if len(ids) > 1 and not form.many and folder is None:
            raise WrongUsage(say("one_only", language, form.name))
        failures: list[Outcome] = []
        outcomes = _told(shown(library, ids, form, language, as_read=bool(arguments.as_read)), failures, language)
        with closing(outcomes):
            if folder is None:
                write(outcomes, form, output, language)
            else:
                _write_each(outcomes, form, folder, language)
        if not failures:
            return ALL_READ
        return SOME_FAILED if len(failures) < len(ids) else NOTHING_READ

    return on_library(arguments, language, work)


def _write_each(outcomes: Iterator[Outcome], form: Format, folder: Path, language: str) -> None:
    """A file for each document, named by its id and the file that it came from: ``9f3a12bc-plan.pdf.html``."""
    for outcome in outcomes:
        name = output_of(PurePath(f"{outcome.id[:8]}-{outcome.place.name}"), form.ending)
        parts = [outcome.part or b""]
        write_whole(folder / name, lambda stream, parts=parts: form.whole(parts, stream, language))  # type: ignore[misc]


def _told(outcomes: Iterator[Outcome], failures: list[Outcome], language: str) -> Generator[Outcome, None, None]:
    for outcome in outcomes:
        if outcome.failure:
            failures.append(outcome)
            why = LuoshiError(outcome.failure.what, outcome.failure.advice)
            put(sys.stderr, f"luoshi: {harmless(why.told(language))}")
        else:
            yield outcome
