"""Whether a text knows nothing of the years before the date that it bears: an old text under a new date."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.model import AnyFinding, Document, Span
from luoshi.profile.days import days_after
from luoshi.profile.evidence import Evidence, evidence

_RICH = 5
"""A text with fewer phrases, meetings and plans than this may rightly name nothing of its own years."""

_SILENT = 3 * 365
"""Days without one new phrase, meeting or plan after which a text is not of its date: plans and
reports of 2012 to 2026 name something of the last nine months."""

_ABREAST = 366


class Silence(NamedTuple):
    """What a text names that can be dated, the youngest first, and whether it falls silent too early."""

    proofs: list[Evidence]
    too_early: bool
    abreast: bool


def silence(document: Document, claim: AnyFinding, *others: AnyFinding | None) -> Silence:
    """The proofs that are not the words of the dates themselves (``claim``, ``others``), against the claim."""
    spans = [claim.span, *(other.span for other in others if other is not None)]
    proofs = [proof for proof in evidence(document) if proof.kind != "date" and not _touches(proof.span, spans)]
    if not proofs:
        return Silence([], too_early=False, abreast=False)
    said, youngest = claim.value.first_day, proofs[0].day
    too_early = len(proofs) >= _RICH and said > days_after(youngest, _SILENT)
    return Silence(proofs, too_early, said <= days_after(youngest, _ABREAST))


def _touches(span: Span, others: list[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
