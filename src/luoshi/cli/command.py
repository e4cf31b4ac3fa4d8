"""From arguments to a command; whatever goes wrong becomes one line and an exit code."""

from __future__ import annotations

import os
import sys

from luoshi import __version__
from luoshi.cli.codes import ALL_READ, BROKEN_PIPE, STOPPED, USAGE, WrongUsage
from luoshi.cli.messages import say

TYPE_CHECKING = False  # as in typing: neither it nor argparse is loaded before there is something to parse
if TYPE_CHECKING:
    from argparse import Namespace


def run(argv: list[str], language: str) -> int:
    """Do what ``argv`` asks; returns the exit code."""
    try:
        if argv in (["--help"], ["-h"]):
            return _help(language, asked=True)
        from luoshi.cli.arguments import parsed  # noqa: PLC0415 — argparse takes longer than all of --help

        arguments = parsed(argv)
        language = arguments.language or language
        return _do(arguments, language)
    except WrongUsage as wrong:
        sys.stderr.write(f"luoshi: {say('usage', language, str(wrong).rstrip('.?？'))}\n")
        return USAGE
    except KeyboardInterrupt:
        sys.stderr.write(f"\nluoshi: {say('stopped', language)}\n")
        return STOPPED
    except BrokenPipeError:
        # Whoever read us has had enough; keep the interpreter from telling about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _do(arguments: Namespace, language: str) -> int:
    if arguments.help or arguments.command is None:
        return _help(language, asked=arguments.help)
    if arguments.version:
        sys.stdout.write(f"luoshi {__version__}\n")
        return ALL_READ
    if arguments.command != "evaluate" and (arguments.gold or arguments.texts or arguments.against):
        raise WrongUsage(say("read_no_gold", language))
    if arguments.command == "schema":
        from luoshi.cli.schema import write_schema  # noqa: PLC0415

        write_schema()
        return ALL_READ
    if arguments.command == "read":
        from luoshi.cli.read import read  # noqa: PLC0415

        return read(arguments, language)
    if arguments.command == "evaluate":
        from luoshi.cli.evaluate import evaluate  # noqa: PLC0415

        return evaluate(arguments, language)
    raise WrongUsage(say("no_command", language, arguments.command, arguments.command))


def _help(language: str, *, asked: bool) -> int:
    from luoshi.cli.help import HELP  # noqa: PLC0415 — said once, when asked

    (sys.stdout if asked else sys.stderr).write(HELP[language])
    return ALL_READ if asked else USAGE
