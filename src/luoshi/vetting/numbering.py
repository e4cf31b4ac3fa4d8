"""Numbers that are skipped, come twice or run backward: something may be missing or out of place."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt
from luoshi.outline.gaps import Gap, gaps
from luoshi.vetting.doubts import doubt

_MOST = 20
"""No more gaps than this are listed one by one."""


def numbering(document: Document) -> Iterator[Finding[Doubt]]:
    """Each irregularity of the outline's numbers; one grave doubt where they are many."""
    found = list(gaps(document.outline))
    for gap in found[:_MOST]:
        severity = "note" if gap.node.kind == "point" else "minor"
        yield doubt(
            document, "numbering", severity, gap.span, _words(gap), evidence=(gap.before.span,) if gap.before else ()
        )
    grave = [gap for gap in found if gap.node.kind != "point"]
    if len(grave) >= _MOST:
        yield doubt(
            document,
            "numbering",
            "major",
            grave[0].span,
            Words(
                f"编号有{len(grave)}处缺漏、重复或颠倒：文本的次序不可靠。",
                f"The numbering is irregular in {len(grave)} places: the order of the text cannot be relied on.",
            ),
            settles=Words("改用原件或重新识别。", "The original, or a new recognition of it."),
        )


def _words(gap: Gap) -> Words:
    label = gap.node.label.strip() or str(gap.node.number)
    if gap.fault == "skipped":
        first, last = gap.missing[0], gap.missing[-1]
        which = str(first) if first == last else f"{first}—{last}"
        return Words(f"“{label}”之前缺编号{which}。", f"Number {which} is missing before “{label}”.")
    if gap.fault == "doubled":
        return Words(f"编号“{label}”重复。", f"The number “{label}” comes twice.")
    before = gap.before.number if gap.before else ""
    return Words(f"编号“{label}”排在{before}之后，次序颠倒。", f"“{label}” follows {before}: the order is reversed.")
