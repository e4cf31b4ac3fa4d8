"""Tables of contents: lists of headings in front of the text are not the outline."""

from __future__ import annotations

from itertools import pairwise

from luoshi.outline.numbering import RANKS
from luoshi.outline.plain import is_front_matter
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import LONGEST
from luoshi.patterns import regex

_CONTENTS = regex(r"[ \u3000\t]{0,8}目[ \u3000\t]{0,4}[录次][ \u3000\t]{0,8}$")
_NOISE = regex(r"[\W\dA-Za-z_]+")
_LEAST = 4


def without_contents(signs: list[Sign], lines: Lines) -> list[Sign]:
    """The signs without those of a table of contents.

    A contents page is named so (目录), or is a run of headings without text between them; and its
    headings come again where the text begins. Where none comes again nothing is taken away.
    """
    named = next(
        (i for i, line in enumerate(lines.texts[:400]) if len(line) <= 20 and "目" in line and _CONTENTS.match(line)),
        None,
    )
    if named is not None:
        return _skip(signs, lines, named)
    run = 0
    for before, sign in pairwise(signs):
        if sign.line != before.line + 1 or sign.heading is None or sign.heading.end < lines.end(sign.line):
            break
        run += 1
    return _skip(signs, lines, signs[0].line) if run >= _LEAST else signs


def _skip(signs: list[Sign], lines: Lines, start: int) -> list[Sign]:
    """Leave out the signs from line ``start`` to where the first of their headings comes again."""
    seen: set[str] = set()
    before = [sign for sign in signs if sign.line < start]
    rest = signs[len(before) :]
    for index, sign in enumerate(rest):
        key = _key(sign)
        if len(key) >= 5 and key in seen:
            first = index
            while first and _opens(rest[first - 1], rest[first], lines):
                first -= 1  # 第一编 stands above 第一章, which came again
            if first and is_front_matter(rest[first - 1].title):
                first -= 1  # 前言 too
            return before + rest[first:]
        seen.add(key)
    return signs


def _opens(above: Sign, below: Sign, lines: Lines) -> bool:
    outer = RANKS.get(above.style, 99) < RANKS.get(below.style, 0)
    return outer and above.line == below.line - 1 and above.number == 1 and len(lines.texts[above.line]) <= LONGEST


def _key(sign: Sign) -> str:
    """A heading without spaces, dots and page numbers: 第二章总体要求."""
    return _NOISE.sub("", sign.label + sign.title)
