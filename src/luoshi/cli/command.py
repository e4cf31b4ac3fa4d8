"""From arguments to a command; whatever goes wrong becomes one line and an exit code."""

from __future__ import annotations

import os
import sys

from luoshi import __version__
from luoshi.cli.codes import ALL_READ, BROKEN_PIPE, NOTHING_READ, STOPPED, USAGE, WrongUsage
from luoshi.cli.messages import say

TYPE_CHECKING = False  # as in typing: not loaded before there is something to parse
if TYPE_CHECKING:
    from collections.abc import Callable

    from luoshi.cli.arguments import Arguments


def run(argv: list[str], language: str) -> int:
    """Do what ``argv`` asks; returns the exit code."""
    output = None
    try:
        if argv in (["--help"], ["-h"]):
            code = _help("", language)
        else:
            from luoshi.cli.arguments import parsed, told_in  # noqa: PLC0415 — --help does without

            language = told_in(argv, language)
            arguments = parsed(argv, language)
            output = arguments.output
            code = _do(arguments, language)
        sys.stdout.flush()
    except WrongUsage as wrong:
        from luoshi.cli.arguments import COMMANDS  # noqa: PLC0415 — as above

        page = " ".join(("luoshi", *[each for each in argv if each in COMMANDS][:1], "--help"))
        sys.stderr.write(f"luoshi: {say('usage', language, str(wrong).rstrip('.?？。'), page)}\n")
        return USAGE
    except KeyboardInterrupt:
        sys.stderr.write(f"\nluoshi: {say('stopped', language)}\n")
        return STOPPED
    except BrokenPipeError:
        _give_up_output()  # whoever read us has had enough
        return BROKEN_PIPE
    except OSError as error:
        _give_up_output()
        return _unwritten(error, output, language)
    return code


def _unwritten(error: OSError, output: str | None, language: str) -> int:
    from luoshi.errors import said_by_system  # noqa: PLC0415 — as above

    where = output or error.filename or say("standard_output", language)
    sys.stderr.write(f"luoshi: {say('unwritten', language, where, said_by_system(error).told(language))}\n")
    return NOTHING_READ


def _give_up_output() -> None:
    """Keep the interpreter from telling at its end that what it still holds cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _do(arguments: Arguments, language: str) -> int:
    from luoshi.cli.arguments import COMMANDS, meant  # noqa: PLC0415 — as above

    if arguments.version:
        sys.stdout.write(f"luoshi {__version__}\n")
        return ALL_READ
    if arguments.command == "help":
        arguments.help, arguments.command = True, next(iter(arguments.paths), None)
    command = arguments.command
    if command is None:
        if arguments.help:
            return _help("", language)
        sys.stderr.write(_page("", language))
        return USAGE
    if command not in COMMANDS:
        if "." in command or os.path.exists(command):  # noqa: PTH110 — pathlib is not loaded yet
            raise WrongUsage(say("no_command", language, command) + say("meant", language, f"luoshi read {command}"))
        raise WrongUsage(say("no_command", language, command) + meant(command, [*COMMANDS], language))
    if arguments.help:
        return _help(command, language)
    from importlib import import_module  # noqa: PLC0415 — the one command that is wanted, and what it needs

    _load_msgspec()
    name = COMMANDS[command]
    work: Callable[[Arguments, str], int] = getattr(import_module(f"luoshi.cli.{name}"), name)
    return work(arguments, language)


def _load_msgspec() -> None:
    """It asks for typing_extensions where that is at hand: ten milliseconds, for what Python 3.11 has by itself."""
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # “not there”, for import
        try:
            import msgspec  # noqa: F401, PLC0415
        finally:
            del sys.modules["typing_extensions"]


def _help(command: str, language: str) -> int:
    sys.stdout.write(_page(command, language))
    return ALL_READ


def _page(command: str, language: str) -> str:
    if language == "zh":
        from luoshi.cli.help.zh import PAGES  # noqa: PLC0415 — said once, when asked
    else:
        from luoshi.cli.help.en import PAGES  # noqa: PLC0415
    return PAGES[command]
