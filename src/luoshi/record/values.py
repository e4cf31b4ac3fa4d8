"""What a finding says, by itself: its value in JSON and back, for those who change it."""

from __future__ import annotations

import json

from msgspec.structs import asdict

from luoshi.errors import BadRecord
from luoshi.model import Words
from luoshi.record.fault import Fault
from luoshi.record.reading import reader
from luoshi.record.shapes import Hint, Plain, Value, profile_values, value_of_kind
from luoshi.record.writing import writer


def value_hint(kind: str) -> Hint | None:
    """The type of the value of a kind of finding, or of a field of the profile; ``None`` where there is no such kind."""
    return value_of_kind(kind) or profile_values().get(kind)


def to_plain(kind: str, value: Value) -> Plain:
    """The value as JSON has it: dicts, lists, strings, numbers, all of them new."""
    return json.loads(json.dumps(writer(value_hint(kind))(value), default=asdict))


def from_plain(kind: str, plain: Plain) -> Value:
    """The value that ``to_plain`` gave. Raises ``BadRecord`` with the field that does not fit, and why."""
    hint = value_hint(kind)
    if hint is None:
        raise BadRecord(Words(f"没有 {kind!r} 这一种类的发现。", f"There is no kind of finding {kind!r}."))
    try:
        return reader(hint)(plain)
    except Fault as fault:
        raise BadRecord(fault.words) from None
