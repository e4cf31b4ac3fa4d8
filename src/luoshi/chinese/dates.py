"""Times as Chinese texts write them, and what they mean beside the day on which the text was written.

``TIME`` matches one expression: a date (``2028年6月底``, ``二〇三五年``), a stretch (``2026—2030年``), a
plan period (``“十五五”末``), or words that need the text's own day (``今年``, ``三年内``, ``上半年``).
``resolve`` says which years, months or days it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.chinese.numerals import integer
from luoshi.model.period import Period
from luoshi.patterns import regex

YEAR = r"(?:(?:19|20)[0-9]{2}|[一二][九〇零○][一二三四五六七八九〇零○]{2})"
"""A year with four digits, Arabic or Chinese."""

_N = r"(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3}|几)"
_DAY = r"(?:[0-9]{1,2}|(?:[一二三]?十|廿)?[一二三四五六七八九]|[一二三]?十|廿)"  # before 月 or 日
_DASH = r"(?:[-—－–~～]{1,2}|至|到)"
_MONTHS = rf"前{_N}个月(?!来)|[0-9]{{1,2}}{_DASH}[0-9]{{1,2}}月(?!龄|[0-9])份?"
"""Months of a year from one to another: 前11个月, 1至9月."""
_PART = rf"{_MONTHS}|底|末|初|上半年|下半年|全年|[一二三四]季度|第[一二三四]季度|前[一二三]季度|前[三]季|春季|秋季|以?内|年中"

_FIRST = "到至截力一二三四五六七八九十〇○零两廿几今去前明后本当上下全年新每逐过近最刚往未接再用第“月"
TIME = regex(
    rf"(?=[0-9{_FIRST}])(?P<lead>截至|截止到?|力争到|到|至)?(?:"
    rf"(?P<from>{YEAR})年?{_DASH}(?P<to>{YEAR})年"
    rf"|(?P<year>{YEAR})(?:年(?:度|(?P<month>{_DAY})月(?:份|(?P<day>{_DAY})日|(?P<monthend>底|末))?|(?P<part>{_PART}))?"
    rf"|[-/.](?P<isomonth>[01]?[0-9])[-/.](?P<isoday>[0-3]?[0-9])(?![0-9]))"
    rf"|(?P<onlymonth>{_DAY})月(?:份|(?P<onlyday>{_DAY})日|(?P<onlymonthend>底|末))(?:{_DASH}(?:{_DAY}月)?(?P<today>{_DAY})日)?"
    rf"|(?P<deictic>今明两年|今后?两三年|今年|去年|前年|明年|后年|本年度?|当年|上年|上一年|全年|年内|年底|年末|年初|新的一年)"
    rf"(?P<deicticpart>{_MONTHS}|内|底|末|初|上半年|下半年|全年|[一二三四]季度|前[一二三]季度|(?P<deicticmonth>{_DAY})月(?:份|底|末|(?P<deicticday>{_DAY})日)?)?"
    rf"|(?P<half>{_MONTHS}|上半年|下半年|第?[一二三四]季度|前[二三]季度|前[三]季度)"
    rf"|(?P<month_now>本月底|月底前|月底)"
    rf"|(?P<every>每年|每季度|每月|逐年)"
    rf"|(?P<century>本世纪|21世纪|二十一世纪)(?P<centurypart>中叶|中期|末|初|头[一二]十年|[二三四五六七八九]十年代)"
    rf"|“?(?P<plan>[一二三四五六七八九十]{{1,2}}五)”(?!普法)(?P<planpart>末期?|初期?|期末|规划?末期?|期间|时期|以来|前[两三]年|中期)?"
    rf"|第(?P<planth>[一二三四五六七八九十]{{1,3}})个五年(?:规划|计划)?(?P<planthpart>末期?|期末|期间|时期)?"
    rf"|(?P<past>过去的?|近|前|最近|上|刚刚过去的|刚过去的)(?P<pastn>[一二两三四五六七八九十]|[0-9]{{1,2}})(?:个)?年(?:来|间|里|多?来)?"
    rf"|(?P<next>今后的?|未来|往后|后|接下来的?|再用|再过|用)(?P<nextn>{_N})(?P<nextmore>至[一二三四五六七八九十]|[到—-][0-9])?(?:个)?年(?:左右)?(?:的?时间)?(?:内|间|里)?"
    rf"|(?P<within>{_N})年(?:左右)?(?:的?时间)?(?P<withinpart>之内|以?内|来)"
    rf")(?P<tail>底前|末前|底之前|之?前(?!{_N}个月)|以前|以后|之后|后|以来|起)?"
)
"""One expression of time. Where several readings start at one place the longest form stands first."""

# each begins with a letter of its own, not with a class: the search then jumps from one such letter to the next
_pivots = regex(r"年|月|季|纪|五”|19[0-9]{2}[-/.]|20[0-9]{2}[-/.]")
_firsts = regex(rf"[0-9{_FIRST}]")
_BEFORE_YEAR = frozenset("0123456789一二三四五六七八九十〇零○两几个的半今去前明后本当上全每逐")
_YEAR_PARTS = ("内", "底", "末", "初")
"""What stands before 年 in an expression, or behind it where it begins one."""
_REACH = 16  # characters from the start of the longest expression to its pivot


def times(text: str) -> Iterator[re.Match[str]]:
    """Each expression of time in ``text``, in order: matches of ``TIME``.

    Every expression holds one of a few rare characters (年, 月, 世纪 …), so only their surroundings
    are looked at: a long text costs little more than one search for these characters.
    """
    match, end = TIME.match, 0
    tried = 0  # no place is tried twice: what matches there does not depend on the pivot
    for pivot in _pivots.finditer(text):
        place = pivot.start()
        if place < end:
            continue
        if (
            text[place] == "年"
            and text[place - 1] not in _BEFORE_YEAR
            and text[place + 1 : place + 2] not in _YEAR_PARTS
        ):
            tried = place + 1  # 青年, 近年来: no expression holds this 年
            continue
        for first in _firsts.finditer(text, max(tried, place - _REACH), place + 1):
            found = match(text, first.start())
            if found and found.end() > place:
                end = tried = found.end()
                yield found
                break
        else:
            tried = place + 1


_SOON = {
    "今年": 0,
    "本年": 0,
    "本年度": 0,
    "当年": 0,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "前年": -2,
    "明年": 1,
    "后年": 2,
}
_TURN = 6
"""A text from the first half of a year looks back on the year before it, one from the second half on its own."""


class Anchor(NamedTuple):
    """When a text is from: ``year``, ``month`` (0: not known), and the years that it plans for."""

    year: int | None = None
    month: int = 0
    plan: Period | None = None

    @classmethod
    def of(cls, date: Period | None, plan: Period | None = None) -> Anchor:
        """From the day (or interval: its first day) of the text and the period of its plan.

        An undated plan is taken to be from its first year: Outlines are adopted in March of it.
        """
        if date is None:
            return cls(int(plan.start[:4]) if plan else None, 0, plan)
        start = date.start
        return cls(int(start[:4]), int(start[5:7]) if len(start) >= 7 else 0, plan)

    @property
    def last_whole_year(self) -> int | None:
        """The last year that the text can look back on: reports are read out at the turn of the year."""
        if self.year is None:
            return None
        return self.year if self.month > _TURN else self.year - 1


def plan_period(ordinal: int) -> Period | None:
    """The years of the n-th five-year plan: the first 1953 to 1957, the second to 1962, the third from 1966."""
    if ordinal in (1, 2):
        return Period(str(1948 + 5 * ordinal), str(1952 + 5 * ordinal))
    if not 3 <= ordinal <= 30:
        return None
    return Period(str(1951 + 5 * ordinal), str(1955 + 5 * ordinal))


def is_by(found: re.Match[str]) -> bool:
    """Whether the words set an end (``到2027年``, ``6月底前``, ``三年内``), not the time of a happening."""
    tail = found["tail"] or ""
    if tail.endswith("前"):
        return True
    if tail:
        return False
    if found["lead"] in ("到", "至", "力争到"):
        return True
    return (
        bool(found["within"] and found["withinpart"] != "来")
        or found["deictic"] == "年内"
        or found["deicticpart"] == "内"
    )


def resolve(found: re.Match[str], anchor: Anchor, current: int | None = None) -> Period | None:
    """The period that the words mean; ``None`` where the text gives no hold.

    ``current`` is the year that the passage is about (``全年`` in a review is the year before the
    text's own).
    """
    if found["from"]:
        return _years(integer(found["from"]), integer(found["to"]))
    if found["year"]:
        year = integer(found["year"])
        if found["isomonth"]:
            return _date(year, found["isomonth"], found["isoday"])
        if found["month"]:
            return _date(year, found["month"], found["day"], end=bool(found["monthend"]))
        return _within(year, found["part"] or "", found["tail"])
    if current is None:
        current = anchor.year
    if found["onlymonth"]:
        return _date(current, found["onlymonth"], found["onlyday"], found["today"], end=bool(found["onlymonthend"]))
    if found["deictic"]:
        return _deictic(found, anchor, current)
    if found["half"]:
        return _within(current, found["half"], None)
    if found["plan"] or found["planth"]:
        ordinal = integer((found["plan"] or "")[:-1]) if found["plan"] else integer(found["planth"])
        return _part_of_plan(plan_period(ordinal or 0), found["planpart"] or found["planthpart"] or "")
    if found["century"]:
        return _century(found, anchor)
    if found["past"]:
        return _back(anchor, integer(found["pastn"]))
    if found["next"]:
        return _ahead(anchor, integer(found["nextn"]))
    if found["within"]:
        if found["withinpart"] == "来":
            return _back(anchor, integer(found["within"]))
        return _ahead(anchor, integer(found["within"]))
    return None


def _years(first: int | None, last: int | None) -> Period | None:
    if first is None or last is None or last < first:
        return None
    return Period(str(first), str(last))


def _date(
    year: int | None, month: str, day: str | None = None, last: str | None = None, *, end: bool = False
) -> Period | None:
    number = integer(month)
    if year is None or number is None or not 1 <= number <= 12:
        return None
    written = f"{year}-{number:02d}"
    if end:
        return Period.of(Period.of(written).last_day)
    if not day:
        return Period.of(written)
    days = [integer(each) for each in (day, last or day)]
    if any(each is None or not 1 <= each <= 31 for each in days):
        return None
    return Period(*(f"{written}-{each:02d}" for each in days))


_PARTS = {
    "上半年": ("01", "06"),
    "下半年": ("07", "12"),
    "一季度": ("01", "03"),
    "二季度": ("04", "06"),
    "三季度": ("07", "09"),
    "四季度": ("10", "12"),
    "前一季度": ("01", "03"),
    "前二季度": ("01", "06"),
    "前三季度": ("01", "09"),
}


def _within(year: int | None, part: str, tail: str | None) -> Period | None:
    """A part of a year: its months, its last day (底, 末), else the year."""
    if year is None:
        return None
    if part in ("底", "末") or (tail or "").startswith(("底", "末")):
        return Period.of(f"{year}-12-31")
    if part == "初":
        return Period.of(f"{year}-01")
    if "月" in part:
        return _months(year, part)
    months = _PARTS.get(part.removeprefix("第"))
    if months:
        return Period(f"{year}-{months[0]}", f"{year}-{months[1]}")
    return Period.of(str(year))


_numbers = regex(_N)


def _months(year: int, part: str) -> Period | None:
    """From the first to the second of the numbers; 前 counts from January."""
    first, last = (1, *map(integer, _numbers.findall(part)))[-2:]
    if not first or not last or not first <= last <= 12:
        return None
    return Period(f"{year}-{first:02d}", f"{year}-{last:02d}")


def _deictic(found: re.Match[str], anchor: Anchor, current: int | None) -> Period | None:
    word, part = found["deictic"], found["deicticpart"] or ""
    if anchor.year is None:
        return None
    if word == "今明两年":
        return _years(anchor.year, anchor.year + 1)
    if word in ("全年", "年内", "当年"):
        return Period.of(str(current))
    if word in ("年底", "年末", "年初"):
        return _within(current, word[1], None)
    if word == "新的一年":
        return Period.of(str(anchor.year if anchor.month <= _TURN else anchor.year + 1))
    if word not in _SOON:
        return None
    year = anchor.year + _SOON[word]
    if found["deicticmonth"]:
        return _date(year, found["deicticmonth"], found["deicticday"], end=part.endswith(("底", "末")))
    return _within(year, part, found["tail"])


def _part_of_plan(plan: Period | None, part: str) -> Period | None:
    if plan is None:
        return None
    if "末" in part:
        return Period.of(plan.end)
    if part.startswith("初"):
        return Period.of(plan.start)
    if part.startswith("前"):
        return _years(int(plan.start), int(plan.start) + (1 if part[1] == "两" else 2))
    return plan


def _century(found: re.Match[str], anchor: Anchor) -> Period | None:
    if found["century"] == "本世纪":
        if anchor.year is None:
            return None
        base = (anchor.year - 1) // 100 * 100
    else:
        base = 2000
    part = found["centurypart"]
    if part in ("中叶", "中期"):
        return Period.of(str(base + 50))
    if part == "末":
        return Period.of(str(base + 100))
    if part.startswith("头"):
        return _years(base + 1, base + (10 if part[1] == "一" else 20))
    if part.endswith("年代"):
        decade = base + (integer(part[0]) or 0) * 10
        return _years(decade, decade + 9)
    return None


def _back(anchor: Anchor, count: int | None) -> Period | None:
    last = anchor.last_whole_year
    if last is None or not count:
        return None
    return _years(last - count + 1, last)


def _ahead(anchor: Anchor, count: int | None) -> Period | None:
    if anchor.year is None or not count:
        return None
    if anchor.plan is not None and int(anchor.plan.end[:4]) - int(anchor.plan.start[:4]) == count - 1:
        return anchor.plan
    first = anchor.year if anchor.month <= _TURN else anchor.year + 1
    return _years(first, first + count - 1)
