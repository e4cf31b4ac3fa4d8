"""``luoshi evaluate``: how right the findings are against hand-made gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

from luoshi.actions.evaluate import earlier_run
from luoshi.actions.evaluate import evaluate as measure
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, USAGE, WrongUsage
from luoshi.cli.deliver import deliver
from luoshi.cli.evaluated import evaluated, remarks
from luoshi.cli.messages import say
from luoshi.cli.terminal import put
from luoshi.errors import BadRequest


def evaluate(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all was measured, 1 some texts were not, 3 none was."""
    if arguments.paths:
        raise WrongUsage(say("evaluate_paths", language, arguments.paths[0]))
    if not arguments.gold or not arguments.texts:
        raise WrongUsage(say("evaluate_what", language))
    try:
        against = earlier_run(arguments.against) if arguments.against else None
        evaluation = measure(arguments.gold, arguments.texts)
    except BadRequest as impossible:
        put(sys.stderr, f"luoshi: {impossible.told(language)}")
        return USAGE
    result = evaluation.as_json(against)
    deliver(WAYS[arguments.format](result, language), arguments)
    for line in remarks(result, language):
        if not arguments.quiet or result["details"]["not_evaluated"]:
            put(sys.stderr, line)
    if evaluation.unmeasured:
        return SOME_FAILED if evaluation.scores else NOTHING_READ
    return ALL_READ


def _text(result: dict[str, Any], language: str) -> str:
    return "".join(f"{line}\n" for line in evaluated(result, language))


def _json(result: dict[str, Any], _language: str) -> bytes:
    return json.dumps(result, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


WAYS: dict[str, Callable[[dict[str, Any], str], str | bytes]] = {"text": _text, "json": _json}
