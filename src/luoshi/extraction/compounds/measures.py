"""Measures: each clause of work to be done, with its verb and object (``加快建设…``)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

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


def measures(document: Document) -> Iterator[Finding[Measure]]:
    """Each clause that begins with a verb of work, where the text looks ahead: nothing from a review of
    what was done, from headings, or from statistics. ``strength`` is that of the modal word if there
    is one (力争, 确保, 探索), else that of the verb.
    """
    genre = document.profile.genre
    if genre is not None and genre.value in _GENRES_WITHOUT:
        return
    content = document.text.content
    zones = Zones(document)
    headings = [section.heading for section in document.outline.walk() if section.heading]
    starts = [heading.start for heading in headings]
    spoken = list(document.find("pledge"))
    spoken_starts = [finding.span.start for finding in spoken]
    done = [found.start() for found in _DONE.finditer(content)]
    done += [found.start() for found in _LE.finditer(content, 1) if content[found.start() - 1] in _DONE_BEFORE_LE]
    done.sort()
    done.append(len(content) + 1)
    past = 0
    for sentence in _SENTENCE.finditer(content):
        begin, end = sentence.span()
        index = bisect_right(starts, begin) - 1
        if index >= 0 and end <= headings[index].end:
            continue
        while done[past] < begin:
            past += 1
        if done[past] < end:
            continue
        if zones.at(begin).mode == BACK:
            continue
        if content[end : end + 1] in ("\n", "\t", "") and end - begin < 40 and "，" not in sentence[0]:
            continue  # a heading without a number
        for finding in _clauses(content, begin, end):
            yield _spoken(finding, spoken, spoken_starts) if spoken else finding


def _spoken(finding: Finding[Measure], spoken: list[Finding[Pledge]], starts: list[int]) -> Finding[Measure]:
    """The measure with the body that it binds, where it stands in a pledge."""
    index = bisect_right(starts, finding.span.start) - 1
    if index < 0 or finding.span.start >= spoken[index].span.end:
        return finding
    return replace(finding, value=replace(finding.value, actor=spoken[index].value.body))


def _clauses(content: str, begin: int, end: int) -> Iterator[Finding[Measure]]:
    tables = _tables()
    start = begin
    while start < end:
        stop = content.find("，", start, end)
        stop = end if stop < 0 else stop
        if stop - start >= _SHORTEST and (
            content[start : start + 2] in tables.firsts or content[start] in _PREFIX_STARTS
        ):
            found = _measure(content, start, stop, tables)
            if found is not None:
                yield found
        start = stop + 1


def _measure(content: str, start: int, stop: int, tables: _Tables) -> Finding[Measure] | None:
    at = first = start
    if content[start] in _PREFIX_STARTS and (prefix := _PREFIX.match(content, start, stop)):
        at = first = prefix.end()
    modal: int | None = None
    for _ in range(4):
        word = tables.leading.get(content[at : at + 2])
        if word is None or not content.startswith(word, at):
            break
        modal = tables.modals.get(word, modal)
        at += len(word)
    strength = tables.verbs.get(content[at : at + 2])
    if strength is None and at > first:  # 加快 alone: 加快新型工业化
        at -= 2
        strength = tables.verbs.get(content[at : at + 2])
    verb = content[at : at + 2]
    if verb in _LOOSE and (inner := tables.verbs.get(content[at + 2 : at + 4])):
        at += 2
        verb, strength = content[at : at + 2], inner
    words = content[at + 2 : stop]
    if (
        strength is None
        or len(words) < 3
        or words[0] in _NO_OBJECT
        or (words[-2:] in _STATES and _BECOMES.search(words))
    ):
        return None
    value = Measure(verb, words, modal if modal is not None else strength)
    return Finding("measure", value, Span(first, stop), content[first:stop], "measures.clause")


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
