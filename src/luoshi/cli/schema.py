"""``luoshi schema``: the form of a record, for programs in any language."""

from __future__ import annotations

import json
from argparse import Namespace

from luoshi.cli.codes import ALL_READ
from luoshi.cli.terminal import standard_output
from luoshi.record import schema as form


def schema(_arguments: Namespace, _language: str) -> int:
    """Print the JSON Schema."""
    with standard_output() as stream:
        stream.write(json.dumps(form(), ensure_ascii=False, indent=2).encode() + b"\n")
    return ALL_READ
