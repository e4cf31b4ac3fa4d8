"""From arguments to a command; whatever goes wrong becomes one line and an exit code."""

from __future__ import annotations

import os
import sys

from luoshi import __version__
from luoshi.cli.codes import ALL_READ, BROKEN_PIPE, STOPPED, USAGE, WrongUsage
from luoshi.cli.messages import say

LIBRARY = (
    *("add", "list", "search", "show", "correct", "corrections", "remove", "reread", "verify", "backup", "restore"),
    *("serve", "users"),
)
"""The commands that work on a library."""

COMMANDS = {each: each for each in ("read", "evaluate", "schema", *LIBRARY)} | {"list": "shelf"}
"""Each is a function in a file of the same name: its own, but for ``list``, a name that Python has taken."""

ONLY_FOR = {
    "library": LIBRARY,
    "grade": ("list",),
    **dict.fromkeys(("add", "words", "which", "withdraw", "note", "who"), ("correct",)),
    "source": ("corrections",),
    "as_read": ("show",),
    **dict.fromkeys(("level", "region", "year", "genre"), ("list", "search")),
    **dict.fromkeys(("kind", "body", "indicator", "by", "first", "limit"), ("search",)),
    **dict.fromkeys(("host", "port", "prefix", "name", "tls_certificate", "tls_key"), ("serve",)),
    "role": ("users",),
}
"""Options that other commands refuse, so that nobody thinks that they had an effect."""

_TYPED = {"source": "from"}
"""Options that have another name in Python."""

TYPE_CHECKING = False  # as in typing: neither it nor argparse is loaded before there is something to parse
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable


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
    if arguments.command not in COMMANDS:
        raise WrongUsage(say("no_command", language, arguments.command, arguments.command))
    if arguments.command != "evaluate" and (arguments.gold or arguments.texts or arguments.against):
        raise WrongUsage(say("read_no_gold", language))
    for option, commands in ONLY_FOR.items():
        if getattr(arguments, option) is not None and arguments.command not in commands:
            typed = _TYPED.get(option, option).replace("_", "-")
            raise WrongUsage(say("only_for", language, typed, ", ".join(commands)))
    from importlib import import_module  # noqa: PLC0415 — the one command that is wanted, and what it needs

    _load_msgspec()
    name = COMMANDS[arguments.command]
    work: Callable[[Namespace, str], int] = getattr(import_module(f"luoshi.cli.{name}"), name)
    return work(arguments, language)


def _load_msgspec() -> None:
    """It asks for typing_extensions where that is at hand: ten milliseconds, for what Python 3.11 has by itself."""
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # “not there”, for import
        try:
            import msgspec  # noqa: F401, PLC0415
        finally:
            del sys.modules["typing_extensions"]


def _help(language: str, *, asked: bool) -> int:
    from luoshi.cli.help import HELP  # noqa: PLC0415 — said once, when asked

    (sys.stdout if asked else sys.stderr).write(HELP[language])
    return ALL_READ if asked else USAGE
