"""Lines and paragraphs: hard wraps joined, lost paragraphs divided, blank lines and indents taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from luoshi.cleaning.shape import OUTLINE, Line, is_final, is_label, lines_of
from luoshi.model import Edit, Text
from luoshi.patterns import regex

_BLOCK = 40  # lines that are judged together …
_AROUND = 30  # … by themselves and so many before and after
_WIDEST = 80  # ems; no page sets wider columns
_NARROWEST = 8
_FEWEST = 6  # lines that make a column
_INDENTS = frozenset({"\u3000\u3000", "  ", "\xa0\xa0"})
_MANY = 5  # paragraphs found inside lines, from which on the whole text is held to have lost them

_INSIDE = regex(r"[，、。；](?!\Z)")
_GAP = regex(r"[\u3000\xa0 ]{2}(?<=[^\s]..)[\u3000\xa0 ]{0,40}(?=[^\s])")
_CLOSERS = frozenset("，。；：！？）》”’】」』")
_OPENERS = frozenset("，、（《“‘【「『")
_HEADING = regex(r"[^，。；！？]{0,50}\Z")


class Column(Struct, frozen=True):
    """How a stretch of lines was typeset: ``width`` in ems; whether indents or blank lines part paragraphs."""

    width: float
    indents: bool
    blanks: bool


def lines(text: Text) -> Iterator[Edit]:
    """Join what typesetting broke, divide what lost its line end, one paragraph a line.

    Evidence for a hard wrap: most lines of the stretch are equally wide, end inside a sentence, and
    hold commas as prose does. Elsewhere only a line that ends in a comma, or a line that begins with
    a closing mark, is joined: such a line is no paragraph.
    """
    found = lines_of(text)
    content = text.content
    edits = [*_splits(content)] if "　　" in content or "    " in content or "\xa0\xa0\xa0\xa0" in content else []
    headings = _headings(text, found)
    columns = _columns(found, content)
    position = found[0].start if found else 0
    if position:
        edits.append(Edit(0, position, "", "lines.blank", content[:position]))
    for index, ((_, position, above, _), (start, _, below, _)) in enumerate(pairwise(found)):
        first, last = below[0], above[-1]
        if (columns[index] or first in _CLOSERS or last in _OPENERS) and _is_joined(
            found, index, columns[index], content, headings
        ):
            after, reason = _glue(last, first), "lines.wrap"
        elif start - position == 1:
            continue
        else:
            after, reason = "\n", "lines.blank" if content.count("\n", position, start) > 1 else "lines.indent"
        if start - position != len(after) or after != "\n":
            edits.append(Edit(position, start, after, reason, content[position:start]))
    position = found[-1].end if found else 0
    if position < len(content):
        edits.append(Edit(position, len(content), "", "lines.blank", content[position:]))
    edits.sort()
    return iter(edits)


def _glue(last: str, first: str) -> str:
    return " " if last.isascii() and last.isalpha() and first.isascii() and first.isalpha() else ""


def _splits(content: str) -> Iterator[Edit]:
    """A paragraph's indent inside a line: 第二节 发展物流业　　推广……; a name after its post is no paragraph.

    The evidence is a heading or the end of a sentence before the gap, or a number after it. A text
    with many such gaps lost its line ends everywhere: there a wide gap before prose is enough.
    """
    gaps = [match for match in _GAP.finditer(content) if match.group().count("\u3000") >= 2 or len(match.group()) >= 4]
    evident: list[int] = []
    likely: list[int] = []
    last = 0
    for number, match in enumerate(gaps):
        start, end = match.span()
        begin = max(last, content.rfind("\n", max(0, start - 200), start) + 1, start - 200)
        rest = content[end : end + 80].partition("\n")[0]
        before = content[begin:start].strip()
        prose = len(rest) >= 15 and ("，" in rest or "。" in rest or "、" in rest)
        if (OUTLINE.match(rest) and len(rest) > 3 and len(before) > 4) or (
            prose and (is_final(before) or (OUTLINE.match(before) is not None and _HEADING.match(before) is not None))
        ):
            evident.append(number)
            last = end
        elif prose and len(before) > 4:
            likely.append(number)
    chosen = evident if len(evident) < _MANY else sorted(evident + likely)
    return (Edit(*gaps[number].span(), "\n", "lines.split", gaps[number].group()) for number in chosen)


def _headings(text: Text, found: Sequence[Line]) -> frozenset[int]:
    """Which lines the format marks as headings or list items: they are never joined."""
    marks = [text.forward(mark.span) for mark in text.original.marks if mark.kind in {"heading", "list"}]
    chosen = set()
    index = 0
    for span in marks:
        while index < len(found) and found[index].end <= span.start:
            index += 1
        if index < len(found) and span.start < span.end and found[index].start < span.end:
            chosen.add(index)
    return frozenset(chosen)


def _columns(found: Sequence[Line], content: str) -> list[Column | None]:
    """For each line the column in which it was set, or ``None`` where lines are not wrapped."""
    columns: list[Column | None] = []
    total = len(found)
    sizes = [len(line) for _, _, line, _ in found]
    for start in range(0, total, _BLOCK):
        around = slice(max(0, start - _AROUND), start + _BLOCK + _AROUND)
        column = _column(found[around], content) if _may_be_set(sizes[around]) else None
        columns += [column] * (min(total, start + _BLOCK) - start)
    return columns


def _may_be_set(lengths: list[int]) -> bool:
    """Whether lines of these lengths can stand in a column: few are too long for one, half are nearly alike."""
    if len(lengths) < _FEWEST:
        return False
    lengths.sort()
    half = len(lengths) // 2
    return lengths[-1 - len(lengths) // 8] <= _WIDEST and any(
        b - a <= 9 for a, b in zip(lengths, lengths[half:], strict=False)
    )


def _column(window: Sequence[Line], content: str) -> Column | None:
    widths = [ems(line.text) for line in window]
    histogram = Counter(round(width) for width in widths)
    near = 2 if max(histogram) < 60 else 3
    peak, best = 0, 0
    for width in histogram:
        inside = sum(histogram[width + step] for step in range(-near, near + 1))
        if width >= _NARROWEST and (inside, width) > (best, peak):
            peak, best = width, inside
    if best < 6 or best * 5 < len(window) * 2:
        return None
    full = [line.text for line, width in zip(window, widths, strict=True) if abs(width - peak) <= near + 0.5]
    if sum(map(is_final, full)) * 5 > len(full) * 2:
        return None
    if sum(_INSIDE.search(line) is not None for line in full) * 3 < len(full):
        return None
    if sum(width > peak + max(3, peak * 0.15) for width in widths) * 8 > len(widths):
        return None
    indented = sum(content[max(0, line.start - 2) : line.start] in _INDENTS for line in window[1:])
    blanks = sum("\n" in content[a.end : b.start].partition("\n")[2] for a, b in pairwise(window))
    return Column(peak, 0 < indented * 2 < len(window), blanks * 2 < len(window))


def ems(line: str) -> float:
    """The width of a line in ems: a Latin letter or a digit is half as wide as a Chinese character."""
    return len(line) - (0.5 * len(line.encode("ascii", "ignore")) if not line.isalpha() else 0)


def _is_joined(
    found: Sequence[Line], index: int, column: Column | None, content: str, headings: frozenset[int]
) -> bool:
    """Whether the line after ``index`` is the rest of that line."""
    a, b = found[index], found[index + 1]
    if a.row or b.row or index in headings or index + 1 in headings:
        return False
    last, first = a.text[-1], b.text[0]
    if first in _CLOSERS and ((last not in "。！？" and not is_label(a.text)) or (first in "”’" and len(b.text) > 1)):
        return True
    if column is not None and b.text[0].isdigit() and (last.isdigit() or (last == "." and a.text[-2:-1].isdigit())):
        return True  # a number broken in two: 32. | 6万
    if OUTLINE.match(b.text) or is_label(b.text) or is_label(a.text):
        return False
    if last in _OPENERS:
        return True
    return column is not None and _goes_on(found, index, column, content)


def _goes_on(found: Sequence[Line], index: int, column: Column, content: str) -> bool:
    """Whether a line in a column fills it, so that the next one is its rest."""
    a = found[index]
    gap = content[a.end : found[index + 1].start]
    if column.indents and gap[-2:] in _INDENTS:
        return False
    width = ems(a.text)
    if width < column.width - max(2.6, column.width * 0.1):
        # Narrower: its paragraph ends here, unless it breaks off in the middle of a sentence and is as
        # long by its characters (a line of many figures, wrapped at so many characters).
        if is_final(a.text) or len(a.text) + 3 < column.width or not _INSIDE.search(a.text):
            return False
    elif width > column.width * 1.5 + 4:  # a paragraph of its own among wrapped lines
        return False
    blank = column.blanks and gap.count("\n") > 1
    return not blank or not (is_final(a.text) or _stands_alone(found, index, content))


def _stands_alone(found: Sequence[Line], index: int, content: str) -> bool:
    """A heading by its place: blank lines before and after it, and no punctuation in it."""
    line = found[index]
    before = content[found[index - 1].end : line.start].count("\n") > 1 if index else True
    return (
        before
        and _HEADING.match(line.text) is not None
        and "、" not in line.text
        and (index == 0 or is_final(found[index - 1].text))
    )
