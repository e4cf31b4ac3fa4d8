"""One finding as a person sees it before deciding, and what is decided from a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from luoshi.actions.add import now
from luoshi.errors import BadRequest, Changed
from luoshi.library import Correction, Library
from luoshi.library.corrections import addition_of, correction_of, named, set_aside, unknown
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
    """A finding of a document with what was decided about it; ``rejected`` where that was to take it out.

    ``mark`` is another whenever it says something else, or somebody decided about it.
    """

    document: Document
    id: str
    finding: AnyFinding
    rejected: bool
    fields: tuple[Asked, ...]
    decisions: tuple[tuple[Correction, str], ...]
    mark: str


class Shown(NamedTuple):
    """Words with what stands around them in their paragraph."""

    paragraph: int
    before: str
    words: str
    after: str


def seen(library: Library, shortened: str, name: str) -> Seen:
    """A finding by its id. Raises ``NotInLibrary``, and ``BadRequest`` where there is no such finding."""
    decided = library.decided(shortened)
    document, taken_out = decided.document, set_aside(decided.document)
    found = (named(document) | taken_out).get(name)
    if found is None:
        raise unknown(name)
    fields = tuple(asked(found.kind, to_plain(found.kind, found.value)))
    mine = tuple((each, decided.states.get(each.id or 0, "")) for each in decided.about(name))
    return Seen(document, name, found, name in taken_out, fields, mine, decided.mark(name))


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
    mark: str = "",
) -> int:
    """Keep that somebody accepts, edits or rejects a finding; returns the correction's number.

    ``written`` are the fields as a form has them; of an edit those count that differ from what is shown. Where the
    finding's ``mark`` was not this any more, ``Changed`` is raised.
    """
    found = seen(library, shortened, name)
    if mark and mark != found.mark:
        raise _changed(found)
    old = {each.name: each.written for each in found.fields}
    given = {key: words.strip() for key, words in (written or {}).items()}
    changed = {key: words for key, words in given.items() if words != old.get(key, "")}
    if action == "edit" and not changed:
        raise BadRequest(
            Words("没有改动任何一项。", "Nothing was changed."),
            Words("内容无误请选“核对无误”。", "Where it is right, confirm it."),
        )
    value = typed(found.finding.kind, changed) if action == "edit" else None
    made = correction_of(found.document, name, action, who=who, when=now(), value=value, note=note)
    try:
        return library.correct(found.document.id, made, seen=[found.mark])
    except Changed:
        raise _changed(seen(library, shortened, name)) from None


def _changed(found: Seen) -> Changed:
    """Who decided about a finding last."""
    last = max((each for each, _ in found.decisions), key=lambda each: each.withdrawn or each.when, default=None)
    what = Words("您打开它以后，这一处变了。", "It changed after you opened it.")
    if last is not None:
        who = last.withdrawn_by or last.who
        what = Words(f"您打开它以后，{who} 作了决定。", f"{who} decided about it after you opened it.")
    return Changed(
        what,
        Words("您的决定没有保存，请看过现在的内容再定。", "Yours was not kept: look at what it says now, then decide."),
    )


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
