"""Traditional characters: each one that becomes Simplified is an edit of its own."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.chinese.script import simplified
from luoshi.model import Edit, Text


def script(text: Text) -> Iterator[Edit]:
    """Simplify the text where it is Traditional in substance; Simplified text is never touched."""
    content = text.content
    after = simplified(content)
    if after == content:
        return
    for index, (old, new) in enumerate(zip(content, after, strict=True)):
        if old != new:
            yield Edit(index, index + 1, new, "script.traditional", old)
