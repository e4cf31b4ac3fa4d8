"""Furniture of pages: menus, tools, captions, share bars, footers, disclaimers, page numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from luoshi.cleaning.finder import hits
from luoshi.cleaning.own_words import is_plain, kind_of
from luoshi.cleaning.page_ends import FEET, LABELLED, is_title, mark_foot, mark_head
from luoshi.cleaning.page_numbers import page_numbers
from luoshi.cleaning.shape import (
    CHINESE,
    LONGEST_LABEL,
    OUTLINE,
    Line,
    is_final,
    is_label,
    is_sentence,
    lines_of,
)
from luoshi.model import Edit, Text
from luoshi.patterns import regex


def furniture(text: Text) -> Iterator[Edit]:
    """Take out the lines that belong to the page and not to the document; facts about it stay."""
    lines = lines_of(text)
    if not lines:
        return
    kinds: list[str | None] = [None] * len(lines)
    weak: dict[int, str] = {}
    hinted = _hinted(text.content, lines)
    for index, (_, _, words, row) in enumerate(lines):
        if row or (index not in hinted and is_plain(words)):
            continue
        kind, strong = kind_of(words)
        if kind and strong:
            kinds[index] = kind
        elif kind:
            weak[index] = kind
    page_numbers(lines, kinds)
    if "video" in kinds:  # a page that shows a video: 简介, 主要内容 are its labels wherever they stand
        for index in [index for index, kind in weak.items() if kind == "video"]:
            kinds[index] = "video"
    _neighbours(lines, kinds, weak)
    _related(lines, kinds)
    first = next((index for index in range(len(lines)) if _is_body(lines[index], kinds[index])), None)
    if first is not None:
        mark_head(lines, kinds, weak, first)
        mark_foot(lines, kinds, weak, next(i for i in range(len(lines) - 1, -1, -1) if _is_body(lines[i], kinds[i])))
    _credits(text.content, lines, kinds)
    if all(kinds):  # nothing but furniture: a page that is no document is left as it is
        return
    for line, kind in zip(lines, kinds, strict=True):
        start, end, words, row = line
        if kind:
            yield Edit(start, end, "", f"furniture.{kind}", words)
        elif len(words) <= LONGEST_LABEL and not row and ("：" in words or ":" in words):
            yield from _tools_in(line)


_TOOL_WORDS = (
    "点击", "浏览", "阅读", "访问", "查看", "人气", "评论", "转发", "点赞", "收藏", "下载", "字体", "字号", "文字", "打印", "关闭", "分享", "纠错",
)  # fmt: skip
_TOOLS = regex(
    r"[ |｜·,，;；]{1,8}(?:"
    r"(?:点击|浏览|阅读|访问|查看|人气|评论|转发|点赞|收藏|下载)(?:次数|人数|总数|量|数|率)?(?:[:：]\s{0,3}|[（(]|(?=[0-9]))[0-9]{0,9}(?:\.[0-9]{1,2})?[万w]?\+?\s?(?:次|人|条)?[)）]?"
    r"|[【\[（(]?(?:字体|字号|文字)(?:大小)?[:：]?[ 【\[（(]{0,3}(?:[特超]?大|中|小|默认|标准)(?:[ 】\])）【\[（(/|]{0,4}(?:[特超]?大|中|小|默认|标准)){1,3}[】\])）]{0,2}"
    r"|[【\[]?(?:打印|关闭|收藏|分享|纠错|打印本页|关闭窗口|我要纠错|分享到)[】\]]?(?=[ |｜【\[]|\Z)"
    r")"
)


def _tools_in(line: Line) -> Iterator[Edit]:
    """What a dateline has beside its facts: 发布时间：2026-01-22 点击量：586 【字体：大 中 小】 打印."""
    words = line.text
    if is_label(words) and not is_final(words) and any(map(words.__contains__, _TOOL_WORDS)):
        for match in _TOOLS.finditer(words):
            start = line.start + match.start()
            yield Edit(start, line.start + match.end(), "", "furniture.counter", match.group())


def _hinted(content: str, lines: Sequence[Line]) -> set[int]:
    """The lines that hold a word which some pattern needs."""
    places = [hit.start for hit in hits(content) if hit.kind == "hint"]
    if not places:
        return set()
    starts = [line.start for line in lines]
    return {bisect_right(starts, place) - 1 for place in places}


_FURNITURE = FEET | {"counter", "footer", "link", "tools", "video"}


def _neighbours(lines: Sequence[Line], kinds: list[str | None], weak: dict[int, str]) -> None:
    """Words that say little alone (大, 首页, 微信) are furniture beside furniture."""
    for order in (sorted(weak), sorted(weak, reverse=True)):
        for index in order:
            company = FEET if weak[index] == "contact" else _FURNITURE
            if (
                kinds[index] is None
                and not is_title(lines, index)
                and any(0 <= other < len(kinds) and kinds[other] in company for other in (index - 1, index + 1))
            ):
                kinds[index] = weak[index]


def _is_body(line: Line, kind: str | None) -> bool:
    if kind is not None or not CHINESE.search(line.text):
        return False
    return line.row or is_sentence(line.text) or OUTLINE.match(line.text) is not None


def _related(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The list under 相关链接: titles without a stop, up to other furniture or the end."""
    for index in [index for index, kind in enumerate(kinds) if kind == "related"] if "related" in kinds else ():
        end = index + 1
        while end < len(lines) and end - index <= 40 and kinds[end] is None and _is_entry(lines[end]):
            end += 1
        if end == len(lines) or kinds[end] is not None:
            for entry in range(index + 1, end):
                kinds[entry] = "related"


def _is_entry(line: Line) -> bool:
    text = line.text
    return (
        not line.row and len(text) <= 60 and "。" not in text and text[-1] not in "；！" and OUTLINE.match(text) is None
    )


_SOURCE = regex(r"来源\s{0,3}[:：]\s{0,3}([^\s，。；|（(]{2,12})")
_CREDIT = regex(r"(?:客户端|新闻客户端|记者|融媒体?|新媒体|全媒体|供图|微信|公众号|[Aa][Pp][Pp]|网|讯)\Z")
_LONGEST_CREDIT = len("新闻客户端")
_OFFICIAL = regex(r"(?:政府|委员会|办公[厅室]|[厅局委部院会省市县区])\Z")


def _credits(content: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A picture's credit: the name of the source as a line of its own among the paragraphs."""
    if "来源" not in content:
        return
    official, credit = _OFFICIAL, _CREDIT
    names = {match[1] for match in _SOURCE.finditer(content) if not official.search(match[1])}
    sources = names | {credit.sub("", name) for name in names}
    longest = max(map(len, sources), default=0) + _LONGEST_CREDIT
    for index, (_, _, line, _) in enumerate(lines if sources else ()):
        if (
            len(line) <= longest
            and kinds[index] is None
            and credit.sub("", line) in sources
            and not (index and lines[index - 1].text.endswith(LABELLED))
        ):
            kinds[index] = "credit"
