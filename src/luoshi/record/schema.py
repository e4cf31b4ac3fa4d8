"""The published form of a record: JSON Schema 2020-12, made from the model itself."""

from __future__ import annotations

from functools import cache
from inspect import cleandoc
from typing import Any

from luoshi.model import Edit, Edition, Original, Run, Section, Verdict
from luoshi.model.values import type_of_value
from luoshi.record.shapes import (
    DERIVED,
    FINDING,
    MEMBERS,
    REJECTED,
    SCHEMA,
    STATED,
    Hint,
    fields_of,
    later_of,
    profile_values,
    shape_of,
)


def schema() -> dict[str, Any]:
    """The JSON Schema of a record. It says the form; that quotes stand where they say is a law beyond it."""
    definitions: dict[str, Any] = {}
    members = {
        "schema": {"const": SCHEMA},
        "edition": _form(Edition | None, definitions),
        "id": {"type": "string", "description": "SHA-256 of the bytes that were read. Derived: not read back."},
        "title": {"type": "string", "description": "Derived: not read back."},
        "profile": _closed(
            {
                name: {"anyOf": [_finding(hint, {"const": name}, definitions), {"type": "null"}]}
                for name, hint in profile_values().items()
            }
        ),
        "verdict": _form(Verdict | None, definitions),
        "outline": _form(Section, definitions),
        "findings": {"type": "array", "items": {"oneOf": _kinds(definitions)}},
        "text": _closed(
            {
                "content": {"type": "string", "description": "The clean text, one paragraph a line."},
                "edits": _form(tuple[Edit, ...], definitions),
                "runs": _form(tuple[Run, ...], definitions),
            }
        ),
        "original": _form(Original, definitions),
    }
    form = _closed({name: members[name] for name in MEMBERS})
    form["properties"][REJECTED] = {
        "type": "array",
        "items": {"oneOf": [*members["findings"]["items"]["oneOf"], *_fields(definitions)]},
        "description": "What people took out; only in the record of a corrected document.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "A document as Luoshi read it",
        "description": "Places are [start, end): offsets of Unicode code points (as in Python; in UTF-16 languages"
        " count code points), `span` in text.content, `original` in original.content.",
        **form,
        "$defs": dict(sorted(definitions.items())),
    }


def _kinds(definitions: dict[str, Any]) -> list[dict[str, Any]]:
    made = []
    for kind, cls in type_of_value.items():
        name = f"{kind}_finding"
        form = _finding(cls, {"const": kind}, definitions)
        identity = {"type": "string", "description": "Derived: not read back."}
        definitions[name] = _closed({"id": identity, **form["properties"]})
        made.append({"$ref": f"#/$defs/{name}"})
    return made


def _fields(definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """The forms of fields of the profile that were taken out: the field, and its id."""
    made = []
    for name, hint in profile_values().items():
        form = _finding(hint, {"const": name}, definitions)
        made.append(_closed({"id": {"const": f"profile.{name}"}, **form["properties"]}))
    return made


def _finding(value: Hint, kind: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    forms = {name: _form(hint, definitions) for name, hint in {**STATED, **DERIVED}.items()}
    forms = {**forms, "kind": kind, "value": _form(value, definitions)}
    return _closed({name: forms[name] for name in FINDING})


def _closed(properties: dict[str, Any], later: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in later],
        "additionalProperties": False,
    }


def _form(hint: Hint, definitions: dict[str, Any]) -> dict[str, Any]:
    form, _, parts = shape_of(hint)
    if form == "scalar":
        return {"type": _SCALARS[hint]}
    if form == "optional":
        return {"anyOf": [_form(parts[0], definitions), {"type": "null"}]}
    if form == "many":
        return {"type": "array", "items": _form(parts[0], definitions)}
    if form == "pair":
        return {"type": "array", "prefixItems": [_form(part, definitions) for part in parts], "items": False}
    if form == "period":
        return {"type": "string", "description": "ISO 8601 date of reduced precision, or two joined by /."}
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}  # a section holds sections
        definitions[name] = {"description": _said(hint), **_body(hint, form, parts, definitions)}
    return {"$ref": f"#/$defs/{name}"}


def _body(hint: Hint, form: str, parts: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if form == "row":
        items = [{"type": "integer", "minimum": 0, "title": part} for part in parts]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    return _closed({name: _form(inner, definitions) for name, inner in fields_of(hint)}, later_of(hint))


@cache
def _said(cls: Hint) -> str:
    return cleandoc(cls.__doc__ or "")


_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}
