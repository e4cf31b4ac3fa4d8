"""Responsibilities: which body answers for which work, as the text says; and proposals where it names nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from luoshi.extraction.bodies.duties import duties, duty_at, note_end, work_before
from luoshi.knowledge.automata import find_words
from luoshi.knowledge.fields_of_work import FieldOfWork, field_words
from luoshi.knowledge.genres import BULLETIN
from luoshi.knowledge.regions import level_of
from luoshi.model import AnyFinding, Document, Finding, Span, Words
from luoshi.model.values import Body, Responsibility
from luoshi.patterns import regex

_ROLES = ("lead", "responsible", "support")
_MOST = 2
"""A measure whose key words point at more fields than this belongs to none of them."""
_LISTED = 3
"""One key word among more things than this is not what the measure is about."""
_GENRES_WITHOUT = ("统计公报", BULLETIN, "侧记", "署名文章", "评论", "会议通稿", "报道", "公报", "说明")
"""Kinds of document that give nobody work to do."""


def responsibilities(document: Document) -> Iterator[Finding[Responsibility]]:
    """Each body that the text makes answerable, with what for; then, for measures and targets of plans without
    any such body, the one that leads the field of work at the document's level, as a suggestion.
    """
    named = list(_stated(document))
    yield from named
    yield from _suggested(document, named)


def _stated(document: Document) -> Iterator[Finding[Responsibility]]:
    content = document.text.content
    answering = [finding for finding in document.find("body") if finding.value.role in _ROLES]
    labelled = duties(document) if answering else []
    floor, note = 0, -1  # where the note before closes, and where this one opens
    for finding in answering:
        body: Body = finding.value
        duty = duty_at(labelled, finding.span.start)
        if duty is not None:
            work = duty.work
        else:
            opened = _note(content, finding.span)
            if opened >= 0:
                if opened != note:
                    floor, note = (note_end(content, note) if note >= 0 else 0), opened
                work = work_before(content, opened, floor)
            else:
                work = _sentence(content, finding.span)
        yield Finding(
            "responsibility",
            Responsibility(body.name, str(body.role), work),
            finding.span,
            finding.quote,
            "responsibilities.stated",
            finding.basis,
            finding.why,
        )


def _note(content: str, span: Span) -> int:
    """Where the bracket opens that is open here and holds nothing but a note on who acts; -1: none is."""
    line = content.rfind("\n", max(0, span.start - _FAR), span.start) + 1
    opened = content.rfind("（", max(line, span.start - _FAR), span.start)
    while opened >= 0 and content.count("）", opened, span.start) >= content.count("（", opened, span.start):
        opened = content.rfind("（", max(line, opened - _FAR), opened)
    return opened


_FAR = 200


def _sentence(content: str, span: Span) -> Span:
    start = max(content.rfind(mark, max(0, span.start - _FAR), span.start) for mark in "。；！？\n") + 1
    found = _END.search(content, span.end, span.end + 2 * _FAR)
    end = found.start() if found else min(len(content), span.end + 2 * _FAR)
    return Span(max(start, span.start - _FAR), end)


_END = regex(r"[。；！？\n]")


def _suggested(document: Document, named: list[Finding[Responsibility]]) -> Iterator[Finding[Responsibility]]:
    region, genre = document.profile.region, document.profile.genre
    code = region.value.code if region else None
    if region is None or code is None or genre is None or genre.value in _GENRES_WITHOUT:
        return
    works = _open_works(document, named)
    if not works:
        return
    level, place = level_of(code), region.value.name
    year = document.profile.date.start[:4] if document.profile.date else None
    words = field_words()
    held: dict[FieldOfWork, list[Span]] = {}
    index = 0
    ends = [work.end for work in works]
    for number, start, end in find_words(words.automaton, document.text.content):
        if ends[index] <= start:
            if held:
                yield from _of(document, works[index], held, (level, place, code, year))
                held = {}
            index = bisect_right(ends, start, index)
            if index == len(works):
                return
        if works[index].start <= start and end <= ends[index]:
            held.setdefault(words.fields[number], []).append(Span(start, end))
    if held:
        yield from _of(document, works[index], held, (level, place, code, year))


def _open_works(document: Document, named: list[Finding[Responsibility]]) -> list[Span]:
    """The clauses of measures and targets for which the text names nobody, in order and disjoint."""
    taken = sorted(finding.value.work for finding in named if finding.value.work is not None)
    region = document.profile.region.value.name if document.profile.region else None
    found: list[Span] = []
    last = 0  # where the last of them ends
    for finding in document.find("measure", "target"):
        span = finding.span
        if span.start < last or _has_own(finding, region):
            continue
        index = bisect_right(taken, (span.start, _AFTER_ALL)) - 1 if taken else -1
        if index >= 0 and any(work.end > span.start for work in taken[max(0, index - _NEAR) : index + 1]):
            continue
        found.append(span)
        last = span.end
    return found


_AFTER_ALL = 1 << 60
_NEAR = 8


def _has_own(finding: AnyFinding, region: str | None) -> bool:
    """Whether somebody else than the document's whole place is bound already: a pledge's body, a district."""
    actor = finding.value.actor
    return actor is not None and region is not None and actor != region


def _of(
    document: Document, work: Span, held: dict[FieldOfWork, list[Span]], place: tuple[str, str, str, str | None]
) -> Iterator[Finding[Responsibility]]:
    if not held or len(held) > _MOST:
        return
    many = document.text[work].count("、") > _LISTED
    for field, spans in held.items():
        body = field.body(*place)
        if body is not None and (len(spans) > 1 or not many):
            span = spans[0]
            quote = document.text[span]
            yield Finding(
                "responsibility",
                Responsibility(body, "suggested", work, field.field),
                span,
                quote,
                "responsibilities.suggested",
                "inferred",
                _why(quote, field.field, field.source),
            )


@lru_cache(maxsize=512)
def _why(word: str, field: str, source: str) -> Words:
    return Words(
        f"原文未写明责任单位；据关键词“{word}”属“{field}”领域，建议由该领域主管部门承担（fields_of_work：{source}）",
        f"The text names nobody; the key word “{word}” belongs to the field {field}, whose leading body is suggested "
        f"(fields_of_work: {source})",
    )
