"""What a document says of its own time: the days after which it says it cannot have been written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from luoshi.knowledge.sessions import known_session, terms
from luoshi.model import Document, Period, Span, Words


class Claim(NamedTuple):
    """The document's own word that it is not from after ``until`` (an ISO day)."""

    until: str
    span: Span
    what: Words


def claims(document: Document) -> list[Claim]:
    """The claims, the earliest day first: adoption, publication, page, and the meeting that it is from."""
    profile = document.profile
    found = []
    for finding, zh, en in (
        (profile.adopted, "通过日期", "date of adoption"),
        (profile.published, "发布日期", "date of publication"),
        (profile.reposted, "页面日期", "date of the page"),
    ):
        if finding is not None:
            found.append(
                Claim(
                    finding.value.last_day,
                    finding.span,
                    Words(f"{zh}{finding.value}", f"{en}, {finding.value}"),
                )
            )
    met = met_by(document)
    if met is not None:
        found.append(met)
    return sorted(found)


def met_by(document: Document) -> Claim | None:
    """The last day on which the document's own meeting can have met, as the tables of sessions know it."""
    session = document.profile.session
    if session is None:
        return None
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
    term = terms().get((value.body, value.term))
    if term is None or not term.until:
        return None
    return Claim(
        Period.of(term.until).first_day,
        session.span,
        Words(
            f"“{value.name}”：第{value.term}届任期至{term.until}（{_first(term.source)}）",
            f"“{value.name}”: that committee served until {term.until} ({_first(term.source)})",
        ),
    )


def days_after(day: str, count: int) -> str:
    """The ISO day ``count`` days after another."""
    return (date.fromisoformat(day) + timedelta(count)).isoformat()


def _first(source: str) -> str:
    return source.partition(" ; ")[0]
