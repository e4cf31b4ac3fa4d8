"""``luoshi backup``: write all of the library into one file."""

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
from luoshi.library import backup as write_backup


def backup(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0, or 3 where it could not be done."""
    if len(arguments.paths) != 1:
        raise WrongUsage(say("one_file", language, "backup"))
    path = Path(arguments.paths[0])

    def work(library: Library) -> int:
        number = write_backup(library, path, CARRIED)
        if not arguments.quiet:
            put(sys.stderr, f"luoshi: {say('backed_up', language, number, path)}")
        return ALL_READ

    return on_library(arguments, language, work, read_only=True)
