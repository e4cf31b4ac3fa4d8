"""Something that we say about a text, with the words that say it."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from msgspec import Struct

from luoshi.model.span import Span
from luoshi.words import Words

V_co = TypeVar("V_co", covariant=True)


class Finding(Struct, Generic[V_co], frozen=True, gc=False):
    """A ``value`` with the words that it rests on: ``document.text[span] == quote``, always.

    ``kind`` is a key of ``luoshi.model.values.type_of_value`` (for a field of the profile: the
    field's name). ``rule`` names what found it. ``basis`` is ``stated`` (the words say so),
    ``normalised`` (the words say so in another form) or ``inferred`` (concluded: ``why`` says how,
    ``evidence`` holds further places that the conclusion rests on).
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
