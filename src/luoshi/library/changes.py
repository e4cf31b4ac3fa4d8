"""What a new reading of a document changed, and why: finding by finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import fields

from luoshi.library.corrections import Correction
from luoshi.model import AnyFinding, Document, Edition, Span


class Change(NamedTuple):
    """A finding (or a field of the profile) that is ``new``, ``gone`` or ``different``.

    ``rule`` is what found it: in the new reading, or where it is gone, in the old one.
    """

    what: str
    kind: str
    quote: str
    rule: str


class Changes(NamedTuple):
    """What became of a document that was read again.

    ``before`` and ``after`` are the versions of rules and knowledge: what changed is their doing.
    ``grades`` are the grades before and after. ``kept`` says how many corrections by people still
    hold; ``lost`` are those that do not: their words are gone, or what was confirmed is read differently now.
    """

    id: str
    title: str
    before: Edition | None
    after: Edition | None
    grades: tuple[str | None, str | None]
    text: bool
    items: tuple[Change, ...]
    kept: int = 0
    lost: tuple[Correction, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything that a reader sees is another."""
        return bool(self.items or self.text or self.grades[0] != self.grades[1])


def compare(old: Document, new: Document) -> Changes:
    """The changes from one reading of the same bytes to another."""
    grades = (old.verdict.grade if old.verdict else None, new.verdict.grade if new.verdict else None)
    same_text = old.text.content == new.text.content
    return Changes(new.id, new.title, old.edition, new.edition, grades, not same_text, tuple(_items(old, new)))


def _items(old: Document, new: Document) -> Iterator[Change]:
    before, after = _named(old), _named(new)
    for name, finding in after.items():
        if name not in before:
            yield Change("new", finding.kind, finding.quote, finding.rule)
        elif _said(finding) != _said(before[name]):
            yield Change("different", finding.kind, finding.quote, finding.rule)
    for name, finding in before.items():
        if name not in after:
            yield Change("gone", finding.kind, finding.quote, finding.rule)


def _named(document: Document) -> dict[str, AnyFinding]:
    return {f"profile.{each.kind}": each for each in document.profile} | document.ids()


def _said(finding: AnyFinding) -> tuple[Any, ...]:
    """What a finding says, wherever it stands: places move when the text is cleaned in another way."""
    return finding.quote, finding.basis, _without_places(finding.value)


def _without_places(value: Any) -> Any:  # noqa: ANN401 — any value of a finding
    if isinstance(value, Span):
        return None
    if isinstance(value, Struct):
        return {each.name: _without_places(getattr(value, each.name)) for each in fields(value)}
    return value
