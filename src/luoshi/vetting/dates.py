"""Whether the dates of a document fit each other: posted, adopted, announced, planned for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from luoshi.knowledge.periods import period_by_number
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.patterns import regex
from luoshi.profile.days import days_after
from luoshi.profile.own_meeting import met_by
from luoshi.vetting.doubts import doubt

_COMING = regex(r"将(?:于|在)[^。；\n]{0,30}?(?:召开|举行|举办|开幕)")
_DAY = regex(r"月([0-9]{1,2})日")
_MONTH = regex(r"(?<![0-9])[0-9]{1,2}$")
_HEAD = 1200
_LATE = 92
"""Days after which a page that announces a meeting is too late to do so."""


def dates(document: Document) -> Iterator[Finding[Doubt]]:
    """Dates that cannot both be true, or that a reader may take for one another."""
    yield from _announced_too_late(document)
    yield from _posted_is_not_adopted(document)
    yield from _planned_after_start(document)
    yield from _no_such_day(document)
    yield from _undated(document)


def _announced_too_late(document: Document) -> Iterator[Finding[Doubt]]:
    """A page of 2025 that says of a meeting of 2015 that it will be held."""
    posted, met = document.profile.published or document.profile.reposted, met_by(document)
    if posted is None or met is None:
        return
    coming = _COMING.search(document.text.content, 0, _HEAD)
    if coming is None:
        return
    if posted.value.first_day > days_after(met.until, _LATE):
        yield doubt(
            document,
            "dates",
            "fatal",
            Span(*coming.span()),
            Words(
                f"页面日期为{posted.value}，却用将来时预告会议；而{met.what.zh}。旧事被当作新闻发布。",
                f"The page is dated {posted.value} and announces a meeting as yet to come, but {met.what.en}. Old news is given out as new.",
            ),
            settles=Words("查会议的正式报道及其日期。", "The official report of the meeting and its date."),
            evidence=(posted.span, met.span),
        )


def _posted_is_not_adopted(document: Document) -> Iterator[Finding[Doubt]]:
    profile = document.profile
    adopted, posted = profile.adopted, profile.reposted or profile.published
    if adopted is None or posted is None:
        return
    if posted.value.last_day < adopted.value.first_day:
        yield doubt(
            document,
            "dates",
            "major",
            posted.span,
            Words(
                f"页面日期{posted.value}早于通过日期{adopted.value}。",
                f"The page is dated {posted.value}, before the adoption on {adopted.value}.",
            ),
            evidence=(adopted.span,),
        )
    elif posted.value.first_day > days_after(adopted.value.last_day, 7):
        yield doubt(
            document,
            "dates",
            "note",
            posted.span,
            Words(
                f"页面日期{posted.value}是转载日期，不是通过日期（{adopted.value}）。",
                f"{posted.value} is when the page was posted, not when the text was adopted ({adopted.value}).",
            ),
            evidence=(adopted.span,),
        )


def _planned_after_start(document: Document) -> Iterator[Finding[Doubt]]:
    """A Recommendation is adopted before its plan begins, or soon after."""
    profile = document.profile
    if profile.adopted is None or profile.period is None or profile.genre is None or profile.genre.value != "建议":
        return
    start, adopted = profile.period.value.first_day, profile.adopted.value.first_day
    if not any(str(plan.start) == start[:4] for plan in period_by_number().values()):
        return
    if adopted > days_after(start, 183) or adopted < days_after(start, -550):
        yield doubt(
            document,
            "dates",
            "major",
            profile.adopted.span,
            Words(
                f"建议通过于{profile.adopted.value}，与规划期{profile.period.value}不合。",
                f"The Recommendation is said to be adopted on {profile.adopted.value}, which does not fit a plan for {profile.period.value}.",
            ),
            evidence=(profile.period.span,),
        )


def _no_such_day(document: Document) -> Iterator[Finding[Doubt]]:
    content = document.text.content
    for found in _DAY.finditer(content):
        at = found.start()
        month = _MONTH.search(content[max(0, at - 3) : at])
        if month is None:
            continue
        try:
            date(2024, int(month[0]), int(found[1]))  # a leap year: 29 February is a day
        except ValueError:
            words = month[0] + found[0]
            yield doubt(
                document,
                "dates",
                "minor",
                Span(found.end() - len(words), found.end()),
                Words(f"没有“{words}”这一天。", f"There is no such day as {words}."),
            )


def _undated(document: Document) -> Iterator[Finding[Doubt]]:
    """A text that names no day of its own: what was concluded instead."""
    profile = document.profile
    written = profile.written
    if written is None or written.basis != "inferred" or profile.adopted is not None or profile.published is not None:
        return
    yield doubt(
        document,
        "dates",
        "note",
        written.span,
        Words(
            f"本文没有写明日期；据内容推定写于{written.value}。",
            f"The text gives no full date of its own; from what it says it was written {written.value}.",
        ),
        evidence=written.evidence,
    )
