"""From arguments to a command; whatever goes wrong becomes one line and an exit code."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import NoReturn

from luoshi import __version__
from luoshi.cli.messages import say

FORMATS = ("text", "json", "jsonl", "csv", "xlsx", "html")
ALL_READ, SOME_FAILED, USAGE, NOTHING_READ, STOPPED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


class WrongUsage(Exception):
    """What was typed makes no sense; the message says what."""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message)


def run(argv: list[str], language: str) -> int:
    """Do what ``argv`` asks; returns the exit code."""
    try:
        arguments = _parser().parse_intermixed_args(argv)
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
        from luoshi.cli.help import HELP  # noqa: PLC0415 — said once, when asked

        asked = arguments.help
        (sys.stdout if asked else sys.stderr).write(HELP[language])
        return ALL_READ if asked else USAGE
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


def _parser() -> _Parser:
    parser = _Parser(prog="luoshi", add_help=False, allow_abbrev=False)
    parser.add_argument("command", nargs="?")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("-f", "--format", choices=FORMATS, default="text")
    parser.add_argument("-o", "--output")
    parser.add_argument("--gold")
    parser.add_argument("--texts")
    parser.add_argument("--against")
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--language", choices=("zh", "en"))
    parser.add_argument("-q", "--quiet", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    return parser
