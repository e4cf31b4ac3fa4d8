"""The findings of a record, by far most of it, read at once in C: the short way where they have no fault.

``luoshi.record.reading`` says what is wrong; this is only faster. It reads into structures made from
the model by the table of shapes, in which every member must be and no other may be.
"""

from __future__ import annotations

from functools import cache, lru_cache, reduce
from operator import or_
from types import GenericAlias
from typing import Any

import msgspec
from msgspec.structs import astuple

from luoshi.model import AnyFinding, Finding, Period, Span
from luoshi.model.values import type_of_value
from luoshi.record.shapes import DERIVED, FINDING, STATED, Convert, Hint, Value, fields_of, later_of, shape_of


class NotPlain(Exception):
    """There is a fault; the long way says which."""


def findings(data: msgspec.Raw) -> tuple[AnyFinding, ...]:
    """The findings of a JSON array. Raises ``NotPlain`` where one of them has a fault in its form."""
    decoder, kinds = _table()
    try:
        rows = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise NotPlain from None
    made = []
    for row in rows:
        kind, build, build_why = kinds[type(row)]
        why = row.why
        made.append(
            Finding(
                kind,
                build(row.value),
                _span(row.span),
                row.quote,
                row.rule,
                row.basis,
                None if why is None else build_why(why),
                _spans(row.evidence) if row.evidence else (),
            )
        )
    return tuple(made)


@cache
def _table() -> tuple[msgspec.json.Decoder[Any], dict[type, tuple[str, Convert, Convert]]]:
    """A decoder for all kinds of findings; and for what it makes the kind and how its value and ``why`` are built."""
    why = _object(shape_of(STATED["why"]).parts[0])
    kinds = {}
    for kind, cls in type_of_value.items():
        value = _object(cls)
        types = {**{name: _type(hint) for name, hint in STATED.items()}, "why": why[0] | None, "value": value[0]}
        members = [("id", msgspec.Raw)]
        members += [(name, msgspec.Raw if name in DERIVED else types[name]) for name in FINDING if name != "kind"]
        row = msgspec.defstruct(kind, members, tag_field="kind", tag=kind, forbid_unknown_fields=True, gc=False)
        kinds[row] = (kind, value[1], why[1])
    return msgspec.json.Decoder(GenericAlias(list, reduce(or_, kinds))), kinds


@cache
def _object(cls: Hint) -> tuple[Any, Convert]:
    """A structure with the fields of a class, and what makes the class's object from it."""
    wanted, later = fields_of(cls), later_of(cls)
    members = [(name, _type(hint), None) if name in later else (name, _type(hint)) for name, hint in wanted]
    made = msgspec.defstruct(cls.__name__, members, forbid_unknown_fields=True, gc=False)
    changes = tuple((number, change) for number, (_, hint) in enumerate(wanted) if (change := _change(hint)))

    def build(row: Value) -> Value:
        values = list(astuple(row))
        for number, change in changes:
            if values[number] is not None:
                values[number] = change(values[number])
        return cls(*values)

    return made, build if changes else lambda row: cls(*astuple(row))


def _type(hint: Hint) -> Any:  # noqa: ANN401 — a type as msgspec takes it
    form, _, parts = shape_of(hint)
    if form == "optional":
        return _type(parts[0]) | None
    if form == "many":
        return GenericAlias(tuple, (_type(parts[0]), ...))
    if form == "period":
        return str
    return _object(hint)[0] if form == "object" else hint


def _change(hint: Hint) -> Convert | None:
    """What is still to be done to a value that was read; ``None``: nothing."""
    form, _, parts = shape_of(hint)
    if form == "optional":
        return _change(parts[0])
    if form == "many":
        inner = _change(parts[0])
        return (lambda values: tuple(map(inner, values))) if inner else None
    if form == "period":
        return _period
    if form == "row":
        return _span
    return _object(hint)[1] if form == "object" else None


def _span(span: Span) -> Span:
    if span[0] < 0 or span[1] < 0:
        raise NotPlain
    return span


def _spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple(map(_span, spans))


@lru_cache(maxsize=256)
def _period(written: str) -> Period:
    return Period.of(written)
