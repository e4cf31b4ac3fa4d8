"""A document's findings as rows that a database can filter and sort.

The columns are those of the table ``finding`` and mean what the columns of the same name mean in
exported tables. All kinds have rows but quantities and deadlines (targets, achievements and other
figures hold those that say something) and measures, of which there are more than of all others: they
are read in their document and found by search.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from math import isfinite
from typing import Any

import msgspec

from luoshi.library.entry import storable
from luoshi.model import AnyFinding, Document, Period
from luoshi.model.values import (
    Body,
    Doubt,
    Formulation,
    Person,
    Place,
    Pledge,
    Programme,
    Reference,
    Responsibility,
    Statement,
    Target,
)
from luoshi.record.places import Places

LEFT_OUT = frozenset({"quantity", "deadline", "measure"})
"""Kinds without rows."""

QUOTED = 200
"""So many characters of its words a finding has in its row."""

EMPTY: dict[str, Any] = dict.fromkeys(
    [
        *("name", "indicator", "concept", "value", "high", "unit", "comparator", "measure"),
        *("first_day", "last_day", "actor", "form", "code", "binding", "severity", "written", "says"),
    ]
)
"""The columns that a kind may fill."""

Row = dict[str, Any]


def rows(document: Document) -> Iterator[Row]:
    """A row for each finding; ``number`` is its index in ``document.findings``."""
    places = Places(document)
    for number, (name, finding) in enumerate(document.ids().items()):
        if finding.kind in LEFT_OUT:
            continue
        row = {
            "number": number,
            "id": digest_of(name),
            "kind": finding.kind,
            "start": finding.span.start,
            "end": finding.span.end,
            "section": places.section(finding.span.start).id,
            "basis": finding.basis,
            "quote": finding.quote[:QUOTED],
            **EMPTY,
            **said(finding.value),
            **_shown(document, finding),
        }
        yield {key: storable(value) if isinstance(value, str) else value for key, value in row.items()}


def digest_of(name: str) -> bytes:
    """What a finding's id ends with: before it stands the kind, which the row has anyway."""
    return bytes.fromhex(name.rpartition("-")[2])


def id_of(kind: str, digest: bytes) -> str:
    """The id of which a row has the kind and the digest."""
    return f"{kind}-{digest.hex()}"


def _shown(document: Document, finding: AnyFinding) -> Row:
    """What tables over many documents show beside the columns: a quantity as it is written, what a doubt says."""
    match finding.value:
        case Statement(quantity_span=span):
            return {"written": document.text[span][:QUOTED]}
        case Doubt(explanation=explanation, settles=settles):
            evidence = [
                storable(document.text[span][:QUOTED]) for span in dict.fromkeys(finding.evidence) if span.length
            ]
            says = [[storable(words) for words in each] if each else None for each in (explanation, settles)]
            told = {"explanation": says[0], "settles": says[1], "evidence": evidence}
            return {"says": msgspec.json.encode(told).decode()}
    return {}


@singledispatch
def said(value: object) -> Row:
    """What a value says, by column."""
    raise TypeError(f"no columns for {type(value).__name__}; give it some in library/rows.py")


@said.register
def _(value: Statement) -> Row:
    quantity = value.quantity
    return {
        "indicator": value.indicator,
        "concept": value.concept,
        "value": _number(quantity.value),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "comparator": quantity.comparator,
        "measure": quantity.measure,
        **_days(value.period),
        "actor": value.actor,
        "binding": value.binding if isinstance(value, Target) else None,
    }


@said.register
def _(value: Pledge) -> Row:
    return {"actor": value.person or value.body, "name": value.body, "form": value.speech}


@said.register
def _(value: Programme) -> Row:
    return {"name": value.name, "form": value.form, **_days(value.period)}


@said.register
def _(value: Body) -> Row:
    return {"name": value.name, "form": value.role}


@said.register
def _(value: Responsibility) -> Row:
    return {"name": value.body, "form": value.role}


@said.register
def _(value: Place) -> Row:
    return {"name": value.name, "form": value.kind, "code": value.code}


@said.register
def _(value: Person) -> Row:
    return {"name": value.name, "form": value.post, "actor": value.body}


@said.register
def _(value: Formulation) -> Row:
    return {"name": value.term, "first_day": value.first}


@said.register
def _(value: Reference) -> Row:
    return {"name": value.title, "code": value.number}


@said.register
def _(value: Doubt) -> Row:
    return {"name": value.check, "severity": value.severity}


def _days(period: Period | None) -> Row:
    return {"first_day": period.first_day, "last_day": period.last_day} if period else {}


def _number(value: float | None) -> float | None:
    return float(value) if value is not None and isfinite(value) else None
