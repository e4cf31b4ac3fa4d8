"""What kind of line a line is: a sentence, the start of an item, a label, a table row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from luoshi.model import Span, Text
from luoshi.patterns import regex

_NUMERAL = "一二三四五六七八九十百零〇"
OUTLINE = regex(
    rf"第[{_NUMERAL}0-9]{{1,6}}[编篇部分卷章节条款]|[{_NUMERAL}]{{1,3}}[、.．]|[（(][{_NUMERAL}0-9]{{1,3}}[)）]"
    rf"|[0-9]{{1,3}}(?:[、．]|[.)](?![0-9A-Za-z]))|[①-⑳]|[{_NUMERAL}]{{1,2}}(?:是|要(?![求素点]))"
    r"|专栏|附[件表录注]|[图表][0-9]|—{1,3}(?=[^—\s])|序言|前言|目录|引言|注[:：]|[-—]{2,4}[0-9]{4}年"
)
"""How a heading, an item or another line begins that is never the rest of a line before it."""

CHINESE = regex(r"[^\W\dA-Za-z_]")

LONGEST_LABEL = 80
"""A longer line is no label."""

_FINAL = regex(r"[。！？；：…!?;:][”’）》】」』\")]{0,3}\Z")
_STOPS = frozenset("。！？；：…!?;:")
_CLOSING = frozenset('”’）》】」』")]')
_LABEL = regex(
    r"[（(【]?(?:(?:发布|发表|更新|发文|成文|印发|编辑|上传|录入|公开|生效|出版|播出|日期)?(?:日期|时间)"
    r"|(?:文章|信息|稿件|内容)?来源|作者|责任?编辑?|责编|编辑|审核|审校|校对|编审|记者|通讯员|撰文|监制|发布(?:机构|单位|人|者)|发文(?:机关|字号)"
    r"|索引号|文号|主题(?:分类|词)?|关键[词字]|标题|原标题|名称|所属(?:地区|分类|栏目)|有效性|效力级别|发布部门|分类|签发|主送|抄送)\s{0,3}[:：]"
    r"|[（(](?:此件|新华社|本报|人民日报|中新社|央视网)"
)
_DATE = regex(r"[（(]?[0-9二〇○一三四五六七八九零]{4}[年./-][0-9一二三四五六七八九十]{1,3}(?:[月./-]|\Z)")


_DATE_FIRSTS = frozenset("（(0123456789二〇○一三四五六七八九零")


class Line(NamedTuple):
    """A line that is not blank, from its first to its last visible character."""

    start: int
    end: int
    text: str
    row: bool = False


def lines_of(text: Text) -> list[Line]:
    """The lines of a text that are not blank, without indents; a table row keeps its outer TABs."""
    tables: tuple[Span, ...] = ()
    if text.original.marks and "\t" in text.content:
        tables = tuple(text.forward(mark.span) for mark in text.original.marks if mark.kind == "table")
    return _lines(text.content, tables)


@lru_cache(maxsize=1)
def raw_lines(content: str) -> list[str]:
    """The text divided at its line ends; several steps ask about one text, one after the other."""
    return content.split("\n")


@lru_cache(maxsize=1)
def _lines(content: str, tables: tuple[Span, ...]) -> list[Line]:
    rows = _rows(content, tables) if "\t" in content else ()
    found: list[Line] = []
    add, make = found.append, tuple.__new__  # a text has a great many lines
    start = 0
    for index, raw in enumerate(raw_lines(content)):
        size = len(raw)
        if rows and rows[index]:
            line, row = raw.strip(_NO_TAB), True
        else:
            line, row = raw.strip(), False
        if line:
            begin = start if line is raw else start + raw.index(line)
            add(make(Line, (begin, begin + len(line), line, row)))
        start += size + 1
    return found


def forget_lines() -> None:
    """Let go of what is kept of the last text."""
    raw_lines.cache_clear()
    _lines.cache_clear()


_NO_TAB = " \r\u3000\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u1680"


def _rows(content: str, tables: Sequence[Span]) -> list[bool]:
    """Which lines are table rows: those of marked tables; neighbours with equally many TABs."""
    lines = raw_lines(content)
    counts = [_cells(line) if "\t" in line else 0 for line in lines]
    rows = [
        bool(count) and ((index > 0 and counts[index - 1] == count) or counts[index + 1 : index + 2] == [count])
        for index, count in enumerate(counts)
    ]
    if tables:
        start, table = 0, 0
        for index, line in enumerate(lines):
            while table < len(tables) and tables[table].end <= start:
                table += 1
            if table < len(tables) and tables[table].start < start + len(line) and line.strip(_NO_TAB):
                rows[index] = "\t" in line
            start += len(line) + 1
    return rows


def _cells(line: str) -> int:
    """How many TABs divide the cells of a line: none where a run of them only moves its words aside."""
    words = line.strip()
    return line.count("\t") if words and ("\t\t\t\t" not in line or "\t" in words) else 0


def is_final(line: str) -> bool:
    """Whether the line ends as a sentence ends."""
    return line[-1:] in _STOPS or (line[-1:] in _CLOSING and _FINAL.search(line, max(0, len(line) - 4)) is not None)


def is_sentence(line: str) -> bool:
    """Whether the line is running text: it holds a full stop, or is long and divided by commas."""
    return "。" in line or (len(line) >= 12 and ("，" in line or "；" in line)) or len(line) >= 45


def is_label(line: str) -> bool:
    """Whether the line gives a fact about the document: its date, source, author, number."""
    if len(line) > LONGEST_LABEL:
        return False
    if ("：" in line or ":" in line or line.startswith(("（", "("))) and _LABEL.match(line):
        return True
    return line[:1] in _DATE_FIRSTS and _DATE.match(line) is not None
