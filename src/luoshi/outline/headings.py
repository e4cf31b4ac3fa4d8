"""Which lines begin a node: numbered headings and items, headings by format, short lines without number."""

from __future__ import annotations

from luoshi.model import Span, Text
from luoshi.outline.numbering import FIRSTS, Label, label_at
from luoshi.outline.plain import PARAGRAPH, is_short_line, plain_headings
from luoshi.outline.rare import FIRSTS as RARE
from luoshi.outline.rare import believed, rare_sign
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_WIDE = 20
_LONGEST = 60
_OPEN = ("的", "、", "，", "以及")
"""A heading that ends so is not at its end (but 目的 is: 参与, 普及, 应对 are why 与, 及, 对 are not here)."""

_dated = regex(r"\d{4}年\d{1,2}月\d{1,2}日$")
_TITLE_NEXT = ("编", "章", "节", "annex", "一、", "（一）")

_markdown = regex(r"(#{1,6})[ \u3000]{1,4}(?=\S)")


def line_signs(text: Text, lines: Lines) -> list[Sign]:
    """The signs that stand at the start of a line, in order; points too, contents pages too."""
    content = text.content
    levels = _marked_lines(text, lines)
    numbers = _made_numbers(text, lines)
    signs: list[Sign] = []
    short: list[int] = []
    rare: list[Sign] = []
    taken = -1
    for index, line in enumerate(lines.texts):
        if not line or index == taken:
            continue
        first = line[0]
        if first in FIRSTS or first in " \u3000\t\xa0":
            sign = _numbered(content, lines, index)
            if sign is not None:
                sign.level = levels.get(index, 0)
                if sign.heading is not None and sign.heading.end > lines.end(index):
                    taken = index + 1
                signs.append(sign)
                continue
        listed = _by_list(content, lines, index, numbers[index]) if index in numbers else None
        if listed is not None:
            signs.append(listed)
        elif index in levels or (first == "#" and _markdown.match(line)):
            signs.append(_by_format(lines, index, levels.get(index, 0)))
        elif first in RARE and (seldom := rare_sign(lines, index)) is not None:
            rare.append(seldom)
        elif is_short_line(line):
            short.append(index)
    signs = _without_loose_numbers(signs)
    if len(rare) > 1 and (counting := believed(rare, signs, lines)):
        signs = sorted([*signs, *counting], key=_place)
    if not levels:
        numbered = {sign.line for sign in signs}
        short += [sign.line for sign in rare if sign.line not in numbered and is_short_line(lines.texts[sign.line])]
        signs += plain_headings(lines, sorted(short), numbered)
        signs.sort(key=_place)
        signs = _with_second_lines(signs, lines)
    return _without_the_title(signs, lines)


def sign_at(content: str, label: Label, start: int, line: int, line_end: int) -> Sign:
    """The sign that a label makes, with its heading."""
    heading, title = heading_of(content, start, label.end, line_end, label.style)
    written = content[start : label.end].rstrip()
    return Sign(start, label.style, label.number, written, title, heading, line)


def _place(sign: Sign) -> int:
    return sign.start


def _numbered(content: str, lines: Lines, index: int) -> Sign | None:
    line = lines.texts[index]
    start, end = lines.starts[index], lines.end(index)
    start += len(line) - len(line.lstrip(" \u3000\t\xa0"))
    label = label_at(content, start, end)
    if label is None:
        return None
    if "\t" in line and "\t" in content[label.end + 1 : end]:
        return None  # a row of a table
    sign = sign_at(content, label, start, index, end)
    if label.style == "annex" and content[label.end : end].lstrip().startswith(("：", ":")):
        return sign if label.number is not None and _begins_annex(lines, index) else None
    if label.style in _TITLE_NEXT:
        if not sign.title and not content[label.end : end].strip():
            _take_next_line(sign, lines, index)
        elif line.endswith(_OPEN) and not line.endswith("目的") and end - start <= _LONGEST:
            _take_second_line(sign, lines, index)
    return sign


def _take_next_line(sign: Sign, lines: Lines, index: int) -> None:
    """第三章 alone on its line has its title on the next one."""
    if index + 1 >= len(lines.texts):
        return
    title = lines.texts[index + 1].strip()
    start = lines.starts[index + 1]
    end = lines.end(index + 1)
    if len(title) > 1 and is_short_line(title) and label_at(lines.texts[index + 1], 0, len(title)) is None:
        sign.title, sign.heading = title, Span(sign.start, end if end > start else sign.start)


def _take_second_line(sign: Sign, lines: Lines, index: int) -> None:
    """A heading that breaks off (``…治水工作的``) goes on in the next line."""
    if index + 1 >= len(lines.texts):
        return
    rest = lines.texts[index + 1].strip()
    if len(rest) > 1 and is_short_line(rest) and label_at(rest, 0, len(rest)) is None:
        begun = lines.texts[index].strip()[len(sign.label) :].strip()
        sign.title, sign.heading = begun + rest, Span(sign.start, lines.end(index + 1))


