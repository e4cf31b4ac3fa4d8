"""Full-width digits and half-width Chinese punctuation, set as Chinese print sets them."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.chinese.width import changes
from luoshi.model import Edit, Text


def width(text: Text) -> Iterator[Edit]:
    """Digits, letters and % half-width; ，。；：？！（） full-width beside Chinese. Keeps the length."""
    content = text.content
    for start, end, after, kind in changes(content):
        yield Edit(start, end, after, f"width.{kind}", content[start:end])
