"""What proves that a text is not older than a day: phrases, meetings, dates and plans that it speaks of as past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from luoshi.chinese.numerals import integer
from luoshi.knowledge.formulations import formulation_by_term
from luoshi.knowledge.periods import period_by_name, period_by_number
from luoshi.knowledge.sessions import CENTRAL
from luoshi.model import Document, Period, Span, Words
from luoshi.model.values import Formulation
from luoshi.patterns import regex
from luoshi.profile.days import day
from luoshi.profile.meetings import Meeting, meetings


class Evidence(Struct, frozen=True):
    """A proof: the text cannot be older than ``day`` (``YYYY-MM-DD``), because of the words at ``span``."""

    day: str
    span: Span
    kind: str
    """``formulation``, ``meeting``, ``date`` or ``plan``."""
    why: Words
    term: str = ""
    """The formulation's standard form; else empty."""


def evidence(document: Document) -> tuple[Evidence, ...]:
    """Every proof that the text gives, the latest day first."""
    for kept, proofs in _kept:
        if kept is document:
            return proofs
    found = [*_formulations(document), *_in_words(document.text.content, home_of(document))]
    proofs = tuple(sorted(found, key=_latest))
    _kept[:] = [(document, proofs)]
    return proofs


_kept: list[tuple[Document, tuple[Evidence, ...]]] = []
"""The proofs of the document in hand: half a dozen rules and checks ask for them, one after the other."""


@lru_cache(maxsize=1)
def _in_words(content: str, home: str | None) -> tuple[Evidence, ...]:
    """The proofs in the words alone; kept for the text in hand, which several checks ask about."""
    return (*_meetings(content, home), *_dates(content), *_plans(content))


def _latest(proof: Evidence) -> tuple[int, int]:
    return -int(proof.day.replace("-", "")), proof.span.start


def home_of(document: Document) -> str | None:
    """The GB/T 2260 code of the place that the document is about, if known."""
    region = document.profile.region
    return region.value.code if region else None


def named_meetings(document: Document) -> list[Meeting]:
    """The meetings that the text names, in its order."""
    return list(meetings(document.text.content, home_of(document)))


def first_day(written: str) -> str:
    """The first day that an ISO date of reduced precision can mean."""
    return Period.of(written).first_day


def _formulations(document: Document) -> Iterator[Evidence]:
    seen = set()
    for finding in document.find("formulation"):
        value: Formulation = finding.value
        if not value.datable or value.term in seen:
            continue
        seen.add(value.term)
        day, why = _first_use(value)
        yield Evidence(day, finding.span, "formulation", why, value.term)


@lru_cache(maxsize=1024)  # the table has some hundreds, and a text many of them
def _first_use(value: Formulation) -> tuple[str, Words]:
    """The day before which nobody can have written the phrase, and why."""
    row = formulation_by_term().get(value.term)
    seen = row.seen if row else value.first
    event = f"，{row.event}" if row and row.event else ""
    source = value.source.partition(" ; ")[0]
    return first_day(value.first), Words(
        f"提法“{value.term}”不早于{value.first}（{seen}已见{event}；{source}）",
        f"the phrase “{value.term}” is not older than {value.first} (on record {seen}: {source})",
    )


def _meetings(content: str, home: str | None) -> Iterator[Evidence]:
    seen = set()
    for meeting in meetings(content, home):
        known = meeting.known
        if known is None or not meeting.held or known in seen:
            continue
        seen.add(known)
        # The text of a plenum comes out on its last day; a congress hears its reports from the first on.
        held = Period(known.start, known.end)
        secret = known.number and known.body == CENTRAL
        on = first_day(known.end) if secret else held.first_day
        words = content[slice(*meeting.span)]
        yield Evidence(
            on,
            meeting.span,
            "meeting",
            Words(
                f"已提到“{words}”的精神或部署，该会{held}召开（{known.source.partition(' ; ')[0]}）",
                f"it speaks of “{words}” as held; that was {held} ({known.source.partition(' ; ')[0]})",
            ),
        )


