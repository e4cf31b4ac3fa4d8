"""Headings without a number: short lines that stand between paragraphs."""

from __future__ import annotations

from luoshi.model import Span
from luoshi.outline.signs import Lines, Sign
from luoshi.patterns import regex

_ENDS = frozenset("。！？”；）…!?;)’】」")
"""A line that ends so is a whole paragraph; what follows begins a new one."""

_NO_HEADING_END = (_ENDS | frozenset("：:，,、.—-》>的和与及或在对为第是要须")) - frozenset("）)”")
_NO_HEADING_START = frozenset("（([【—-·●◆■★>《|、，。的是和与")
_LONGEST = 36
PARAGRAPH = 40
"""A line of so many characters that ends with a full stop is a paragraph, not a title or signature."""

_BACK_MATTER = frozenset(
    ("名词解释", "名词解释和说明", "注释", "附注", "附录", "后记", "结语", "结束语", "结束", "附表", "有关名词解释")
)
"""Headings of what follows the body: they belong to the document, not to its last chapter."""

_FRONT_MATTER = frozenset(("前言", "序言", "引言", "导言", "序", "绪言", "编制说明"))
"""Headings of what stands before the first chapter: they end where it begins."""

_LEAST = 12
_SHORTEST_TITLE = 8
_genre = regex(r"(?:规划|计划|方案|意见|措施|政策|办法|规定|细则|条例|要点|纲要|建议)(?:（[^（）]{2,20}）)?$")
_dated = regex(r"[〇○零一二三四五六七八九\d]{4}年[一二三四五六七八九十\d]{1,2}月[一二三四五六七八九十\d]{1,3}日")
_furniture = regex(r"记者|摄影|责编|责任编辑|编辑|来源|作者|通讯员|校对|上一篇|下一篇|\d{4}-\d\d-\d\d|[a-z]{3}|https?:")
_NO_HEADING = frozenset("：:。=＝\t|")
_year_or_number = regex(r"[\d.%/年月日时分:：— -]{1,36}$")
_chinese = regex(r"[^\W\dA-Za-z_]")


def is_short_line(line: str) -> bool:
    """Whether a line is short and does not end as a sentence does."""
    return len(line) <= _LONGEST and line[-1] not in _NO_HEADING_END


def is_back_matter(title: str) -> bool:
    """Whether a heading opens what follows the body (``名词解释``)."""
    return title.strip(" \u3000：:") in _BACK_MATTER


def is_front_matter(title: str) -> bool:
    """Whether a heading opens what stands before the first chapter (``前　言``)."""
    return len(title) < 9 and "".join(title.split()) in _FRONT_MATTER


def plain_headings(lines: Lines, short: list[int], numbered: set[int]) -> list[Sign]:
    """Short lines that stand as headings between paragraphs: no number, no 。, a paragraph below."""
    texts = lines.texts
    if not short:
        return []
    front = [index for index in short if is_front_matter(texts[index]) and _opens_text(texts, index, numbered)]
    if _loses_full_stops(texts):
        return [_sign(lines, index) for index in front]
    shorts = {index for index in short if len(texts[index]) >= 4}
    first_numbered = min(numbered, default=len(texts))
    first_paragraph = next(
        (i for i, line in enumerate(texts) if len(line) >= PARAGRAPH and line[-1] in _ENDS), len(texts)
    )
    found = [
        index
        for index in short
        if index > min(first_paragraph, first_numbered)
        and _reads_as_heading(texts[index])
        and _stands_alone(texts, index, shorts, numbered)
    ]
    enclosed = [index for index in shorts if _opens_enclosed(texts, index, numbered)]
    before = [index for index in found if index < first_numbered]
    if len(before) < 2:  # one such line above the numbering is a title
        found = found[len(before) :]
    if max(enclosed, default=0) > first_numbered:  # of one enclosed document the title is the whole text's
        found += enclosed
    return [_sign(lines, index) for index in sorted({*found, *front})]


def _sign(lines: Lines, index: int) -> Sign:
    start = lines.starts[index]
    return Sign(start, "plain", None, "", lines.texts[index].strip(), Span(start, lines.end(index)), index)


def _opens_text(texts: list[str], index: int, numbered: set[int]) -> bool:
    """Whether a paragraph without number follows: in a contents page the next heading does."""
    after = next((line for line in range(index + 1, len(texts)) if texts[line]), index)
    return after != index and after not in numbered and len(texts[after]) >= PARAGRAPH


def _opens_enclosed(texts: list[str], index: int, numbered: set[int]) -> bool:
    """Whether a line is the title of a document that this one encloses: below a date, or a finished text."""
    if len(texts[index]) < _SHORTEST_TITLE or not _genre.search(texts[index]) or not _reads_as_heading(texts[index]):
        return False
    above = next((texts[line] for line in range(index - 1, -1, -1) if texts[line]), "")
    if above[-1:] not in _ENDS and not (above.endswith("日") and _dated.fullmatch(above)):
        return False
    after = next((line for line in range(index + 1, len(texts)) if texts[line]), index)
    return after in numbered or (len(texts[after]) >= _LEAST and texts[after][-1] in _ENDS | {"：", ":"})


def _loses_full_stops(texts: list[str]) -> bool:
    """Whether the copy dropped the 。 of its lines, so that short lines say nothing."""
    long = [line for line in texts if len(line) >= 20]
    open_ended = sum(line[-1] not in _ENDS and line[-1] not in "：:" for line in long)
    return open_ended * 3 > len(long) + 3


def _reads_as_heading(line: str) -> bool:
    if line[0] in _NO_HEADING_START or not _NO_HEADING.isdisjoint(line) or "如下" in line or "以下" in line:
        return False
    if line.count("，") > 1 or _year_or_number.match(line) or _furniture.search(line):
        return False
    written = len(_chinese.findall(line))
    return written >= 4 and written * 10 >= len(line) * 5


def _stands_alone(texts: list[str], index: int, shorts: set[int], numbered: set[int]) -> bool:
    """Between a finished paragraph (or a heading) and a paragraph or item below."""
    before = index - 1
    while before >= 0 and not texts[before]:
        before -= 1
    after = index + 1
    while after < len(texts) and not texts[after]:
        after += 1
    if before < 0 or after >= len(texts) or before in shorts or after in shorts:
        return False
    if before not in numbered and texts[before][-1] not in _ENDS:
        return False
    below = texts[after]
    if below[0] in "是的，、。；：和与":
        return False
    return after in numbered or (len(below) >= PARAGRAPH and below[-1] in _ENDS | {"：", ":"})
