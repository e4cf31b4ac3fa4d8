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

from luoshi.chinese.dates import TIME, Anchor, resolve, times
from luoshi.model import Document, Period, Profile
from luoshi.patterns import regex

BACK, AHEAD = "back", "ahead"
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
_title_in_it = regex(r"《[^《》]{1,40}》")
_EXPLAINS = ("释", "说明", "注解", "：", ":")
_explains = regex(
    r"(?:附件?[0-9一二三四]{0,2}[：:]? ?)?(?:[一二三四五六七八九十]{1,2}、)?[^，。]{0,16}(?:名词解释|名词注释|术语解释|指标解释|有关用语说明|用语说明|名词说明|注释|注解)[：:]?$"
)
_LABELS = frozenset("第一二三四五六七八九十")
_label = regex(r"第[一二三四五六七八九十]{1,3}[部篇章编分]{1,2}|[一二三四五六七八九十]{1,2}、")
_section = regex(r"第[一二三四五六七八九十]{1,3}[章节]")
_SUB = ("（", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
_looks_back = regex(
    r"回顾|过去|成就|成效|取得|成绩|进展|完成情况|工作总结|发展基础|现实基础|基本情况|以来的?工作|执行情况"
)
_looks_ahead = regex(
    r"目标|安排|任务|部署|建议|总体要求|思路|展望|今后|未来|重点工作|打算|新的一年|远景|时期工作|年工作(?!回顾|总结|报告)|指导思想|基本原则"
)
_opens_back = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去的?|一年来|[一二三四五]年来|[0-9]年来|回顾|去年|上年|[五三]年间|这是[^，。]{0,40}的[五一]年)"
)
_opens_ahead = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:今年(?!以来|[0-9]{1,2}月|初|上半年|[一二三]季度)|新的一年|今后|未来|做好今年|展望|实现[上以]述目标|按照[^，。]{0,30}今年|综合考虑|主要目标是|[^，。]{0,14}预期目标)"
)
_opens_a_report = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去|[一二三四五0-9]年来|回顾|新的一年|今后|未来|做好今年|“[一二三四五六七八九十]{1,2}五”时期|20[0-9]{2}年(?!，我们|[0-9]{1,2}月))"
)
_opens_a_part = regex(
    r"(?:各位代表[：！，])?(?:——)?(?:刚刚)?(?:过去|[一二三四五0-9]年来|回顾|新的一年|今后|未来|做好今年)"
)
_goal = regex(
    r"(?:主要|预期|发展|奋斗|总体|具体)[^，。：；]{0,8}目标(?:是|为|如下|：)|目标(?:任务)?(?:是|为|如下)[：，]|今年[^。，]{0,12}(?:要|将|重点)(?:抓好|做好|突出)"
)
_HEADING_LONGEST = 46
_LEAD = 60