_YEARS = regex(r"年(?<=(?:(?:19|20)[0-9]{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})年)")  # 年 first: it is rare
_SINCE = regex(r"(?:(?P<month>1[0-2]|[1-9])月(?:份)?)?以来")
_VISIT = regex(
    r"(?P<month>1[0-2]|[1-9])月(?:(?P<day>[12][0-9]|3[01]|[1-9])日)?(?P<between>[^。；\n]{0,40}?)"
    r"(?:时强调|时指出|考察|视察|发表重要讲话)"
)
_MET = regex(
    r"(?P<rest>[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十廿]{1,3}日)(?P<between>[^。；\n《》]{0,60}?)"
    r"(?:会议上|大会上|会议(?:审议)?通过|全会(?:审议)?通过|次会议批准)"
)
_HELD_FROM = regex(
    r"(?P<month>1[0-2]|[1-9])月(?P<day>[12][0-9]|3[01]|[1-9])日至(?:[0-9]{1,2}月)?[0-9]{1,2}日在[^，。；\n]{1,12}(?:举行|召开)"
)
_REVIEW = regex(r"的?(?:(?:政府|主要)?工作(?:回顾|总结)|国民经济和社会发展计划执行情况与)")
_STATISTICS = regex(r"(?:[^\W\dA-Za-z_]{2,8})?国民经济和社会发展统计公报")
_SIGNED = regex(r"(?P<month>1[0-2]|[1-9])月(?P<day>[12][0-9]|3[01]|[1-9])日(?=\n|$)")
_SIGNATURE = regex(r"(?:政府|委员会|办公厅|办公室|[局厅部委会院])\n$")
_NUMBERED = regex(r"〔((?:19|20)[0-9]{2})〕[0-9]{1,4}号")
_AHEAD = regex(r"将|拟|计划|预计|定于|力争|确保|底前|之前|前完成|筹备|迎接")


_FOUR_DIGITS = 4


def _dates(content: str) -> Iterator[Evidence]:
    for found in _YEARS.finditer(content):
        start, end = found.start() - _FOUR_DIGITS, found.end()
        year = _year(content[start : end - 1])
        if year is not None and not _AHEAD.search(content, max(0, start - 8), start):
            yield from _dated(content, year, start, end)
    for found in _NUMBERED.finditer(content):
        yield _date(content, f"{found[1]}-01-01", Span(*found.span()))


def _dated(content: str, year: int, start: int, end: int) -> Iterator[Evidence]:
    """The proofs that begin with a year: ``2021年以来``, ``2025年10月20日…全会通过``."""
    heads_line = "\n" in content[max(0, start - 8) : start] or start < 8
    for pattern in _after_year(content, end):
        found = pattern.match(content, end)
        if found is None:
            continue
        groups = found.groupdict()
        if _AHEAD.search(groups.get("between", "")):
            continue
        on = f"{year}-{int(groups.get('month') or 1):02d}-{int(groups.get('day') or 1):02d}"
        if pattern is _MET:
            period = day(content[start:end] + found["rest"])
            if period is None:
                continue
            on = period.first_day
        elif pattern is _HELD_FROM and content[start - 1 : start] != "于":
            continue
        elif pattern is _REVIEW:
            if not heads_line:
                continue
            # Reports that look back on a year are written from its last quarter on.
            on = f"{year}-10-01"
        elif pattern is _STATISTICS:
            on = f"{year + 1}-01-01"
        elif pattern is _SIGNED and not (
            content[start - 1 : start] == "\n" and _SIGNATURE.search(content[max(0, start - 12) : start])
        ):
            continue
        if _is_day(on):
            yield _date(content, on, Span(start, found.end()))


