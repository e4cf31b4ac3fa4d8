"""What the file's own format says is no part of the text: chrome, running heads, captions, deletions."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.cleaning.shape import is_sentence
from luoshi.model import Edit, Text

_KINDS = frozenset({"chrome", "runhead", "pagenumber", "caption", "deleted"})


def marked(text: Text) -> Iterator[Edit]:
    """Take out the stretches that the original marks as no part of its text.

    Chrome that holds more sentences than all the rest is no chrome: such marks are disregarded.
    """
    spans = [
        (place.start, place.end, mark.kind)
        for mark in text.original.marks
        if mark.kind in _KINDS and text[place := text.forward(mark.span)].strip()
    ]
    if not spans:
        return
    spans.sort(key=lambda span: (span[0], -span[1]))
    merged: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        if merged and start < merged[-1][1]:
            if end > merged[-1][1]:
                merged[-1] = (merged[-1][0], end, merged[-1][2])
        else:
            merged.append((start, end, kind))
    content = text.content
    chrome = [(start, end) for start, end, kind in merged if kind == "chrome"]
    trusted = _sentences("\n".join(content[start:end] for start, end in chrome)) * 2 <= _sentences(content)
    for start, end, kind in merged:
        if kind != "chrome" or trusted:
            yield Edit(start, end, "", f"marked.{kind}", content[start:end])


def _sentences(content: str) -> int:
    """How many characters of the text stand in lines that are sentences."""
    return sum(len(line) for line in content.split("\n") if is_sentence(line.strip()))
