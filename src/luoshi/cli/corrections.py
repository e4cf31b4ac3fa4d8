"""``luoshi corrections``: what people decided, listed, exported, and brought from another library."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from msgspec.structs import asdict

from luoshi.actions.corrections import Decision, decisions, flat, read_decisions, take_over
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, WrongUsage
from luoshi.cli.deliver import deliver
from luoshi.cli.library import on_library, refused
from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, cut, harmless, put, styled
from luoshi.errors import LuoshiError, said_by_system
from luoshi.exports.csv import table
from luoshi.library import Library
from luoshi.words import said_time


def corrections(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code."""
    if arguments.source is not None:
        if arguments.paths:
            raise WrongUsage(say("takes_none", language, "--from", arguments.paths[0]))
        return _bring(arguments, language)

    def work(library: Library) -> int:
        made = list(decisions(library, dict.fromkeys(map(library.full, arguments.paths))))
        deliver(WAYS[arguments.format](made, language), arguments)
        if not made and not arguments.quiet:
            put(sys.stderr, f"luoshi: {say('no_corrections', language)}")
        return ALL_READ

    return on_library(arguments, language, work)


def _bring(arguments: Arguments, language: str) -> int:
    try:
        brought = read_decisions(Path(arguments.source).read_bytes())
    except LuoshiError as error:
        return refused(error, language)
    except (OSError, ValueError) as error:
        put(sys.stderr, f"luoshi: {harmless(str(arguments.source))}: {said_by_system(error).told(language)}")
        return NOTHING_READ

    def work(library: Library) -> int:
        taken = take_over(library, brought)
        for why in taken.refused:
            put(sys.stderr, f"luoshi: {harmless(why.told(language))}")
        if not arguments.quiet:
            put(sys.stdout, say("brought", language, taken.new, taken.there, len(taken.refused)))
        if not taken.refused:
            return ALL_READ
        return SOME_FAILED if taken.new or taken.there else NOTHING_READ

    return on_library(arguments, language, work)


def _text(made: list[Decision], language: str) -> str:
    lines, document = [], ""
    for each in made:
        if each.document != document:
            document = each.document
            lines.append(styled(cut(f"{document[:8]} {harmless(each.title)}", WIDTH), "cyan"))
        state = "" if each.state == "applies" else f" [{say(f'state_{each.state}', language)}]"
        did = say(f"did_{each.action}", language)
        head = f"  {each.number} {did}{state} {each.finding or each.kind} “{harmless(each.quote)}”"
        lines.append(cut(head.replace("\n", " "), WIDTH))
        said = f"{each.who} {said_time(each.when)}{': ' + each.note if each.note else ''}"
        lines.append(styled(cut(f"    {harmless(said)}".replace("\n", " "), WIDTH), "dim"))
        if each.action in ("edit", "add"):
            lines.append(cut(f"    {harmless(json.dumps(each.value, ensure_ascii=False))}", WIDTH))
    return "".join(f"{line}\n" for line in lines)


def _json(made: list[Decision], _language: str) -> str:
    return json.dumps([asdict(each) for each in made], ensure_ascii=False, indent=1) + "\n"


def _jsonl(made: list[Decision], _language: str) -> str:
    return "".join(json.dumps(asdict(each), ensure_ascii=False) + "\n" for each in made)


def _csv(made: list[Decision], _language: str) -> bytes:
    return table(Decision.__struct_fields__, (flat(each).values() for each in made))


WAYS: dict[str, Callable[[list[Decision], str], str | bytes]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
}
"""How corrections are written."""
