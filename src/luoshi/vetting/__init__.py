"""Doubts about a text, and the verdict on it; one file a check."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from luoshi.model import Document, Finding
from luoshi.model.values import Doubt
from luoshi.vetting.age import age
from luoshi.vetting.arithmetic import arithmetic
from luoshi.vetting.closing import closing
from luoshi.vetting.dates import dates
from luoshi.vetting.due import due
from luoshi.vetting.endings import endings
from luoshi.vetting.enough import enough
from luoshi.vetting.era import era
from luoshi.vetting.figures import figures
from luoshi.vetting.grade import verdict
from luoshi.vetting.headings import headings
from luoshi.vetting.intrusions import intrusions
from luoshi.vetting.letters import letters
from luoshi.vetting.limits import limits
from luoshi.vetting.numbering import numbering
from luoshi.vetting.remarks import remarks
from luoshi.vetting.repeats import repeats
from luoshi.vetting.second import second
from luoshi.vetting.sessions import sessions
from luoshi.vetting.subject import subject
from luoshi.vetting.substance import substance
from luoshi.vetting.twice import twice

Check = Callable[[Document], Iterator[Finding[Doubt]]]

CHECKS: tuple[Check, ...] = (
    era,
    age,
    dates,
    sessions,
    numbering,
    headings,
    intrusions,
    endings,
    closing,
    repeats,
    subject,
    second,
    arithmetic,
    figures,
    limits,
    due,
    twice,
    substance,
    enough,
    letters,
    remarks,
)
"""The checks; each looks at the document alone, so their order does not matter."""

__all__ = ["CHECKS", "vet"]


def vet(document: Document) -> Document:
    """The document with its doubts (findings of kind ``doubt``) and its verdict."""
    doubts = [finding for check in CHECKS for finding in check(document)]
    return replace(document.with_findings(doubts), verdict=verdict(document, doubts))
