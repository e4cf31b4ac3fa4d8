"""Which stretches of a text look back, which look forward, and over which years.

In one report the same sentence pattern is an achievement under “过去一年工作回顾” and a target under
“今年工作安排”. Zones are read from headings and from the words that open a paragraph; each holds until
the next one. Both the atoms and the compounds read them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from luoshi.chinese.dates import Anchor
from luoshi.extraction.zone_headings import label, looks_ahead, looks_back, said_by_heading
from luoshi.extraction.zone_openings import past_here, said_by_opening
from luoshi.extraction.zone_years import AHEAD, BACK, OF_NO_YEAR, first_year, last_year, plan_before, whole_year
from luoshi.knowledge.genres import BULLETIN
from luoshi.model import Document, Period, Profile
from luoshi.patterns import regex

__all__ = ["AHEAD", "BACK", "MIXED", "NOTES", "Zone", "Zones"]

NOTES = "notes"  # what explains words and figures: 名词解释, 注释
MIXED = "mixed"  # a chapter that looks both ways: its paragraphs say which


class Zone(Struct, frozen=True):
    """From ``start`` on the text looks ``back`` or ``ahead`` (empty: not known), over ``period``."""

    start: int
    mode: str
    period: Period | None


class Zones:
    """The zones of one document, by place."""

    def __init__(self, document: Document) -> None:
        profile = document.profile
        genre = profile.genre.value if profile.genre else ""
        self.anchor = _anchor(profile, genre)
        titles = tuple(
            (section.heading.start, section.heading.end, section.kind)
            for section in document.outline.walk()
            if section.heading and section.kind in ("part", "chapter", "section", "heading")
        )
        self.zones = _zones(document.text.content, titles, genre, self.anchor)
        self._length = len(document.text)
        self._starts = [zone.start for zone in self.zones]

    def at(self, place: int) -> Zone:
        """The zone that holds a place."""
        return self.zones[max(0, bisect_right(self._starts, place) - 1)]

    def stretches(self) -> Iterator[tuple[Zone, int]]:
        """Each zone with the place where it ends; together they are the whole text."""
        return zip(self.zones, (*self._starts[1:], self._length), strict=True)

    def year_at(self, place: int) -> int | None:
        """The year that the passage is about: the zone's, if it has one year; else the text's own."""
        period = self.at(place).period
        if period is not None and period.start[:4] == period.end[:4]:
            return int(period.start[:4])
        return self.anchor.year


def _anchor(profile: Profile, genre: str) -> Anchor:
    """The document's own time; a proposal without a date is of the autumn before the years that it is for.

    Plenums adopted the Recommendations of 1995, 2000 … 2025 in October or November of the year before.
    """
    anchor = Anchor.of(profile.date, profile.period.value if profile.period else None)
    if profile.date is None and anchor.plan is not None and genre in _PROPOSED and anchor.plan.start != anchor.plan.end:
        return Anchor(int(anchor.plan.start[:4]) - 1, _AUTUMN, anchor.plan)
    return anchor


_PROPOSED = ("建议", "说明")
_AUTUMN = 11
_FORWARD_GENRES = ("建议", "纲要", "规划", "计划", "方案", "意见", "决定", "通知", "措施")
_BACKWARD_GENRES = ("统计公报",)
_TOLD_GENRES = ("侧记", "新闻", "署名文章", "通讯", "特写", "评论")  # their headings are slogans
_PLAN_GENRES = ("建议", "纲要", "规划")
_dated = regex(r"20[0-9]{2}年|回顾|今年|明年|去年")
_of_what_was = regex(
    r"(?:第[一二三四五六七八九十]{1,3}[章节篇]|[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．])? ?(?:“[一二三四五六七八九十]{1,3}五”(?:时期|期间)?的?)?(?:经济社会)?"
    r"(?:发展|现实|工作|良好)?(?:基础|成就|成效|回顾|主要成就|取得的?(?:重大|显著|主要)?(?:成就|成效|进展)|发展成就|发展成效|现状)$"
)
_item_of_news = regex(r"[^，。\n]{2,10}（新闻联播）：")
_title_in_it = regex(r"《[^《》]{1,40}》")
_EXPLAINS = ("释", "说明", "注解", "：", ":")
_explains = regex(
    r"(?:附件?[0-9一二三四]{0,2}[：:]? ?)?(?:[一二三四五六七八九十]{1,2}、)?[^，。]{0,16}(?:名词解释|名词注释|术语解释|指标解释|有关用语说明|用语说明|名词说明|注释|注解)[：:]?$"
)
_section = regex(r"第[一二三四五六七八九十]{1,3}[章节]")
_SUB = ("（", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_opens_a_part = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去|[一二三四五0-9]年来|回顾|新的一年|今后|未来|做好今年)"
)
_HEADING_LONGEST = 46
_LEAD = 60


@lru_cache(maxsize=1)  # an atom and a compound ask for the same document one after the other
def _zones(content: str, titles: tuple[tuple[int, int, str], ...], genre: str, anchor: Anchor) -> tuple[Zone, ...]:
    mode, period = _default(genre, anchor)
    zones = [Zone(0, mode, period)]
    if mode == AHEAD and period is None:
        anchor = anchor._replace(plan=None, month=OF_NO_YEAR)  # a decision or a notice that names no years
    told = any(word in genre for word in _TOLD_GENRES)
    carries = genre == BULLETIN
    plan = any(word in genre for word in _PLAN_GENRES)
    top = (mode, period)
    headings = {start: (end, kind) for start, end, kind in titles}
    aside = False  # a passage of a plan that tells what the last years brought
    vision = False  # a paragraph of a plan that looks beyond its period: 展望2035年，…
    start = 0
    for line in content.split("\n"):
        length = len(line)
        found: tuple[str, Period | None] | None = None
        if carries and _item_of_news.match(line):
            top = "", None
            if (mode, period) != top:
                mode, period = top
                zones.append(Zone(start, mode, period))
        heading = 2 < length <= _HEADING_LONGEST and line[-1] not in "。；：，" and line[0] != "—"
        titled = headings.get(start)
        if heading or titled:
            words = line[: titled[0] - start] if titled else line
            if "《" in words:
                words = _title_in_it.sub("", words)  # 一、《建议》稿的起草: the name of a document looks nowhere
            if words.endswith(_EXPLAINS) and _explains.match(words):
                mode, period, top, aside = NOTES, None, (NOTES, None), False
                zones.append(Zone(start, mode, period))
                start += length + 1
                continue
            if aside and ((titled and titled[1] == "section") or _section.match(words)):
                found, aside = top, False
            if plan and top[0] == AHEAD and _of_what_was.match(words):  # 第一节 发展基础
                mode, period, aside = BACK, plan_before(anchor), True
                zones.append(Zone(start, mode, period))
                start += length + 1
                continue
            by_heading = (
                None
                if told and not label.match(words) and not _dated.search(words)
                else said_by_heading(
                    words, anchor, top, sub=line[:1] in _SUB or bool(titled and titled[1] == "section")
                )
            )
            if by_heading:
                found = by_heading
                mixed = looks_back.search(words) and looks_ahead.search(words) and words.count("时期") > 1
                top = (MIXED, None) if mixed else found
                aside = False
        if found is None and length > _SHORTEST:
            lead = line[:_LEAD]
            if vision:
                found, vision = top, False
            if aside and (not top[0] or not plan or _leaves.match(lead)):
                found, aside = top, False
            if lead[0] in _OPENERS or ("目标" in lead and _names_a_goal.match(lead)):
                opened = said_by_opening(lead, anchor, top, mode, period, heading=heading)
                if opened is not None:
                    found, aside = opened, not top[0] and not _opens_a_part.match(lead)
                    vision = _beyond(opened, top)
                if top[0] == AHEAD and (past := past_here(lead, anchor)):
                    found, aside = (BACK, past), True
        if found is not None and found != (mode, period):
            mode, period = found
            zones.append(Zone(start, mode, period))
        start += length + 1
    return tuple(zones)


_SHORTEST = 6
_OPENERS = frozenset("各—刚过一二三四五“回去上这今新做展实按综后未到前全第0123456789（")
_names_a_goal = regex(r"[^，。]{0,14}目标|[^。]{0,50}目标(?:任务)?(?:是|为|如下|：)")
_leaves = regex(
    r"[0-9]{1,2}[.．、]|（[一二三四五六七八九十0-9]{1,2}）|[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]{1,3}[章篇]|面向未来|展望|今后|未来|必须"
)


def _default(genre: str, anchor: Anchor) -> tuple[str, Period | None]:
    if genre == "说明":
        return "", None  # it tells how a plan was made, and what is in it
    if any(word in genre for word in _BACKWARD_GENRES):
        return BACK, whole_year(anchor.last_whole_year)
    if anchor.plan is not None and (anchor.plan.start[:4] != anchor.plan.end[:4] or genre in _FORWARD_GENRES):
        return AHEAD, anchor.plan
    if any(word in genre for word in _FORWARD_GENRES):
        return AHEAD, None
    return "", None


def _beyond(opened: tuple[str, Period | None], top: tuple[str, Period | None]) -> bool:
    """Whether a passage looks to years after those of the section that it stands in."""
    return opened[0] == top[0] == AHEAD and bool(opened[1] and top[1]) and first_year(opened[1]) > last_year(top[1])
