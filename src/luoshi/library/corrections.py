"""What people decided about findings: kept beside what rules found, and led to its place when a document is read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from luoshi.errors import BadRequest
from luoshi.library.tables import ACTIONS
from luoshi.model import Document, Span, Words


class Correction(Struct, frozen=True):
    """A person's decision on the words ``quote``, which stand at ``start`` to ``end`` of the clean text.

    ``action``: ``accept`` (the finding of this ``kind`` is right), ``edit`` (it says ``value``),
    ``reject`` (it is wrong), ``add`` (there is one that says ``value``). ``value`` is in the form of
    the record. Where a new reading no longer has the words, ``start`` and ``end`` are ``None``: the
    decision is kept for a person to look at. ``when`` is a time in UTC; ``id`` is given by the library.
    """

    kind: str
    start: int | None
    end: int | None
    quote: str
    action: str
    who: str
    when: str
    value: Any = None
    note: str = ""
    id: int | None = None


def checked(correction: Correction, document: Document) -> Correction:
    """The correction itself; raises ``BadRequest`` where it does not fit the document."""
    if correction.action not in ACTIONS:
        raise BadRequest(
            Words(f"没有 {correction.action!r} 这种更正。", f"There is no correction {correction.action!r}."),
            Words(f"更正有：{'、'.join(ACTIONS)}。", f"Corrections are {', '.join(ACTIONS)}."),
        )
    start, end = correction.start, correction.end
    inside = start is not None and end is not None and 0 <= start < end <= len(document.text)
    if not inside or document.text.content[start:end] != correction.quote:
        raise BadRequest(
            Words("更正所引的文字不在所说的位置。", "The words of the correction do not stand where it says."),
            Words("请重新打开文档再选一次。", "Open the document again and choose them anew."),
        )
    return correction


def anchor(correction: Correction, document: Document) -> Span | None:
    """Where the correction's words stand in another reading: at the nearest finding of its kind, else the nearest place."""
    near = correction.start or 0
    places = [each.span for each in document.find(correction.kind) if each.quote == correction.quote]
    places = places or list(_places(document.text.content, correction.quote))
    return min(places, key=lambda span: (abs(span.start - near), span.start), default=None)


def _places(content: str, quote: str) -> Iterator[Span]:
    start = content.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = content.find(quote, start + len(quote))
