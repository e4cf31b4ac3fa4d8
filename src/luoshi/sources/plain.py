"""Plain text as it lies: nothing is changed, so offsets are those of the decoded file."""

from __future__ import annotations

from hashlib import sha256

from luoshi.model import Original, Words
from luoshi.sources.encoding import decode
from luoshi.sources.likelihood import likelihood


def read(data: bytes, name: str) -> Original:  # noqa: ARG001 — every reader takes a name
    """Text of any encoding; line ends, tabs and control characters stay as the file has them."""
    text, encoding, remarks = decode(data)
    return Original(text, "text/plain", sha256(data).hexdigest(), encoding=encoding, remarks=(*remarks, *doubts(text)))


def doubts(text: str) -> tuple[Words, ...]:
    """Remarks on text that was read well but can hardly be what the reader wanted."""
    piece = text[: 1 << 16]
    piece = piece[:: len(piece) // 4096 or 1]  # a sample tells as much
    letters = sum(character.isalpha() for character in piece)
    if not letters:
        return (Words("文本中没有文字。", "The text holds no words."),)
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in piece)
    if chinese < letters / 10:
        if piece.isascii() or likelihood(piece) > -0.2:
            return (Words("文本大部分不是中文。", "Most of the text is not Chinese."),)
        return (
            Words(
                "文字多为生僻字符，可能是从字形编码错误的 PDF 中复制而来。",
                "Most characters are ones that nobody writes: perhaps copied from a PDF with a faulty text layer.",
            ),
        )
    return ()
