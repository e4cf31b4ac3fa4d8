"""Plenums and congresses that a text names, and whether it speaks of them as held (党的二十届四中全会精神)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from luoshi.chinese.numerals import integer
from luoshi.knowledge.regions import divisions_by_name, name_in
from luoshi.knowledge.sessions import CENTRAL, CONGRESS, DISCIPLINE, PARTY, KnownSession, known_session
from luoshi.model import Span
from luoshi.patterns import regex


class Meeting(NamedTuple):
    """A session as a text names it. ``known`` is its row, if the table has it; ``held``: spoken of as past."""

    span: Span
    body: str
    term: int
    number: int
    known: KnownSession | None
    held: bool


_N = r"[一二三四五六七八九十]{1,3}"
_CONGRESS_OF_PARTY = regex(rf"党的({_N})大(?!代表)|中国共产党第({_N})次全国代表大会(?!代表)")
_AT_TERM = regex(
    rf"届(?:(?P<list>[一二三四五六七](?:中?[、和及][一二三四五六七]){{0,5}})中全会"
    rf"|中央委员会第(?P<central>{_N})次(?:全体)?会议"
    rf"|中央纪(?:律检查)?委(?:员会)?第?(?P<discipline>{_N})次全(?:体会议|会)"
    rf"|委员会第(?P<committee>{_N})次全体会议"
    rf"|(?P<short>{_N})次全(?:体会议|体会|会)"
    rf"|全国人(?:民代表)?大(?:会)?第?(?P<congress>{_N})次会议"
    rf"|人(?:民代表)?大(?:会)?第?(?P<local>{_N})次会议)"
)
_TERM = regex(rf"第?({_N})$")
_OF_PLACE = regex(r"(?:中国共产党|中共)?([^，。；、（）“”《》\s]{2,12}?)$")
_COMMITTEE = regex(r"([^，。；、（）“”《》\s]{0,10}?)([省市区县州旗])委(?:员会)?$")
_HELD = regex(
    r"[”》]?(?:坚定|强调|指出|提出|明确|作出"
    r"|[^，。；\n将]{0,14}?(?:精神|以来|报告(?!稿|起草|征求)|闭幕|公报|部署|作出的|确定的|提出的|明确的|通过的|胜利召开[，。]))"
)
_AHEAD = regex(r"(?:迎接|喜迎|迎|即将|将|拟|筹备|开好|召开|准备|为|提请|提交|议题|议程)[^，。；]{0,16}$|向$")
_REACH = 40


@lru_cache(maxsize=1)
def meetings(content: str, home: str | None = None) -> tuple[Meeting, ...]:
    """The meetings that a text names, in order. ``home`` is the GB/T 2260 code of the text's own place:
    its committee is meant by 省委 or 市委 without a name.
    """
    found = [*_congresses(content), *_sessions(content, home)]
    return tuple(sorted(found))


def _congress_names(content: str) -> Iterator[re.Match[str]]:
    """Matches of ``_CONGRESS_OF_PARTY``, which begin with one of two rare words."""
    for start in ("党的", "中国共产党第"):
        at = content.find(start)
        while at >= 0:
            found = _CONGRESS_OF_PARTY.match(content, at)
            if found:
                yield found
            at = content.find(start, at + 1)


def _congresses(content: str) -> Iterator[Meeting]:
    for match in _congress_names(content):
        term = integer(match[1] or match[2])
        known = known_session(PARTY, term or 0, 0)
        if term and known:
            yield Meeting(Span(*match.span()), PARTY, term, 0, known, _held(content, match.start(), match.end()))


def _sessions(content: str, home: str | None) -> Iterator[Meeting]:
    at = content.find("届")
    while at >= 0:
        right = _AT_TERM.match(content, at, at + _REACH)
        left = _TERM.search(content[max(0, at - 4) : at])
        if right and left:
            yield from _read(content, at, left, right, home)
        at = content.find("届", at + 1)


def _read(content: str, at: int, left: re.Match[str], right: re.Match[str], home: str | None) -> Iterator[Meeting]:
    term = integer(left[1])
    start = at - (left.end() - left.start())
    held = _held(content, start, right.end())
    before = content[max(0, start - 16) : start]
    if not term:
        return
    if right["list"]:
        for each in re.findall(r"[一二三四五六七]", right["list"]):
            yield _meeting(start, right, CENTRAL, term, each, held=held)
    elif right["central"]:
        yield _meeting(start, right, CENTRAL, term, right["central"], held=held)
    elif right["discipline"]:
        yield _meeting(start, right, DISCIPLINE, term, right["discipline"], held=held)
    elif right["congress"]:
        yield _meeting(start, right, CONGRESS, term, right["congress"], held=held)
    elif right["committee"]:
        place = _OF_PLACE.search(before)
        name = place[1].removeprefix("中国共产党").removeprefix("中共") if place else ""
        yield _meeting(start, right, f"中共{_place(name)}委员会", term, right["committee"], held=held)
    elif right["short"]:
        committee = _COMMITTEE.search(before)
        if committee:
            name = _named(committee[1], committee[2], home)
            yield _meeting(start, right, f"中共{name}委员会", term, right["short"], held=held)
    elif right["local"]:
        place = _OF_PLACE.search(before)
        if place:
            yield _meeting(start, right, f"{_place(place[1])}人民代表大会", term, right["local"], held=held)


def _meeting(start: int, right: re.Match[str], body: str, term: int, number: str, *, held: bool) -> Meeting:
    value = integer(number) or 0
    return Meeting(Span(start, right.end()), body, term, value, known_session(body, term, value), held)


def _held(content: str, start: int, end: int) -> bool:
    if not _HELD.match(content, end, end + _REACH):
        return False
    return not _AHEAD.search(content[max(0, start - 20) : start])


def _place(words: str) -> str:
    """The last place in the words before a meeting: 日在江苏省 is 江苏省."""
    for sign in ("在", "于", "出席", "召开的", "举行的"):
        words = words.rpartition(sign)[2]
    return words


def _named(place: str, kind: str, home: str | None) -> str:
    """The full name of the place whose committee it is: 省委 in a text from 320600 is 江苏省."""
    place = _place(place)
    if place and place + kind in divisions_by_name():
        return place + kind
    if home and kind == "省":
        return name_in(home[:2] + "0000") or kind
    if home and kind == "市" and not home.endswith("0000"):
        return name_in(home[:4] + "00") or kind
    return place + kind
