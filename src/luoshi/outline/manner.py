"""How the items of one kind write their titles, to know one that lost its number."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Section, Span, Text
from luoshi.outline.numbering import style_of
from luoshi.outline.signs import Lines
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_SHORTEST = 4
_LONGEST = 60
_FEW = 3
_begins = regex(r"[\w“《]")
_odd_stop = regex(r"(?:(?<=[^\W\dA-Za-z_])|(?<=[”）]))[.．·](?=[^\W\dA-Za-z_]|“)")


class Manner:
    """The titles of nodes that are alike: how long they are, whether text runs on behind them."""

    def __init__(self, text: Text, lines: Lines, like: list[Section]) -> None:
        self._text, self._lines = text, lines
        lengths = [len(n.title) for n in like if n.title] or [0]
        commas = [any(comma in n.title for comma in "，,") for n in like if n.title]
        ends = [lines.end(lines.at(n.span.start)) for n in like]
        run_on = sum(1 for n, end in zip(like, ends, strict=True) if n.heading and n.heading.end < end)
        own_lines = sum(1 for n, end in zip(like, ends, strict=True) if n.span.end - end <= 1)
        self._style = style_of(like[0].label) or ""
        self.runs_on = run_on * 2 > len(like)
        """Whether the text begins in the line of the title."""
        self.one_line = own_lines * 10 >= len(like) * 8
        """Whether an item is one paragraph."""
        self._shortest, self._longest = max(_SHORTEST, min(lengths) - 4), min(_LONGEST, max(lengths) + 4)
        self._comma_may_be = sum(commas) * 5 > len(commas)
        self._comma_must_be = len(commas) >= _FEW and all(commas)

    def fits(self, start: int) -> bool:
        """Whether a title like theirs begins at ``start``, with more text behind it in the line."""
        content = self._text.content
        end = self._lines.end(self._lines.at(start))
        if not _begins.match(content, start):
            return False
        heading, title = heading_of(content, start, start, end, self._style)
        return heading.end < end and self.fits_line(title)

    def fits_line(self, title: str) -> bool:
        """Whether these words could be such a title."""
        if not self._shortest <= len(title) <= self._longest:
            return False
        return self._comma_may_be if "，" in title or "," in title else not self._comma_must_be

    def odd_stops(self, where: Span) -> Iterator[int]:
        """Titles behind a full stop of the wrong width, in the clean text or in the file's."""
        content, original = self._text.content, self._text.original.content
        places = [found.end() for found in _odd_stop.finditer(content, *where)]
        position = content.find("。", *where)
        while 0 <= position < where.end - 1:
            place = self._text.back(Span(position, position + 1))
            if original[place.start : place.end] in (".", "．", "·"):
                places.append(position + 1)
            position = content.find("。", position + 1, where.end)
        return (place for place in places if (self.fits(place) if self.runs_on else self._fits_rest(place)))

    def _fits_rest(self, start: int) -> bool:
        """Whether the rest of the line could be such a title."""
        rest = self._text.content[start : self._lines.end(self._lines.at(start))]
        return "。" not in rest and self.fits_line(rest)
