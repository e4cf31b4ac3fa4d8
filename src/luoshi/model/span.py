"""A stretch of text: where it starts and where it ends."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open interval ``[start, end)`` of character offsets (Python ``str`` indices)."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end
