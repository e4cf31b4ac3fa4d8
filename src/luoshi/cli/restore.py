"""``luoshi restore``: put all of a backup into an empty library."""

from __future__ import annotations

import sys
from pathlib import Path

from luoshi.accounts import CARRIED
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import put
from luoshi.library import Library
from luoshi.library import restore as restore_from


def restore(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0, or 3 where it could not be done."""
    if len(arguments.paths) != 1:
        raise WrongUsage(say("one_file", language, "restore"))
    path = Path(arguments.paths[0])

    def work(library: Library) -> int:
        number = restore_from(library, path, CARRIED)
        if not arguments.quiet:
            put(sys.stderr, f"luoshi: {say('restored', language, number, library.where)}")
        return ALL_READ

    return on_library(arguments, language, work, create=True)
