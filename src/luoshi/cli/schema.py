"""``luoshi schema``: the form of a record, for programs in any language."""

from __future__ import annotations

import json

from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.deliver import deliver
from luoshi.cli.messages import say
from luoshi.record import schema as form


def schema(arguments: Arguments, language: str) -> int:
    """Print the JSON Schema."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "schema", arguments.paths[0]))
    deliver(json.dumps(form(), ensure_ascii=False, indent=2).encode() + b"\n", arguments)
    return ALL_READ
