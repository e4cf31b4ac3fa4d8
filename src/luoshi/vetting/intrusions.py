"""Text that a mirror injected into the body, taken out by cleaning: the source is not a first edition."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.reasons import REASONS
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_SHOWN = 40


def intrusions(document: Document) -> Iterator[Finding[Doubt]]:
    """Each injected stretch, at the place where it stood."""
    for edit in document.text.edits:
        if not edit.reason.startswith("intrusions."):
            continue
        injected = edit.before.strip()
        shown = injected if len(injected) <= _SHOWN else f"{injected[:_SHOWN]}…"
        at = document.text.forward(edit.span).start
        what = REASONS.get(edit.reason, Words(edit.reason, edit.reason))
        yield doubt(
            document,
            "intrusions",
            "minor",
            Span(at, at),
            Words(
                f"正文中有外来文字“{shown}”（{what.zh}），已移去。",
                f"“{shown}” stood in the body ({what.en}); it was taken out.",
            ),
            settles=Words("改用官方首发版本。", "The official first edition."),
        )
