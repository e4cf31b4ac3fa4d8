"""Words of advertisers inside sentences: 推动高质量发展鸿运娱乐城开户扩大开放."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from luoshi.cleaning.clauses import CLOSING, OPENING, clause_around, with_comma
from luoshi.cleaning.finder import hits
from luoshi.cleaning.shape import OUTLINE
from luoshi.cleaning.strangeness import SHORT, Pairs, is_strange
from luoshi.knowledge.intrusions import intrusions
from luoshi.model import Edit, Span
from luoshi.patterns import regex

# What the law says about such words is no intrusion: 打击网络赌博, 严禁开设在线赌场.
_AGAINST = (
    "打击", "整治", "查处", "查禁", "取缔", "惩治", "惩处", "严惩", "防范", "治理", "禁止", "严禁", "清理", "遏制", "涉嫌", "涉及", "案件",
    "犯罪", "违法", "非法", "诈骗", "警惕", "防止", "破获", "侦破", "打掉", "监管", "行为", "整顿", "识破",
)  # fmt: skip
_LATIN = regex(r"[A-Za-z0-9.\-]{1,40}\Z")


@cache
def _companions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may follow and what may lead a word of advertising: 官网, 登录, a brand, a Latin name."""
    weak = sorted({known.word for known in intrusions() if known.weight != "line"}, key=len, reverse=True)
    either = "|".join(map(re.escape, weak))
    return re.compile(rf"(?:{either}|[0-9]{{0,4}}[A-Za-z][A-Za-z0-9.\-]{{0,19}}|[·|_/ -])"), re.compile(
        rf"(?:{either})\Z"
    )


def phrases(content: str, everywhere: Pairs) -> Iterator[Edit]:
    """Take out what the words of advertisers make sure, with its brand and companions."""
    pairs: Counter[str] | None = None
    position = 0
    for start, end, kind, whole in hits(content):
        if start < position or kind in {"hint", "contact"}:
            continue
        left, right = clause_around(content, start, end)
        near = (max(left, start - 10), min(right, end + 10)) if whole else (max(left - 20, 0), right + 12)
        if any(map(content[slice(*near)].__contains__, _AGAINST)):
            continue
        if pairs is None and not whole:
            sample = content[:400_000]
            pairs = Counter(map("".join, pairwise(sample)))
        clause = Span(max(left, position), right)
        line = _whole_line(content, start, end, everywhere)
        low, high = line or _extent(content, start, end, clause, None if whole else pairs)
        low, high = with_comma(content, low, high)
        position = high
        yield Edit(low, high, "", f"intrusions.{kind}", content[low:high])


def _whole_line(content: str, start: int, end: int, everywhere: Pairs) -> tuple[int, int] | None:
    """The line, where it is short and nothing but the advertisement: no sentence, no item."""
    low = content.rfind("\n", max(0, start - SHORT), start) + 1
    high = content.find("\n", end, end + SHORT)
    if (not low and start > SHORT) or (high < 0 and len(content) > end + SHORT):
        return None
    high = len(content) if high < 0 else high
    line = content[low:high].strip()
    if len(line) > SHORT or "。" in line or OUTLINE.match(line) or "、" in line:
        return None
    if len(line) > end - start + 10 and not is_strange(line, 1, everywhere):
        return None  # a short line of the document's own, in which the advertisement was put
    low = content.index(line, low)
    return low, low + len(line)


def _extent(content: str, start: int, end: int, clause: Span, pairs: Counter[str] | None) -> tuple[int, int]:
    """From where to where the advertisement runs: its companions, its brand, up to known words.

    A brand is a stretch of characters that never stand together elsewhere in the text:
    in 高质量发展鸿运娱乐城 the pair 发展 is known, 展鸿 and 鸿运 are not. Where the advertisement broke
    a word in two, the halves that it leaves make a known pair: 吞鸿运娱乐城吐.
    """
    following, leading = _companions()
    left, right = clause
    while end < right and (match := following.match(content, end, right)) and match.group() not in _AMBIGUOUS:
        end = match.end()
    while start > left:
        if ((match := leading.search(content, max(left, start - 6), start)) and match.group() != "中国") or (
            match := _LATIN.search(content, max(left, start - 40), start)
        ):
            start = match.start()
        elif content[start - 1] in "·|_/ -":
            start -= 1
        else:
            break
    if pairs is None:
        if content[start - 1 : start] in OPENING and content[end : end + 1] in CLOSING:
            return start - 1, end + 1
        return start, end
    known, after = 7, content[end : end + 1]
    for length in range(1, 7):
        place = start - length
        if place <= left:
            if right - end <= 2 and start - left <= 4:
                return left, end  # the whole clause is the advertisement
            break
        if pairs[content[place - 1 : place + 1]] > 1:  # a known word ends here
            known = length
            break
    for length in range(min(known, 5) if after.isalpha() else 0):
        place = start - length
        if place > left and after and pairs[content[place - 1] + after] > 0:
            return place, end
    return (start - known + 1 if known <= 5 else start), end


_AMBIGUOUS = frozenset(
    ["中国", "公司", "集团", "导航", "大厅", "服务", "国际", "网", "在线", "线上", "推荐", "电子", "技巧"]
)
"""Companions that a sentence may as well go on with."""
