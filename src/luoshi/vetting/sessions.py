"""Whether the meeting that a document is from can have met when it says."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.knowledge.sessions import known_session, terms
from luoshi.model import Document, Finding, Period, Words
from luoshi.model.values import Doubt
from luoshi.profile.days import days_after
from luoshi.vetting.doubts import doubt

_YEAR = 366
_MONTH = 31
_MOST = 20
"""No committee has met more often than this in one term."""


def sessions(document: Document) -> Iterator[Finding[Doubt]]:
    """The committee's term, and the session itself, against the dates of the document."""
    session = document.profile.session
    if session is None:
        return
    value = session.value
    if value.number and value.number > _MOST:
        yield doubt(
            document,
            "sessions",
            "minor",
            session.span,
            Words(f"一届任期内不会有第{value.number}次会议。", f"No body meets {value.number} times in one term."),
        )
    stated = document.profile.adopted or document.profile.published
    if stated is None:
        return
    known, term = known_session(value.body, value.term, value.number), terms().get((value.body, value.term))
    if known is not None:
        held = Period(known.start, known.end)
        if stated.value.last_day < held.first_day or (
            document.profile.adopted is stated and stated.value.first_day > days_after(held.last_day, _MONTH)
        ):
            yield doubt(
                document,
                "sessions",
                "major",
                session.span,
                Words(
                    f"“{value.name}”{held}召开，与本文日期{stated.value}不合（{known.source}）。",
                    f"“{value.name}” met {held}, which does not fit the document's date {stated.value} ({known.source}).",
                ),
                evidence=(stated.span,),
            )
    if term is None:
        return
    too_early = stated.value.last_day < Period.of(term.since).first_day
    too_late = bool(term.until) and stated.value.first_day > days_after(Period.of(term.until).last_day, _YEAR)
    if too_early or too_late:
        yield doubt(
            document,
            "sessions",
            "fatal" if too_late else "major",
            session.span,
            Words(
                f"{value.body}第{value.term}届任期为{term.since}至{term.until or '今'}，{stated.value}开不了“{value.name}”（{term.source}）。",
                f"The {value.term}th {value.body} served from {term.since} to {term.until or 'now'}: it cannot have met as “{value.name}” around {stated.value} ({term.source}).",
            ),
            settles=Words("核对届次和年份。", "Check the number of the committee and the year."),
            evidence=(stated.span,),
        )
