"""What stands at digits or numerals: an amount, a rank, a fraction, or no quantity (2025年, 三个)."""

from __future__ import annotations

from luoshi.chinese.numerals import DIGITS
from luoshi.chinese.spelled import sign_at
from luoshi.extraction.amounts.bounds import TO, prefix_of, words_after
from luoshi.extraction.amounts.fractions import (
    as_fraction,
    as_ratio,
    discount,
    one_half,
    parts,
    quotient,
    ratio,
    tenths,
)
from luoshi.extraction.amounts.marks import streak
from luoshi.extraction.amounts.measured import MAY_RANGE, STEPS, amount, dash, read_range
from luoshi.extraction.amounts.ranks import among_first, ordinal
from luoshi.extraction.amounts.scan import Scan
from luoshi.extraction.amounts.sizes import Number, number_at

_BEFORE_QIAN = tuple("提目以之日年此底月生面空当")
_YEAR_DIGITS = 4
_TENTH_DIGITS = 4  # 12.5折 at the longest
_TENTH_ENDS = frozenset(DIGITS + "十")
_MINUS = frozenset("-－−负")
_SIGNED = frozenset("%‰℃度")
_BEFORE_SIGN = frozenset(("", *"为至到是从由约于在了和或，、：（ \n"))
_NO_NUMBER_AFTER = ("几", "数", "每", "统", "万", "这", "那", "同", "唯", "之", "逐", "任", "某", "届")
"""What makes a numeral behind it part of a word or of the name of a meeting: 十届十五次全会."""
_ABSTRACT = (
    "重点", "方面", "大局", "问题", "环节", "关系", "转变", "作用", "优势", "层面", "市场", "维护", "文明", "关键",
    "阶段", "原则", "要求", "目标", "体系", "领域", "主题", "方向",
)  # fmt: skip
_BOUNDS_PEOPLE = tuple("近超逾过约达上")
_LISTED = ("个", "座", "家", "所", "处")


def read_digits(scan: Scan, start: int, end: int) -> None:
    """Read what stands at the digits ``[start, end)``."""
    content = scan.content
    before = content[start - 1] if start else ""
    after = content[end : end + 1]
    if (after == "年" and end - start == _YEAR_DIGITS) or (
        after and after in "月日号章节" and not content.startswith("日元", end)
    ):
        return
    if before == "第":
        ordinal(scan, start, end)
        return
    if before == "前" and content[start - 2 : start - 1] not in _BEFORE_QIAN:
        among_first(scan, start, end)
        return
    if after in ("成", "折") and end - start <= _TENTH_DIGITS and not (before.isascii() and before > " "):
        (tenths if after == "成" else discount)(scan, start, end)
        return
    if after == "分" and content.startswith("分之", end):
        parts(scan, start, end)
        return
    if after == "连":
        streak(scan, start, end)
        return
    if before in _BROKEN and _breaks_off(content, start):
        return  # 12 · 8%, 1，84吨: a decimal that a scan broke; its end is no number of its own
    negative = before in _MINUS and _is_minus(content, start, end)
    times = before == "×" and start > 1 and content[start - 2].isdigit()
    if before and (before in "-+._/=*№#%届" or (before.isascii() and before.isalnum())) and not negative:
        return
    if after in ("+", "×", "_") or (after == "." and content[end + 1 : end + 2].isdigit()) or after.isdigit():
        scan.end = end + 1
        return
    if after in ":：∶ " and (shares := as_ratio.match(content, start)):
        ratio(scan, shares, start)
        return
    if after == "/" and (parted := as_fraction.match(content, start)):
        quotient(scan, parted, start)
        return
    read = number_at(content, start, end)
    factor = 1
    if times:  # 2×35万千瓦
        start -= 2
        factor = int(content[start])
    amount(scan, read, start, negative=negative, factor=factor)


_BROKEN = frozenset("·・， \n")


def _breaks_off(content: str, start: int) -> bool:
    """Whether the figures go on after a dot or a comma for a point: ``12 · 8``, ``1，84``."""
    at = start - 1
    if content[at] == "\n":
        return content[at - 1] == "." and content[at - 2].isdigit() and content[at - 3] != "\n"
    while at > 0 and content[at] == " ":
        at -= 1
    if content[at] not in "·・，":
        return False
    last = content[at - 1] if content[at] == "，" or content[at - 1] != " " else content[at - 2]
    return "0" <= last <= "9" or (content[at] != "，" and last.isascii() and last.isalpha())


