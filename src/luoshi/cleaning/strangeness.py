"""Whether a text knows the words of a line, those of advertisers aside: 亿百体育 is strange to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import islice

from luoshi.cleaning.shape import raw_lines
from luoshi.knowledge.intrusions import intrusions
from luoshi.patterns import regex

SHORT = 30
"""Characters of an injected line, at most."""

_DIVIDERS = frozenset("_|｜")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_SMALL = regex(r"(?<![A-Za-z])[a-z]{2,}[0-9]{0,4}(?![A-Za-z])|[a-z][0-9]{1,4}(?![0-9A-Za-z%.])")
_KEYWORDS = regex(r"[^\s_|｜]{2,12}[_|｜][^\s_|｜]{2,16}(?:[_|｜]|\Z)")
_ENTRIES = (
    "官网", "官方", "官方网", "网址", "入口", "登录", "登陆", "下载", "首页", "网页版", "手机版", "APP", "app", "App", "客户端",
)  # fmt: skip
_ORDINARY = frozenset(
    ["中国", "公司", "有限公司", "集团", "股份", "平台", "网站", "联系", "咨询", "办理", "电话", "热线", "线路", "导航", "大厅", "服务", "国际", "网",
     "在线", "线上", "推荐", "电子", "技巧"]
)  # fmt: skip
"""Companions that headings of a document use as well."""

_SCANS = 400
"""So many searches through the text cost about as much as counting its pairs of characters."""


class Pairs:
    """How often pairs of characters come in a text: a few are looked for one by one, many counted at once."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._counts: dict[str, int] = {}
        self._least: dict[str, int] = {}  # they come at least so often
        self._left = _SCANS * len(content)  # so many characters may be passed in searches
        self._complete = False

    def more_than(self, times: int, pair: str) -> bool:
        """Whether the two characters follow each other more than so many ``times``."""
        if self._left <= 0 and not self._complete:
            self._count()
        if self._least.get(pair, 0) > times:
            return True
        count = self._counts.get(pair)
        if count is None:
            count = 0 if self._complete else self._search(pair, times + 1)
            known = self._least if count > times else self._counts
            known[pair] = count
        return count > times

    def _search(self, pair: str, enough: int) -> int:
        """How often the pair comes; the search ends when that is ``enough``."""
        count = place = 0
        while count < enough and (place := self._content.find(pair, place)) >= 0:
            count += 1
            place += len(pair)
        self._left -= place if place >= 0 else len(self._content)
        return count

    def _count(self) -> None:
        """Count all pairs that come in short lines, for only about such lines is it asked."""
        wanted: set[str] = set()
        for raw in raw_lines(self._content):
            if len(line := raw.strip()) <= SHORT:
                wanted.update(map(str.__add__, line, line[1:]))
        pairs = map(str.__add__, self._content, islice(self._content, 1, None))
        self._counts = Counter(pair for pair in pairs if pair in wanted)
        self._complete = True


def advertises(line: str) -> bool:
    """Whether a lone short line speaks as advertisers do: a word of theirs, a name in small letters, keywords."""
    return (
        any(map(line.__contains__, _trade_words()))
        or _has_small_name(line)
        or _is_numbered_name(line)
        or line.endswith(_ENTRIES)
        or (not _DIVIDERS.isdisjoint(line) and _KEYWORDS.match(line) is not None)
    )


def is_strange(line: str, times: int, everywhere: Pairs) -> bool:
    """Whether the text knows none of the words of the line, those of advertisers aside: 亿百体育, 恒鑫机械.

    A heading of the document's own speaks of what its chapter speaks of. ``times`` is how often the
    line itself stands in the text.
    """
    trade = _trade()(line)
    rest = line
    for _, start, end in reversed(trade):
        rest = f"{rest[:start]} {rest[end:]}"
    pairs = [pair for pair in map(str.__add__, rest, rest[1:]) if pair.isalpha()]
    if not pairs:
        return len({line[start:end] for _, start, end in trade}) >= 2 or _has_small_name(line)
    sure = times > 1 or not line.isalpha() or (not line.isascii() and line.endswith(_ENTRIES))
    enough = (len(pairs) + 3) // 4 if sure else 1
    for pair in pairs:
        if everywhere.more_than(times * line.count(pair), pair):
            enough -= 1
            if not enough:
                return False
    return True


def _has_small_name(line: str) -> bool:
    return not _LETTERS.isdisjoint(line) and _SMALL.search(line) is not None


def _is_numbered_name(line: str) -> bool:
    """恒鑫88, but not 大会2025."""
    name = line.rstrip("0123456789")
    figures = line[len(name) :]
    return (
        2 <= len(figures) <= 4
        and 2 <= len(name) <= 4
        and all("\u3400" <= character <= "\u9fff" for character in name)
        and not (len(figures) == 4 and figures.startswith(("19", "20")))
    )


@cache
def _trade_words() -> tuple[str, ...]:
    """The words of advertisers that tell something in a line of their own: 体育, 厂家, 在线."""
    return tuple(sorted({known.word for known in intrusions() if known.weight in {"line", "weak"}} - _ORDINARY))


@cache
def _trade() -> Callable[[str], list[tuple[int, int, int]]]:
    """Finds those words: for each its number, start and end."""
    from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: PLC0415 - only when a line is suspected

    find: Callable[[str], list[tuple[int, int, int]]]
    find = AhoCorasick(_trade_words(), MatchKind.LeftmostLongest).find_matches_as_indexes
    return find
