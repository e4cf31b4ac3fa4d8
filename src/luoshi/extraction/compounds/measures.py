"""Measures: each clause of work to be done, with its verb and object (``加快建设…``)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from luoshi.extraction.binding import headed, under_heading
from luoshi.extraction.zones import BACK, Zones
from luoshi.knowledge.verbs import leading_words, strength_of_modal, strength_of_verb
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Measure, Pledge

_SENTENCE = re.compile(r"[^。；！？\n\t]{6,600}")
_DONE = re.compile(
    r"已|同比|比上年|累计|连续.{1,3}年|位居|获批|入选|荣获|再创|圆满|取得[^，]{0,8}(?:成效|成就|进展)|迈[出上]|得到|以来|年来|过去|去年"
)
"""Words of what has been done: such a sentence promises nothing."""
_LE = re.compile(r"了")
_DONE_BEFORE_LE = frozenset("成化立到得用出展好进升强现定除破完")
_BECOMES = re.compile(r"(?:不断|更加|明显|显著|持续|进一步|基本|大幅|稳步|全面|日益)[^\W\dA-Za-z_]{2,4}$")
"""…体制机制不断健全: a state that is hoped for, not work."""
_STATES = frozenset(
    (
        "健全",
        "完善",
        "提升",
        "提高",
        "增强",
        "优化",
        "改善",
        "扩大",
        "壮大",
        "巩固",
        "深化",
        "加强",
        "形成",
        "建立",
        "显现",
        "凸显",
        "彰显",
        "加快",
        "增长",
        "进步",
        "好转",
        "稳定",
        "繁荣",
        "丰富",
        "成熟",
    )
)
_PREFIX = re.compile(
    r"(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十]{1,3}(?:是|要)|——|第[一二三四五六七八九十]，)?(?:必须|我们|全市|全省|全区|全县|今年|明年)?(?:将|要|应当|应|须)?(?:继续)?"
)
_PREFIX_STARTS = frozenset("0123456789（一二三四五六七八九十—第必我全今明将要应须继")
_LOOSE = frozenset(("加快", "统筹", "抓好", "协同", "创新", "规范", "争取", "聚焦"))
"""Verbs that stand before another one as adverbs: 加快培育."""
_GENRES_WITHOUT = ("统计公报", "新闻联播文字稿")
_SHORTEST = 6
_SHORTEST_OBJECT = 3
_SHORT = 40
_LINE_ENDS = ("\n", "\t", "")


def measures(document: Document) -> Iterator[Finding[Measure]]:
    """Each clause that begins with a verb of work, where the text looks ahead: nothing from a review of
    what was done, from headings, or from statistics. ``strength`` is that of the modal word if there
    is one (力争, 确保, 探索), else that of the verb.
    """
    genre = document.profile.genre
    if genre is not None and genre.value in _GENRES_WITHOUT:
        return
    spoken = list(document.find("pledge"))
    starts = [finding.span.start for finding in spoken]
    sections = headed(document)
    for begin, words in _sentences(document):
        for finding in _clauses(words, begin):
            bound = _spoken(finding, spoken, starts) if spoken else finding
            yield under_heading(bound, sections) if sections else bound


def _sentences(document: Document) -> Iterator[tuple[int, str]]:
    """Each sentence that may promise something, and where it starts: no heading, and nothing of what was done."""
    content = document.text.content
    headings = [section.heading for section in document.outline.walk() if section.heading]
    headings.append(Span(len(content) + 1, len(content) + 1))
    done = _done(content)
    past = later = 0  # the next word of what has been done, the next heading
    for zone, stop in Zones(document).stretches():
        if zone.mode == BACK:
            continue
        for sentence in _SENTENCE.finditer(content, zone.start, stop):
            begin, end = sentence.span()
            while done[past] < begin:
                past += 1
            if done[past] < end:
                continue
            while headings[later].start <= begin:
                later += 1
            if later and end <= headings[later - 1].end:
                continue
            words = sentence[0]
            if end - begin < _SHORT and content[end : end + 1] in _LINE_ENDS and "，" not in words:
                continue  # a heading without a number
            yield begin, words


def _done(content: str) -> list[int]:
    """Where words of what has been done stand, in order, and one place behind the end of the text."""
    done = [found.start() for found in _DONE.finditer(content)]
    done += [found.start() for found in _LE.finditer(content, 1) if content[found.start() - 1] in _DONE_BEFORE_LE]
    done.sort()
    done.append(len(content) + 1)
    return done


def _spoken(finding: Finding[Measure], spoken: list[Finding[Pledge]], starts: list[int]) -> Finding[Measure]:
    """The measure with the body that it binds, where it stands in a pledge."""
    index = bisect_right(starts, finding.span.start) - 1
    if index < 0 or finding.span.start >= spoken[index].span.end:
        return finding
    body = spoken[index].value.body
    return replace(finding, value=replace(finding.value, actor=body, actor_from="pledge" if body else None))


def _clauses(sentence: str, begin: int) -> Iterator[Finding[Measure]]:
    """The measures of a sentence that starts at ``begin``."""
    tables = _tables()
    start = begin
    for clause in sentence.split("，"):
        if len(clause) >= _SHORTEST and (clause[:2] in tables.firsts or clause[0] in _PREFIX_STARTS):
            found = _measure(clause, start, tables)
            if found is not None:
                yield found
        start += len(clause) + 1


def _measure(clause: str, start: int, tables: _Tables) -> Finding[Measure] | None:
    """The measure that a clause states; ``start`` is its place in the text."""
    at = first = _prefix_end(clause) if clause[0] in _PREFIX_STARTS else 0
    modal: int | None = None
    while (word := tables.leading.get(clause[at : at + 2])) and clause.startswith(word, at):
        modal = tables.modals.get(word, modal)
        at += len(word)
    verb = clause[at : at + 2]
    strength = tables.verbs.get(verb)
    if strength is None:
        if at == first:
            return None
        at -= 2  # 加快 alone: 加快新型工业化
        verb = clause[at : at + 2]
        strength = tables.verbs.get(verb)
        if strength is None:
            return None
    if verb in _LOOSE and (inner := tables.verbs.get(clause[at + 2 : at + 4])):
        at += 2
        verb, strength = clause[at : at + 2], inner
    words = clause[at + 2 :]
    if len(words) < _SHORTEST_OBJECT or words[0] in _NO_OBJECT or (words[-2:] in _STATES and _BECOMES.search(words)):
        return None
    value = Measure(verb, words, strength if modal is None else modal)
    span = Span(start + first, start + len(clause))
    return Finding("measure", value, span, clause[first:] if first else clause, "measures.clause")


def _prefix_end(clause: str) -> int:
    found = _PREFIX.match(clause)
    return found.end() if found else 0


_NO_OBJECT = frozenset("的和、与性区期中力")


class _Tables(NamedTuple):
    """The verbs as look-up tables; ``leading`` gives the word that may stand first by its first two characters."""

    leading: dict[str, str]
    modals: dict[str, int]
    verbs: dict[str, int]
    firsts: frozenset[str]


@cache
def _tables() -> _Tables:
    leading = {word[:2]: word for word in reversed(leading_words())}
    return _Tables(leading, strength_of_modal(), strength_of_verb(), frozenset((*leading, *strength_of_verb())))
