"""The tree of parts, chapters, items and points that a text is divided into."""

from __future__ import annotations

from luoshi.model import Section, Text
from luoshi.outline.contents import without_contents
from luoshi.outline.gaps import gaps
from luoshi.outline.headings import line_signs
from luoshi.outline.lost import lost_headings
from luoshi.outline.nesting import set_ranks
from luoshi.outline.numbering import POINTS
from luoshi.outline.points import with_points
from luoshi.outline.repair import Recovery
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.tree import grow

__all__ = ["outline"]


def outline(text: Text) -> Section:
    """The root of the outline of a clean text: kind ``document``, spanning all of it."""
    lines = Lines.of(text.content)
    signs = without_contents(line_signs(text, lines), lines)
    root = _tree(text, lines, signs)
    found = [gap for gap in gaps(root) if gap.node.kind != "point"]
    repaired = Recovery(text, lines, signs, root).of(found) if found else signs
    if repaired is not signs:
        signs = repaired
        root = _tree(text, lines, signs)
    repaired = Recovery(text, lines, signs, root).behind_the_last()
    if repaired is not signs:
        signs = repaired
        root = _tree(text, lines, signs)
    lost = lost_headings(lines, [sign for sign in signs if sign.style not in POINTS])
    return _tree(text, lines, sorted([*signs, *lost], key=_place)) if lost else root


def _tree(text: Text, lines: Lines, signs: list[Sign]) -> Section:
    set_ranks(signs)
    signs = with_points(text.content, lines, signs)
    return grow(signs, len(text.content))


def _place(sign: Sign) -> tuple[int, bool]:
    """A lost heading stands before the item that it begins with."""
    return (sign.start, sign.heading is not None)
