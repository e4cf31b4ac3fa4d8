"""Leftovers of encodings: byte order marks, control and zero-width characters, look-alikes, surrogates."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from luoshi.model import Edit, Text
from luoshi.patterns import regex

_SUSPECT = regex(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    r"\u2f00-\u2fd5\uf900-\ufaff\ud800-\udfff\U0002f800-\U000e01ef]"
)
_LINE_ENDS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def encoding(text: Text) -> Iterator[Edit]:
    """Remove what no reader sees; replace look-alikes (⼯ 工) and lone surrogates."""
    content = text.content
    for match in _SUSPECT.finditer(content):
        start, character = match.start(), match.group()
        if character == "\r" and content.startswith("\n", start + 1):
            continue
        if character in _LINE_ENDS:
            yield Edit(start, start + 1, "\n", "encoding.line_end", character)
        elif "\ud800" <= character <= "\udfff":
            yield Edit(start, start + 1, "\ufffd", "encoding.surrogate", character)
        elif "\u2f00" <= character <= "\u2fd5" or "\uf900" <= character <= "\ufaff" or character >= "\U0002f800":
            plain = unicodedata.normalize("NFKC", character)
            if character >= "\U000e0001":
                yield Edit(start, start + 1, "", "encoding.mark", character)
            elif plain != character and len(plain) == 1:
                yield Edit(start, start + 1, plain, "encoding.lookalike", character)
        elif character < "\xa0":
            yield Edit(start, start + 1, "", "encoding.control", character)
        else:
            yield Edit(start, start + 1, "", "encoding.mark", character)
