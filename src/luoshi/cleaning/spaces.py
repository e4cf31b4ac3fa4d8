"""Spaces: those inside words and beside punctuation go, those that part two phrases stay as one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

from luoshi.chinese.width import HAN, is_letter, places
from luoshi.cleaning.shape import Line, is_final, lines_of
from luoshi.model import Edit, Text
from luoshi.patterns import regex

_SPACE = " \u3000\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_GAP = regex(rf"[{_SPACE}\t]{{1,2000}}")
_MARKS = frozenset("，。；：？！、（）《》“”‘’【】「」『』…—〔〕〈〉")
_UNITS = frozenset("年月日时分秒号届次期个万亿千百十元吨亩人户家项件位倍成度岁种类条章节编篇款公平立米千兆")
_BEFORE_DIGITS = frozenset("第约达近超到至年月日前后了为从由至比长降增")
_QUOTED = regex(r"[“《（(‘][^”》）)’\n]{0,60}\Z")
_N = "0-9〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
_AMOUNT_WORDS = frozenset("百佰千仟分之点个以左或<>")
_AMOUNT = (  # an amount pulled apart, \0 where the gap is: 百 分之三, 2.4个百分 点, 四点 五个百分点
    regex(
        rf"[百佰千仟万]\0分[之点]|[百佰千仟万]分\0[之点]|[{_N}]\0个?百分点|个\0百分点|[{_N}]\0分之[{_N}]|分之\0负?[{_N}]"
        rf"|[{_N}]点\0[{_N}]{{1,3}}个?百分|[{_N}]\0点[{_N}]{{1,3}}个?百分|分之[{_N}]{{1,4}}(?:\0点|点\0)[{_N}]"
        rf"|[{_N}]\0(?:以[上下内]|之[上下内]|左右)|[大小]于\0或者?等于|[大小]于或者?\0等于|[<>]\0="
    )
)
_DECIMAL = regex(r"[^\W\dA-Za-z_][0-9]{1,6}(?:\.\0|\0\.)[0-9]{1,4}(?:[%‰万亿]|个百分点)")  # 增长27. 3%; not 1. 3%
_OUTLINE = regex(
    r"第[一二三四五六七八九十百零〇0-9]{1,6}[编篇部分卷章节条款]\Z|专栏[0-9一二三四五六七八九十]{0,3}\Z|附[件表录][0-9一二三四五六七八九十]{0,3}\Z"
)


def spaces(text: Text) -> Iterator[Edit]:
    """Close up what typesetting and copying pulled apart (``5月 30日``, ``政 府 工 作 报 告``).

    A space between two Latin words stays. Between Chinese words it stays where it carries meaning: in
    a heading, a byline or a quoted title, between two phrases; in running text it goes.
    """
    content = text.content
    in_row = _rows_of(text)
    line_start, line_end, dense, prose = 0, -1, False, False
    position = 0
    for start in places(content, _SPACE + "\t"):
        if start < position or not (match := _GAP.match(content, start)):
            continue
        gap, end = match.group(), match.end()
        position = end
        if start >= line_end:
            line_start = content.rfind("\n", 0, start) + 1
            line_end = content.find("\n", start)
            line_end = len(content) if line_end < 0 else line_end
            line = content[line_start:line_end]
            prose = "。" in line or len(line) > 60 or ("，" in line and is_final(line) and len(line) > 20)
            dense = _is_dense(line)
        if start == line_start or end >= line_end:
            continue  # the ends of lines are the business of the step before
        if "\t" in gap and (gap.count("\t") < 4 or in_row(start)):
            after, reason = "\t" * gap.count("\t"), "spaces.run"  # cells of a table
        else:
            after, reason = _decide(content, start, end, line_start, line_end, prose=prose, dense=dense)
        if after != gap:
            yield Edit(start, end, after, reason, gap)


def _rows_of(text: Text) -> Callable[[int], bool]:
    """Whether a place lies in a row of a table; the rows are looked for when first asked."""

    @cache
    def rows() -> list[Line]:
        return [line for line in lines_of(text) if line.row]

    def in_row(place: int) -> bool:
        index = bisect_right(rows(), place, key=_start) - 1
        return index >= 0 and place < rows()[index].end

    return in_row


def _start(line: Line) -> int:
    return line.start


def _is_dense(line: str) -> bool:
    """Whether the line is set with a space every few characters: then no space in it means anything."""
    count = len(re.findall(rf"{HAN}[{_SPACE}]{{1,9}}(?={HAN})", line)) if " " in line or "\u3000" in line else 0
    return count >= 4 and count * 4 >= len(line) - count * 2


def _decide(
    content: str, start: int, end: int, line_start: int, line_end: int, *, prose: bool, dense: bool
) -> tuple[str, str]:
    """What a gap between two visible characters becomes, and why."""
    a, b = content[start - 1], content[end]
    if a in _MARKS or b in _MARKS:
        if a in "”》）" and b in "“《（" and not prose:
            return " ", "spaces.run"
        return ("", "spaces.punctuation") if prose or not (a in "”》）】" or b in "“《（【") else (" ", "spaces.run")
    if (a in _AMOUNT_WORDS or b in _AMOUNT_WORDS) and _in_amount(content, start, end, line_start, line_end):
        return "", "spaces.number"
    if (a == "." or b == ".") and _in_decimal(content, start, end, line_start, line_end):
        return "", "spaces.number"
    han_a, han_b = is_letter(a), is_letter(b)
    if not han_a and not han_b:
        if (a.isdigit() and b in "%％‰") or (a in "%％‰" and b in _UNITS):
            return "", "spaces.number"
        return " ", "spaces.run"
    if han_a and han_b:
        return _between_words(content, start, end, line_start, line_end, prose=prose, dense=dense)
    if a.isdigit() or b.isdigit():
        close = (b in _UNITS if a.isdigit() else a in _BEFORE_DIGITS) or prose
        if close and (prose or not _is_clock(content, start, end)):
            return "", "spaces.number"
        return " ", "spaces.run"
    return ("", "spaces.word") if prose else (" ", "spaces.run")


def _in_amount(content: str, start: int, end: int, line_start: int, line_end: int) -> bool:
    """Whether the gap parts the words of one percentage or bound."""
    before = "".join(content[max(line_start, start - 12) : start].split())
    after = "".join(content[end : min(line_end, end + 12)].split())
    return bool(_AMOUNT.search(f"{before[-6:]}\0{after[:6]}"))


def _in_decimal(content: str, start: int, end: int, line_start: int, line_end: int) -> bool:
    """Whether the gap parts the digits of one number with a unit, in the middle of a sentence."""
    before, after = content[max(line_start, start - 8) : start], content[end : min(line_end, end + 8)]
    return bool(_DECIMAL.search(f"{before}\0{after}"))


def _is_clock(content: str, start: int, end: int) -> bool:
    """Whether a time of day stands beside the gap: 2025年1月8日 19:12, 16:41:08 来源."""
    return ":" in content[max(0, start - 4) : start] or ":" in content[end : end + 3]


def _between_words(
    content: str, start: int, end: int, line_start: int, line_end: int, *, prose: bool, dense: bool
) -> tuple[str, str]:
    if dense:
        return "", "spaces.word"
    before, after = _word(content, start, line_start, -1), _word(content, end, line_end, 1)
    if before == 1 and after == 1:  # 目 录, 综 合, 龚 正: one word, pulled apart to fill its place
        return "", "spaces.word"
    if (
        end - start >= 4
        or content[start:end].count("\u3000") >= 2
        or _OUTLINE.search(content, max(line_start, start - 10), start)
    ):
        return " ", "spaces.run"  # what was set so far apart are cells or paragraphs, not one word
    if not prose or (before >= 2 and after >= 2 and _QUOTED.search(content, max(line_start, start - 60), start)):
        return " ", "spaces.run"
    return "", "spaces.word"


def _word(content: str, place: int, limit: int, step: int) -> int:
    """How many Chinese characters stand together before (-1) or after (1) a place: 1, 2 or more."""
    count = 0
    index = place - 1 if step < 0 else place
    while (index >= limit if step < 0 else index < limit) and count < 3 and is_letter(content[index]):
        count += 1
        index += step
    return count
