"""When the text was written: the day that it states itself, or the interval that the evidence leaves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from luoshi.knowledge.sessions import CENTRAL, KnownSession, known_session, plenum_after
from luoshi.model import Document, Finding, Period, Span, Words
from luoshi.patterns import regex
from luoshi.profile.evidence import Evidence, evidence, named_meetings
from luoshi.profile.meetings import Meeting
from luoshi.profile.own_meeting import met_by
from luoshi.profile.silence import silence


class Bound(NamedTuple):
    """A reason why the text is not younger than ``day``."""

    day: str
    span: Span
    why: Words


def written(document: Document) -> Finding[Period] | None:
    """The day or interval in which the text was written.

    A text that a meeting passed, or that was delivered at one, was written by that day: that is the
    day taken. Else it is concluded: not before the youngest thing that the text speaks of as past,
    not after the page on which it stands, the next plenum that it does not know of, the year that it
    still looks forward to. A day without a year (``5月30日``) gets the one year that fits. ``None``
    where the text gives no hold on one of the two sides.
    """
    proofs: Sequence[Evidence] = evidence(document)
    stated = _stated(document, proofs)
    if stated is not None:
        return stated
    adopted = document.profile.adopted
    if adopted is not None and silence(document, adopted).too_early:
        proofs = [proof for proof in proofs if proof.kind != "date" or proof.day < adopted.value.first_day]
    if not proofs:
        return None
    lower = proofs[0]
    bounds = sorted(bound for bound in _bounds(document) if bound.day >= lower.day)
    if not bounds:
        return None
    upper = bounds[0]
    on = _day_of_event(document, lower.day, upper.day) or _day_of_publication(document, upper)
    span = on[0] if on else lower.span
    period = on[1] if on else Period(lower.day, upper.day)
    reasons = [proof.why for proof in _strongest(proofs)]
    ends = [bound.why for bound in bounds[:2]]
    if on is None:
        conclusion = Words(f"故写于{period}。", f"So it was written in {period}.")
    elif on[0] == upper.span:
        conclusion = Words("内容与此相合，故取发布之日。", "The content agrees: the day of publication is taken.")
    else:
        conclusion = Words(
            f"“{document.text[span]}”没有写年份，{period}是唯一相合的一天。",
            f"“{document.text[span]}” names no year; {period} is the one day that fits.",
        )
    return Finding(
        "written",
        period,
        span,
        document.text[span],
        "profile.written",
        "inferred",
        Words(
            "；".join(why.zh for why in (*reasons, *ends)) + "。" + conclusion.zh,
            "; ".join(why.en for why in (*reasons, *ends)) + ". " + conclusion.en,
        ),
        tuple(dict.fromkeys([proof.span for proof in _strongest(proofs)] + [bound.span for bound in bounds[:2]])),
    )


def _stated(document: Document, proofs: Sequence[Evidence]) -> Finding[Period] | None:
    """The day of adoption or delivery, or a report's own ``今天``, where nothing younger speaks against it."""
    youngest = proofs[0].day if proofs else ""
    profile = document.profile
    for finding in (profile.adopted, profile.published):
        if finding is None or finding.value.last_day < youngest or silence(document, finding).too_early:
            continue
        told = _DELIVERED.search(document.text.content, finding.span.start, finding.span.end + 80)
        if finding is profile.adopted or told or _is_today(document, finding.value):
            return Finding(
                "written", finding.value, finding.span, finding.quote, "profile.written", "normalised", None, ()
            )
    return None


_DELIVERED = regex(r"日[^。\n]{0,60}\n?[^。\n]{0,20}(?:会议|大会)上")
_TODAY = regex(r"(?:今天|今日|昨天|昨日)[（(]?(?:([0-9]{1,2})月)?([0-9]{1,2})日")
_DAY = regex(
    r"(?<![0-9年至—-])(?P<month>[0-9]{1,2})月 ?(?P<day>[0-9]{1,2})日(?:至(?:(?P<tomonth>[0-9]{1,2})月)?(?P<to>[0-9]{1,2})日)?"
    r"(?P<what>[^。\n]{0,40}(?:召开|举行|会议|全会|电|讯))?"
)
_LATE = 92
_OPENING = 400
"""How far into a text the day stands on which it happened: the dateline or the first sentence."""


def _is_today(document: Document, period: Period) -> bool:
    """Whether the report says itself that it is of that day: 今天（12月29日）召开."""
    found = _TODAY.search(document.text.content[:3000])
    if found is None:
        return False
    last = date.fromisoformat(period.last_day)
    said = int(found[2]), int(found[1] or last.month)
    return any(((last - timedelta(days)).day, (last - timedelta(days)).month) == said for days in (0, 1))


def _strongest(proofs: Sequence[Evidence]) -> list[Evidence]:
    """The youngest proof, and the youngest of each other kind, at most three."""
    chosen: list[Evidence] = []
    for proof in proofs:
        if all(proof.kind != other.kind for other in chosen):
            chosen.append(proof)
    return chosen[:3]


def _bounds(document: Document) -> Iterator[Bound]:
    profile = document.profile
    for finding in (profile.published, profile.reposted):
        if finding is not None:
            yield Bound(
                finding.value.last_day,
                finding.span,
                Words(f"页面日期为{finding.value}", f"the page is dated {finding.value}"),
            )
    yield from _plenum_unknown(document)
    yield from years_ahead(document)
    yield from report_of_year(document)


