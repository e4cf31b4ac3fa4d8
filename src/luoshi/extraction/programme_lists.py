"""Programmes that share their word of form: 实施渔港提升、岸线修复等六大行动 names two."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.name_starts import LED
from luoshi.extraction.programme_forms import COMMON, GENERIC, TELLS_FIRST, TELLS_WITHIN
from luoshi.patterns import regex

SHARED = ("行动", "工程", "计划", "战略", "行动计划")
"""Forms that a list shares."""

_SUCH = regex(r"等(?:[\d一二两三四五六七八九十]{1,3}[大项个])?(?:国家|省级|系列|一批|重大|重点|专项|标志性|主题){0,2}$")
_TAIL = 12
_GOVERNS = regex(r"(?s:.*)(?:实施|启动|组织|开展)(?:了|好)?")
"""Verbs whose objects are programmes; 加强甲、乙等重点工程建设 speaks of works."""
_JOINED = regex(r"(?<=..)(?:和|与|以及|及)(?=[^、]{4,}$)")
_REACH = 160
_LEAST, _LONGEST, _MOST = 4, 24, 9


def names_before(content: str, at: int) -> Iterator[tuple[int, int]]:
    """Where the names stand in a list whose 等 stands right before the form at ``at``."""
    such = _SUCH.search(content, max(0, at - _TAIL), at)
    if such is None:
        return
    end = such.start()
    low = max(0, end - _REACH)
    start = max(content.rfind(mark, low, end) for mark in "，。；：！？\n") + 1 or low
    first = content.find("、", start, end)
    verb = _GOVERNS.match(content, start, first) if first > 0 else None
    if verb is None or content.count("、", first, end) > _MOST:
        return
    begin = verb.end()
    names = []
    for part in content[begin:end].split("、"):
        names.append((begin, begin + len(part)))
        begin += len(part) + 1
    if (joint := _JOINED.search(content, *names[-1])) and not LED.match(content, *names[-1]):
        first, last = names[-1]
        names[-1:] = [(first, joint.start()), (joint.end(), last)]
    if all(_may_name(content[slice(*name)]) for name in names):
        yield from names


def _may_name(words: str) -> bool:
    return (
        _LEAST <= len(words) <= _LONGEST
        and words.count("“") == words.count("”")
        and "的" not in words
        and not any(char.isdigit() for char in words)
        and not (COMMON.match(words) or GENERIC.match(words) or TELLS_FIRST.match(words) or TELLS_WITHIN.search(words))
    )
