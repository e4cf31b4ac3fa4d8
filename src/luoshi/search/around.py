"""The words around places of the library's documents, read from what search keeps of their texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, select

from luoshi.library import Library
from luoshi.library.tables import document as documents
from luoshi.model import Span
from luoshi.search import tables
from luoshi.search.index import catch_up
from luoshi.search.texts import Pieces

ROOM = 90
"""About so many characters are shown; the words themselves in full, up to twice as many."""

_STOPS = "。！？；"


class Passage(NamedTuple):
    """A stretch of a paragraph, and where in it the words stand that were asked for."""

    words: str
    mark: Span

    @property
    def before(self) -> str:
        """What stands before the words."""
        return self.words[: self.mark.start]

    @property
    def marked(self) -> str:
        """The words."""
        return self.words[self.mark.start : self.mark.end]

    @property
    def after(self) -> str:
        """What stands behind them."""
        return self.words[self.mark.end :]


def around(library: Library, places: Sequence[tuple[str, int, int]]) -> list[Passage]:
    """For each place (id of a document, start and end in its clean text) the sentence that it stands in, cut to ``ROOM``."""
    if not places:
        return []
    catch_up(library)
    query = (
        select(documents.c.id, tables.text.c.text)
        .join(tables.text, tables.text.c.document == documents.c.key)
        .where(documents.c.id.in_(bindparam("wanted", expanding=True)))
        .execution_options(binary=True)
    )
    with library.reading() as connection:
        rows = connection.execute(query, {"wanted": sorted({place[0] for place in places})}).all()
    texts = {row.id: Pieces.read(row.text) for row in rows}
    return [_passage(texts.get(document), start, end) for document, start, end in places]


def _passage(text: Pieces | None, start: int, end: int) -> Passage:
    if text is None:
        return Passage("", Span(0, 0))
    piece_start, piece = text.piece_at(start)
    low, high = start - piece_start, min(end - piece_start, len(piece))
    high = min(high, low + 2 * ROOM)
    first = piece.rfind("\n", 0, low) + 1
    last = piece.find("\n", high)
    last = len(piece) if last < 0 else last
    sentence = max(first, max(piece.rfind(stop, first, low) for stop in _STOPS) + 1)
    stop = min((place + 1 for mark in _STOPS if (place := piece.find(mark, high, last)) >= 0), default=last)
    room = max(0, ROOM - (high - low))
    left = max(sentence, low - max(room // 2, room - (stop - high)))
    right = min(stop, high + max(room - (low - left), 0))
    before = "…" if left > sentence else ""
    words = before + piece[left:right] + ("…" if right < stop else "")
    return Passage(words, Span(low - left + len(before), high - left + len(before)))
