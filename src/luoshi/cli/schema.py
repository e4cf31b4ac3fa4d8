"""``luoshi schema``: the form of a record, for programs in any language."""

from __future__ import annotations

import json

from luoshi.cli.terminal import standard_output
from luoshi.record import schema


def write_schema() -> None:
    """Print the JSON Schema."""
    with standard_output() as stream:
        stream.write(json.dumps(schema(), ensure_ascii=False, indent=2).encode() + b"\n")
