"""How a check says what it doubts."""

from __future__ import annotations

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt


def doubt(
    document: Document,
    check: str,
    severity: str,
    span: Span,
    explanation: Words,
    *,
    settles: Words | None = None,
    evidence: tuple[Span, ...] = (),
) -> Finding[Doubt]:
    """A doubt that the words at ``span`` raise (an empty span: the place where something is missing)."""
    return Finding(
        "doubt",
        Doubt(check, severity, explanation, settles),
        span,
        document.text[span],
        f"vetting.{check}",
        "inferred",
        explanation,
        evidence,
    )
