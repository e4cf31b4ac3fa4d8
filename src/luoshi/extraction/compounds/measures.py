"""Measures: each clause of work to be done, with its verb, object, scope and means (``加快建设…``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.binding import headed, under_heading
from luoshi.extraction.work.phrases import MEANS, Opening, opening
from luoshi.extraction.work.pieces import pieces
from luoshi.extraction.work.plain import plain
from luoshi.extraction.work.tense import done_from
from luoshi.extraction.work.words import words
from luoshi.extraction.zones import BACK, Zones
from luoshi.model import Document, Finding, Section, Span
from luoshi.model.values import Measure, Pledge
from luoshi.patterns import regex

_SENTENCE = regex(r"[^。；！？\n\t]{4,600}")
_CLAUSE = regex(r"[^，：]{4,}")
_GENRES_WITHOUT = ("统计公报", "新闻联播文字稿")
_IS = regex(r"(?:仍然|仍|就|都|也|既|不仅|不只|正|才|更)?是(?!否)|关系|事关|有利于|意义|才能|才会|就能|必将|关键")
"""A clause that begins so has those before it for its subject: 抓好项目，是稳增长的保障."""
_PREAMBLE = regex(r"制[定订]|现[就将]|印发|提出如下|通知如下|根据《|编制本|出台|公告如下")
"""为了推进…，培育…，特制定本方案: what for and why of a document."""
_THEN = regex(r"要|必须|关键|需要?|就|首先|重点在|离不开|务必")
_THEN_STARTS = frozenset("要必关需就首重离务")
_MEANS_STARTS = frozenset(word[0] for word in MEANS)
_SCOPES = ("对", "在", "面向", "针对")


def measures(document: Document) -> Iterator[Finding[Measure]]:
    """Each clause with a verb of work, where the text looks ahead: nothing from a review of what was
    done, from headings, or from statistics. Several verbs with an object each are several measures.
    ``strength`` is that of the modal word if there is one, else that of the verb.
    """
    genre = document.profile.genre
    if genre is not None and genre.value in _GENRES_WITHOUT:
        return
    spoken = list(document.find("pledge"))
    starts = [finding.span.start for finding in spoken]
    sections = headed(document)
    content = document.text.content
    for begin, end, said in _sentences(document):
        found = _in_sentence(content, begin, end)
        if found and (past := done_from(said)):
            back, on = past
            found = [each for each in found if not back <= each.span.start - begin < on]
        if not (spoken or sections):
            yield from found
            continue
        for finding in found:
            bound = _spoken(finding, spoken, starts) if spoken else finding
            yield under_heading(bound, sections) if sections else bound


def _sentences(document: Document) -> Iterator[tuple[int, int, str]]:
    """Each sentence that may hold work: its place and words. No headings, no purposes, nothing of a review."""
    content = document.text.content
    headings, tasks = _headings(document.outline)
    headings.append(Span(len(content) + 1, len(content) + 1))
    later = 0  # the next heading
    for zone, stop in Zones(document).stretches():
        if zone.mode == BACK:
            continue
        for sentence in _SENTENCE.finditer(content, zone.start, stop):
            begin, end = sentence.span()
            while headings[later].start <= begin:
                later += 1
            if later and end <= headings[later - 1].end:
                continue
            said = sentence[0]
            if (
                end - begin < _TITLE
                and content[end : end + 1] in _LINE_ENDS
                and "，" not in said
                and begin not in tasks
            ):
                continue  # a heading without a number
            if said[0] != "为" or not _PREAMBLE.search(said):
                yield begin, end, said


_LINE_ENDS = ("\n", "")
_TITLE = 40
_BINDS = 5
_ITEMS = ("item", "subitem", "point")


def _headings(outline: Section) -> tuple[list[Span], set[int]]:
    """Headings with something below them, and where items begin that are all heading: those are tasks."""
    headings, tasks = [], set()
    for section in outline.walk():
        heading = section.heading
        if heading:
            if section.kind in _ITEMS and heading.end + 1 >= section.span.end:
                tasks.add(heading.start)
            else:
                headings.append(heading)
    return headings, tasks


def _spoken(finding: Finding[Measure], spoken: list[Finding[Pledge]], starts: list[int]) -> Finding[Measure]:
    """The measure with the body that it binds, where it stands in a pledge."""
    index = bisect_right(starts, finding.span.start) - 1
    if index < 0 or finding.span.start >= spoken[index].span.end:
        return finding
    body = spoken[index].value.body
    return replace(finding, value=replace(finding.value, actor=body, actor_from="pledge" if body else None))


def _in_sentence(content: str, begin: int, end: int) -> list[Finding[Measure]]:
    found: list[Finding[Measure]] = []
    means: Span | None = None
    scope: Span | None = None
    table = words()
    for number, clause in enumerate(_CLAUSE.finditer(content, begin, end)):
        start, stop = clause.span()
        said = clause[0]
        easy = plain(said, start, table)
        if easy is not None and (number != 1 or len(found) != 1 or said[0] not in _THEN_STARTS):
            if "、" in said or "（" in said:
                stop = _closed(content, easy.object, stop)
                _add(found, content, Opening(easy, scope, means), stop)
            else:
                verb, thing = easy.verb - start, easy.object - start
                value = Measure(said[verb:thing], said[thing:], easy.strength)
                if means is not None or scope is not None:
                    value = _with_phrases(content, value, means, scope)
                found.append(Finding("measure", value, Span(start, stop), said, "measures.clause"))
            means = Span(start, stop) if said[0] in _MEANS_STARTS and said.startswith(MEANS) else None
            scope = None
            continue
        opened = opening(content, start, stop)
        if number == 1 and len(found) == 1 and content[found[0].span.start] != "要" and _THEN.match(content, start):
            found.clear()  # 做好今年工作，要…: what for
        if opened is None:
            if content[start] in _MEANS_STARTS and content.startswith(MEANS, start):
                means = None if "为核心的" in content[start:stop] else Span(start, stop)
            elif content.startswith(_SCOPES, start):
                scope = Span(start, stop)
            elif found and _IS.match(content, start):
                found.clear()
            continue
        if opened.predicate.kind == "final" and found and found[-1].value.strength == _BINDS:
            opened = opened._replace(predicate=opened.predicate._replace(strength=_BINDS))  # 确保甲投产，乙开工
        if opened.means is None or opened.scope is None:
            opened = opened._replace(means=opened.means or means, scope=opened.scope or scope)
        _add(found, content, opened, _closed(content, opened.predicate.object, stop))
        means = Span(start, stop) if content[start] in _MEANS_STARTS and content.startswith(MEANS, start) else None
        scope = None
    return found


def _with_phrases(content: str, value: Measure, means: Span | None, scope: Span | None) -> Measure:
    return Measure(
        value.verb,
        value.object,
        value.strength,
        value.actor,
        value.actor_from,
        content[scope.start : scope.end] if scope else None,
        scope,
        content[means.start : means.end] if means else None,
        means,
    )


def _add(found: list[Finding[Measure]], content: str, opened: Opening, stop: int) -> None:
    """Put the clause's pieces of work behind those that were found."""
    first, scope, means, whom = opened
    actor = content[whom.start : whom.end] if whom else None
    for piece, end in pieces(content, first, stop):
        begin, verb, thing, strength, kind = piece
        if kind == "final":
            does, about = content[verb:end], content[begin:verb]
        else:
            does, about = content[verb:thing], content[thing:end]
        value = Measure(does, about, strength, actor)
        if means is not None or scope is not None:
            value = _with_phrases(content, value, means, scope)
        found.append(Finding("measure", value, Span(begin, end), content[begin:end], "measures.clause"))
        means = None


def _closed(content: str, start: int, stop: int) -> int:
    """The clause's end without spaces and without a bracket that a ， inside it cut off."""
    if content[stop - 1] != "）" and (at := content.rfind("（", start, stop)) > 0 and content.find("）", at, stop) < 0:
        stop = at
    while content[stop - 1] in " 　":
        stop -= 1
    return stop
