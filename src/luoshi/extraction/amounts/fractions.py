"""Fractions in words: 三分之二, 百分之五, 七成, 一半, 过半, 1/10, and the three shares of 5:41:54."""

from __future__ import annotations

import re

from msgspec.structs import replace

from luoshi.chinese.numerals import ARABIC, DIGITS, NUMERALS, integer, number
from luoshi.extraction.amounts.bounds import prefix_of, words_after
from luoshi.extraction.amounts.scan import Read, Scan, in_name, settle
from luoshi.model.values import Quantity

_AFTER_TENTHS = "不立为果效员就功长熟本品都分套绩"

_parts_after = re.compile(rf"分之([{NUMERALS}]{{1,6}}(?:[点·][{DIGITS}]{{1,3}})?|{ARABIC})").match

as_fraction = re.compile(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/年万])").match

_share_of = re.compile(r"占[^，。；、占]{0,8}$").search

_time_of = re.compile(r"(?:时间|时光|赛程|征程|学期|年)(?:已经?|将近|即将|即)?$").search  # 时间过半

as_ratio = re.compile(
    r"([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?)"
).match


def parts(scan: Scan, start: int, end: int) -> None:
    """``三分之二``, ``百分之五``, ``千分之三``."""
    content = scan.content
    found = _parts_after(content, end)
    if not found:
        return
    whole, part = content[start:end], found[1]
    if whole.endswith("百") and len(whole) == 1:
        shared(scan, number(part, -2), start, found.end())
    elif whole.endswith("千") and len(whole) == 1:
        shared(scan, number(part, -3), start, found.end())
    else:
        fraction(scan, integer(part), integer(whole), start, found.end())


def fraction(scan: Scan, part: int | None, whole: int | None, start: int, end: int) -> None:
    """``part`` of ``whole`` as a share: 1/10, 三分之二."""
    if part is not None and whole and part <= whole * 10:
        shared(scan, part / whole, start, end, measure="share")


def tenths(scan: Scan, start: int, end: int) -> None:
    """``七成``, but not 一成不变, 建成, 三成熟."""
    content = scan.content
    digit = content[start:end]
    if (
        digit in "〇零○十百千万亿0"
        or content[end + 1 : end + 2] in _AFTER_TENTHS
        or content[start - 1 : start] in ("第", "“")
    ):
        return
    stop = end + 1
    value = number(digit, -1)
    if content[stop : stop + 1] == "半" and value is not None:
        value, stop = round(value + 0.05, 2), stop + 1
    shared(scan, value, start, stop, measure="share")


def one_half(scan: Scan, start: int, end: int) -> None:
    """``一半``."""
    if end - start == 1 and scan.content[start - 1 : start] not in ("另", "这", "那"):
        shared(scan, 0.5, start, end + 1, measure="share")


def half(scan: Scan, start: int) -> None:
    """``过半``, ``超半数``, ``半数以上``."""
    content = scan.content
    if content[start] == "半":
        if content.startswith("以上", start + 2):
            shared(scan, 0.5, start, start + 2, measure="share")
        return
    stop = start + (3 if content.startswith("半数", start + 1) else 2)
    if content[stop : stop + 1] in ("小", "个", "年", "月", "天", "世"):
        return
    if content[start] == "过" and content[stop - 1] == "半" and content[start - 1 : start] in ("经", "通", "超"):
        return
    if _time_of(content[max(0, start - 8) : start]):
        return
    shared(scan, 0.5, start + 1, stop, measure="share")


def shared(scan: Scan, value: float | None, start: int, end: int, measure: str = "") -> None:
    """A fraction, whose words before it may say that it is a growth."""
    content = scan.content
    if value is None or in_name(content, start):
        return
    prefix = prefix_of(content, start)
    bound, more, stop = words_after(content, end)
    if prefix.length == 0 and (within := _share_of(content[max(0, start - 10) : start])):
        prefix = prefix._replace(length=len(within[0]))
    count = len(scan.found)
    settle(scan, value, None, "", "share", prefix=prefix, bound=bound, start=start, end=stop, more=more)
    if measure and len(scan.found) > count and not scan.found[-1].value.measure.startswith("growth"):
        read = scan.found[-1]
        scan.last = read._replace(value=replace(read.value, measure=measure))
        scan.found[-1] = scan.last


def ratio(scan: Scan, found: re.Match[str], start: int) -> None:
    """``产业结构为5:41:54``: three shares in per cent."""
    content = scan.content
    scan.end = found.end()
    parts = [found[index] for index in (1, 2, 3)]
    values = [number(part, -2) for part in parts]
    if any(value is None for value in values) or not 0.9 < sum(value or 0 for value in values) < 1.1:
        return
    prefix = prefix_of(content, start)
    for index, value in enumerate(values, start=1):
        begin = start - prefix.length if index == 1 else found.start(index)
        scan.found.append(Read(Quantity(value, None, "", "=", "share"), begin, found.end(index), "quantities.ratio"))
    scan.last = None
