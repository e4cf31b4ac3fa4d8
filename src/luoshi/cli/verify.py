"""``luoshi verify``: look whether the library holds what it should."""

from __future__ import annotations

import sys

from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, SOME_FAILED, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import harmless, put
from luoshi.library import Library
from luoshi.library import verify as problems_of


def verify(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all is sound, 1 something is wrong."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "verify", arguments.paths[0]))

    def work(library: Library) -> int:
        sound = wrong = 0
        for problem in problems_of(library):
            if problem is None:
                sound += 1
                continue
            wrong += 1
            name = problem.id[:8] or say("the_library", language)
            put(sys.stdout, f"{name}: {harmless(problem.what.told(language))}")
        if wrong:
            put(sys.stderr, f"luoshi: {say('unsound', language, library.where, wrong, sound)}")
            return SOME_FAILED
        if not arguments.quiet:
            put(sys.stdout, say("sound", language, library.where, sound))
        return ALL_READ

    return on_library(arguments, language, work, read_only=True)
