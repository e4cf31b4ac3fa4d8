"""Text that grows line by line, with marks that say what each stretch of it is."""

from __future__ import annotations

from hashlib import sha256

from luoshi.model import Mark, Original, Span, Words


class Draft:
    """What a reader has written so far: lines of text, marks on them, remarks about them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.tables = 0
        self.marks: list[Mark] = []
        self.remarks: list[Words] = []
        self.metadata: list[tuple[str, str]] = []

    def line(self, text: str, *marks: tuple[str, str]) -> Span:
        """Write ``text`` as a line of its own, mark it with ``(kind, value)`` pairs, give its span."""
        span = Span(self.length, self.length + len(text))
        self._parts += (text, "\n")
        self.length += len(text) + 1
        self.marks += (Mark(span, kind, value) for kind, value in marks)
        return span

    def mark(self, start: int, end: int, kind: str, value: str) -> None:
        """Mark a stretch that is already written; an empty one is not worth a mark."""
        if start < end:
            self.marks.append(Mark(Span(start, end), kind, value))

    def remark(self, zh: str, en: str) -> None:
        """Say something that the reader of the result should know."""
        self.remarks.append(Words(zh, en))

    def fact(self, name: str, value: str | None) -> None:
        """Keep a property that the file states of itself (title, author, date), if it states one."""
        value = " ".join((value or "").split())
        if value and (name, value) not in self.metadata:
            self.metadata.append((name, value))

    def original(self, data: bytes, media_type: str, encoding: str | None = None) -> Original:
        """What was written, as the Original of ``data``. Marks stand in the order of the text, wider first."""
        return Original(
            content="".join(self._parts),
            media_type=media_type,
            sha256=sha256(data).hexdigest(),
            marks=tuple(sorted(self.marks, key=lambda mark: (mark.span.start, -mark.span.end))),
            encoding=encoding,
            metadata=tuple(self.metadata),
            remarks=tuple(self.remarks),
        )
