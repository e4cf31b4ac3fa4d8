"""Something that we say about a text, with the words that say it."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct

from luoshi.model.span import Span
from luoshi.words import Words

V_co = TypeVar("V_co", covariant=True)


class Finding(Struct, Generic[V_co], frozen=True, gc=False):
    """A ``value`` with the words that it rests on: ``document.text[span] == quote``, always.

    ``kind`` is a key of ``luoshi.model.values.type_of_value`` (for a field of the profile: the
    field's name). ``rule`` names what found it. ``basis`` is ``stated`` (the words say so),
    ``normalised`` (the words say so in another form) or ``inferred`` (concluded: ``why`` says how,
    ``evidence`` holds further places that the conclusion rests on). In a corrected document it may also
    be what a person said: ``confirmed`` (a rule found it, a person looked and agreed), ``corrected`` (the
    ``rule`` is then ``EDITED`` or ``ADDED``) or, among those set aside, ``rejected``; ``why`` names who and when.
    """

    kind: str
    value: V_co
    span: Span
    quote: str
    rule: str
    basis: str = "stated"
    why: Words | None = None
    evidence: tuple[Span, ...] = ()


AnyFinding = Finding[Any]

EDITED, ADDED = "correction.edited", "correction.added"
"""The ``rule`` of a finding that says what a person wrote: in place of what a rule found, or where none found one."""


class Rejected(NamedTuple):
    """A finding that a person took out, under the ``id`` that it had: what is left keeps its ids."""

    id: str
    finding: AnyFinding
