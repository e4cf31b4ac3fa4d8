"""Document to JSON: the same document gives the same bytes, and a person can read them."""

from __future__ import annotations

import json
import re
from functools import cache
from math import isfinite
from operator import attrgetter
from typing import Any

import msgspec
from msgspec.structs import asdict

from luoshi.errors import BadRecord
from luoshi.model import AnyFinding, Document, Edition, Original, Period, Section, Verdict, Words
from luoshi.model.values import type_of_value
from luoshi.record.places import Places
from luoshi.record.shapes import REJECTED, SCHEMA, Convert, Hint, Plain, Value, fields_of, profile_values, shape_of

LINES = frozenset({"findings", "rejected", "edits", "marks", "children", "reasons", "remarks", "profile"})
"""Members of which each element gets its own line."""


def to_json(document: Document) -> bytes:
    """The document as UTF-8 JSON in the form that ``schema`` publishes, with a line end at its end.

    Each finding, edit and node of the outline has its own line; without its line ends the record is
    one line of JSON. Raises ``BadRecord`` where JSON cannot hold a value (a number that is not
    finite; the two halves of a surrogate pair as two characters: JSON would join them).
    """
    members = [b'"%b":%b' % (key.encode(), _lines(key, value, b"")) for key, value in _plain(document).items()]
    return b"{%b}\n" % b",\n".join(members)


def _plain(document: Document) -> dict[str, Any]:
    """The record as JSON has it; what is many and flat is written at once, so that not all of it is held."""
    text, places, write = document.text, Places(document), _writers(profile=False)
    members = {
        "schema": SCHEMA,
        "edition": writer(Edition)(document.edition) if document.edition else None,
        "id": document.id,
        "title": document.title,
        "profile": {
            name: None if (finding := getattr(document.profile, name)) is None else _finding(finding, places, write)
            for name, write in _writers(profile=True).items()
        },
        "verdict": writer(Verdict)(document.verdict) if document.verdict else None,
        "outline": writer(Section)(document.outline),
        "findings": [
            _encode({"id": name} | _finding(finding, places, write.get(finding.kind)))
            for name, finding in document.ids().items()
        ],
        "text": {
            "content": text.content,
            "edits": [_encode(edit._asdict()) for edit in text.edits],
            "runs": text.runs,
        },
        "original": writer(Original)(document.original),
    }
    if document.rejected:
        of_profile = _writers(profile=True)
        members[REJECTED] = [
            _encode({"id": name} | _finding(each, places, write.get(each.kind) or of_profile.get(each.kind)))
            for name, each in document.rejected
        ]
    return members


def _finding(finding: AnyFinding, places: Places, write: Convert | None) -> dict[str, Any]:
    if write is None:
        raise BadRecord(
            Words(
                f"种类为 {finding.kind!r} 的发现没有相应的形式。", f"A finding of kind {finding.kind!r} has no form."
            ),
            Words("请在 model/values.py 中加上这一种类。", "Add the kind to model/values.py."),
        )
    span = finding.span
    return {
        "kind": finding.kind,
        "quote": finding.quote,
        "value": write(finding.value),
        "span": span,
        "original": places.original(*span),
        "section": places.section(span[0]).id,
        "rule": finding.rule,
        "basis": finding.basis,
        "why": finding.why._asdict() if finding.why else None,
        "evidence": finding.evidence,
    }


@cache
def _writers(*, profile: bool) -> dict[str, Convert]:
    """What writes a value, by the name of a profile's field or by the kind of a finding."""
    return {name: writer(hint) for name, hint in (profile_values() if profile else type_of_value).items()}


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
            if (before := made[name]) is not None:
                made[name] = change(before)
        return made

    return write if changes or hasattr(cls, "_fields") else _same  # msgspec writes a structure as an object by itself


def _same(value: Value) -> Plain:
    return value


def _finite(value: float) -> float:
    if not isfinite(value):
        raise BadRecord(
            Words(f"JSON 装不下 {value} 这个数。", f"{value} is no number that JSON can hold."),
            Words("得出它的规则有误。", "The rule that made it has a fault."),
        )
    return float(value)


def _interval(period: Period) -> str:
    return period.start if period.start == period.end else f"{period.start}/{period.end}"


def _lines(key: str, value: Plain, indent: bytes) -> bytes:
    """A member of a record in JSON, divided into lines by the members in ``LINES``, also those inside it."""
    deeper = indent + b" " if key in LINES else indent
    if isinstance(value, dict):
        start, end = b"{", b"}"
        parts = [_encode(name) + b":" + _lines(name, member, deeper) for name, member in value.items()]
    elif isinstance(value, list) and value and isinstance(value[0], dict | bytes):
        start, end = b"[", b"]"
        parts = [item if isinstance(item, bytes) else _lines("", item, deeper) for item in value]
    else:
        return _encode(value)
    if key in LINES:
        line = b"\n" + deeper
        return b"".join((start, line if parts else b"", (b"," + line).join(parts), end))
    return start + b",".join(parts) + end


def _encode(value: Plain) -> bytes:
    try:
        return _fast(value)
    except UnicodeEncodeError:  # half a surrogate pair: JSON writes it as an escape
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=asdict)
        if _PAIR.search(written):
            raise BadRecord(
                Words(
                    "文本把一个字的两半（代理对）当作两个字。",
                    "The text has the two halves of one character as two characters.",
                ),
                Words("请先把它们合成一个字。", "Join them before."),
            ) from None
        return written.encode("utf-8", "backslashreplace")


_fast = msgspec.json.Encoder().encode
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
