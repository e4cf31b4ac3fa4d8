"""All the words that cleaning looks for, found in one pass over the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from luoshi.cleaning.shape import raw_lines
from luoshi.knowledge.table import rows

HINTS = (
    "版权", "备案", "备编", "备证", "声明", "申明", "侵权", "不代表", "仅代表", "仅供参考", "自媒体", "上传", "图为", "（图", "图片", "供图",
    "制图", "摄", "扫", "长按", "识别", "关注", "订阅", "分享", "点击", "位置：", "未经", "浏览", "信息举报", "办单位", "管单位", "许可证",
    "标识码", "安备", "Notice", "Disclaimer", "opyright",
)  # fmt: skip
"""A line of prose can be furniture of a page only if it holds one of these."""

CONTACTS = ("微信", "薇信", "威信", "扣扣", "QQ", "qq")
"""Ways to reach an advertiser, where a number or name follows."""


class Hit(NamedTuple):
    """A word found at ``[start, end)``: ``hint``, ``contact``, or what kind of advertisement it makes sure.

    ``whole`` says that no brand stands in front of the word: it is one itself (``bet365``), or needs none.
    """

    start: int
    end: int
    kind: str
    whole: bool = False


_CHUNK = 200_000
"""So many characters are searched at once: the automaton keeps a table of the offsets of all of them."""

_silent: frozenset[str] = frozenset()


@lru_cache(maxsize=1)  # two steps ask about the same text, one after the other
def hits(content: str) -> Sequence[Hit]:
    """Every hint and every word of the intrusions table that suffices alone, in order.

    No word holds a line end, so that a line gives the same wherever it stands: lines in which nothing
    was found when the step before asked are not searched again.
    """
    global _silent  # noqa: PLW0603 - only spares work, whatever it holds
    lines = raw_lines(content)
    known = _silent
    fresh: list[str] = []
    starts: list[int] = []  # of the fresh lines in the content
    position = 0
    for line in lines:
        if line not in known:
            fresh.append(line)
            starts.append(position)
        position += len(line) + 1
    found: list[Hit] = []
    loud = set()
    for number, start, end, kind in _search(fresh):
        loud.add(fresh[number])
        found.append(Hit(starts[number] + start, starts[number] + end, *kind))
    _silent = frozenset(lines) - loud if loud else frozenset(lines)
    return found


def forget() -> None:
    """Let go of what was kept of the last text."""
    global _silent  # noqa: PLW0603
    _silent = frozenset()
    hits.cache_clear()


def _search(lines: Sequence[str]) -> Iterator[tuple[int, int, int, tuple[str, bool]]]:
    """For each word found the number of its line, its start and end in the line, and its kind."""
    automaton, kinds = _automaton()
    first = 0
    while first < len(lines):
        starts = []
        position = 0
        last = first
        while last < len(lines) and position < _CHUNK:
            starts.append(position)
            position += len(lines[last]) + 1
            last += 1
        for index, start, end in automaton.find_matches_as_indexes("\n".join(lines[first:last])):
            line = bisect_right(starts, start) - 1
            yield first + line, start - starts[line], end - starts[line], kinds[index]
        first = last


@cache
def _automaton() -> tuple[Any, tuple[tuple[str, bool], ...]]:
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only when the first text is cleaned

    table = rows("intrusions", lambda row: (row["word"], row["kind"], row["weight"]))
    kinds = dict.fromkeys(HINTS, ("hint", False)) | dict.fromkeys(CONTACTS, ("contact", False))
    kinds |= {word: (kind, weight == "whole") for word, kind, weight in table if weight in {"strong", "whole"}}
    return AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest), tuple(kinds.values())
