"""Whether the text that a PDF gives is what its pages show, judged by the characters that it is made of.

A scanned PDF gives none. One whose fonts do not say which characters their glyphs are gives
characters that nobody writes: private ones, unassigned ones, other scripts, rare Chinese.
"""

from __future__ import annotations

from luoshi.sources.likelihood import likelihood

MIN_PER_PAGE = 20
"""Fewer characters a page than this, over the whole file: the pages are pictures."""

MIN_LIKELIHOOD = 0.55
"""Chinese official text has 0.75 to 0.95; characters drawn at random from the usual 3,755 have 0.45."""


def fault(text: str, pages: int) -> str:
    """Why the text of a PDF cannot be used: ``none``, ``garbage``, or ``""`` where it can."""
    characters = [character for character in text if not character.isspace()]
    if len(characters) < MIN_PER_PAGE * max(1, pages):
        sensible = len(characters) > 1 and likelihood("".join(characters)) >= 0 and pages <= 2
        return "" if sensible and len(characters) >= MIN_PER_PAGE / 2 else "none"
    beyond = [character for character in characters if character > "\x7f"]
    if len(beyond) * 5 >= len(characters):
        chinese = sum("\u3000" <= character <= "\u9fff" for character in beyond)
        return (
            "" if likelihood("".join(beyond)) >= (MIN_LIKELIHOOD if chinese * 2 > len(beyond) else 0.0) else "garbage"
        )
    words = sum(character.isalnum() for character in characters)
    controls = sum(character < " " for character in characters)
    return "garbage" if words * 2 < len(characters) or controls * 20 > len(characters) else ""
