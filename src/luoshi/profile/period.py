"""The period: the years that the plan is for."""

from __future__ import annotations

from luoshi.chinese.numerals import integer
from luoshi.knowledge.periods import period_by_number
from luoshi.model import Document, Finding, Period, Profile, Span, Words
from luoshi.patterns import regex
from luoshi.profile.head import Head, field

_YEARS = regex(r"[（(“]?(?P<from>(?:19|20)\d\d) ?[-—－–~至一]{1,2} ?(?P<to>(?:19|20)\d\d) ?年?")
_NTH = regex(r"第(?P<n>[一二三四五六七八九十]{1,3})个五年(?:规划|计划|(?=[（(]))")
_SHORT = regex(r"“(?P<n>[一二三四五六七八九十]{1,3})五”")
_ONE = regex(r"(?P<y>20\d\d)年")
_YEARLY = ("政府工作报告", "计划报告", "预算报告", "会议通稿")
_PLANS = ("建议", "纲要", "五年计划", "专项规划", "行动计划", "方案", "考评办法", "意见", "通知", "说明", "决定")


def period(document: Document, head: Head, profile: Profile) -> Finding[Period] | None:
    """From the title: （2021—2035年）, 第十五个五年规划, “十四五”; a yearly report plans the year in which it
    is given (inferred).
    """
    genre = profile.genre.value if profile.genre else None
    if profile.title is not None:
        found = _written(document, profile.title.span, profile.title.quote)
        if found:
            return found
    if genre in _YEARLY:
        return _of_the_year(document, profile)
    if genre is None or genre in _PLANS:
        under = next((line for line in head.lines if _YEARS.fullmatch(line.words.strip("（）()"))), None)
        if under:
            return _written(document, under.span, under.words)
        words = head.opening.words
        cut = words.find("。") + 1 or len(words)
        if genre is None or genre in ("建议", "纲要", "五年计划"):
            return _nth(document, head.opening.span, words[:cut])
        if profile.title is not None and genre in _PLANS and (one := _ONE.search(profile.title.quote)):
            start = profile.title.span.start
            return field(document, "period", Period(one["y"], one["y"]), Span(start + one.start(), start + one.end()))
    return None


def _written(document: Document, span: Span, words: str) -> Finding[Period] | None:
    years = _YEARS.search(words) if "20" in words or "19" in words else None
    if years and years["from"] < years["to"]:
        where = Span(span.start + years.start("from"), span.start + years.end())
        return field(document, "period", Period(years["from"], years["to"]), where, normalised=True)
    return _nth(document, span, words)


def _nth(document: Document, span: Span, words: str) -> Finding[Period] | None:
    for pattern in (_NTH, _SHORT):
        found = pattern.search(words)
        number = integer(found["n"]) if found else None
        plan = period_by_number().get(number) if number else None
        if found and plan:
            where = Span(span.start + found.start(), span.start + found.end())
            return field(document, "period", Period(str(plan.start), str(plan.end)), where, normalised=True)
    return None


def _of_the_year(document: Document, profile: Profile) -> Finding[Period] | None:
    if profile.title is not None and (one := _ONE.search(profile.title.quote)) and "执行" not in profile.title.quote:
        start = profile.title.span.start
        return field(document, "period", Period(one["y"], one["y"]), Span(start + one.start(), start + one.end()))
    given = profile.published or profile.adopted
    if given is None or (profile.genre is not None and profile.genre.value == "会议通稿"):
        return None
    year = given.value.start[:4]
    return field(
        document,
        "period",
        Period(year, year),
        given.span,
        why=Words(
            "年度报告部署的是作报告当年的工作。", "A yearly report plans the work of the year in which it is given."
        ),
    )
