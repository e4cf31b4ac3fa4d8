"""Numbers in running text, in figures or characters, whole, decimal or broken: 负三十二, 3又1/2, 五分之一.

A number here is a number of its own, with no regard to what it counts: the words around it make it a
quantity or not (``luoshi.extraction.amounts``). A lone character (``一``, ``五``) is a number where a
classifier, a mark or a small word follows it; in 一切, 四川 or 队伍 it is part of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from luoshi.chinese.numerals import ARABIC, DIGITS, number
from luoshi.patterns import regex

_ONES = DIGITS + "壹贰貳叁肆伍陆陸柒捌玖两兩俩倆"
_TENS = "十百千万萬亿億兆拾佰仟廿卅"
_ALL = _ONES + _TENS
_DECIMALS = "".join(char for char in _ONES if char not in "两兩俩倆")

_AFTER_ONE = frozenset(
    "，。；：、！？）”’》 \n的和与或而那这不却就是点分成到至"
    "只个斤吨年月日天时秒双对台种块条人次件项位名家户岁元辆套张座所处头艘架部本册批场章节篇克米里亩升度倍"
)
"""What may follow a lone numeral that is a number: a mark, a small word, a classifier or unit."""

_AFTER_TWO = ("以上", "以下", "以内", "小时", "平方", "立方", "公里", "公顷", "公斤")
_NOT_AFTER = {"一": "切些样定般起直看时度旦致概共律面方道并同再", "九": "州", "三": "农", "五": "台山"}

_RUN = (
    rf"(?:{ARABIC}|[{_ALL}])"
    rf"(?: ?(?:[几多余来幾餘](?= ?[{_TENS}])|[{_ALL}])|(?<=[{_TENS}零])[0-9]{{1,5}}(?![0-9.,])"
    rf"|(?<=[{_TENS}]) [0-9](?=[千百十])){{0,40}}"
)
_run = regex(rf"{_RUN}(?:(?<=[{_ALL}]) ?点 ?[{_DECIMALS}]{{1,12}}[万亿]{{0,2}})?")
_run_with_dot = regex(rf"{_RUN}(?:(?<=[{_ALL}]) ?[点·] ?[{_DECIMALS}]{{1,12}}[万亿]{{0,2}})?")
_starts = regex(rf"[0-9{_ALL}]|(?<![0-9.])\.[0-9]{{1,12}}|半百")
_parts = regex(r" ?分 ?之 ?(?=[负-]?[0-9" + _ALL + "])")
_mixed = regex(r" ?又 ?")
_over = regex(r"([0-9]{1,9})/([0-9]{1,9})(?![0-9/])")
_over_after = regex(r" ([0-9]{1,9})/([0-9]{1,9})(?![0-9/])")
_some = regex(r"[几多余来幾餘 ]")
_about = regex(r"[一二两三四五六七八九]{2}[十百千万亿]")  # 二三十 is two numbers, or neither
_word = regex(r"[0-9A-Za-z]")
_code = regex(r"[A-Za-z^_]")  # 5G, 2e5, X_3
_HUNDREDS = frozenset("百千万亿佰仟萬億")


class Spelled(Struct, frozen=True):
    """A number at ``[start, end)``; ``more`` where 几, 多 or 余 stands inside it (``二十几万``)."""

    value: float
    start: int
    end: int
    more: bool = False


def numbers(content: str) -> Iterator[Spelled]:
    """Every number of the text, in order: ``一百五十四点零``, ``5亿1万4千6百``, ``三百五又三分之一``.

    百分之五 has the number 5, 一百分之五 is 0.05. Single spaces inside a number in characters are those
    of typesetting. No numbers: 二三十; 百, 千, 万 without a digit (千万, 百般); codes (5G, 2e5).
    """
    end = 0
    for found in _starts.finditer(content):
        if found.start() < end:
            continue
        read = number_at(content, found.start())
        if read is None:
            end = max(end, _skipped(content, found.start()))
            continue
        end = read.end
        yield read


def number_at(content: str, start: int) -> Spelled | None:
    """The number that begins with the numeral at ``start``, with the sign before it and its fraction."""
    sign = sign_at(content, start)
    begin = start - (sign < 0)
    if content.startswith("半百", start):
        return Spelled(50.0 * sign, begin, start + 2)
    if over := _over.match(content, start):
        return _quotient(sign, 0.0, over, begin)
    first = _simple(content, start)
    if first is None:
        return None
    if (over := _over_after.match(content, first.end)) and first.value == int(first.value):
        return _quotient(sign, first.value, over, begin)
    if (again := _mixed.match(content, first.end)) and (second := _simple(content, again.end(), lone=True)):
        fraction = _fraction(content, second)
        if fraction:
            return Spelled(sign * (first.value + fraction.value), begin, fraction.end)
    whole = _fraction(content, first) or first
    if whole is first and not _stands(content, first):
        return None
    return Spelled(sign * whole.value, begin, whole.end, whole.more)


def part_at(content: str, start: int) -> Spelled | None:
    """The number after 分之: any numerals, with the old decimal point too (``一七·五``, ``百``, ``六一``)."""
    return _simple(content, start, lone=True, dot=True)


def _simple(content: str, start: int, *, lone: bool = False, dot: bool = False) -> Spelled | None:
    """A number without sign or fraction: the longest that the numerals from ``start`` on make."""
    if content[start : start + 1] == ".":
        stop = start + 1
        while "0" <= content[stop : stop + 1] <= "9":
            stop += 1
        return None if stop == start + 1 else Spelled(float(content[start:stop]), start, stop)
    found = (_run_with_dot.match if dot else _run.match)(content, start)
    if not found:
        return None
    written = found.group()
    if "." in written and (_dotted(content, start) or content[found.end() : found.end() + 1] == "."):
        stop = start + written.index(".")
        if _dotted(content, start) or content[found.end() + 1 : found.end() + 2].isdigit():
            return Spelled(float(content[start:stop].replace(",", "")), start, stop)
    if _about.search(written):
        return None
    while written:
        digits = _some.sub("", written)
        value = number(digits) if lone or not all(char in _HUNDREDS for char in digits) else None
        if value is not None:
            stop = start + len(written.rstrip(" "))
            return Spelled(value, start, stop, more=any(char in written for char in "几多余来幾餘"))
        written = written[:-1].rstrip(" 几多余来幾餘点")
    return None


def _skipped(content: str, start: int) -> int:
    """Where to look on after numerals that are no number: 二三十 goes as a whole, 千万 too."""
    found = _run.match(content, start)
    if found and (_about.search(found.group()) or len(found.group()) > 1):
        return found.end()
    return start + 1


def _fraction(content: str, whole: Spelled) -> Spelled | None:
    """``五分之一`` after its ``五``; 百分之 alone is no fraction of ours."""
    found = _parts.match(content, whole.end)
    if not found or not whole.value:
        return None
    at = found.end()
    sign = -1 if content[at] in "负-" else 1
    part = _simple(content, at + (sign < 0))
    return Spelled(sign * part.value / whole.value, whole.start, part.end) if part else None


def _quotient(sign: int, whole: float, over: re.Match[str], begin: int) -> Spelled | None:
    below = int(over[2])
    return Spelled(sign * (whole + int(over[1]) / below), begin, over.end()) if below else None


def sign_at(content: str, start: int) -> int:
    """-1 where 负 or a minus stands before the number; the dash of 3-5 and the 负 of 减负 are none."""
    before = content[start - 1 : start]
    if before == "负":
        return 1 if start > 1 and content[start - 2] in OTHER_BURDENS else -1
    if before in ("-", "－", "−") and (
        start < 2 or not (_word.match(content[start - 2]) or content[start - 2] in "-－−" + _ALL)
    ):
        return -1
    return 1


OTHER_BURDENS = "减正担肩抱胜背辜自久身欠轻重税费赋债增"
"""What makes another word with 负 than the sign: 减负, 正负, 肩负."""


def _dotted(content: str, start: int) -> bool:
    """Whether the figures go on a row with dots: the third of 2.4.1."""
    return start > 1 and content[start - 1] == "." and content[start - 2].isdigit()


def _stands(content: str, read: Spelled) -> bool:
    """Whether characters that are read as a number are one, not part of a word."""
    written = content[read.start : read.end]
    first = written[0]
    if "0" <= first <= "9" or first == ".":
        return not (_code.match(content[read.end : read.end + 1]) or _code.match(content[read.start - 1 : read.start]))
    following = content[read.end : read.end + 1]
    if len(written) == 1:
        if first in "拾伍陆肆" or (following and following in _NOT_AFTER.get(first, "")):
            return False  # 收拾, 队伍, 大陆, 放肆; 一切, 九州
        return not following or following in _AFTER_ONE or content.startswith(_AFTER_TWO, read.end)
    if all(char in _ONES for char in written) and len(written) < 4:  # 三八, 两两, 九九
        return any(char in "〇零○" for char in written)
    return True
