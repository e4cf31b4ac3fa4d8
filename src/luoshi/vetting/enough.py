"""Whether there is enough of a text to judge it by: a line or two can be whole and of any time."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Doubt
from luoshi.vetting.doubts import doubt

_ENOUGH = 100
"""Characters. The shortest real document of the corpus has twenty times as many."""


def enough(document: Document) -> Iterator[Finding[Doubt]]:
    """A text too short to say that it is whole."""
    size = len(document.text)
    if size >= _ENOUGH:
        return
    yield doubt(
        document,
        "enough",
        "major",
        Span(0, min(size, 24)),
        Words(
            f"全文只有{size}字，不足以判断是否完整、是否与所称时间相合。",
            f"The text has only {size} character{'s' * (size != 1)}: too few to tell whether it is whole and of its time.",
        ),
        settles=Words("找到全文。", "The full text."),
    )