@lru_cache(maxsize=1)  # an atom and a compound ask for the same document one after the other
def _zones(content: str, titles: tuple[tuple[int, int, str], ...], genre: str, anchor: Anchor) -> tuple[Zone, ...]:
    mode, period = _default(genre, anchor)
    zones = [Zone(0, mode, period)]
    if mode == AHEAD and period is None:
        anchor = anchor._replace(plan=None, month=_OF_NO_YEAR)  # a decision or a notice that names no years
    told = any(word in genre for word in _TOLD_GENRES)
    plan = any(word in genre for word in _PLAN_GENRES)
    top = (mode, period)
    headings = {start: (end, kind) for start, end, kind in titles}
    aside = False  # a passage of a plan that tells what the last years brought
    vision = False  # a paragraph of a plan that looks beyond its period: 展望2035年，…
    start = 0
    for line in content.split("\n"):
        length = len(line)
        found: tuple[str, Period | None] | None = None
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
                mode, period, aside = BACK, _plan_before(anchor), True
                zones.append(Zone(start, mode, period))
                start += length + 1
                continue
            by_heading = (
                None
                if told and not _label.match(words) and not _dated.search(words)
                else _by_heading(words, anchor, top, sub=line[:1] in _SUB or bool(titled and titled[1] == "section"))
            )
            if by_heading:
                found = by_heading
                mixed = _looks_back.search(words) and _looks_ahead.search(words) and words.count("时期") > 1
                top = (MIXED, None) if mixed else found
                aside = False
        if found is None and length > _SHORTEST:
            lead = line[:_LEAD]
            if vision:
                found, vision = top, False
            if aside and (not top[0] or not plan or _leaves.match(lead)):
                found, aside = top, False
            if lead[0] in _OPENERS or ("目标" in lead and _names_a_goal.match(lead)):
                opened = _by_opening(lead, anchor, top, mode, period, heading=heading)
                if opened is not None:
                    found, aside = opened, not top[0] and not _opens_a_part.match(lead)
                    vision = _beyond(opened, top)
                if top[0] == AHEAD and (past := _past_here(lead, anchor)):
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
        return BACK, _year(anchor.last_whole_year)
    if anchor.plan is not None and (anchor.plan.start[:4] != anchor.plan.end[:4] or genre in _FORWARD_GENRES):
        return AHEAD, anchor.plan
    if any(word in genre for word in _FORWARD_GENRES):
        return AHEAD, None
    return "", None


def _year(year: int | None) -> Period | None:
    return Period.of(str(year)) if year else None


def _by_heading(
    line: str, anchor: Anchor, top: tuple[str, Period | None], *, sub: bool
) -> tuple[str, Period | None] | None:
    """What a heading says of its section: ``二、2026年工作安排`` looks ahead over 2026."""
    if "，" in line and not _label.match(line):
        return None
    spans = list(_spans(line, anchor))
    if not spans and (sub or (top[0] == AHEAD and not _label.match(line))):
        return None
    back, ahead = _looks_back.search(line), _looks_ahead.search(line)
    if back and (not ahead or "回顾" in line or back.end() > ahead.end()):
        mode = BACK
    elif ahead or any(_ends(span) > (anchor.year or 9999) for span in spans):
        mode = AHEAD
    else:
        return None
    if mode == BACK:
        past = [span for span in spans if _ends(span) <= (anchor.year or 9999)]
        # 过去五年和2025年: the longest stretch holds for the section; the sentences say the rest
        period = max(past, key=_length, default=None) or (None if spans else _year(anchor.last_whole_year))
        if "五年" in line and not past:
            period = _stretch(anchor)
        return BACK, period
    future = [span for span in spans if _ends(span) >= (anchor.year or 0)]
    return AHEAD, max(future, key=_length, default=None) or _ahead_period(anchor)


_OF_NO_YEAR = 13


def _ahead_period(anchor: Anchor) -> Period | None:
    if anchor.plan is not None:
        return anchor.plan
    if anchor.year is None or anchor.month == _OF_NO_YEAR:
        return None
    return _year(anchor.year if anchor.month <= 6 else anchor.year + 1)


def _plan_before(anchor: Anchor) -> Period | None:
    """The five years before those of the plan."""
    if anchor.plan is None:
        return _stretch(anchor)
    first = int(anchor.plan.start[:4])
    return Period(str(first - 5), str(first - 1))


def _stretch(anchor: Anchor) -> Period | None:
    last = anchor.last_whole_year
    return Period(str(last - 4), str(last)) if last else None


