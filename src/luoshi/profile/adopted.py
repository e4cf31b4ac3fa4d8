"""The adoption: the day on which a meeting passed the text."""

from __future__ import annotations

import re

from luoshi.knowledge.genres import BULLETIN
from luoshi.model import Document, Finding, Period, Profile, Span
from luoshi.patterns import regex
from luoshi.profile.days import DAY, day
from luoshi.profile.head import Head, field

_ADOPTED = regex(rf"[（(](?P<day>{DAY})[^（）()]{{2,80}}?(?:审议)?(?:通过|批准)[）)]")
_IN_WORDS = regex(
    rf"(?P<day>{DAY})[^（）()。\n]{{0,40}}?(?:会议|全会)[^（）()。\n]{{0,12}}?(?:审议|表决)?(?:通过|批准)(?=了?(?:《|本|$|\n|。|，))"
)


def adopted(document: Document, head: Head, profile: Profile) -> Finding[Period] | None:
    """The day in the line ``（二〇二五年十二月十七日…全体会议通过）``, or in a sentence that says so."""
    if profile.genre is not None and profile.genre.value == BULLETIN:
        return None  # only what it carries was adopted
    found, base = _search(_ADOPTED, head.reach), 0
    if found is None and (found := _search(_IN_WORDS, "\n".join(line.words for line in head.lines))):
        at = head.reach.find(found[0])
        base = at - found.start()
        if at < 0:
            return None
    if found is None:
        found, base = _search(_ADOPTED, head.foot), head.foot_start
    if found is None:
        return None
    period = day(found["day"])
    if period is None:
        return None
    return field(document, "adopted", period, Span(base + found.start(), base + found.end()), normalised=True)


def _search(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """What the pattern finds, where there is one of the words that it cannot do without."""
    return pattern.search(words) if "通过" in words or "批准" in words else None
