"""A bound that stands before what is compared with: ``不低于当地低保标准的1.6倍``, ``超过全国一半``."""

from __future__ import annotations

from luoshi.extraction.amounts.bounds import NO_PREFIX, Prefix
from luoshi.extraction.amounts.measures import lead_of
from luoshi.patterns import regex

_bound = regex(r"(?P<word>不低于|不少于|不超过|不高于|超过|高于|低于)[^，。；、0-9]{1,18}$")
_COMPARATORS = {"不低于": ">=", "不少于": ">=", "不超过": "<=", "不高于": "<=", "超过": ">", "高于": ">", "低于": "<"}


def held_to(content: str, start: int) -> Prefix | None:
    """The bound before what the multiple or share at ``start`` is taken of, or ``None``."""
    lead = lead_of(content, start)
    found = _bound.search(lead)
    if found is None:
        return None
    return NO_PREFIX._replace(length=len(lead) - found.start(), comparator=_COMPARATORS[found["word"]])
