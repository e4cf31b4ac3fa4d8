"""Numbers that lost their place: glued into a line, or swallowed by the item before them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from luoshi.model import Section, Span, Text, Words
from luoshi.outline.gaps import Gap
from luoshi.outline.manner import Manner
from luoshi.outline.numbering import chinese, style_of, written
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_MOST_MISSING = 5
_HEADING_LONGEST = 40
_FEW_SIBLINGS = 3
_SERIES = {"章": 1, "一、": 1, "（一）": 2, "1.": 2}
"""How many nodes a series has before one glued behind them is believed, by style."""

_OUTSTANDING = ("编", "章", "节", "（一）", "（1）")
_COUNTED = frozenset("年月日个项条家户人名万亿多余是要十百一二三四五六七八九、")
"""A number before one of these counts something: ``52个``, ``十五``."""
_BEFORE = frozenset("。！？；：”）)…　 \t\n\xa0.．")
_DAMAGED = {
    "一、": regex(r"[、，][ \u3000]?(?=[^\W\dA-Za-z_]|“)"),
    "1.": regex(r"[.．﹒、][ \u3000]?(?=[^\W\dA-Za-z_]|“)"),
}
_DAMAGED_BRACKETS = regex(r"[〈<（(［\[][^）)〉>］\]\n]{0,3}[）)〉>］\]][ \u3000]?(?=[^\W\dA-Za-z_]|“)")


class Recovery:
    """A search for the numbers that an outline misses."""

    def __init__(self, text: Text, lines: Lines, signs: list[Sign], root: Section) -> None:
        self._text, self._lines, self._signs, self._root = text, lines, signs, root
        self._numbered = {sign.line for sign in signs if sign.style != "plain"}
        self._manners: dict[tuple[str, str], Manner] = {}

    def of(self, found: Iterable[Gap]) -> list[Sign]:
        """All signs, with those for the missing numbers whose place can be told; other gaps are left.

        First the number itself, glued behind a sentence or a title (``…防线。7.建设…``); then the place
        where a title in the manner of its neighbours begins without its number.
        """
        added: list[Sign] = []
        for gap in found:
            style = style_of(gap.node.label)
            if gap.fault != "skipped" or len(gap.missing) > _MOST_MISSING or style is None:
                continue
            low = self._from(gap)
            damaged = self._damaged(gap, style, low)
            if damaged:
                added += damaged
                continue
            for number in gap.missing:
                sign = self._as_written(style, number, Span(low, gap.node.span.start))
                if sign is None and len(gap.missing) == 1 and gap.before is not None:
                    sign = self._as_title(gap, gap.before, style)
                if sign is not None:
                    added.append(sign)
                    low = sign.start + 1
        return _merge(self._text.content, self._signs, added)

    def behind_the_last(self) -> list[Sign]:
        """All signs, with those for numbers that go on glued into the last node of a series: ``…成效。三、工作安排``.

        No gap tells of them, as none follows them. A series of its own in that node (``。一、…。二、…``) is none of them.
        """
        added: list[Sign] = []
        for parent in self._root.walk():
            last = next((n for n in reversed(parent.children) if n.number is not None and n.label), None)
            style = style_of(last.label) if last is not None else None
            if last is None or style not in _SERIES or (last.number or 0) < _SERIES[style]:
                continue
            low, number = last.span.start + len(last.label), (last.number or 0) + 1
            if self._glued(style, 1, Span(low, last.span.end)) is not None:
                continue
            while (sign := self._glued(style, number, Span(low, last.span.end))) is not None:
                added.append(sign)
                low, number = sign.start + 1, number + 1
        return _merge(self._text.content, self._signs, added)

    def _glued(self, style: str, number: int, where: Span) -> Sign | None:
        """The number behind the end of a sentence, in the same line, if it comes but once."""
        content = self._text.content
        for label in written(style, number):
            position = content.find(label, *where)
            while position >= 0:
                after = content[position + len(label) : position + len(label) + 1]
                begins = after == "“" or after.isalpha() or after.isdigit()
                if content[position - 1] in "。！？" and begins and not (style == "1." and not after.isalpha()):
                    return self._sign(style, number, position, label)
                position = content.find(label, position + 1, where.end)
        return None

    def _from(self, gap: Gap) -> int:
        """Where to begin to look: behind the label of the node before, or of the parent."""
        parent = self._parent(gap.node)
        node = gap.before if gap.before is not None and gap.before.span.start >= parent.span.start else parent
        return node.span.start + max(1, len(node.label))

    def _as_written(self, style: str, number: int, where: Span) -> Sign | None:
        """The number as this style writes it, behind a sentence end, a space or a line end.

        第三章 and （三） stand out enough to be believed elsewhere too, if they come once.
        """
        content = self._text.content
        for label in written(style, number):
            position = content.find(label, *where)
            first = position
            while position >= 0:
                if content[position - 1] in _BEFORE:
                    return self._sign(style, number, position, label)
                position = content.find(label, position + 1, where.end)
            if first >= 0 and style in _OUTSTANDING and content.find(label, first + 1, where.end) < 0:
                return self._sign(style, number, first, label)
        return None

    def _damaged(self, gap: Gap, style: str, low: int) -> list[Sign]:
        """The lines that kept a part of their label (``、加快…``, ``〈5）…``), if they are as many as are missing."""
        damaged = _DAMAGED.get(style, _DAMAGED_BRACKETS)
        found: list[tuple[int, str]] = []
        for line in range(self._lines.at(low), self._lines.at(gap.node.span.start)):
            start = self._lines.starts[line]
            rest = None if line in self._numbered else damaged.match(self._text.content, start)
            if rest and start >= low:
                found.append((start, rest[0].rstrip()))
        if len(found) != len(gap.missing):
            return []
        why = [_why_damaged(number) for number in gap.missing]
        signs = [self._sign(style, n, *place) for n, place in zip(gap.missing, found, strict=True)]
        for sign, reason in zip(signs, why, strict=True):
            sign.inferred = reason
        return signs

    def _as_title(self, gap: Gap, before: Section, style: str) -> Sign | None:
        """The one place between two neighbours where a title like theirs begins without a number."""
        number, manner = gap.missing[0], self._manner(gap)
        where = Span(before.span.start, gap.node.span.start)
        free = [line for line in range(self._lines.at(where.start), self._lines.at(where.end)) if self._is_free(line)]
        bare = [line for line in free if self._bare(line, number)]
        if len(bare) == 1:
            start = self._lines.starts[bare[0]]
            return self._sign(style, number, start, self._bare(bare[0], number))
        odd = list(manner.odd_stops(where))
        if len(odd) == 1:
            return self._sign(style, number, odd[0], "")
        if not manner.runs_on:
            plain = [s for s in self._signs if s.style == "plain" and where.start < s.start < where.end]
            fits = len(plain) == 1 and manner.fits_line(plain[0].title)
            return self._sign(style, number, plain[0].start, "") if fits else None
        begun = [line for line in free if self._begins(line)]
        titles = [self._lines.starts[line] for line in begun if manner.fits(self._lines.starts[line])]
        if not titles and manner.one_line and len(free) == 1 and begun:
            titles = [self._lines.starts[begun[0]]]
        return self._sign(style, number, titles[0], "") if len(titles) == 1 else None

    def _manner(self, gap: Gap) -> Manner:
        """The manner of the siblings, or of all nodes alike where the siblings are few."""
        node, style = gap.node, style_of(gap.node.label)
        parent = self._parent(node)
        for key, among in ((parent.id, parent.children), (style or "", None)):
            found = self._manners.get((key, node.kind))
            if found is None:
                nodes = self._root.walk() if among is None else among
                like = [n for n in nodes if n.kind == node.kind and n.label and style_of(n.label) == style]
                if len(like) < _FEW_SIBLINGS and among is not None:
                    continue
                found = self._manners[key, node.kind] = Manner(self._text, self._lines, like)
            return found
        raise AssertionError(node.id)

    def _parent(self, node: Section) -> Section:
        path = self._root.path_to(node.span.start)
        at = next((index for index, other in enumerate(path) if other is node), len(path) - 1)
        return path[at - 1] if at else self._root

    def _is_free(self, line: int) -> bool:
        return line not in self._numbered and bool(self._lines.texts[line])

    def _begins(self, line: int) -> bool:
        """Whether the paragraph above is finished, so that one begins here."""
        start = self._lines.starts[line]
        return start < 2 or self._text.content[start - 2] in "。！？；：”）"

    def _bare(self, line: int, number: int) -> str:
        """The number without its point at the start of a line: ``52建设…``, ``三总体要求``."""
        text = self._lines.texts[line]
        for label in (str(number), chinese(number)):
            if text.startswith(label) and (label.isdigit() or len(text) <= _HEADING_LONGEST):
                rest = text[len(label) :].lstrip()
                if rest and ("一" <= rest[0] <= "鿿" or rest[0] == "“") and rest[0] not in _COUNTED:
                    return label
        return ""

    def _sign(self, style: str, number: int, start: int, label: str) -> Sign:
        line = self._lines.at(start)
        end = self._lines.end(line)
        heading, title = heading_of(self._text.content, start, start + len(label), end, style)
        return Sign(start, style, number, label, title, heading, line, inferred=None if label else _why(number))


def _why_damaged(number: int) -> Words:
    return Words(
        f"此行行首编号残缺，前后编号之间恰缺{number}，故推定其编号为{number}。",
        f"The number in front of this line is damaged; {number} is what is missing between its neighbours.",
    )


def _why(number: int) -> Words:
    return Words(
        f"编号在此处缺{number}；此处以与前后条目同样的方式起一标题，故推定为第{number}条，其编号已失。",
        f"Number {number} is missing here, and a title in the manner of its neighbours begins here without one.",
    )


def _merge(content: str, signs: list[Sign], added: list[Sign]) -> list[Sign]:
    """All signs in order; a heading that ran over a number found behind it ends before it."""
    if not added:
        return signs
    found = {sign.start for sign in added}
    merged = sorted([*(sign for sign in signs if sign.start not in found), *added], key=lambda sign: sign.start)
    starts = [sign.start for sign in merged]
    for sign in added:
        index = bisect_right(starts, sign.start) - 2
        while index >= 0 and merged[index].line == sign.line:
            above = merged[index]
            if above.heading is not None and above.heading.end > sign.start:
                label_end = above.start + len(above.label)
                above.heading, above.title = heading_of(content, above.start, label_end, sign.start, above.style)
            index -= 1
        index = bisect_right(starts, sign.start)
        if index < len(merged) and sign.heading is not None and sign.heading.end > merged[index].start:
            label_end = sign.start + len(sign.label)
            sign.heading, sign.title = heading_of(content, sign.start, label_end, merged[index].start, sign.style)
    return merged
