"""All the words that cleaning looks for, found in one pass over the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

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


@lru_cache(maxsize=1)  # two steps ask about the same text, one after the other
def hits(content: str) -> Sequence[Hit]:
    """Every hint and every word of the intrusions table that suffices alone, in order."""
    automaton, kinds = _automaton()
    return [Hit(start, end, *kinds[index]) for index, start, end in automaton.find_matches_as_indexes(content)]


@cache
def _automaton() -> tuple[Any, tuple[tuple[str, bool], ...]]:
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only when the first text is cleaned

    table = rows("intrusions", lambda row: (row["word"], row["kind"], row["weight"]))
    kinds = dict.fromkeys(HINTS, ("hint", False)) | dict.fromkeys(CONTACTS, ("contact", False))
    kinds |= {word: (kind, weight == "whole") for word, kind, weight in table if weight in {"strong", "whole"}}
    return AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest), tuple(kinds.values())
