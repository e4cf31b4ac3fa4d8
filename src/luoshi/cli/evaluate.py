"""``luoshi evaluate``: how right the findings are against hand-made gold."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from luoshi import settings
from luoshi.actions.evaluate import earlier_run
from luoshi.actions.evaluate import evaluate as measure
from luoshi.actions.writing import write_whole
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, USAGE, WrongUsage
from luoshi.cli.evaluated import evaluated, remarks
from luoshi.cli.messages import say
from luoshi.cli.terminal import plain, put, standard_output
from luoshi.errors import BadRequest


def evaluate(arguments: Namespace, language: str) -> int:
    """Do it; returns the exit code: 0 all was measured, 1 some texts were not, 3 none was."""
    if arguments.paths:
        raise WrongUsage(say("evaluate_paths", language, arguments.paths[0]))
    if not arguments.gold or not arguments.texts:
        raise WrongUsage(say("evaluate_what", language))
    if arguments.format not in {"text", "json"}:
        raise WrongUsage(say("evaluate_format", language, arguments.format))
    try:
        against = earlier_run(arguments.against) if arguments.against else None
        evaluation = measure(arguments.gold, arguments.texts)
    except BadRequest as impossible:
        put(sys.stderr, f"luoshi: {impossible.told(language)}")
        return USAGE
    result = evaluation.as_json(against)
    try:
        _write(result, arguments, language)
    except BrokenPipeError:
        raise
    except OSError as error:
        put(sys.stderr, f"luoshi: {say('unwritten', language, arguments.output or '-', error.strerror or error)}")
        return NOTHING_READ
    for line in remarks(result, language):
        if not arguments.quiet or result["details"]["not_evaluated"]:
            put(sys.stderr, line)
    if evaluation.unmeasured:
        return SOME_FAILED if evaluation.scores else NOTHING_READ
    return ALL_READ


def _write(result: dict[str, Any], arguments: Namespace, language: str) -> None:
    data = "".join(_lines(result, arguments, language)).encode("utf-8", "backslashreplace")
    if arguments.output:
        write_whole(Path(arguments.output), lambda stream: _put(stream.write, data))
        return
    with standard_output() as stream:
        stream.write(data)


def _put(write: Any, data: bytes) -> None:  # noqa: ANN401 — a stream's own method
    write(data)


def _lines(result: dict[str, Any], arguments: Namespace, language: str) -> Iterator[str]:
    if arguments.format == "json":
        yield json.dumps(result, ensure_ascii=False, indent=1) + "\n"
        return
    colour = not arguments.output and sys.stdout.isatty() and settings.color()
    for line in evaluated(result, language):
        yield (line if colour else plain(line)) + "\n"
