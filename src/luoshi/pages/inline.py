"""The words of a line as HTML: marks around findings, and what cleaning changed inside them.

The template does all the rest; this part is Python because a page has ten thousand such pieces.
Every word of the document passes through ``escape``. No space is put between the tags: in Chinese a
space would be seen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from luoshi.model import Document, Section, Span, Words
from luoshi.model.values import Statement
from luoshi.pages import labels
from luoshi.pages.blocks import OWN_LINE, Start, Stretch
from luoshi.pages.cards import kind_of
from luoshi.pages.segments import Piece, Segment

if TYPE_CHECKING:
    from markupsafe import Markup

# Kinds whose first words bear a sign, so that they can be told apart without colour.
_WITH_SIGN = frozenset({"target", "achievement", "pledge", "doubt"})


class Inline:
    """Writes the words of one document's page."""

    def __init__(self, document: Document, ids: Sequence[str], doubts: dict[str, int], language: str) -> None:
        """``ids`` are the findings' addresses; ``doubts`` numbers the doubts as the header lists them."""
        from markupsafe import Markup  # noqa: PLC0415  (comes with jinja2, only for those who want a page)

        self._markup = Markup
        self._ids = [escape(identifier) for identifier in ids]
        self._numbers = [doubts.get(identifier) for identifier in ids]
        content = document.text.content
        # Words that run over several paragraphs bear their sign at the start and are not tinted.
        self._kinds = ["" if "\n" in content[f.span.start : f.span.end] else kind_of(f) for f in document.findings]
        self._signs = [f"s-{kind_of(f)}" if f.kind in _WITH_SIGN else "" for f in document.findings]
        self._empty = [f.span.length == 0 for f in document.findings]
        # Of a table's row that is a statement only its name and its number are shown.
        self._rows = {
            index: tuple(filter(None, (f.value.indicator_span, f.value.quantity_span)))
            for index, f in enumerate(document.findings)
            if isinstance(f.value, Statement) and "\t" in content[f.span.start : f.span.end]
        }
        self._signed: set[int] = set()
        self._english = language == "en"
        self._opened: dict[tuple[int, ...], str] = {}

    def words(self, stretch: Stretch) -> Markup:
        """The words of a stretch with the addresses of what starts in it."""
        parts = [self._start(start) for start in stretch.starts]
        if stretch.page:
            parts.append(f'<span class="turn" data-page="{escape(stretch.page)}"></span>')
        position = stretch.start
        for segment in stretch.segments:
            end = position + sum(len(piece.text) for piece in segment.pieces)
            self._segment(segment, Span(position, end), parts)
            position = end
        return self._markup("".join(parts))

    def _segment(self, segment: Segment, span: Span, parts: list[str]) -> None:
        starts = segment.starts
        parts.extend(map(self._point, starts[1:] if segment.findings else starts))
        if not segment.findings:
            parts.extend(map(self._piece, segment.pieces))
            return
        unseen = self._unseen(segment, span)
        seen = [index for index in segment.findings if index not in unseen]
        first = [index for index in seen if index in starts or (index in self._rows and index not in self._signed)]
        self._signed.update(first)
        classes = " ".join(
            dict.fromkeys(filter(None, (*map(self._kinds.__getitem__, seen), *map(self._signs.__getitem__, first))))
        )
        aside = f' data-q="{" ".join(map(str, unseen))}"' if unseen else ""
        identifier = f' id="{self._ids[starts[0]]}"' if starts else ""
        numbers = " ".join(str(self._numbers[index]) for index in starts if self._numbers[index] is not None)
        number = f' data-n="{numbers}"' if numbers else ""
        refs = " ".join(map(str, segment.findings))
        parts.append(f'<mark class="{classes}"{identifier}{number} data-f="{refs}"{aside}>')
        parts.extend(map(self._piece, segment.pieces))
        parts.append("</mark>")

    def _unseen(self, segment: Segment, span: Span) -> tuple[int, ...]:
        """Statements whose row this cell is in, though it is neither their name nor their number."""
        rows = self._rows
        return tuple(
            index
            for index in segment.findings
            if index in rows and not any(one.start < span.end and span.start < one.end for one in rows[index])
        )

    def _point(self, index: int) -> str:
        """An address without words of its own; a doubt about what is not there shows its sign."""
        if not self._signs[index] or not self._empty[index]:
            return f'<i id="{self._ids[index]}"></i>'
        number = f' data-n="{self._numbers[index]}"' if self._numbers[index] is not None else ""
        classes = f"{self._kinds[index]} {self._signs[index]}"
        return f'<mark class="{classes} point" id="{self._ids[index]}"{number} data-f="{index}"></mark>'

    def _piece(self, piece: Piece) -> str:
        form, text, before, reason = piece
        if form == "same":
            return escape(text, quote=False)
        if form == "quiet":
            was = f'<s class="q">{escape(before, quote=False)}</s>' if before else ""
            return f"{was}<u>{escape(text, quote=False)}</u>"
        if form == "changed":
            why = self._why(reason)
            was = f'<s class="c"{why}>{escape(before, quote=False)}</s>' if before else ""
            return f'{was}<u class="c"{why}>{escape(text, quote=False)}</u>'
        if before.strip():
            return f'<s class="x"{self._why(reason)}>{escape(before, quote=False)}</s>'
        return f'<s class="w">{"↵&#10;" if chr(10) in before else before}</s>'

    def _why(self, reason: str) -> str:
        return f' data-r="{escape(reason)}" title="{escape(self._one(labels.reason(reason)))}"'

    def _start(self, start: Start) -> str:
        section = start.section
        if not start.lost and not lost_number(section):
            return f'<i class="node" id="{escape(section.id)}"></i>'
        if section.kind in OWN_LINE and section.number is None and not section.title:
            return ""
        why = section.inferred or labels.UI["lost"]
        title = f'title="{escape(self._one(why))}" data-zh="{escape(why.zh)}" data-en="{escape(why.en)}"'
        return f'<span class="lost node" id="{escape(section.id)}" {title}>{escape(lost_heading(start) if start.lost else lost_number(section))}</span>'

    def _one(self, words: Words) -> str:
        return words.en if self._english else words.zh


# An address in a sentence of ours: it ends at a space, a bracket or Chinese punctuation.
_ADDRESS = re.compile(r"https?://[^\s<>\"'()（），。；、”“》]{1,500}")


def linked(sentence: str) -> Markup:
    """A sentence of the product's own with the sources it names as links, shown by their host."""
    from markupsafe import Markup  # noqa: PLC0415

    parts, position = [], 0
    for found in _ADDRESS.finditer(sentence):
        parts.append(escape(sentence[position : found.start()]))
        host = found[0].split("/", 3)[2]
        href = escape(found[0])
        parts.append(
            f'<a class="source" href="{href}" title="{href}" rel="noreferrer noopener" target="_blank">{escape(host)}</a>'
        )
        position = found.end()
    parts.append(escape(sentence[position:]))
    return Markup("".join(parts))  # noqa: S704  (every part is escaped)


def lost_number(section: Section) -> str:
    """The number of a node that has none in the text but was concluded to be one: ［16］."""
    return f"［{section.number}］" if not section.label and section.number is not None and section.inferred else ""


def lost_heading(start: Start) -> str:
    """What stands for a heading that is not in the text: its number and words, as far as concluded."""
    section = start.section
    parts = ["" if section.number is None else str(section.number), section.title]
    return f"［{' '.join(filter(None, parts))}］"