def _after_year(content: str, end: int) -> tuple[re.Pattern[str], ...]:
    """The patterns that can match behind a year: the first character rules most of them out."""
    first = content[end : end + 1]
    if first in _DIGITS:
        return (_SINCE, _VISIT, _MET, _HELD_FROM, _SIGNED) if first else ()
    if first == "以":
        return (_SINCE, _STATISTICS)
    if first in _NUMERALS:
        return (_MET, _STATISTICS)
    if first in _REVIEWS:
        return (_REVIEW, _STATISTICS)
    return (_STATISTICS,) if "统计公报" in content[end : end + _LONGEST] else ()


_DIGITS, _NUMERALS, _REVIEWS = "0123456789", "一二三四五六七八九十", "的政主工国"
_LONGEST = 24
"""Characters of a place and ``国民经济和社会发展统计公报``."""


def _date(content: str, on: str, span: Span) -> Evidence:
    words = _brief(content[slice(*span)])
    return Evidence(on, span, "date", Words(f"正文把“{words}”当作已有的事", f"it speaks of “{words}” as past"))


_NAMED_PLAN = regex(r"“([一二三四五六七八九十]{1,2}五)”")
_COMPLETED = regex(r"(?:规划)?(?:主要)?(?:目标任务|时期|目标)?即将(?:圆满|胜利|顺利|全面)?(?:收官|完成|结束)")
_REACHED = regex(r"时期[^，。；\n]{0,16}(?:取得|迈上)[^，。；\n]{0,12}(?:成就|台阶)")
_YEAR_OF = regex(r"(?:规划)?的?(开局|收官)之年")
_THIS_YEAR = regex(r"今年是[^。；\n]{0,12}$")
_NUMBERED_PLAN = regex(r"第([一二三四五六七八九十]{1,3})个五年(?:规划|计划)[^《》\n]{0,20}?(建议|纲要)》")
_ON_BASIS = regex(r"(?:根据|按照|依据)《中共中央关于制定国民经济和社会发展$")
_OUTLINE = regex(r"《中华人民共和国国民经济和社会发展$")


def _plans(content: str) -> Iterator[Evidence]:
    for found in _NAMED_PLAN.finditer(content):
        plan = period_by_name().get(found[1])
        if plan is None:
            continue
        start, end = found.span()
        year = str(plan.end)
        after = _COMPLETED.match(content, end) or _REACHED.match(content, end)
        if after is None:
            after, before = _YEAR_OF.match(content, end), _THIS_YEAR.search(content[max(0, start - 16) : start])
            if after is None or before is None:
                continue
            year = str(plan.start if after[1] == "开局" else plan.end)
        if not _AHEAD.search(content, max(0, start - 6), start):
            yield _planned(content, f"{year}-01-01", Span(start, after.end()), f"{plan.start}—{plan.end}", plan.source)
    for found in _NUMBERED_PLAN.finditer(content):
        plan = period_by_number().get(integer(found[1]) or 0)
        lead = content[max(0, found.start() - 28) : found.start()]
        if plan is None:
            continue
        if found[2] == "建议" and plan.recommended and _ON_BASIS.search(lead):
            yield _planned(content, plan.recommended, Span(*found.span()), plan.recommended, plan.source)
        elif found[2] == "纲要" and plan.adopted and _OUTLINE.search(lead):
            yield _planned(content, first_day(plan.adopted[:7]), Span(*found.span()), plan.adopted, plan.source)


def _planned(content: str, on: str, span: Span, when: str, source: str) -> Evidence:
    words = _brief(content[slice(*span)])
    return Evidence(
        on,
        span,
        "plan",
        Words(f"“{words}”（该规划：{when}；{source}）", f"“{words}” (that plan: {when}; {source})"),
    )


def _year(written: str) -> int | None:
    value = integer(written.replace("○", "〇").replace("零", "〇"))
    return value if value and 1900 < value < 2100 else None


def _is_day(written: str) -> bool:
    return written[5:] <= "12-31" and Period.of(written[:7]).last_day >= written


def _brief(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:38]}…"
