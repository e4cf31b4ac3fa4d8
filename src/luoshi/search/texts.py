"""A document's clean text as search keeps it: in pieces of whole lines, so that one line is read without the rest."""

from __future__ import annotations

import zlib
from bisect import bisect_right

import msgspec
from msgspec import Struct

ROOM = 1_000
"""About how many characters a piece has; a longer line is a piece of its own."""


class Pieces(Struct, dict=True):
    """``lines`` and ``starts`` are the number of each piece's first line and where that starts in the text."""

    lines: list[int]
    starts: list[int]
    data: list[bytes]

    @classmethod
    def of(cls, text: str) -> Pieces:
        """Cut a text up."""
        pieces = cls([], [], [])
        line = start = 0
        while True:
            end = text.find("\n", min(start + ROOM, len(text)))
            end = len(text) if end < 0 else end
            pieces.lines.append(line)
            pieces.starts.append(start)
            pieces.data.append(zlib.compress(text[start:end].encode("utf-8", "surrogatepass")))
            if end == len(text):
                return pieces
            line += text.count("\n", start, end) + 1
            start = end + 1

    @classmethod
    def read(cls, data: bytes) -> Pieces:
        """The pieces that ``written`` made bytes of."""
        return msgspec.msgpack.decode(data, type=cls)

    def written(self) -> bytes:
        """The pieces as bytes."""
        return msgspec.msgpack.encode(self)

    def whole(self) -> str:
        """The text."""
        return "\n".join(map(_text, self.data))

    def line(self, number: int) -> tuple[int, str]:
        """Where a line starts in the text, and the line."""
        piece = bisect_right(self.lines, number) - 1
        start, lines = self._piece(piece)
        inside = number - self.lines[piece]
        return start + sum(map(len, lines[:inside])) + inside, lines[inside]

    def piece_at(self, place: int) -> tuple[int, str]:
        """Where the piece starts that holds a place of the text, and the piece: whole lines."""
        number = max(0, bisect_right(self.starts, place) - 1)
        start, lines = self._piece(number)
        return start, "\n".join(lines)

    def _piece(self, number: int) -> tuple[int, list[str]]:
        kept: dict[int, list[str]] = self.__dict__.setdefault("_kept", {})
        if number not in kept:
            kept[number] = _text(self.data[number]).split("\n")
        return self.starts[number], kept[number]


def _text(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
