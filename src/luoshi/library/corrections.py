"""What people decided about findings: kept beside what rules found, and led to its place when a document is read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from luoshi.errors import BadRequest
from luoshi.library.entry import storable
from luoshi.model import AnyFinding, Document, Span, Words


class Correction(Struct, frozen=True):
    """A person's decision on the words ``quote``, which stand at ``start`` to ``end`` of the clean text.

    ``action``: ``accept`` (the finding of this ``kind`` is right), ``edit`` (its value has these fields),
    ``reject`` (it is wrong), ``add`` (there is one that says ``value``). ``kind`` may also be a field of
    the profile. ``finding`` is the finding's id (``profile.title`` for a field of the profile); without it
    the words must tell which is meant. ``value`` is in the form of the record: for an edit the fields
    that change. ``when`` is a time in UTC.

    The library gives ``id``, the correction's number, and ``before``, the finding's value as it was shown
    to the person. Where a new reading no longer has the words, ``start`` and ``end`` are ``None``: the
    decision is kept for a person to look at. One that was taken back says by whom and when.
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
    finding: str | None = None
    before: Any = None
    withdrawn_by: str | None = None
    withdrawn: str | None = None


def correction_of(
    document: Document,
    name: str,
    action: str,
    *,
    who: str,
    when: str,
    value: Any = None,  # noqa: ANN401 — what JSON has
    note: str = "",
) -> Correction:
    """What a person decides about the finding with the id ``name`` of a document as it is shown.

    Raises ``BadRequest`` where there is no such finding.
    """
    found = named(document).get(name) or next((each.finding for each in document.rejected if each.id == name), None)
    if found is None:
        raise unknown(name)
    return Correction(found.kind, *found.span, found.quote, action, who, when, value, note, finding=name)


def addition_of(
    document: Document,
    kind: str,
    span: Span,
    *,
    who: str,
    when: str,
    value: Any,  # noqa: ANN401 — what JSON has
    note: str = "",
) -> Correction:
    """A finding that a person adds on the words at ``span`` of the clean text."""
    return Correction(kind, *span, document.text[span], "add", who, when, value, note)


def named(document: Document) -> dict[str, AnyFinding]:
    """Each finding of a document by its id, the fields of its profile too."""
    return {f"profile.{each.kind}": each for each in document.profile} | document.ids()


def set_aside(document: Document) -> dict[str, AnyFinding]:
    """What people took out, by its id."""
    return dict[str, AnyFinding](document.rejected)


def unknown(name: str) -> BadRequest:
    """There is no such finding."""
    short = storable(name[:80])
    return BadRequest(
        Words(f"这份文档没有编号为 {short} 的发现。", f"The document has no finding {short}."),
        Words("luoshi show 编号 -f jsonl 列出各发现的编号。", "luoshi show ID -f jsonl has the ids of its findings."),
    )


def meant(correction: Correction, document: Document, near: int | None = None) -> tuple[str, AnyFinding] | None:
    """The finding of another reading that a correction is about, with its id."""
    start = near if near is not None else correction.start
    alike = [
        (name, each)
        for name, each in named(document).items()
        if each.kind == correction.kind and storable(each.quote) == correction.quote
    ]
    if not alike:
        return None
    if start is None:  # it was lost: its id may be found again
        start = next((each.span.start for name, each in alike if name == correction.finding), 0)
    return min(alike, key=lambda pair: (abs(pair[1].span.start - start), pair[0] != correction.finding))


def nearest(correction: Correction, document: Document, near: int | None = None) -> Span | None:
    """The nearest place with the correction's words."""
    start = near if near is not None else correction.start or 0
    places = _places(document.text.content, correction.quote)
    return min(places, key=lambda span: (abs(span.start - start), span.start), default=None)


def _places(content: str, quote: str) -> Iterator[Span]:
    start = content.find(quote) if quote else -1
    while start >= 0:
        yield Span(start, start + len(quote))
        start = content.find(quote, start + len(quote))
