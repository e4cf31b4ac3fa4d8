"""One sign of structure in a text: a label, a heading, a point; and the lines in which signs stand."""

from __future__ import annotations

from bisect import bisect_right

from msgspec import Struct

from luoshi.model import Span, Words


class Sign(Struct):
    """Where a node of the outline begins, before it has a place in the tree.

    ``style`` is a key of ``numbering.RANKS``, ``plain`` (a heading without number) or ``marked`` (a
    heading by the format's word, of ``level``). ``heading`` is ``None`` where the heading is lost.
    ``end`` is set where the node ends before the next one begins.
    """

    start: int
    style: str
    number: int | None = None
    label: str = ""
    title: str = ""
    heading: Span | None = None
    line: int = 0
    level: int = 0
    rank: float = 0.0
    end: int | None = None
    inferred: Words | None = None


class Lines(Struct):
    """The lines of a text: ``texts`` and where each begins."""

    texts: list[str]
    starts: list[int]

    @classmethod
    def of(cls, content: str) -> Lines:
        """Divide ``content`` at its line ends."""
        texts = content.split("\n")
        starts = [0] * len(texts)
        position = 0
        for index, line in enumerate(texts):
            starts[index] = position
            position += len(line) + 1
        return cls(texts, starts)

    def at(self, position: int) -> int:
        """The index of the line that holds ``position``."""
        return max(0, bisect_right(self.starts, position) - 1)

    def end(self, index: int) -> int:
        """Where a line ends, without its line end."""
        return self.starts[index] + len(self.texts[index])
