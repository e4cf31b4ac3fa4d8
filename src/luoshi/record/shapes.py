"""How each type of the model looks in JSON: the one rule that writing, reading and schema follow.

==================== ==================================================================
in the model         in JSON
==================== ==================================================================
str int float bool   string, integer, number, boolean
X | None             X or null; every field is always there (but see ``LATER``)
tuple[X, ...]        array
tuple[X, Y]          array of two
Span, Run            array of integers, ``[start, end]``, ``[clean, original, lengths …]``
Period               ISO 8601 interval as string: ``"2026"``, ``"2026/2030"``
other named tuples   object
structures           object
Finding              object, ``value`` as its kind says, and derived members (see ``DERIVED``)
==================== ==================================================================
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from luoshi.model import Finding, Period, Profile, Run, Span, Words
from luoshi.model.values import type_of_value

Hint = Any
"""A type as the model's annotations have it."""

Value = Any
"""A value of the model."""

Plain = Any
"""What JSON has: objects, lists, strings, numbers, true, false, null."""

Convert = Callable[[Any], Any]
"""From ``Value`` to ``Plain`` or back."""

SCHEMA = "luoshi/document/1"
"""The name and version of the schema. A field that is taken away or changed in meaning makes a new version."""

LATER: dict[str, tuple[str, ...]] = {"Programme": ("years",)}
"""By structure the fields that came after records of this version were kept: always written, null where missing."""

MEMBERS = ("schema", "edition", "id", "title", "profile", "verdict", "outline", "findings", "text", "original")
"""The members of a record, in order. ``id`` and ``title`` are derived: written, and not read back."""

REJECTED = "rejected"
"""A member of a corrected document's record only, after the others: what people took out."""

STATED: dict[str, Hint] = {
    "kind": str,
    "quote": str,
    "span": Span,
    "rule": str,
    "basis": str,
    "why": Words | None,
    "evidence": tuple[Span, ...],
}
"""The members of a finding besides its value."""

DERIVED: dict[str, Hint] = {"original": Span, "section": str}
"""Members of a finding for readers without Luoshi, not read back: they follow from the rest. So does its ``id``."""

FINDING = ("kind", "quote", "value", "span", "original", "section", "rule", "basis", "why", "evidence")
"""The members of a finding in the order that they are written; in ``findings`` an ``id`` stands before them."""

SCALARS = (str, int, float, bool)
ROWS = (Span, Run)


class Shape(NamedTuple):
    """What a type is: ``form`` is scalar, optional, many, pair, row, period, object or finding."""

    form: str
    hint: Any
    parts: tuple[Any, ...] = ()


@cache
def shape_of(hint: Hint) -> Shape:
    """The shape of a type as annotated in the model."""
    origin: Any = get_origin(hint)
    arguments = get_args(hint)
    if hint in SCALARS:
        return Shape("scalar", hint)
    if origin in (Union, UnionType):
        (inner,) = (each for each in arguments if each is not NoneType)
        return Shape("optional", hint, (inner,))
    if origin is tuple:
        return Shape("many", hint, arguments[:1]) if arguments[-1] is ... else Shape("pair", hint, arguments)
    if origin is Finding:
        return Shape("finding", Finding, arguments)
    if hint is Period:
        return Shape("period", Period)
    if hint in ROWS:
        return Shape("row", hint, tuple(hint._fields))
    if hasattr(hint, "__struct_fields__") or hasattr(hint, "_fields"):
        return Shape("object", hint)
    raise TypeError(f"the record has no form for {hint!r}; give it one in record/shapes.py")


@cache
def fields_of(cls: Hint) -> tuple[tuple[str, Hint], ...]:
    """The fields of a structure or named tuple with their types, in the order that they are written."""
    hints = get_type_hints(cls)
    names = cls.__struct_fields__ if hasattr(cls, "__struct_fields__") else cls._fields
    return tuple((name, hints[name]) for name in names)


@cache
def later_of(cls: Hint) -> tuple[str, ...]:
    """The fields of a structure that an older record of this version does not have."""
    return LATER.get(cls.__name__, ())


@cache
def value_of_kind(kind: str) -> Hint:
    """The type of a finding's value for its kind, or ``None`` where there is no such kind."""
    return type_of_value.get(kind)


@cache
def profile_values() -> dict[str, Hint]:
    """The type of the value of each field of the profile."""
    return {name: shape_of(shape_of(hint).parts[0]).parts[0] for name, hint in fields_of(Profile)}
