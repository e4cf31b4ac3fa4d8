"""``luoshi correct``: a person decides about a finding of a document in the library."""

from __future__ import annotations

import sys

from luoshi import settings
from luoshi.actions.add import now
from luoshi.actions.corrections import correct as decide
from luoshi.actions.corrections import supply
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import put
from luoshi.library import Library

ACTIONS = ("accept", "reject", "edit")


def correct(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code."""
    given = list(arguments.paths)
    if not given:
        raise WrongUsage(say("no_id", language))
    document, rest = given[0], given[1:]
    who = arguments.who or settings.user()
    note = arguments.note or ""
    if arguments.withdraw is not None:
        if rest:
            raise WrongUsage(say("takes_none", language, "--withdraw", rest[0]))
        return on_library(arguments, language, lambda library: _withdraw(library, document, arguments, who, language))
    if arguments.add is not None:
        if arguments.words is None:
            raise WrongUsage(say("add_words", language))
        fields = _fields(rest, language)

        def add(library: Library) -> int:
            number = supply(
                library, document, arguments.add, arguments.words, fields, who=who, note=note, which=arguments.which
            )
            return _told(number, arguments, language)

        return on_library(arguments, language, add)
    if len(rest) < 2 or rest[1] not in ACTIONS:
        raise WrongUsage(say("correct_what", language))
    finding, action = rest[0], rest[1]
    fields = _fields(rest[2:], language)
    if bool(fields) != (action == "edit"):
        raise WrongUsage(say("edit_fields", language))
    return on_library(
        arguments,
        language,
        lambda library: _told(
            decide(library, document, finding, action, fields, who=who, note=note), arguments, language
        ),
    )


def _withdraw(library: Library, document: str, arguments: Arguments, who: str, language: str) -> int:
    library.withdraw(document, arguments.withdraw, who=who, when=now())
    if not arguments.quiet:
        put(sys.stdout, say("withdrawn", language, arguments.withdraw))
    return ALL_READ


def _told(number: int, arguments: Arguments, language: str) -> int:
    if not arguments.quiet:
        put(sys.stdout, say("corrected", language, number))
    return ALL_READ


def _fields(given: list[str], language: str) -> dict[str, str]:
    fields = {}
    for each in given:
        name, sign, value = each.partition("=")
        if not sign or not name:
            raise WrongUsage(say("field", language, each))
        fields[name] = value
    return fields
