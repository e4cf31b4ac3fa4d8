"""The document's own meeting: the last day on which it can have met, whatever the page's date says."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.chinese.numerals import integer
from luoshi.knowledge.periods import period_by_number
from luoshi.knowledge.sessions import known_session, terms
from luoshi.model import Document, Period, Span, Words
from luoshi.patterns import regex


class Claim(NamedTuple):
    """The document's own word that it is not from after ``until`` (an ISO day)."""

    until: str
    span: Span
    what: Words


def met_by(document: Document) -> Claim | None:
    """The last day on which the document's own meeting can have met.

    By the table of sessions; else by the plan whose Recommendation is before it; else by the term of
    the committee.
    """
    session = document.profile.session
    if session is not None:
        value = session.value
        known = known_session(value.body, value.term, value.number)
        if known is not None:
            held = Period(known.start, known.end)
            return Claim(
                held.last_day,
                session.span,
                Words(
                    f"“{value.name}”{held}召开（{_first(known.source)}）",
                    f"“{value.name}” met {held} ({_first(known.source)})",
                ),
            )
    recommended = _recommended(document)
    if recommended is not None or session is None:
        return recommended
    term = terms().get((session.value.body, session.value.term))
    if term is None or not term.until:
        return None
    return Claim(
        Period.of(term.until).first_day,
        session.span,
        Words(
            f"“{session.value.name}”：第{session.value.term}届任期至{term.until}（{_first(term.source)}）",
            f"“{session.value.name}”: that committee served until {term.until} ({_first(term.source)})",
        ),
    )


_NUMBER = r"第(?P<number>[一二三四五六七八九十]{1,3})个五年(?:规划|计划)(?:和[^。，《》\n]{2,14})?的?建议"
_TO_BE_STUDIED = regex(rf"将[^。\n]{{0,120}}?制定[^。\n]{{0,40}}?{_NUMBER}")
_TITLE = regex(rf"{_NUMBER}$")
_HEAD = 1500


def _recommended(document: Document) -> Claim | None:
    """A Recommendation, or a meeting that is yet to study one, comes before its plan or in its first half year."""
    title = document.profile.title
    plan_named = document.text.content.find("个五年", 0, _HEAD) >= 0
    found = _TO_BE_STUDIED.search(document.text.content, 0, _HEAD) if plan_named else None
    span = Span(found.start("number") - 1, found.end()) if found else None
    if found is None and title is not None:
        found, span = _TITLE.search(title.value), title.span
    plan = period_by_number().get(integer(found["number"]) or 0) if found else None
    if plan is None or span is None:
        return None
    return Claim(
        f"{plan.start}-06-30",
        span,
        Words(
            f"“{plan.name}”（{plan.start}—{plan.end}）规划的建议应在{plan.start}年上半年以前提出（{_first(plan.source)}）",
            f"the Recommendation for the plan of {plan.start} to {plan.end} was due before the middle of {plan.start} ({_first(plan.source)})",
        ),
    )


def _first(source: str) -> str:
    return source.partition(" ; ")[0]
