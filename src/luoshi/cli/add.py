"""``luoshi add``: put files into the library."""

from __future__ import annotations

import sys
from contextlib import closing

from luoshi import settings
from luoshi.actions.add import add_many
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import NOTHING_READ, WrongUsage
from luoshi.cli.library import on_library, refused
from luoshi.cli.messages import say
from luoshi.cli.progress import Progress
from luoshi.cli.read import picked_files
from luoshi.cli.terminal import put
from luoshi.errors import CannotKeep, CannotOpen
from luoshi.library import Library


def add(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all are there, 1 some could not be read, 3 none could."""
    if arguments.jobs is not None and arguments.jobs < 1:
        raise WrongUsage(say("jobs", language))
    if not arguments.paths:
        raise WrongUsage(say("no_file", language))
    return on_library(arguments, language, lambda library: _add(library, arguments, language), create=True)


def _add(library: Library, arguments: Arguments, language: str) -> int:
    picked = picked_files(arguments.paths, None, language)
    if not picked:
        put(sys.stderr, f"luoshi: {say('empty', language)}")
        return NOTHING_READ
    with library.writing():
        pass  # one that takes nothing says so before anything is read
    progress = Progress(picked, language, quiet=arguments.quiet, library=library.where)
    jobs = arguments.jobs or settings.jobs()
    with closing(add_many(library, picked, jobs=jobs, timeout=settings.timeout())) as outcomes, closing(progress):
        try:
            for _ in progress.watch(outcomes):
                pass
        except (CannotKeep, CannotOpen) as error:
            progress.close()
            progress.tell()
            return refused(error, language)
    return progress.tell()
