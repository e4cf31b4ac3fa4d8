"""The tree of parts, chapters, items and points that a text is divided into."""

from __future__ import annotations

from luoshi.model import Section, Text
from luoshi.outline.contents import without_contents
from luoshi.outline.headings import line_signs
from luoshi.outline.nesting import kinds, set_ranks
from luoshi.outline.points import with_points
from luoshi.outline.signs import Lines
from luoshi.outline.tree import grow

__all__ = ["outline"]


def outline(text: Text) -> Section:
    """The root of the outline of a clean text: kind ``document``, spanning all of it."""
    lines = Lines.of(text.content)
    signs = without_contents(line_signs(text, lines), lines)
    set_ranks(signs)
    signs = with_points(text.content, lines, signs)
    return grow(signs, kinds(signs), len(text.content))
