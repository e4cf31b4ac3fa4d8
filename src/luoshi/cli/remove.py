"""``luoshi remove``: take documents out of the library."""

from __future__ import annotations

import sys

from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import WrongUsage
from luoshi.cli.library import each_of, on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, cut, harmless, put
from luoshi.errors import BadRequest
from luoshi.library import Library
from luoshi.words import Words


def remove(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all are gone, 1 some were not there, 3 none was."""
    if not arguments.paths:
        raise WrongUsage(say("no_id", language))

    def work(library: Library) -> int:
        def drop(identity: str) -> None:
            if not arguments.force and (decided := len(library.corrections(identity))):
                raise BadRequest(*(Words(say(key, "zh", decided), say(key, "en", decided)) for key in _DECIDED))
            line = library.remove(identity)
            if not arguments.quiet:
                put(sys.stdout, cut(say("removed", language, line.id[:8], harmless(line.title)), WIDTH))

        return each_of(arguments.paths, drop, language)

    return on_library(arguments, language, work)


_DECIDED = ("has_corrections", "remove_all_the_same")
