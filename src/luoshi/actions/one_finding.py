"""One finding as a person sees it before deciding, and what is decided from a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from luoshi.actions.add import now
from luoshi.actions.corrections import correct
from luoshi.errors import BadRequest
from luoshi.library import Correction, Library
from luoshi.library.corrected import decide
from luoshi.library.corrections import addition_of, named, unknown
from luoshi.library.entry import storable
from luoshi.library.saying import Asked, asked, typed
from luoshi.model import AnyFinding, Document, Span
from luoshi.record.values import to_plain
from luoshi.words import Words

ADDABLE = (
    *("target", "achievement", "context", "measure", "pledge", "programme", "responsibility"),
    *("body", "place", "person", "formulation", "reference", "quantity", "deadline"),
)
"""The kinds that a person may add: all but doubts, which are ours."""

AROUND = 120
"""Characters shown before and behind the words of a finding."""


class Seen(NamedTuple):
    """A finding of a document with what was decided about it; ``rejected`` where that was to take it out."""

    document: Document
    id: str
    finding: AnyFinding
    rejected: bool
    fields: tuple[Asked, ...]
    decisions: tuple[tuple[Correction, str], ...]


class Shown(NamedTuple):
    """Words with what stands around them in their paragraph."""

    paragraph: int
    before: str
    words: str
    after: str


def seen(library: Library, shortened: str, name: str) -> Seen:
    """A finding by its id. Raises ``NotInLibrary``, and ``BadRequest`` where there is no such finding."""
    document = library.get(shortened)
    taken_out = {each.id: each.finding for each in document.rejected}
    found = named(document).get(name) or taken_out.get(name)
    if found is None:
        raise unknown(name)
    fields = tuple(asked(found.kind, to_plain(found.kind, found.value)))
    all_, states = library.corrections(document.id), library.states(document.id)
    added = decide(library.get(document.id, as_read=True), all_).added
    mine = tuple(
        (each, states.get(each.id or 0, "")) for each in all_ if name in (each.finding, added.get(each.id or 0))
    )
    return Seen(document, name, found, name in taken_out, fields, mine)


def shown(document: Document, span: Span) -> Shown:
    """The words at ``span`` in their paragraph."""
    lines = list(document.text.lines())
    number = max(1, sum(line.start <= span.start for line in lines))
    line = lines[number - 1] if lines else Span(0, 0)
    start, end = max(line.start, span.start - AROUND), min(max(line.end, span.end), span.end + AROUND)
    before, after = document.text[Span(start, span.start)], document.text[Span(span.end, end)]
    return Shown(
        number,
        ("…" if start > line.start else "") + before,
        document.text[span],
        after + ("…" if end < line.end else ""),
    )


def decide_on(
    library: Library,
    shortened: str,
    name: str,
    action: str,
    *,
    who: str,
    written: Mapping[str, str] | None = None,
    note: str = "",
) -> int:
    """Keep that somebody accepts, edits or rejects a finding; returns the correction's number.

    ``written`` are the fields as a form has them; of an edit those count that differ from what is shown.
    """
    found = seen(library, shortened, name)
    old = {each.name: each.written for each in found.fields}
    given = {key: words.strip() for key, words in (written or {}).items()}
    changed = {key: words for key, words in given.items() if words != old.get(key, "")}
    if action == "edit" and not changed:
        raise BadRequest(
            Words("没有改动任何一项。", "Nothing was changed."),
            Words("内容无误请选“核对无误”。", "Where it is right, confirm it."),
        )
    return correct(library, found.document.id, name, action, changed, who=who, note=note)


def add_to(
    library: Library,
    shortened: str,
    kind: str,
    span: Span,
    *,
    who: str,
    written: Mapping[str, str],
    note: str = "",
) -> int:
    """Keep a finding that somebody adds on words; returns the correction's number."""
    if kind not in ADDABLE:
        raise BadRequest(
            Words(
                f"不能补充这一类：{storable(kind[:40])}。", f"Nothing of the kind {storable(kind[:40])} can be added."
            )
        )
    document = library.get(shortened)
    value = typed(kind, {key: words.strip() for key, words in written.items() if words.strip()})
    return library.correct(document.id, addition_of(document, kind, span, who=who, when=now(), value=value, note=note))


def places_of(document: Document, words: str, paragraph: int | None = None) -> list[Span]:
    """Where words stand in a document, or in one paragraph of it (from 1); at most twenty places."""
    lines = list(document.text.lines())
    inside = paragraph is not None and 1 <= paragraph <= len(lines)
    start, end = lines[paragraph - 1] if inside and paragraph else (0, len(document.text))
    found: list[Span] = []
    at = document.text.content.find(words, start, end) if words else -1
    while at >= 0 and len(found) < 20:
        found.append(Span(at, at + len(words)))
        at = document.text.content.find(words, at + len(words), end)
    if not found and inside:
        return places_of(document, words)
    return found
