"""``luoshi show``: what ``luoshi read`` says of a file, of a document in the library."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

from luoshi.actions import FORMATS, Outcome
from luoshi.actions.library import shown
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.read import TEXT, write
from luoshi.cli.terminal import harmless, put
from luoshi.errors import LuoshiError, said_by_system
from luoshi.library import Library


def show(arguments: Namespace, language: str) -> int:
    """Do it; returns the exit code: 0 all are shown, 1 some are not there, 3 none is."""
    if not arguments.paths:
        raise WrongUsage(say("no_id", language))
    form = next(each for each in (TEXT, *FORMATS) if each.name == arguments.format)
    if len(arguments.paths) > 1 and not form.many:
        raise WrongUsage(say("one_only", language, form.name))
    if not arguments.output and not form.readable and sys.stdout.isatty():
        raise WrongUsage(say("binary", language, form.name))
    output = Path(arguments.output) if arguments.output else None
    failures: list[Outcome] = []

    def work(library: Library) -> int:
        with closing(
            _told(shown(library, arguments.paths, form, language, as_read=bool(arguments.as_read)), failures, language)
        ) as outcomes:
            write(outcomes, form, output, language)
        if not failures:
            return ALL_READ
        return SOME_FAILED if len(failures) < len(arguments.paths) else NOTHING_READ

    try:
        return on_library(arguments, language, work)
    except BrokenPipeError:
        raise
    except OSError as error:
        put(sys.stderr, f"luoshi: {say('unwritten', language, output or '-', said_by_system(error).told(language))}")
        return NOTHING_READ


def _told(outcomes: Iterator[Outcome], failures: list[Outcome], language: str) -> Generator[Outcome, None, None]:
    for outcome in outcomes:
        if outcome.failure:
            failures.append(outcome)
            why = LuoshiError(outcome.failure.what, outcome.failure.advice)
            put(sys.stderr, f"luoshi: {harmless(why.told(language))}")
        else:
            yield outcome
