"""``luoshi schema``: the form of a record, for programs in any language."""

from __future__ import annotations

import json
import sys

from luoshi.record import schema


def write_schema() -> None:
    """Print the JSON Schema."""
    sys.stdout.buffer.write(json.dumps(schema(), ensure_ascii=False, indent=2).encode() + b"\n")
    sys.stdout.buffer.flush()
