"""Whether a text can be of the time that it says: a phrase coined later proves that it is not."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt
from luoshi.profile.days import days_after
from luoshi.profile.evidence import Evidence, evidence
from luoshi.vetting.claims import claims
from luoshi.vetting.doubts import doubt

_SLACK = 31
"""Days by which a first appearance on record may be late without a doubt."""

_MOST = 12
"""No more impossible phrases than this are named one by one."""

_PROVEN = 2
"""So many impossible phrases show that a text is not what it claims; one alone may be an error of ours."""


def era(document: Document) -> Iterator[Finding[Doubt]]:
    """Each thing in the text that is younger than the document's own date: 碳达峰 in a text of 2015."""
    claimed = claims(document)
    if not claimed:
        return
    claim = claimed[0]
    latest = days_after(claim.until, _SLACK)
    younger = _each_once(proof for proof in evidence(document) if proof.day > latest)
    severity = "fatal" if len(younger) >= _PROVEN else "major"
    for proof in younger[:_MOST]:
        yield doubt(
            document,
            "era",
            severity,
            proof.span,
            Words(
                f"{proof.why.zh}，晚于本文自称的时间（{claim.what.zh}）：那时写不出这句话。",
                f"{_capital(proof.why.en)}. The text claims to be older ({claim.what.en}): it cannot have said this then.",
            ),
            settles=Words(
                "找到注明日期的首发版本；若确为旧文，此处应是后来改写。",
                "A dated first edition; if the text is old after all, this passage was rewritten later.",
            ),
            evidence=(claim.span,),
        )


def _each_once(proofs: Iterator[Evidence]) -> list[Evidence]:
    seen = set()
    kept = []
    for proof in proofs:
        key = proof.term or (proof.kind, proof.day)
        if key not in seen:
            seen.add(key)
            kept.append(proof)
    return kept


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