def _is_minus(content: str, start: int, end: int) -> bool:
    """Whether 负 or a minus before the figures makes them negative: 增速为负1.2%, 同比-3.5%."""
    if sign_at(content, start) > 0:
        return False
    if content[start - 1] == "负":
        return content[end : end + 1] in _SIGNED or content[start - 2 : start - 1] in _BEFORE_SIGN
    if content[start - 1] == "-" and start > 1 and content[start - 2] > "\u2fff":
        return True
    return content[end : end + 1] in ("%", "℃", "‰")  # at the start of a line or cell; elsewhere a dash


def read_numerals(scan: Scan, start: int, end: int) -> None:
    """Read what stands at the Chinese numerals ``[start, end)``."""
    content = scan.content
    before = content[start - 1] if start else ""
    if before == "第":
        ordinal(scan, start, end)
        return
    after = content[end : end + 1]
    if after == "分":
        if content.startswith("分之", end):
            parts(scan, start, end)
        return
    if after == "连":
        streak(scan, start, end)
        return
    if before == "前" and content[start - 2 : start - 1] not in _BEFORE_QIAN:
        among_first(scan, start, end)
        return
    if after == "半" and content[end - 1] == "一":
        one_half(scan, start, end)
        return
    if after in ("成", "折") and content[end - 1] in _TENTH_ENDS:
        (tenths if after == "成" else discount)(scan, start, end)
        return
    if before in _NO_NUMBER_AFTER or after == "五" or before == "." or before.isdigit():
        return
    read = number_at(content, start, end)
    written = read.written
    if not read.unit and not written.endswith("亿") and not (written.endswith("万") and before in _BOUNDS_PEOPLE):
        if (
            content[read.end : read.end + 1] in MAY_RANGE
            and (ranged := dash.match(content, read.end))
            and not ranged["high"][0].isdigit()
        ):
            read_range(scan, read, ranged, start, prefix_of(content, start))  # 三至五家
        return
    if "点" in written and read.kind == "count":
        return  # 主要有三点五个人…: a decimal counts nothing
    counted(scan, read, start)


def counted(scan: Scan, read: Number, start: int) -> None:
    """Chinese numerals count in earnest only where they are large, bound or measured: 三个 is style."""
    content, written = scan.content, read.written
    prefix = prefix_of(content, start)
    bound = words_after(content, read.end)[0]
    bare = all(char in "十百千万亿" for char in written)
    if read.kind == "time":
        if (read.unit == "年" and len(written) == _YEAR_DIGITS and all(char in DIGITS for char in written)) or (
            read.unit != "年" and not prefix.bounds
        ):
            return
    elif read.kind in ("share", "multiple"):
        if written == "一" and read.unit == "度":
            return
    elif bare and len(written) == 1:
        strict = prefix.comparator or prefix.reach in TO or prefix.reach in STEPS or (bound and read.kind == "money")
        if not strict and not (read.more and written != "万") and content[start - 1] != "上":
            return
    elif len(written) == 1 and read.unit in _LISTED and _after_list(content, start, read.end):
        pass  # 甲镇、乙镇两个园区: the things are named, the number counts them
    elif len(written) == 1:
        if not (prefix.comparator or (prefix.bounds and prefix.stay not in ("实现", "完成", "覆盖"))):
            return
        if read.kind == "count" and (written in ("一", "二") or read.unit == "批"):
            return
        if read.kind == "count" and not (
            prefix.comparator or prefix.reach in TO[:6] or prefix.stay == "连续" or prefix.change
        ):
            return
    elif (
        written in ("百千", "千百", "万千", "千万", "百万")
        and not read.unit
        and not prefix.comparator
        and content[start - 1] != "上"
    ) or (read.kind == "count" and written in ("十一", "一二", "二三", "三五", "两三", "三四") and not prefix.bounds):
        return
    if _numbers_a_line(content, start):
        return
    amount(scan, read, start)


def _after_list(content: str, start: int, end: int) -> bool:
    """Whether a list of names stands right before the number and a noun right after it."""
    before = content[max(0, start - 16) : start]
    cut = max(before.rfind(mark) for mark in "，。；：\n“”")
    following = content[end : end + 1]
    return (
        "、" in before[cut + 1 :]
        and before[-1:] not in "、第"
        and "\u4e00" <= following <= "\u9fff"
        and following != "大"
        and content[end : end + 2] not in _ABSTRACT
    )


def _numbers_a_line(content: str, start: int) -> bool:
    """Whether the numeral is the number of a list item at the start of a line: 一、 二、."""
    return (start == 0 or content[start - 1] == "\n") and content[start + 1 : start + 2] == "、"
