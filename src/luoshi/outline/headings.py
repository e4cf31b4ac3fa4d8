"""Which lines begin a node: numbered headings and items, headings by format, short lines without number."""

from __future__ import annotations

from luoshi.model import Span, Text
from luoshi.outline.numbering import FIRSTS, Label, label_at
from luoshi.outline.plain import PARAGRAPH, is_short_line, plain_headings
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_TITLE_NEXT = ("编", "章", "节", "annex", "一、", "（一）")

_markdown = regex(r"(#{1,6})[ \u3000]{1,4}(?=\S)")


def line_signs(text: Text, lines: Lines) -> list[Sign]:
    """The signs that stand at the start of a line, in order; points too, contents pages too."""
    content = text.content
    levels = _marked_lines(text, lines)
    numbers = _made_numbers(text, lines)
    signs: list[Sign] = []
    short: list[int] = []
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
        elif is_short_line(line):
            short.append(index)
    signs = _without_loose_numbers(signs)
    if not levels:
        signs += plain_headings(lines, short, {sign.line for sign in signs})
        signs.sort(key=_place)
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
        return None  # 附件：… announces what follows; it does not begin it
    if not sign.title and not content[label.end : end].strip() and label.style in _TITLE_NEXT:
        _take_next_line(sign, lines, index)
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


def _without_loose_numbers(signs: list[Sign]) -> list[Sign]:
    """Arabic numbers that have no neighbour anywhere (``3. ·`` of a scan) are no numbering."""
    for style in ("1.", "（1）", "1）", "①", "甲、"):
        found = {sign.number for sign in signs if sign.style == style and sign.number is not None}
        loose = {n for n in found if not found & {n - 2, n - 1, n + 1, n + 2}}
        if loose:
            signs = [sign for sign in signs if sign.style != style or sign.number not in loose]
    return signs


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
