"""The verdict: how far a text can be trusted, and the earliest day on which it can have been written.

The grade is that of the worst doubts:

===== ================================================================= ===========================
grade the text is                                                       because there is
===== ================================================================= ===========================
A     whole and of its time                                             no doubt above a note
B     sound, with damage that is named and mended                       a ``minor`` doubt
C     to be used with care: a part is missing, contradicts itself       a ``major`` doubt
      or may be from another time
D     not what it claims to be, or not readable                         a ``fatal`` doubt
===== ================================================================= ===========================

The earliest day is that of the youngest proof (``luoshi.profile.evidence``); the proofs are the
places of all that is within a month of it, at most five.
"""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.document import Verdict
from luoshi.model.values import Doubt
from luoshi.profile.days import days_after
from luoshi.profile.evidence import Evidence, evidence
from luoshi.profile.silence import silence

_GRADES = (("fatal", "D"), ("major", "C"), ("minor", "B"))
_WHOLE = Words("全文完整，与所称时间相合。", "The text is whole and fits the time that it claims.")
_NOTED = Words("没有实质性疑点，只有提示。", "There are no real doubts, only notes.")
_REASONS = 3
"""No more reasons than this for each check."""

_PROOFS = 5
_NEAR = -31


def verdict(document: Document, doubts: list[Finding[Doubt]]) -> Verdict:
    """The grade with its reasons, and the earliest day with its proofs."""
    proofs: Sequence[Evidence] = evidence(document)
    adopted = document.profile.adopted
    if adopted is not None and silence(document, adopted).too_early:  # the date that it bears proves nothing then
        proofs = [proof for proof in proofs if proof.kind != "date" or proof.day < adopted.value.first_day]
    not_before = proofs[0].day if proofs else None
    spans: tuple[Span, ...] = ()
    if not_before:
        near = days_after(not_before, _NEAR)
        spans = tuple(dict.fromkeys(proof.span for proof in proofs if proof.day >= near))[:_PROOFS]
    for severity, grade in _GRADES:
        grave = [finding for finding in doubts if finding.value.severity == severity]
        if grave:
            return Verdict(grade, _reasons(grave), not_before, spans)
    return Verdict("A", (_NOTED if doubts else _WHOLE,), not_before, spans)


def _reasons(grave: list[Finding[Doubt]]) -> tuple[Words, ...]:
    """The explanations, a few for each check; how many more there are."""
    by_check: dict[str, list[Words]] = {}
    for finding in grave:
        words = by_check.setdefault(finding.value.check, [])
        if finding.value.explanation not in words:
            words.append(finding.value.explanation)
    reasons = []
    for words in by_check.values():
        reasons += words[:_REASONS]
        more = len(words) - _REASONS
        if more > 0:
            reasons.append(Words(f"另有{more}处同类疑点。", f"And {more} more of this kind."))
    return tuple(reasons)
