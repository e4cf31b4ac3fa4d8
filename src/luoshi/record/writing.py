"""Document to JSON: the same document gives the same bytes, and a person can read them."""

from __future__ import annotations

import json
import re
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Any

import msgspec

from luoshi.errors import BadRecord
from luoshi.model import AnyFinding, Document, Edition, Original, Period, Section, Verdict
from luoshi.record.shapes import SCHEMA, Convert, Hint, Plain, Value, fields_of, profile_values, shape_of, value_of_kind

LINES = frozenset({"findings", "edits", "marks", "children", "reasons", "remarks", "profile"})
"""Members of which each element gets its own line."""


def to_json(document: Document) -> bytes:
    """The document as UTF-8 JSON in the form that ``schema`` publishes, with a line end at its end.

    Each finding, edit and node of the outline has its own line; without its line ends the record is
    one line of JSON. Raises ``BadRecord`` where JSON cannot hold a value (a number that is not
    finite; the two halves of a surrogate pair as two characters: JSON would join them).
    """
    plain = _plain(document)
    return b"{" + b",\n".join(_encode(key) + b":" + _lines(key, value, b"") for key, value in plain.items()) + b"}\n"


def _plain(document: Document) -> dict[str, Any]:
    text, original = document.text, document.original
    return {
        "schema": SCHEMA,
        "edition": writer(Edition)(document.edition) if document.edition else None,
        "id": document.id,
        "title": document.title,
        "profile": {
            name: None if (finding := getattr(document.profile, name)) is None else _finding(document, finding, hint)
            for name, hint in profile_values().items()
        },
        "verdict": writer(Verdict)(document.verdict) if document.verdict else None,
        "outline": writer(Section)(document.outline),
        "findings": [
            {"id": name, **_finding(document, finding, value_of_kind(finding.kind))}
            for name, finding in zip(document.ids(), document.findings, strict=True)
        ],
        "text": {
            "content": text.content,
            "edits": [edit._asdict() for edit in text.edits],
            "runs": text.runs,
        },
        "original": writer(Original)(original),
    }


def _finding(document: Document, finding: AnyFinding, hint: Hint) -> dict[str, Any]:
    if hint is None:
        raise BadRecord(f"A finding of kind {finding.kind!r} has no form.", "Add the kind to model/values.py.")
    write = writer(hint)
    return {
        "kind": finding.kind,
        "quote": finding.quote,
        "value": write(finding.value),
        "span": finding.span,
        "original": document.text.back(finding.span),
        "section": document.section_of(finding).id,
        "rule": finding.rule,
        "basis": finding.basis,
        "why": finding.why._asdict() if finding.why else None,
        "evidence": finding.evidence,
    }


@cache
def writer(hint: Hint) -> Convert:
    """What turns a value of a type into what JSON has: dicts, lists, strings, numbers."""
    form, _, parts = shape_of(hint)
    if form == "scalar":
        return _finite if hint is float else _same
    if form == "optional":
        inner = writer(parts[0])
        return inner if inner is _same else lambda value: None if value is None else inner(value)
    if form == "many":
        return _list_writer(parts[0])
    if form == "period":
        return _interval
    if form in ("pair", "row"):
        return _same
    return _object_writer(hint)


def _list_writer(item: Hint) -> Convert:
    def write(values: tuple[Value, ...]) -> Plain:
        inner = writer(item)  # only now: a section holds sections
        return values if inner is _same else [inner(value) for value in values]

    return write


def _object_writer(cls: Hint) -> Convert:
    names = tuple(name for name, _ in fields_of(cls))
    values_of = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
    changes = tuple((name, change) for name, hint in fields_of(cls) if (change := writer(hint)) is not _same)

    def write(value: Value) -> dict[str, Any]:
        made = dict(zip(names, values_of(value), strict=True))
        for name, change in changes:
            made[name] = change(made[name])
        return made

    return write


def _same(value: Value) -> Plain:
    return value


def _finite(value: float) -> float:
    if not isfinite(value):
        raise BadRecord(f"{value} is no number that JSON can hold.", "The rule that made it has a fault.")
    return float(value)


def _interval(period: Period) -> str:
    return period.start if period.start == period.end else f"{period.start}/{period.end}"


def _lines(key: str, value: Plain, indent: bytes) -> bytes:
    """A member of a record in JSON, divided into lines by the members in ``LINES``, also those inside it."""
    deeper = indent + b" " if key in LINES else indent
    if isinstance(value, dict):
        start, end = b"{", b"}"
        parts = [_encode(name) + b":" + _lines(name, member, deeper) for name, member in value.items()]
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        start, end = b"[", b"]"
        parts = [_lines("", item, deeper) for item in value]
    else:
        return _encode(value)
    if key in LINES:
        return start + b",".join(b"\n" + deeper + part for part in parts) + end
    return start + b",".join(parts) + end


def _encode(value: Plain) -> bytes:
    try:
        return _fast(value)
    except UnicodeEncodeError:  # half a surrogate pair: JSON writes it as an escape
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if _PAIR.search(written):
            raise BadRecord(
                "The text has the two halves of one character as two characters.", "Join them before."
            ) from None
        return written.encode("utf-8", "backslashreplace")


_fast = msgspec.json.Encoder().encode
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