def _with_second_lines(signs: list[Sign], lines: Lines) -> list[Sign]:
    """A lone short line right below a long heading is the rest of it; subheadings come in twos."""
    kept: list[Sign] = []
    for index, sign in enumerate(signs):
        above = kept[-1] if kept else None
        below = signs[index + 1] if index + 1 < len(signs) else None
        if (
            sign.style == "plain"
            and above is not None
            and above.style in _TITLE_NEXT
            and above.line == sign.line - 1
            and above.heading is not None
            and above.heading.end == lines.end(above.line)
            and _WIDE <= len(lines.texts[above.line]) <= _LONGEST
            and len(sign.title) < len(lines.texts[above.line])
            and (below is None or below.style != "plain")
            and sign.heading is not None
        ):
            above.title, above.heading = above.title + sign.title, Span(above.start, sign.heading.end)
            continue
        kept.append(sign)
    return kept


def _begins_annex(lines: Lines, index: int) -> bool:
    """Whether text follows 附件1：…; a list of annexes and a signature do not make it one."""
    behind = [line for line in lines.texts[index + 1 : index + 5] if line]
    if not behind or behind[0].startswith(("附件", "2")) or any(_dated.search(line) for line in behind):
        return False
    above = next((lines.texts[line] for line in range(index - 1, -1, -1) if lines.texts[line]), "")
    return not above.startswith(("附件", "1"))


def _without_loose_numbers(signs: list[Sign]) -> list[Sign]:
    """Arabic numbers that have no neighbour anywhere (``3. ·`` of a scan) are no numbering."""
    articles = {sign.number for sign in signs if sign.style == "条"}
    if articles:
        signs = [sign for sign in signs if sign.style != "条" or not _counts_things(sign, articles)]
    for style in ("1.", "（1）", "1）", "①", "甲、"):
        found = {sign.number for sign in signs if sign.style == style and sign.number is not None}
        loose = {n for n in found if not found & {n - 2, n - 1, n + 1, n + 2}}
        if loose:
            signs = [sign for sign in signs if sign.style != style or sign.number not in loose]
    return signs


def _counts_things(sign: Sign, articles: set[int | None]) -> bool:
    """Whether 条 is a measure word (``第二条河``): its title follows without a space, no article before or behind."""
    if sign.heading is None or sign.number is None or not articles.isdisjoint((sign.number - 1, sign.number + 1)):
        return False
    return sign.heading.end - sign.start <= len(sign.label) + len(sign.title) + 1


def _marked_lines(text: Text, lines: Lines) -> dict[int, int]:
    """The lines that the file's format calls headings, with their level."""
    if not text.original.marks:
        return {}
    return {
        lines.at(mark.span.start): int(mark.value) if mark.value.isdigit() else 1 for mark in text.marked("heading")
    }


def _made_numbers(text: Text, lines: Lines) -> dict[int, str]:
    """The list paragraphs whose number the format makes and the text does not hold."""
    if not text.original.marks:
        return {}
    return {lines.at(mark.span.start): mark.value for mark in text.marked("list")}


def _by_list(content: str, lines: Lines, index: int, value: str) -> Sign | None:
    """A list paragraph, whose number the source wrote in front of it (``1 ``) or left out."""
    start, end = lines.starts[index], lines.end(index)
    found = label_at(value, 0, len(value)) or label_at(f"{value}.", 0, len(value) + 1)
    if found is None:
        return None  # a bullet
    label = value if content.startswith(value, start) else ""
    heading, title = heading_of(content, start, start + len(label), end, found.style)
    return Sign(start, found.style, found.number, label, title, heading, index)


def _by_format(lines: Lines, index: int, level: int) -> Sign:
    line = lines.texts[index]
    found = _markdown.match(line)
    title = line[found.end() :] if found else line
    start = lines.starts[index]
    title = title.strip(" \u3000\t#")
    return Sign(
        start,
        "marked",
        None,
        "",
        title,
        Span(start, lines.end(index)),
        index,
        level or len(found[1]) if found else level,
    )


def _without_the_title(signs: list[Sign], lines: Lines) -> list[Sign]:
    """A heading above all text, and the only one of its level without a number, is the document's title."""
    marked = [sign for sign in signs if sign.style == "marked"]
    if not marked or signs[0] is not marked[0]:
        return signs
    first = marked[0]
    alone = all(sign.level > first.level for sign in marked[1:])
    above_all = not any(len(line) >= PARAGRAPH * 2 for line in lines.texts[: first.line])
    return signs[1:] if alone and above_all else signs
