"""All the words that cleaning looks for, found in one pass over the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from luoshi.cleaning.shape import raw_lines
from luoshi.knowledge.intrusions import intrusions

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

_MANY = 400_000
"""After so many characters a faster automaton, which takes five milliseconds to build, pays."""


class _Memory:
    """What was learnt of the texts so far. It spares work and changes no result."""

    silent: frozenset[str] = frozenset()  # the lines of the last text that hold no word
    searched = 0  # characters


@lru_cache(maxsize=1)  # two steps ask about the same text, one after the other
def hits(content: str) -> Sequence[Hit]:
    """Every hint and every word of the intrusions table that suffices alone, in order.

    No word holds a line end, so that a line gives the same wherever it stands: lines in which nothing
    was found when the step before asked are not searched again.
    """
    lines = raw_lines(content)
    different = set(lines)
    fresh = different - _Memory.silent
    if len(fresh) * 2 > len(different):
        found = list(_search(content))
        loud = {_line_at(content, hit.start) for hit in found}
    else:
        found = list(_search_lines(lines, fresh))
        loud = fresh
    _Memory.silent = frozenset(different - loud)
    return found


def forget_hits() -> None:
    """Let go of what is kept of the last text."""
    _Memory.silent = frozenset()
    hits.cache_clear()


def _line_at(content: str, place: int) -> str:
    end = content.find("\n", place)
    return content[content.rfind("\n", 0, place) + 1 : end if end >= 0 else len(content)]


def _search_lines(lines: Sequence[str], wanted: Container[str]) -> Iterator[Hit]:
    """The words in those lines that are ``wanted``."""
    starts: list[int] = []  # of the wanted lines, in the text …
    places: list[int] = []  # … and in the text made of them
    chosen: list[str] = []
    position = place = 0
    for line in lines:
        if line in wanted:
            starts.append(position)
            places.append(place)
            chosen.append(line)
            place += len(line) + 1
        position += len(line) + 1
    for start, end, kind, whole in _search("\n".join(chosen)):
        number = bisect_right(places, start) - 1
        moved = starts[number] - places[number]
        yield Hit(start + moved, end + moved, kind, whole)


def _search(content: str) -> Iterator[Hit]:
    """The words in a text, which is searched some hundred lines at a time."""
    _Memory.searched += len(content)
    automaton, kinds = _automaton(dense=_Memory.searched > _MANY)
    start = 0
    while start < len(content):
        end = content.find("\n", start + _CHUNK)
        end = len(content) if end < 0 else end
        part = content if end - start == len(content) else content[start:end]
        for index, low, high in automaton.find_matches_as_indexes(part):
            yield Hit(start + low, start + high, *kinds[index])
        start = end


@cache
def _automaton(*, dense: bool) -> tuple[Any, tuple[tuple[str, bool], ...]]:
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind  # noqa: PLC0415 - only when the first text is cleaned

    kinds = dict.fromkeys(HINTS, ("hint", False)) | dict.fromkeys(CONTACTS, ("contact", False))
    kinds |= {
        known.word: (known.kind, known.weight == "whole")
        for known in intrusions()
        if known.weight in {"strong", "whole"}
    }
    form = Implementation.DFA if dense else Implementation.ContiguousNFA
    return AhoCorasick(list(kinds), MatchKind.LeftmostLongest, implementation=form), tuple(kinds.values())
