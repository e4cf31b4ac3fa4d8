"""Whether a text is older than it says: an old report under a new date knows nothing of the years between."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Period, Span, Words
from luoshi.model.values import Doubt
from luoshi.profile.days import days_after
from luoshi.profile.evidence import Evidence
from luoshi.profile.silence import silence
from luoshi.profile.written import report_of_year, years_ahead
from luoshi.vetting.doubts import doubt

_SURE = 10
_LATE = 366
_SHOWN = 3


def age(document: Document) -> Iterator[Finding[Doubt]]:
    """A text of 2014 that is said to be passed or published in 2025."""
    profile = document.profile
    claim = profile.adopted or profile.published
    if claim is None:
        return
    proofs, silent, abreast = silence(document, claim, profile.reposted, profile.session)
    if abreast:
        return
    ahead = [
        bound
        for bound in (*report_of_year(document), *years_ahead(document))
        if claim.value.first_day > days_after(bound.day, _LATE)
    ]
    if not silent and not (ahead and (not proofs or proofs[0].day <= ahead[0].day)):
        return
    grave = profile.adopted is not None and silent and (len(proofs) >= _SURE or bool(ahead))
    why_zh, why_en, spans = [], [], []
    for bound in ahead[:1]:
        why_zh.append(bound.why.zh)
        why_en.append(bound.why.en)
        spans.append(bound.span)
    if silent:
        zh, en = _silence(proofs, claim.value)
        why_zh.append(zh)
        why_en.append(en)
        spans += [proof.span for proof in proofs[:_SHOWN]]
    yield doubt(
        document,
        "era",
        "fatal" if grave else "major",
        claim.span,
        Words(
            f"日期{claim.value}与内容不合：{'；'.join(why_zh)}。旧文可能被安上了新日期。",
            f"The date {claim.value} does not fit what the text says: {'; '.join(why_en)}. An old text may have got a new date.",
        ),
        settles=Words("按正文首句检索首发版本。", "A search for the first edition by the body's first sentence."),
        evidence=_once(spans),
    )


def _silence(proofs: list[Evidence], claimed: Period) -> tuple[str, str]:
    youngest, count = proofs[0], len(proofs)
    return (
        f"文中可断代的提法、会议、规划共{count}处，最晚的一处：{youngest.why.zh}，此后到{claimed}之间的一处也没有",
        f"it has {count} phrases, meetings and plans that can be dated, none younger than this up to {claimed}: {youngest.why.en}",
    )


def _once(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
