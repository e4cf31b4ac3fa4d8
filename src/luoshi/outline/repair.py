"""Numbers that lost their place: glued into a line, or swallowed by the item before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from luoshi.model import Section, Span, Text, Words
from luoshi.outline.gaps import Gap
from luoshi.outline.numbering import style_of, written
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of

_MOST_MISSING = 5
_BEFORE = frozenset("。！？；：”）)…　 \t\n\xa0.．")
_TITLE_SHORTEST = 4
_TITLE_LONGEST = 30
_sentence = re.compile(r"[一-鿿“《A-Z0-9][^。！？；\n]{1,40}。").match
_odd_stop = re.compile(r"(?<=[一-鿿”）])[.．·](?=[一-鿿“])")
_damaged = {
    "一、": re.compile(r"[、，][ \u3000]?(?=[一-鿿“])").match,
    "1.": re.compile(r"[.．﹒、][ \u3000]?(?=[一-鿿“])").match,
}
_damaged_brackets = re.compile(r"[〈<（(［\[][^）)〉>］\]\n]{0,3}[）)〉>］\]][ \u3000]?(?=[一-鿿“])").match
_bare_number = re.compile(r"(\d{1,3})[ \u3000]?(?=[一-鿿“])").match


class Recovery:
    """A search for the numbers that an outline misses."""

    def __init__(self, text: Text, lines: Lines, signs: list[Sign], root: Section) -> None:
        self._text, self._lines, self._signs, self._root = text, lines, signs, root
        self._numbered = {sign.line for sign in signs}

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

    def _from(self, gap: Gap) -> int:
        """Where to begin to look: behind the label of the node before, or of the parent."""
        path = self._root.path_to(gap.node.span.start)
        at = next((index for index, node in enumerate(path) if node is gap.node), len(path) - 1)
        parent = path[at - 1] if at else self._root
        node = gap.before if gap.before is not None and gap.before.span.start >= parent.span.start else parent
        return node.span.start + max(1, len(node.label))

    def _as_written(self, style: str, number: int, where: Span) -> Sign | None:
        """The number as this style writes it, behind a sentence end, a space or a line end."""
        content = self._text.content
        for label in written(style, number):
            position = content.find(label, *where)
            while position >= 0:
                if content[position - 1] in _BEFORE:
                    return self._sign(style, number, position, label)
                position = content.find(label, position + 1, where.end)
        return None

    def _damaged(self, gap: Gap, style: str, low: int) -> list[Sign]:
        """The lines that kept a part of their label (``、加快…``, ``〈5）…``), if they are as many as are missing."""
        matches = _damaged.get(style, _damaged_brackets)
        found: list[tuple[int, str]] = []
        for line in range(self._lines.at(low), self._lines.at(gap.node.span.start)):
            start = self._lines.starts[line]
            rest = None if line in self._numbered else matches(self._text.content, start)
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
        content, number, manner = self._text.content, gap.missing[0], _Manner(self._root, gap.node)
        if not manner.runs_on:
            return None
        low, high = before.span.start, gap.node.span.start
        bare: list[int] = []
        titles: list[int] = []
        for line in range(self._lines.at(low), self._lines.at(high)):
            start = self._lines.starts[line]
            if line in self._numbered or not self._lines.texts[line]:
                continue
            figure = _bare_number(content, start)
            if figure and int(figure[1]) == number:
                bare.append(start)
            elif manner.fits(content, start) and content[start - 1 : start] in ("", "\n") and _ends(content, start - 2):
                titles.append(start)
        if len(bare) == 1:
            return self._sign(style, number, bare[0], str(number))
        odd = [place for place in _odd_stops(self._text, low, high) if manner.fits(content, place)]
        for places in (odd, titles):
            if len(places) == 1:
                return self._sign(style, number, places[0], "")
        return None

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


def _odd_stops(text: Text, low: int, high: int) -> Iterator[int]:
    """Places behind a full stop of the wrong width, in the clean text or in the file's."""
    content, original = text.content, text.original.content
    for found in _odd_stop.finditer(content, low, high):
        yield found.end()
    position = content.find("。", low, high)
    while 0 <= position < high - 1:
        place = text.back(Span(position, position + 1))
        if original[place.start : place.end] in (".", "．", "·"):
            yield position + 1
        position = content.find("。", position + 1, high)


def _ends(content: str, position: int) -> bool:
    """Whether the paragraph above is finished."""
    return position < 0 or content[position] in "。！？；：”）"


class _Manner:
    """How the siblings of a node write their titles."""

    def __init__(self, root: Section, node: Section) -> None:
        titles = [
            other.title
            for other in root.walk()
            if other.kind == node.kind and other.label and style_of(other.label) == style_of(node.label)
        ]
        self.runs_on = sum(1 for title in titles if title) * 2 > len(titles)
        self.longest = min(_TITLE_LONGEST, max(map(len, titles), default=0) + 4)
        self.comma = sum("，" in title or "," in title for title in titles) * 5 > len(titles)

    def fits(self, content: str, start: int) -> bool:
        """Whether a sentence that could be such a title begins at ``start``, with more text behind it."""
        found = _sentence(content, start)
        if found is None:
            return False
        title = found[0][:-1]
        if not _TITLE_SHORTEST <= len(title) <= self.longest or (not self.comma and ("，" in title or "," in title)):
            return False
        return content[found.end() : found.end() + 1] not in ("", "\n")


def _merge(content: str, signs: list[Sign], added: list[Sign]) -> list[Sign]:
    """All signs in order; a heading that ran over a number found behind it ends before it."""
    if not added:
        return signs
    known = {sign.start for sign in signs}
    merged = sorted([*signs, *(sign for sign in added if sign.start not in known)], key=lambda sign: sign.start)
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