def _plenum_unknown(document: Document) -> Iterator[Bound]:
    """Party and government texts begin with the latest plenum: the next one had not met yet."""
    named = [meeting for meeting in named_meetings(document) if meeting.known]
    for local in (False, True):
        held = [each for each in named if each.held and (each.body == CENTRAL) != local]
        held = [each for each in held if each.body.endswith("委员会") or not local]
        if not held:
            continue
        last = max(held, key=_start)
        assert last.known is not None
        following = _following(last.known, local=local)
        if following is None or any(each.known == following for each in named):
            continue
        words = document.text[last.span]
        name = f"{following.body}第{following.term}届第{following.number}次全会" if following.number else following.body
        yield Bound(
            Period(following.start, following.end).last_day,
            last.span,
            Words(
                f"最近提到的是“{words}”，没有提到{following.start}召开的{name}（{following.source.partition(' ; ')[0]}）",
                f"the latest plenum it names is “{words}”, not {name} of {following.start} ({following.source.partition(' ; ')[0]})",
            ),
        )


def _following(known: KnownSession, *, local: bool) -> KnownSession | None:
    if local:
        return known_session(known.body, known.term, known.number + 1)
    return plenum_after(known)


def _start(meeting: Meeting) -> str:
    return meeting.known.start if meeting.known else ""


_GOAL = regex(
    r"(?:力争|争取|努力|确保|力求)到?((?:20)[0-9]{2})年|到((?:20)[0-9]{2})年[，,]?[^。；\n]{0,24}?(?:力争|确保|预计|将|争取)"
)


def years_ahead(document: Document) -> Iterator[Bound]:
    """The nearest year that the text still aims at; where it also plans for 今年, that is an earlier one."""
    content = document.text.content
    years = [(int(found[1] or found[2]), found) for found in _goals(content)]
    if not years:
        return
    year, found = min(years, key=_first)
    end = year - 1 if any(aim in content for aim in _AIMS_OF_THE_YEAR) else year
    yield Bound(
        f"{end}-12-31",
        Span(*found.span()),
        Words(
            f"“{found[0]}”是将来" + ("，而“今年”另有目标" if end < year else ""),
            f"“{found[0]}” lies ahead" + (", and 今年 (this year) has aims of its own" if end < year else ""),
        ),
    )


_AIMS_OF_THE_YEAR = ("确保今年", "力争今年", "完成今年", "实现今年")
_IN_YEAR = regex(r"20[0-9]{2}年")
_BEFORE_YEAR = 3
"""A goal begins so near before its year: 力争到2030年."""


def _goals(content: str) -> Iterator[re.Match[str]]:
    """Matches of ``_GOAL``, looked for only around the years of this century."""
    end = 0
    for year in _IN_YEAR.finditer(content):
        for start in range(max(end, year.start() - _BEFORE_YEAR), year.start()):
            if content[start] in "力争努确到" and (found := _GOAL.match(content, start)):
                yield found
                end = found.end()
                break


def _first(pair: tuple[int, re.Match[str]]) -> int:
    return pair[0]


_REVIEW = regex(r"(?:^|\n)[^\n。]{0,20}?((?:20)[0-9]{2})年(?:的)?(?:政府|主要)?工作回顾")


def _review(content: str) -> re.Match[str] | None:
    """The first match of ``_REVIEW``, looked for only in lines with its rarest word."""
    at = content.find("工作回顾")
    while at >= 0:
        found = _REVIEW.match(content, max(0, content.rfind("\n", 0, at)))
        if found:
            return found
        at = content.find("工作回顾", at + 1)
    return None


def report_of_year(document: Document) -> Iterator[Bound]:
    """A government work report looks back on a year and is read out in the first half of the next."""
    found = _review(document.text.content)
    if found:
        year = int(found[1])
        span = Span(found.start() + (found[0][0] == "\n"), found.end())
        yield Bound(
            f"{year + 1}-06-30",
            span,
            Words(
                f"“{document.text[span]}”：报告在次年上半年作出",
                f"“{document.text[span]}”: such reports are given in the first half of the next year",
            ),
        )


def _day_of_publication(document: Document, upper: Bound) -> tuple[Span, Period] | None:
    """The day of first publication, where nothing in the text is against it.

    Not where another bound is earlier (then the page is a later copy), nor where the document's own
    meeting was long over by then (then the date is false).
    """
    published = document.profile.published
    if published is None or published.span != upper.span:
        return None
    met = met_by(document)
    if met is not None and (date.fromisoformat(published.value.first_day) - date.fromisoformat(met.until)).days > _LATE:
        return None
    return published.span, published.value


def _day_of_event(document: Document, lower: str, upper: str) -> tuple[Span, Period] | None:
    """The first day without a year in the opening, in the one year in which it fits between the bounds."""
    found = _DAY.search(document.text.content, 0, _OPENING)
    if found is None or found["what"] is None:
        return None
    month, day = int(found["tomonth"] or found["month"]), int(found["to"] or found["day"])
    fitting = []
    for year in range(int(lower[:4]), int(upper[:4]) + 1):
        try:
            on = date(year, month, day).isoformat()
        except ValueError:
            continue
        if lower <= on <= upper:
            fitting.append(on)
    if len(fitting) != 1:
        return None
    return Span(found.start(), found.start("what")), Period(fitting[0], fitting[0])
