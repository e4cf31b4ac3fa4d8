"""Measures: each clause of work to be done, with its verb, object, scope and means (``加快建设…``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.binding import headed, under_heading
from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.openings import EXHORTS, opening
from luoshi.extraction.work.phrases import MEANS, Opening
from luoshi.extraction.work.pieces import lists, pieces
from luoshi.extraction.work.plain import plain
from luoshi.extraction.work.tense import done_from
from luoshi.extraction.work.told import TOLD_GENRES, Told
from luoshi.extraction.work.words import words
from luoshi.extraction.zones import AHEAD, BACK, Zones
from luoshi.knowledge.genres import BULLETIN
from luoshi.model import Document, Finding, Section, Span
from luoshi.model.values import Measure, Pledge
from luoshi.patterns import regex

_SENTENCE = regex(r"[^。；！？\n\t]{4,600}")
_CLAUSE = 4
"""A clause of work has a verb and an object."""
_GENRES_WITHOUT = ("统计公报", BULLETIN)
_IS = regex(r"(?:仍然|仍|就|都|也|既|不仅|不只|正|才|更)?是(?!否)|关系|事关|有利于|意义|才能|才会|就能|必将|关键")
"""A clause that begins so has those before it for its subject: 抓好项目，是稳增长的保障."""
_PREAMBLE = regex(r"制[定订]|现[就将]|印发|提出如下|通知如下|根据《|编制本|出台|公告如下")
"""为了推进…，培育…，特制定本方案: what for and why of a document."""
_THEN = regex(r"要|必须|关键|需要?|就|首先|重点在|离不开|务必")
_MODALS = "要将"
_THEN_STARTS = frozenset("要必关需就首重离务")
_IS_STARTS = frozenset("仍就都也既不正才是关事有意能必")
_MEANS_STARTS = frozenset(word[0] for word in MEANS)
_SCOPES = ("对", "在", "面向", "针对")
_SCOPE_STARTS = frozenset(word[0] for word in _SCOPES)
_SPACES = " 　"
_new = tuple.__new__


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
    for begin, said in _sentences(document):
        found = _in_sentence(content, begin, said)
        if found and (past := done_from(said)):
            back, on = past
            found = [each for each in found if not back <= each.span.start - begin < on]
        if not (spoken or sections):
            yield from found
            continue
        for finding in found:
            bound = _spoken(finding, spoken, starts) if spoken else finding
            yield under_heading(bound, sections) if sections else bound


def _sentences(document: Document) -> Iterator[tuple[int, str]]:
    """Each sentence that may hold work: where it begins and its words. No headings, no purposes, nothing of a review."""
    content = document.text.content
    headings, tasks = _headings(document.outline, content)
    headings.append(Span(len(content) + 1, len(content) + 1))
    later = 0  # the next heading
    genre = document.profile.genre
    told = Told() if genre is not None and genre.value in TOLD_GENRES else None
    title = 0 if content.count("。") * _STOPS < content.count("\n") else _TITLE  # each line a sentence that lost its 。
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
            if end - begin < title and content[end : end + 1] in _LINE_ENDS and "，" not in said and begin not in tasks:
                continue  # a heading without a number
            if (
                told is not None
                and zone.mode != AHEAD
                and told.sentence(said, first=content[begin - 1 : begin] in _LINE_ENDS)
            ):
                continue
            if said[0] != "为" or not _PREAMBLE.search(said):
                yield begin, said


_LINE_ENDS = ("\n", "")
_TITLE = 40
_STOPS = 10
_BINDS = 5
_ITEMS = ("item", "subitem", "point")
_NOTES = regex(r"(?:（[^（）\n]{1,200}）[。；]?\s{0,4}){1,4}")


def _headings(outline: Section, content: str) -> tuple[list[Span], set[int]]:
    """The headings, and where items begin whose heading is itself a task."""
    headings, tasks = [], set()
    for section in outline.walk():
        heading = section.heading
        if heading:
            if section.kind in _ITEMS and _is_task(content, section, heading):
                tasks.add(heading.start)
            else:
                headings.append(heading)
    return headings, tasks


def _is_task(content: str, section: Section, heading: Span) -> bool:
    """Whether an item is all heading, but for notes in brackets, or begins with a sentence of several clauses.

    ``9.完善巡查制度，划定责任段。（6月底完成）``; not ``3.加强领导。各镇要…``.
    """
    if heading.end + 1 >= section.span.end:
        return True
    rest = content[heading.end : heading.end + 1]
    if rest == "\n":
        return False
    return content.find("，", heading.start + len(section.label) + 1, heading.end) > 0 or (
        rest == "（" and not section.children and _NOTES.fullmatch(content, heading.end, section.span.end) is not None
    )


def _spoken(finding: Finding[Measure], spoken: list[Finding[Pledge]], starts: list[int]) -> Finding[Measure]:
    """The measure with the body that it binds, where it stands in a pledge."""
    index = bisect_right(starts, finding.span.start) - 1
    if index < 0 or finding.span.start >= spoken[index].span.end:
        return finding
    body = spoken[index].value.body
    return replace(finding, value=replace(finding.value, actor=body, actor_from="pledge" if body else None))


def _in_sentence(content: str, begin: int, sentence: str) -> list[Finding[Measure]]:
    """The work in a sentence that begins at ``begin``, clause by clause; phrases wait for the next clause."""
    found: list[Finding[Measure]] = []
    means: Span | None = None
    scope: Span | None = None
    table = words()
    stop = begin - 1
    for said in (sentence.replace("：", "，") if "：" in sentence else sentence).split("，"):
        start = stop + 1
        size = len(said)
        stop = start + size
        if size < _CLAUSE:
            continue
        first = said[0]
        if (
            first in _THEN_STARTS
            and len(found) == 1
            and found[0].span.end == start - 1
            and _what_for(content, found[0], said)
        ):
            found.clear()
        easy = plain(said, table) if said[:2] in table or first in _MODALS else None
        if easy is not None:
            verb, thing, strength, kind = easy
            if ("、" in said and lists(said, said.find("、", thing), size)) or ("（" in said and said[-1] != "）"):
                end = _closed(content, start + thing, stop)
                predicate = Predicate(start, start + verb, start + thing, strength, kind)
                _add(found, content, Opening(predicate, scope, means), end)
                means = Span(start, end) if first in _MEANS_STARTS and said.startswith(MEANS) else None
            else:
                value = Measure(said[verb:thing], said[thing:], strength)
                if means is not None or scope is not None:
                    value = _with_phrases(content, value, means, scope)
                span = _new(Span, (start, stop))
                found.append(Finding("measure", value, span, said, "measures.clause"))
                means = span if first in _MEANS_STARTS and said.startswith(MEANS) else None
            scope = None
            continue
        opened = opening(content, start, stop)
        if opened is None:
            if first in _MEANS_STARTS and said.startswith(MEANS):
                means = None if "为核心的" in said else Span(start, stop)
            elif first in _SCOPE_STARTS and said.startswith(_SCOPES):
                scope = Span(start, stop)
            elif found and first in _IS_STARTS and _IS.match(said):
                found.clear()
            continue
        if opened.predicate.kind == "final" and found and found[-1].value.strength == _BINDS:
            opened = opened._replace(predicate=opened.predicate._replace(strength=_BINDS))  # 确保甲投产，乙开工
        if (means is not None and opened.means is None) or (scope is not None and opened.scope is None):
            opened = opened._replace(means=opened.means or means, scope=opened.scope or scope)
        end = _closed(content, opened.predicate.object, stop) if "（" in said or said[-1] in _SPACES else stop
        _add(found, content, opened, end)
        means = Span(start, stop) if first in _MEANS_STARTS and said.startswith(MEANS) else None
        scope = None
    return found


def _what_for(content: str, first: Finding[Measure], said: str) -> bool:
    """做好今年工作，要…: the first clause says what for, the second what."""
    return _THEN.match(content, first.span.start) is None and _THEN.match(said) is not None


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
        if kind == "fronted" and scope is not None:
            does, about = content[verb:end], content[scope.start + 1 : scope.end]
        elif kind == "final":
            does, about = content[verb:end], content[begin + (content[begin] in "把将") : verb]
        else:
            does, about = content[verb:thing], content[thing:end]
        if EXHORTS.search(content, begin, end):
            continue
        value = Measure(does, about, strength, actor)
        if means is not None or scope is not None:
            value = _with_phrases(content, value, means, scope)
        found.append(Finding("measure", value, Span(begin, end), content[begin:end], "measures.clause"))
        means = None


def _closed(content: str, start: int, stop: int) -> int:
    """The clause's end without spaces and without a bracket that a ， inside it cut off."""
    if (
        content[stop - 1] != "）"
        and (at := content.rfind("（", start + 1, stop)) > 0
        and content.find("）", at, stop) < 0
    ):
        stop = at
    while content[stop - 1] in _SPACES and stop > start + 1:
        stop -= 1
    return stop
