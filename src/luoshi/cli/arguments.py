"""What can be typed behind ``luoshi``: all options in one table, and the arguments that a line gives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

from luoshi.cli.codes import WrongUsage
from luoshi.cli.messages import say

LIBRARY = (
    *("add", "list", "search", "show", "correct", "corrections", "remove", "reread", "verify", "backup", "restore"),
    *("serve", "users"),
)
"""The commands that work on a library."""

COMMANDS = {each: each for each in ("read", "evaluate", "schema", *LIBRARY)} | {"list": "shelf"}
"""Each is a function in a file of the same name: its own, but for ``list``, a name that Python has taken."""

_ALL = ("text", "json", "jsonl", "csv", "xlsx", "html")
FORMATS = {
    "read": _ALL,
    "show": _ALL,
    "list": ("text", "json", "csv", "xlsx"),
    "search": ("text", "json", "csv"),
    "corrections": ("text", "json", "jsonl", "csv"),
    "reread": ("text", "json"),
    "evaluate": ("text", "json"),
}
"""In which formats a command writes, the first unless told otherwise."""

NARROWINGS = ("level", "region", "year", "genre", "kind", "body", "indicator", "by")
"""By what ``luoshi search`` filters."""

LANGUAGES = ("zh", "en")

Arguments = SimpleNamespace
"""``command``, ``paths`` (all other words), and a member for each option: ``None`` where it was not given."""


class Option(NamedTuple):
    """One option: its name, what stands behind it, and the commands that know it (none: all of them)."""

    name: str
    takes: str
    commands: tuple[str, ...] = ()
    letter: str = ""
    stored: str = ""


NOTHING, WORDS, NUMBER, SEVERAL = "nothing", "words", "number", "several"


def _for(commands: str, takes: str, names: str) -> Iterator[Option]:
    return (Option(name, takes, tuple(commands.split())) for name in names.split())


OPTIONS = (
    Option("format", WORDS, tuple(FORMATS), "f"),
    Option("output", WORDS, ("read", "show", "list", "search", "corrections", "evaluate", "schema"), "o"),
    Option("library", WORDS, LIBRARY),
    *_for("evaluate", WORDS, "gold texts against"),
    *_for("read remove reread", NOTHING, "force"),
    *_for("read add reread", NUMBER, "jobs"),
    *_for("list search show", WORDS, "level region year genre"),
    *_for("list show", WORDS, "grade"),
    *_for("search", WORDS, "kind body indicator by"),
    *_for("search", NUMBER, "first limit"),
    *_for("show", NOTHING, "all as-read"),
    *_for("correct", WORDS, "add words note who"),
    *_for("correct", NUMBER, "which withdraw"),
    Option("from", WORDS, ("corrections",), stored="source"),
    *_for("serve", WORDS, "host prefix tls-certificate tls-key"),
    *_for("serve", SEVERAL, "name"),
    *_for("serve", NUMBER, "port"),
    *_for("users", WORDS, "role"),
    Option("language", WORDS),
    Option("quiet", NOTHING, letter="q"),
    Option("help", NOTHING, letter="h"),
    Option("version", NOTHING),
)


def told_in(argv: list[str], language: str) -> str:
    """The language that ``--language`` asks for, also where the rest makes no sense."""
    for each, after in zip(argv, [*argv, ""][1:], strict=True):
        wanted = after if each == "--language" else each.removeprefix("--language=")
        if wanted in LANGUAGES and wanted != each:
            language = wanted
    return language


def parsed(argv: list[str], language: str) -> Arguments:
    """The arguments. Raises ``WrongUsage`` for what no command knows, or not this one."""
    words, given = _read(argv, language)
    arguments = Arguments(**{_stored(option): given.get(option) for option in OPTIONS})
    arguments.command, arguments.paths = (words[0] if words else None), words[1:]
    arguments.language = arguments.language or language
    if arguments.language not in LANGUAGES:
        raise WrongUsage(say("knows", language, "--language", ", ".join(LANGUAGES), arguments.language))
    if arguments.command in COMMANDS and not arguments.help:
        _check(arguments, given, language)
    return arguments


def _stored(option: Option) -> str:
    return option.stored or option.name.replace("-", "_")


def _check(arguments: Arguments, given: dict[Option, Any], language: str) -> None:
    """Refuse what another command knows, so that nobody thinks that it had an effect."""
    for option in given:
        if option.commands and arguments.command not in option.commands:
            raise WrongUsage(say("only_for", language, option.name, ", ".join(option.commands)))
    formats = FORMATS.get(arguments.command, ("",))
    arguments.format = arguments.format or formats[0]
    if arguments.format not in formats:
        raise WrongUsage(say("knows", language, arguments.command, ", ".join(formats), arguments.format))
    if arguments.format == "xlsx" and not arguments.output and sys.stdout.isatty():
        raise WrongUsage(say("binary", language, "xlsx"))


def _read(argv: list[str], language: str) -> tuple[list[str], dict[Option, Any]]:
    words: list[str] = []
    given: dict[Option, Any] = {}
    rest = iter(argv)
    for each in rest:
        if each == "--":
            words += rest
        elif not each.startswith("-") or each == "-" or _left_out(each, words):
            words.append(each)
        else:
            for option, value in _options(each, words, language):
                _take(option, next(rest, None) if value is None and option.takes != NOTHING else value, given, language)
    return words, given


def _left_out(each: str, words: list[str]) -> bool:
    """Whether it is a word that a search must not find, ``-旅游``: no option begins so."""
    return words[:1] == ["search"] and not each[1].isascii()


def _options(each: str, words: list[str], language: str) -> Iterator[tuple[Option, str | None]]:
    """``--format=csv``, ``-fcsv``, ``-qf``: the options, the last of them with its value where it stands there too."""
    if each.startswith("--"):
        name, sign, value = each[2:].partition("=")
        option = next((one for one in OPTIONS if one.name == name), None)
        if option is None:
            raise _unknown(f"--{name}", words, language)
        if sign and option.takes == NOTHING:
            raise WrongUsage(say("takes_none", language, f"--{name}", value))
        yield option, value if sign else None
        return
    for place, letter in enumerate(each[1:], 2):
        option = next((one for one in OPTIONS if one.letter == letter), None)
        if option is None:
            raise _unknown(each, words, language)
        if option.takes != NOTHING:
            yield option, each[place:].removeprefix("=") or None
            return
        yield option, None


def _take(option: Option, value: str | None, given: dict[Option, Any], language: str) -> None:
    if option.takes == NOTHING:
        given[option] = True
        return
    if value is None or any(value in (f"--{one.name}", f"-{one.letter}") for one in OPTIONS if value != "-"):
        raise WrongUsage(say("no_value", language, option.name))
    if option.takes == SEVERAL:
        given.setdefault(option, []).append(value)
    elif option.takes == NUMBER:
        try:
            given[option] = int(value)
        except ValueError:
            raise WrongUsage(say("no_number", language, option.name, value[:40])) from None
    else:
        given[option] = value


def _unknown(each: str, words: list[str], language: str) -> WrongUsage:
    told = say("no_option", language, each)
    if words[:1] == ["search"] and not each.startswith("--"):
        return WrongUsage(told + say("without", language))
    return WrongUsage(told + meant(each, [f"--{option.name}" for option in OPTIONS], language))


def meant(each: str, known: list[str], language: str) -> str:
    """What was perhaps meant, as the end of a sentence."""
    from difflib import get_close_matches  # noqa: PLC0415 — only for who mistypes

    near = get_close_matches(each, known, 1)
    return say("meant", language, near[0]) if near else ""
