"""A record as a library keeps it: without what follows from the rest, findings by columns; half as long as packed JSON.

A byte that says the form, then zlib of msgpack: ``[the members but texts and findings, pieces]``, a piece for
each ``PIECE`` characters of the clean text: ``[clean text, original text, findings that begin there]``. So what
is alike stands near: zlib looks back over 32 KB only. Without the byte it is the JSON record, packed with zlib.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import accumulate, repeat
from typing import Any

import msgspec

from luoshi.errors import BadRecord
from luoshi.model import Document
from luoshi.record.reading import from_json
from luoshi.record.shapes import DERIVED, Plain
from luoshi.record.writing import to_json
from luoshi.words import Words

PIECE = 2_500
COLUMNS = b"\x01"
"""The form that is written now."""
_DERIVED = ("id", *DERIVED)
_SAME, _NAMED, _EACH = range(3)
_NO_RECORD = (TypeError, ValueError, AttributeError, RecursionError, MemoryError, StopIteration)


def to_packed(document: Document) -> bytes:
    """A document as bytes. Raises ``BadRecord`` as ``to_json`` does."""
    record = to_json(document)
    try:
        plain = msgspec.json.decode(record)
        return COLUMNS + zlib.compress(msgspec.msgpack.encode(_divided(plain)))
    except (msgspec.MsgspecError, UnicodeError, OverflowError):  # half a surrogate pair
        return zlib.compress(record)


def from_packed(data: bytes) -> Document:
    """The document that ``to_packed`` made bytes of. Raises ``BadRecord``."""
    try:
        if data[:1] != COLUMNS:
            return from_json(zlib.decompress(data))
        record = msgspec.json.encode(_joined(*msgspec.msgpack.decode(zlib.decompress(data[1:]))))
    except (zlib.error, msgspec.MsgspecError, ArithmeticError, LookupError, *_NO_RECORD):
        raise BadRecord(
            Words("记录已损坏。", "The record is damaged."),
            Words("请从备份恢复。", "Restore it from a backup."),
        ) from None
    return from_json(record)


def _divided(plain: dict[str, Any]) -> list[Plain]:
    findings = plain.pop("findings")
    clean, before = plain["text"].pop("content"), plain["original"].pop("content")
    groups: list[list[dict[str, Any]]] = [[] for _ in range(-(-max(len(clean), len(before)) // PIECE) or 1)]
    number = 0
    for finding in findings:  # in their order, wherever they begin
        number = min(max(number, finding["span"][0] // PIECE), len(groups) - 1)
        groups[number].append(finding)
    return [
        plain,
        [
            [clean[at * PIECE : (at + 1) * PIECE], before[at * PIECE : (at + 1) * PIECE], _table(group)]
            for at, group in enumerate(groups)
        ],
    ]


def _joined(plain: dict[str, Any], pieces: list[list[Any]]) -> dict[str, Any]:
    clean = plain["text"]["content"] = "".join(piece[0] for piece in pieces)
    plain["original"]["content"] = "".join(piece[1] for piece in pieces)
    plain["findings"] = [finding for piece in pieces for finding in _rows(piece[2], clean)]
    return plain


def _table(findings: list[dict[str, Any]]) -> dict[str, Plain]:
    """Findings by columns; the columns of their values by kind."""
    if not findings:
        return {}
    steps: list[int] = []
    last = 0
    values: dict[str, dict[str, list[Any]]] = {}
    for finding in findings:
        start, end = finding["span"]
        steps += (start - last, end - start)
        last = start
        columns = values.setdefault(finding["kind"], {})
        for name, value in finding["value"].items():
            columns.setdefault(name, []).append(value)
    return {
        "span": steps,
        "value": {
            kind: {name: _column(column) for name, column in columns.items()} for kind, columns in values.items()
        },
        **{
            name: _column([finding[name] for finding in findings])
            for name in findings[0]
            if name not in (*_DERIVED, "quote", "span", "value")
        },
    }


def _rows(table: dict[str, Any], clean: str) -> list[dict[str, Any]]:
    if not table:
        return []
    steps, values = table.pop("span"), table.pop("value")
    starts = list(accumulate(steps[::2]))
    spans = [(start, start + length) for start, length in zip(starts, steps[1::2], strict=True)]
    columns = {name: _values(column, len(spans)) for name, column in table.items()}
    of_kind = {kind: _objects(said, columns["kind"].count(kind)) for kind, said in values.items()}
    columns |= {
        "span": spans,
        "quote": [clean[start:end] for start, end in spans],
        "value": [next(of_kind[kind]) for kind in columns["kind"]],
        **{name: [""] * len(spans) for name in _DERIVED},
    }
    return list(_objects({name: [_EACH, column] for name, column in columns.items()}, len(spans)))


def _objects(columns: dict[str, list[Any]], number: int) -> Iterator[dict[str, Any]]:
    names = tuple(columns)
    rows = zip(*(_values(column, number) for column in columns.values()), strict=True) if names else repeat((), number)
    return (dict(zip(names, row, strict=True)) for row in rows)


def _column(values: list[Any]) -> list[Any]:
    """Values as they are, or where they come again and again each once with numbers."""
    if all(value is None for value in values):
        return [_SAME, None]
    if all(type(value) is str for value in values):
        numbers: dict[str, int] = {}
        named = [numbers.setdefault(value, len(numbers)) for value in values]
        if len(numbers) == 1:
            return [_SAME, values[0]]
        if 2 * len(numbers) <= len(values):
            return [_NAMED, list(numbers), named]
    return [_EACH, values]


def _values(column: list[Any], number: int) -> list[Any]:
    form, *rest = column
    if form == _SAME:
        return [rest[0]] * number
    if form == _NAMED:
        return [rest[0][each] for each in rest[1]]
    values: list[Any] = rest[0]
    return values
