"""Injected lines among the paragraphs: no heading, no item and no fact about the document."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from luoshi.cleaning.addresses import brands
from luoshi.cleaning.shape import OUTLINE, Line, is_final, is_label, is_sentence
from luoshi.cleaning.strangeness import SHORT, Pairs, advertises, is_strange
from luoshi.model import Edit, Span, Text
from luoshi.patterns import regex

_BLOCK = 8  # lines that one block of injected lines has

_LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_MIXED = regex(r"[A-Za-z]{1,8}[0-9]{1,4}|[0-9]{2,4}[A-Za-z]{1,8}|[A-Za-z]{3,12}")
_ORDINAL = regex(r"([一二三四五六七八九十]{1,3})(?:是|要)")
# （责任单位：…）, 市发展改革委, 《…》: what a document puts between its paragraphs
_DOCUMENTS_OWN = ("、", "：", "（", "《", ":", "(")
_BODIES = ("局", "委", "办", "厅", "部", "院", "政府", "部门", "单位")
_TITLES = (
    "建议", "纲要", "规划", "计划", "方案", "报告", "公报", "决定", "决议", "意见", "通知", "公告", "讲话", "办法", "条例", "纪要", "要点",
)  # fmt: skip
_NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九十")}


def injected_lines(text: Text, lines: Sequence[Line], everywhere: Pairs) -> Iterator[Edit]:
    """Take out the short lines among the paragraphs that the document cannot have put there."""
    suspects = [
        index for index, line in enumerate(lines) if line.end - line.start <= SHORT and _is_suspect(line, index, lines)
    ]
    if not suspects:
        return
    repeated = Counter(lines[index].text for index in suspects)
    breakers = {lines[index].text for index in suspects if _interrupts(lines, index)}
    headings = [mark.span.start for mark in text.original.marks if mark.kind == "heading"]
    brands_of = cache(lambda: brands(text.original.content))

    @cache
    def kind_of(line: str) -> str | None:
        if line in breakers:
            return "interruption"
        times = repeated[line]
        latin = [] if _LATIN.isdisjoint(line) else [token.casefold() for token in _MIXED.findall(line)]
        if latin and not brands_of().isdisjoint(latin):
            return "brand"
        if latin and times >= 2:
            return "repeated"
        if advertises(line) and is_strange(line, times, everywhere):
            return "brand"
        return "repeated" if times >= 2 and is_strange(line, times, everywhere) else None

    for index in suspects:
        line = lines[index]
        if headings and _is_heading(text, headings, line):
            continue
        if kind := kind_of(line.text):
            yield Edit(line.start, line.end, "", f"intrusions.{kind}", line.text)


def _is_heading(text: Text, headings: Sequence[int], line: Line) -> bool:
    place = text.back(Span(line.start, line.end))
    index = bisect_right(headings, place.end - 1) - 1
    return index >= 0 and headings[index] >= place.start


def _is_suspect(line: Line, index: int, lines: Sequence[Line]) -> bool:
    """A line that stands between two paragraphs and is itself nothing that a document has."""
    words = line.text
    if (
        len(words) > SHORT  # asked first: most lines are paragraphs
        or not 0 < index < len(lines) - 1
        or line.row
        or any(map(words.__contains__, _DOCUMENTS_OWN))
        or not _is_loose(line)
        or words.endswith(_TITLES)
        or words.endswith(_BODIES)
    ):
        return False
    before = index - 1
    while before and index - before < _BLOCK and _is_loose(lines[before]):
        before -= 1
    last = lines[before].text
    if not is_final(last) or last[-1] in "：:":
        return False
    after = index + 1
    while after < len(lines) - 1 and after - index < _BLOCK and _is_loose(lines[after]):
        after += 1
    following = lines[after].text
    return is_sentence(following) or OUTLINE.match(following) is not None


def _is_loose(line: Line) -> bool:
    """A short line that is no sentence, no item and no fact: one of a block of injected lines, perhaps."""
    words = line.text
    return len(words) <= SHORT and not (
        line.row or is_final(words) or is_sentence(words) or OUTLINE.match(words) or is_label(words)
    )


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Whether the line stands between 七是… and 八是…, where no heading can stand."""
    above, below = lines[index - 1].text, lines[index + 1].text
    if above[0] not in _NUMERALS or below[0] not in _NUMERALS:
        return False
    before, after = _ORDINAL.match(above), _ORDINAL.match(below)
    if not before or not after:
        return False
    return _value(before[1]) + 1 == _value(after[1]) and len(lines[index].text) <= 20


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _NUMERALS.get(numeral, -9)
    return 10 * _NUMERALS.get(tens or "一", 1) + (_NUMERALS.get(ones, 0) if ones else 0)
