"""Fractions in words: 三分之二, 百分之五, 七成, 一半, 过半, 1/10, and the three shares of 5:41:54."""

from __future__ import annotations

import re

from msgspec.structs import replace

from luoshi.chinese.numerals import integer, number
from luoshi.chinese.spelled import part_at, sign_at
from luoshi.extraction.amounts.bounds import prefix_of, words_after
from luoshi.extraction.amounts.compared import held_to
from luoshi.extraction.amounts.scan import Read, Scan, in_name, settle
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_AFTER_TENTHS = frozenset("不立为果效员就功长熟本品都分套绩交")
_AFTER_OFF = frozenset("叠合腾磨射中线子旧弯断页桥返回算光实价")
_BEFORE_OFF = frozenset("波百骨曲周转")

_whole_before = regex(
    r"(?:[零一二两三四五六七八九十百千万亿](?: ?[零一二两三四五六七八九十百千万亿]){0,8}|[0-9]{1,6})(?= ?又 ?$)"
)
_figures_before = regex(r"(?<![0-9.])[0-9]{1,6}(?= $)")
_and_hundredths = regex(r" ?([一二三四五六七八九])(?![一二三四五六七八九十百千万亿个年月日点])")

as_fraction = regex(r"([0-9]{1,3})/([0-9]{1,3})(?![0-9/年万])")

_share_of = regex(r"占[^，。；、占]{0,8}$")

_time_of = regex(r"(?:时间|时光|赛程|征程|学期|年)(?:已经?|将近|即将|即)?$")  # 时间过半

as_ratio = regex(
    r"([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?) ?[:：∶] ?([0-9]{1,2}(?:\.[0-9]{1,3})?)"
)


def parts(scan: Scan, start: int, end: int) -> None:
    """``三分之二``, ``百分之五``, ``千分之三``, ``16分之5``, ``二又三分之一``."""
    content = scan.content
    part = part_at(content, end + 2)
    if part is None:
        return
    whole, written = content[start:end], content[part.start : part.end].replace(" ", "")
    if whole in ("百", "千"):
        negative = sign_at(content, start) < 0
        value = number(written, -2 if whole == "百" else -3)
        shared(scan, value, start, part.end, negative=negative)
    elif "又" in content[max(0, start - 2) : start] and (
        before := _whole_before.search(content, max(0, start - 16), start)
    ):
        below, added = integer(whole), number(before[0].replace(" ", ""))
        if below and added is not None:
            value, negative = added + part.value / below, sign_at(content, before.start()) < 0
            shared(scan, value, before.start(), part.end, measure="share", negative=negative)
    else:
        fraction(scan, integer(written), integer(whole), start, part.end)


def fraction(scan: Scan, part: int | None, whole: int | None, start: int, end: int) -> None:
    """``part`` of ``whole`` as a share: 1/10, 三分之二."""
    if part is not None and whole and part <= whole * 10:
        shared(scan, part / whole, start, end, measure="share")


def quotient(scan: Scan, found: re.Match[str], start: int) -> None:
    """``1/10``, and ``2 1/2`` with its whole."""
    content, end = scan.content, found.end()
    before = _figures_before.search(content, max(0, start - 8), start)
    if before and int(found[2]):
        shared(scan, int(before[0]) + int(found[1]) / int(found[2]), before.start(), end, measure="share")
    else:
        fraction(scan, int(found[1]), int(found[2]), start, end)


def tenths(scan: Scan, start: int, end: int) -> None:
    """``七成``, ``7.2成``, ``三成半``, ``七成六``; not 一成不变, 建成, 三成熟."""
    content = scan.content
    value = number(content[start:end], -1)
    if (
        not value
        or value > 1
        or content[end + 1 : end + 2] in _AFTER_TENTHS
        or (content[start] in "百千万亿" or content[start - 1 : start] in ("第", "“"))
    ):
        return
    stop = end + 1
    if content[stop : stop + 1] == "半":
        value, stop = round(value + 0.05, 3), stop + 1
    elif (end - start == 1 and content[start] not in "十0123456789") and (more := _and_hundredths.match(content, stop)):
        value, stop = round(value + (number(more[1], -2) or 0.0), 3), more.end()
    shared(scan, value, start, stop, measure="share")


def discount(scan: Scan, start: int, end: int) -> None:
    """``八折`` is 0.8, ``85折`` 0.85, ``对折`` a half; not 一波三折, 三折叠."""
    content = scan.content
    written = content[start:end]
    if written in ("对", "半"):
        value: float | None = 0.5 if written == "半" or content[start - 1 : start] in ("打", "按", "以") else None
    else:
        value = number(written, -2 if len(written) == 2 else -1)
    if (
        value
        and value < 1
        and content[end + 1 : end + 2] not in _AFTER_OFF
        and content[start - 1 : start] not in _BEFORE_OFF
    ):
        shared(scan, value, start, end + 1, measure="share")


def one_half(scan: Scan, start: int, end: int) -> None:
    """``一半``."""
    if end - start == 1 and scan.content[start - 1 : start] not in ("另", "这", "那"):
        shared(scan, 0.5, start, end + 1, measure="share")


def half(scan: Scan, start: int) -> None:
    """``过半``, ``超半数``, ``半数以上``."""
    content = scan.content
    if content[start] == "半":
        if content[start + 1] == "成":
            if content[start + 2 : start + 3] not in _AFTER_TENTHS:
                shared(scan, 0.05, start, start + 2, measure="share")
        elif content[start + 1] == "折":
            discount(scan, start, start + 1)
        elif content.startswith("以上", start + 2):
            shared(scan, 0.5, start, start + 2, measure="share")
        return
    stop = start + (3 if content.startswith("半数", start + 1) else 2)
    if content[stop : stop + 1] in ("小", "个", "年", "月", "天", "世"):
        return
    if content[start] == "过" and content[stop - 1] == "半" and content[start - 1 : start] in ("经", "通", "超"):
        return
    if _time_of.search(content[max(0, start - 8) : start]):
        return
    shared(scan, 0.5, start + 1, stop, measure="share")


def shared(scan: Scan, value: float | None, start: int, end: int, measure: str = "", *, negative: bool = False) -> None:
    """A fraction, whose words before it may say that it is a growth."""
    content = scan.content
    if value is None or in_name(content, start):
        return
    start -= negative
    prefix = prefix_of(content, start)
    bound, more, stop = words_after(content, end)
    if prefix.length == 0 and (within := _share_of.search(content[max(0, start - 10) : start])):
        prefix = prefix._replace(length=len(within[0]))
    elif measure and not prefix.bounds:
        prefix = held_to(content, start) or prefix
    count = len(scan.found)
    settle(
        scan, value, None, "", "share", prefix=prefix, bound=bound, start=start, end=stop, more=more, negative=negative
    )
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
