"""Findings as flat rows: what CSV and XLSX put into their columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import singledispatch
from typing import Any

from luoshi.model import Document, Period, Span
from luoshi.model.citation import chapter_at, item_at
from luoshi.model.values import (
    Body,
    Deadline,
    Doubt,
    Formulation,
    Measure,
    Person,
    Place,
    Pledge,
    Programme,
    Quantity,
    Reference,
    Responsibility,
    Statement,
    Target,
)
from luoshi.record.places import Places

Cell = str | float | int | bool | None
Row = dict[str, Cell]


def rows(document: Document, name: str, language: str) -> Iterator[Row]:
    """Each finding of a document as a row; ``name`` is its file. Keys are column ids of ``columns.py``."""
    pages = document.original.marked("page")
    ends = [page.span.end for page in pages]
    title, places = document.title, Places(document)
    items: dict[str, tuple[str | None, str | None]] = {}  # by section: its chapter, how its place is said
    for identity, finding in document.ids().items():
        start, end = places.original(*finding.span)
        section = places.section(finding.span.start).id
        if section not in items:
            items[section] = (
                chapter_at(document.outline, finding.span.start),
                item_at(document.outline, finding.span.start),
            )
        page = bisect_right(ends, start)
        yield {
            "document": name,
            "title": title,
            "id": identity,
            "kind": finding.kind,
            "quote": finding.quote,
            **_said(flat(finding.value), language, document),
            "section": section,
            "item": items[section][1],
            "chapter": items[section][0],
            "page": pages[page].value if page < len(pages) else None,
            "original_start": start,
            "original_end": end,
            "basis": finding.basis,
            "why": getattr(finding.why, language) if finding.why else None,
            "rule": finding.rule,
            "sha256": document.id,
        }


def about(document: Document, name: str, language: str) -> Row:
    """The document itself as a row: who, when, for where; grade; how many findings of each kind."""
    fields = {finding.kind: finding.value for finding in document.profile}
    verdict = document.verdict
    counts: dict[str, Cell] = {}
    for finding in document.findings:
        counts[f"{finding.kind}s"] = int(counts.get(f"{finding.kind}s") or 0) + 1
    return {
        "document": name,
        "title": document.title,
        **{kind: value if isinstance(value, str) else _name(value) for kind, value in fields.items()},
        "grade": verdict.grade if verdict else None,
        "reasons": "\n".join(getattr(reason, language) for reason in verdict.reasons) if verdict else None,
        "not_before": verdict.not_before if verdict else None,
        "characters": len(document.text),
        **counts,
        "sha256": document.id,
    }


def _name(value: Any) -> str:  # noqa: ANN401 — a value of any field of the profile
    return str(value) if isinstance(value, Period) else str(value.name)


def _said(row: dict[str, Any], language: str, document: Document) -> Row:
    """The cells of a row: sentences in the language, places as the words that stand there."""
    return {
        key: document.text[value]
        if isinstance(value, Span)
        else getattr(value, language)
        if hasattr(value, language)
        else value
        for key, value in row.items()
    }


@singledispatch
def flat(value: object) -> dict[str, Any]:
    """What a value says, by column; sentences of the product's own still in both languages."""
    raise TypeError(f"no columns for {type(value).__name__}; give it some in exports/rows.py")


@flat.register
def _(value: Quantity) -> dict[str, Any]:
    return {
        "value": value.value,
        "high": value.high,
        "unit": value.unit,
        "comparator": value.comparator,
        "measure": value.measure,
    }


@flat.register
def _(value: Deadline) -> dict[str, Any]:
    return {"period": _iso(value.period), "deadline": value.period.last_day if value.period and value.by else None}


@flat.register
def _(value: Statement) -> dict[str, Any]:
    base = value.base
    return {
        "indicator": value.indicator,
        **flat(value.quantity),
        "period": _iso(value.period),
        "deadline": value.period.last_day if value.period and isinstance(value, Target) else None,
        "period_stated": value.period_stated,
        "actor": value.actor,
        "actor_from": value.actor_from,
        "softness": " ".join(value.softness) or None,
        "cell": value.cell,
        "binding": value.binding if isinstance(value, Target) else None,
        "base_value": base.value if base else None,
        "base_year": base.year if base else None,
        "concept": value.concept,
    }


@flat.register
def _(value: Measure) -> dict[str, Any]:
    return {
        "verb": value.verb,
        "object": value.object,
        "strength": value.strength,
        "scope": value.scope,
        "means": value.means,
        "actor": value.actor,
        "actor_from": value.actor_from,
    }


@flat.register
def _(value: Pledge) -> dict[str, Any]:
    return {"actor": value.person or value.body, "post": value.post, "body": value.body, "speech": value.speech}


@flat.register
def _(value: Programme) -> dict[str, Any]:
    return {"name": value.name, "form": value.form, "period": _iso(value.period), "years": value.years}


@flat.register
def _(value: Body) -> dict[str, Any]:
    return {"name": value.name, "form": value.role, "successor": value.successor}


@flat.register
def _(value: Responsibility) -> dict[str, Any]:
    return {"body": value.body, "form": value.role, "object": value.field, "work": value.work}


@flat.register
def _(value: Place) -> dict[str, Any]:
    return {"name": value.name, "code": value.code, "form": value.kind}


@flat.register
def _(value: Person) -> dict[str, Any]:
    return {"name": value.name, "post": value.post, "body": value.body}


@flat.register
def _(value: Formulation) -> dict[str, Any]:
    return {"name": value.term, "first": value.first, "source": value.source}


@flat.register
def _(value: Reference) -> dict[str, Any]:
    return {"name": value.title, "code": value.number}


@flat.register
def _(value: Doubt) -> dict[str, Any]:
    return {
        "doubt": value.check,
        "severity": value.severity,
        "explanation": value.explanation,
        "settles": value.settles,
    }


def _iso(period: Period | None) -> str | None:
    return str(period) if period else None
