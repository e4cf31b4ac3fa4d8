"""Quantities without a number of their own: 六连冠, 翻一番, Ⅱ类, 全覆盖."""

from __future__ import annotations

from luoshi.chinese.numerals import integer, number
from luoshi.extraction.amounts.bounds import AFTER_BOUND, prefix_of, words_after
from luoshi.extraction.amounts.scan import Read, Scan, in_name
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_STREAKS = "冠增丰优升涨降跳跌霸胜好快捷进"

_doubles = regex(r"翻了?([一二两三四])?(?:番|倍)")


def streak(scan: Scan, start: int, end: int) -> None:
    """``“六连冠”``, ``5连增``: how often in a row."""
    content = scan.content
    word = content[end + 1 : end + 2]
    following = content[end + 2 : end + 3]
    value = number(content[start:end])
    quoted = content[start - 1 : start] == "“" and following == "”"
    if value is None or value < 2 or not (quoted or word in _STREAKS):
        return
    begin, stop = (start - 1, end + 3) if quoted else (start, end + 2)
    scan.end = stop
    scan.last = None
    scan.found.append(Read(Quantity(value, None, "次", "=", "count"), begin, stop, "quantities.streak"))


def doubling(scan: Scan, start: int) -> None:
    """``翻番``, ``翻一番``, ``翻两番``, ``翻了一番``, ``翻倍``."""
    found = _doubles.match(scan.content, start)
    if not found or in_name(scan.content, start):
        return
    times = integer(found[1]) if found[1] else 1
    scan.end = found.end()
    scan.last = None
    scan.found.append(
        Read(
            Quantity(float(2 ** (times or 1)), None, "倍", "=", "multiple"),
            start,
            found.end(),
            "quantities.doubling",
        )
    )


def grade(scan: Scan, start: int) -> None:
    """``水质保持Ⅱ类``: a class of water quality, where it is reached and not part of a name."""
    content = scan.content
    prefix = prefix_of(content, start)
    bound = words_after(content, start + 2)[0]
    if not prefix.bounds and not bound:
        return
    value = float("ⅠⅡⅢⅣⅤ".index(content[start]) + 1)
    comparator = {">=": "<=", "<=": ">="}.get(AFTER_BOUND.get(bound, "="), "=")  # class I is better than II
    end = start + 2 + len(bound)
    scan.end = end
    scan.found.append(
        Read(Quantity(value, None, "类", comparator, "level"), start - prefix.length, end, "quantities.grade")
    )


def coverage(scan: Scan, start: int, end: int) -> None:
    """``全覆盖``: all; ``基本覆盖``: nearly all."""
    content = scan.content
    if in_name(content, start) or content[end : end + 1] in ("的", "面", "率", "式"):
        return
    if content[start - 1 : start] in ("健", "安", "完", "周", "齐"):  # 健全覆盖…的体系
        return
    comparator = "about" if content[start] == "基" or content.startswith("基本", max(0, start - 4), start) else "="
    scan.end = end
    scan.last = None
    scan.found.append(Read(Quantity(1.0, None, "", comparator, "coverage"), start, end, "quantities.coverage"))
