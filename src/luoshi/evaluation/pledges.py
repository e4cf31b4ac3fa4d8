"""Pledge rows against pledges: the person, the post, the body, and an overlapping span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from luoshi.evaluation.answers import Field, Way, given
from luoshi.evaluation.forms import Row
from luoshi.model import AnyFinding, Document, Span

WHO = ("person", "post", "body")


def pledges(document: Document) -> Iterator[tuple[Span, AnyFinding]]:
    """All pledges, each from its first to its last word."""
    for finding in document.find("pledge"):
        yield finding.span, finding


def is_same(row: Row, finding: AnyFinding) -> bool:
    """Whether it is the same speaker in the same post."""
    return all(getattr(finding.value, field) == row[field] for field in WHO)


def fields(row: Row, finding: AnyFinding) -> Iterator[Field]:
    """Whether the speech is told, quoted or both."""
    if row.get("speech"):
        yield Field("speech", finding.value.speech == row["speech"], row["speech"], finding.value.speech)


def told(finding: AnyFinding) -> dict[str, Any]:
    """What is shown of a pledge."""
    value = finding.value
    return given(person=value.person, post=value.post, body=value.body, speech=value.speech)


PLEDGES = Way(
    pledges,
    lambda _row, _finding: True,
    is_same,
    lambda row, finding: int(row.get("speech") == finding.value.speech),
    fields,
    told,
    (*WHO, "speech"),
)
