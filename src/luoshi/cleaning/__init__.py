"""Clean text from the text that the file gave: every change recorded, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from luoshi.cleaning.encoding import encoding
from luoshi.cleaning.finder import forget_hits
from luoshi.cleaning.furniture import furniture
from luoshi.cleaning.intrusions import intrusions
from luoshi.cleaning.lines import lines
from luoshi.cleaning.marked import marked
from luoshi.cleaning.markup import markup
from luoshi.cleaning.reasons import REASONS
from luoshi.cleaning.script import script
from luoshi.cleaning.shape import forget_lines
from luoshi.cleaning.spaces import spaces
from luoshi.cleaning.width import width
from luoshi.model import Edit, Original, Text

Step = Callable[[Text], Iterator[Edit]]

STEPS: tuple[Step, ...] = (
    encoding,  # the first three keep the length wherever they can: the text stays one run
    script,
    width,
    marked,
    markup,
    furniture,
    intrusions,
    lines,
    spaces,
)
"""The steps in order. Each sees the text as the one before left it."""

_PASSES = 12  # most texts need one or two; tags inside tags need more

_SETTLED = frozenset({"lines.blank", "lines.indent", "width.digits", "width.punctuation"})
"""Changes that bring nothing new to light: after a pass of only these the text is clean (but for ``,，``,
where each mark waits for the one beside it)."""

__all__ = ["REASONS", "STEPS", "clean"]


def clean(original: Original) -> Text:
    """One paragraph a line; no blank lines, indents or trailing spaces; table cells divided by TAB.

    Simplified characters, half-width digits and letters, full-width Chinese punctuation. What is no
    part of the document is taken out (``Text.edits`` says what and why, ``REASONS`` in words). The
    steps are repeated until they find nothing new, so that cleaning a clean text changes nothing.
    """
    text = Text.of(original)
    again = STEPS if "&" in original.content else STEPS[1:]  # only an entity can hide what the first step looks for
    silent: dict[Step, Text] = {}  # the text in which a step found nothing: it need not be asked about it again
    for number in range(_PASSES):
        known = len(text.edits)
        for step in again if number else STEPS:
            if silent.get(step) is not text:
                before, text = text, text.apply(step(text))
                if text is before:
                    silent[step] = text
        if all(edit.reason in _SETTLED for edit in text.edits[known:]) and not any(
            silent.get(step) is not text and next(step(text), None)
            for step in (width, markup)  # markup: a sign behind an indent (`` # …``)
        ):
            break
    forget_hits()
    forget_lines()
    return text
