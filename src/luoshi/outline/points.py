"""Points: 一是 … 二是 … 三是, at the start of paragraphs or inside one; 一要 … 二要; 第一， … 第二，."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise

from luoshi.model import Span
from luoshi.outline.lists import listed
from luoshi.outline.numbering import POINTS, RANKS, integer
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_BEFORE = frozenset("。；：，、！？”;:, \u3000")
_OUTER = 30.0
_inside = {
    "一是": (("一是",), regex("([一二三四五六七八九十]{1,2})是(?!的)")),
    "一要": (("一要",), regex("([一二三四五六七八九十]{1,2})要(?![求的])")),
    "第一，": (("第一，", "第一,"), regex("第([一二三四五六七八九十]{1,2})[，,](?!第)")),
}


def with_points(content: str, lines: Lines, signs: list[Sign]) -> list[Sign]:
    """The signs with those points that count on from each other; a lone 一是 is no point."""
    others = [sign for sign in signs if sign.style not in POINTS]
    starts = [sign.start for sign in others]
    found: list[Sign] = []
    for style in _inside:
        candidates = {sign.start: sign for sign in signs if sign.style == style}
        for sign in _inside_paragraphs(content, lines, starts, style):
            candidates.setdefault(sign.start, sign)
        for run in _runs([candidates[start] for start in sorted(candidates)], others, starts, lines):
            found += _finished(content, lines, run, others, starts)
    found += listed(content, lines, [*others, *found])
    if not found:
        return others
    found += others
    found.sort(key=lambda sign: sign.start)
    return found


def _inside_paragraphs(content: str, lines: Lines, starts: list[int], style: str) -> list[Sign]:
    """Points inside paragraphs, from each 一是 to the next number of another style."""
    words, pattern = _inside[style]
    found: list[Sign] = []
    for word in words:
        position = content.find(word)
        while position >= 0:
            after = bisect_right(starts, position)
            limit = starts[after] if after < len(starts) else len(content)
            for match in pattern.finditer(content, max(0, position - 1), limit):
                number = integer(match[1]) if match.start() and content[match.start() - 1] in _BEFORE else None
                if number is not None:
                    line = lines.at(match.start())
                    found.append(
                        Sign(match.start(), style, number, match[0], "", Span(match.start(), match.end()), line)
                    )
            position = content.find(word, limit)
    return found


def _runs(candidates: list[Sign], others: list[Sign], starts: list[int], lines: Lines) -> list[list[Sign]]:
    """The candidates that count on from each other."""
    runs: list[list[Sign]] = []
    for sign in candidates:
        if runs and _continues(runs[-1][-1], sign, others, starts):
            runs[-1].append(sign)
        elif sign.number == 1 or sign.start == lines.starts[sign.line]:
            runs.append([sign])
    return [run for run in runs if len(run) > 1]


def _continues(before: Sign, sign: Sign, others: list[Sign], starts: list[int]) -> bool:
    if before.number is None or sign.number is None or sign.number - before.number not in (1, 2):
        return False
    low, high = bisect_right(starts, before.start), bisect_right(starts, sign.start)
    if low == high:
        return True
    if sign.number - before.number != 1 or others[low].number != 1:
        return False
    return all(other.rank >= _OUTER and other.style != "box" for other in others[low:high])


def _finished(content: str, lines: Lines, run: list[Sign], others: list[Sign], starts: list[int]) -> list[Sign]:
    """Set the points' titles and ends: the last ends with its paragraph, if the others kept to theirs."""
    low, high = bisect_right(starts, run[0].start), bisect_right(starts, run[-1].start)
    rank = min((sign.rank for sign in others[low:high]), default=RANKS["一是"] + 0.5) - 0.5
    for index, sign in enumerate(run):
        end = lines.end(sign.line)
        if index + 1 < len(run):
            end = min(end, run[index + 1].start)
        label_end = sign.start + len(sign.label)
        sign.heading, sign.title = heading_of(content, sign.start, label_end, end, sign.style)
        sign.rank = rank
    if all(after.line - before.line <= 1 for before, after in pairwise(run)) and low == high:
        run[-1].end = lines.end(run[-1].line)
    return run
