"""Which library a command works on, and what becomes of an error on the way."""

from __future__ import annotations

import sys
from collections.abc import Callable

from luoshi import settings
from luoshi.actions.library import at
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED
from luoshi.cli.terminal import harmless, put
from luoshi.errors import LuoshiError
from luoshi.library import Library


def on_library(
    arguments: Arguments,
    language: str,
    work: Callable[[Library], int],
    *,
    create: bool = False,
    read_only: bool = False,
) -> int:
    """What ``work`` gives for the library that is meant; an error is one line and exit code 3."""
    try:
        with at(arguments.library or settings.library(), create=create, read_only=read_only) as library:
            return work(library)
    except LuoshiError as error:
        return refused(error, language)


def refused(error: LuoshiError, language: str) -> int:
    """Tell of an error."""
    put(sys.stderr, f"luoshi: {harmless(error.told(language))}")
    return NOTHING_READ


def each_of(ids: list[str], work: Callable[[str], None], language: str) -> int:
    """Do something to each document that is meant; one that fails stops nobody."""
    failed = 0
    for each in dict.fromkeys(ids):
        try:
            work(each)
        except LuoshiError as error:
            failed += 1
            refused(error, language)
    if not failed:
        return ALL_READ
    return NOTHING_READ if failed == len(dict.fromkeys(ids)) else SOME_FAILED