def _by_opening(
    lead: str,
    anchor: Anchor,
    top: tuple[str, Period | None],
    mode: str,
    period: Period | None,
    *,
    heading: bool,
) -> tuple[str, Period | None] | None:
    """What the words that open a paragraph say: ``一年来，…``, ``今年发展主要预期目标是：…``."""
    if anchor.year is None:
        return None
    if "目标" in lead and top[0] == BACK and _with_result.search(lead):
        return None  # 工业增加值预期目标为“增长5%”，实际增长6%: a review holds results against aims
    if ("目标" in lead or "今年" in lead) and (goal := _goal.search(lead)):
        spans = [span for span in _spans(lead[: goal.end()], anchor) if _ends(span) >= anchor.year]
        if spans:
            return AHEAD, spans[0]
        return AHEAD, (period if mode == AHEAD and period else top[1] if top[0] == AHEAD else _ahead_period(anchor))
    opens_back, opens_ahead = _opens_back.match(lead), _opens_ahead.match(lead)
    if not top[0] and not _opens_a_report.match(lead):
        return None
    if opens_back:
        if top[0] == AHEAD and not lead.startswith(("过去", "刚刚", "各位代表", "回顾")):
            return None
        head = lead[: opens_back.end() + 8]
        spans = [span for span in _spans(head, anchor) if _ends(span) <= anchor.year]
        if "的五年" in opens_back[0] or "五年来" in opens_back[0]:
            return BACK, max(spans, key=_length, default=None) or _stretch(anchor)
        spans = [span for span in spans if len(span.end) == 4]
        return BACK, max(spans, key=_length, default=None) or (top[1] if top[0] == BACK else None)
    if opens_ahead:
        spans = [span for span in _spans(lead[: opens_ahead.end() + 12], anchor) if _ends(span) >= anchor.year]
        if not spans and top[0] == AHEAD:
            return None
        return AHEAD, (spans[0] if spans else _ahead_period(anchor))
    return None if heading else _by_first_time(lead, anchor, top)


def _by_first_time(lead: str, anchor: Anchor, top: tuple[str, Period | None]) -> tuple[str, Period | None] | None:
    """``2025年，…`` or ``“十五五”时期，…`` at the head of a paragraph moves the passage to these years."""
    found = TIME.match(lead.removeprefix("——"))
    if (
        not found
        or found["onlymonth"]
        or found["every"]
        or found["within"]
        or found["next"]
        or found["past"]
        or anchor.year is None
    ):
        return None
    period = resolve(found, anchor, None)
    if period is None or len(period.start) > 4 or found["lead"]:
        return None
    last = anchor.last_whole_year or 0
    if _ends(period) <= last and top[0] != AHEAD:
        return BACK, period
    if int(period.start) >= anchor.year and top[0] != BACK:
        return AHEAD, period
    return None


_with_result = regex(r"目标[^。]{0,30}(?:实际|完成了|已完成|执行结果|执行情况)")
_item = regex(r"(?:[0-9]{1,2}[.．、]|（[一二三四五六七八九十0-9]{1,2}）|——)? ?")
_brought = regex(r"成就|成效|成绩|取得|实现了|迈上|回顾|胜利完成|历史性|不平凡|不寻常")


def _past_here(lead: str, anchor: Anchor) -> Period | None:
    """``1.“十四五”时期…取得重大成就。``: the years that such a paragraph looks back on."""
    if anchor.year is None or not _brought.search(lead):
        return None
    if lead[:1] in _LABELS and _label.match(
        lead
    ):  # the heading and its paragraph in one line: 第一章发展环境“十一五”时期是…
        found = next(times(lead), None)
    else:
        item = _item.match(lead)
        found = TIME.match(lead, item.end() if item else 0)
    period = resolve(found, anchor, None) if found else None
    if found is None or period is None or len(period.end) > 4 or _ends(period) > anchor.year or found["lead"]:
        return None
    return period


def _spans(words: str, anchor: Anchor) -> Iterator[Period]:
    for found in times(words):
        period = resolve(found, anchor, anchor.year)
        if period is not None and not found["onlymonth"]:
            yield period


def _beyond(opened: tuple[str, Period | None], top: tuple[str, Period | None]) -> bool:
    """Whether a passage looks to years after those of the section that it stands in."""
    return opened[0] == top[0] == AHEAD and bool(opened[1] and top[1]) and _starts(opened[1]) > _ends(top[1])


def _starts(period: Period | None) -> int:
    return int(period.start[:4]) if period else 0


def _ends(period: Period | None) -> int:
    return int(period.end[:4]) if period else 0


def _length(period: Period) -> int:
    return int(period.end[:4]) - int(period.start[:4])
