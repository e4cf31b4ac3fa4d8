"""Plain rows (``{"finding": "body", …}``) against findings of that kind: the span overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.evaluation.answers import Field, Way, given
from luoshi.evaluation.forms import Row
from luoshi.model import AnyFinding, Document, Period, Span

_OF_THE_ROW = frozenset({"doc", "start", "end", "finding", "where", "optional", "note", "quote", "clause"})


def others(kind: str) -> Way:
    """The way of a kind; each further field of a row is compared with that field of the finding's value."""

    def answers(document: Document) -> Iterator[tuple[Span, AnyFinding]]:
        return ((finding.span, finding) for finding in document.find(kind))

    return Way(
        answers,
        lambda _row, _finding: True,
        lambda _row, _finding: True,
        lambda row, finding: sum(field.right for field in fields(row, finding)),
        fields,
        told,
        ("name", "title", "term", "verb", "object", "code", "kind", "role", "post", "body", "period"),
    )


def fields(row: Row, finding: AnyFinding) -> Iterator[Field]:
    """Those that both the row and the value have."""
    value = finding.value
    for name in sorted(row.keys() - _OF_THE_ROW):
        if hasattr(value, name):
            found = _plain(getattr(value, name))
            yield Field(name, found == row[name], row[name], found)


def told(finding: AnyFinding) -> dict[str, Any]:
    """What is shown of a finding: the fields of its value that are words or numbers."""
    value = finding.value
    shown = {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return given(**{name: each for name, each in shown.items() if isinstance(each, str | int | float)})


def _plain(value: object) -> object:
    if isinstance(value, Period):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
