"""What a format is: each document makes a part, and the parts make a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import BinaryIO, NamedTuple

from luoshi.model import Document

Part = Callable[[Document, str, str], bytes]
"""Document, name of its file, language (``zh`` or ``en``) to its part of a file."""

Whole = Callable[[Iterable[bytes], BinaryIO, str], None]
"""Parts, where to write, language: writes a file, one part at a time, so that memory stays flat."""


class Format(NamedTuple):
    """A way to write documents.

    ``part`` is called where the document was read (in another process, for many), ``whole`` where
    the file is written. ``many`` says whether a file can hold more than one document.
    """

    name: str
    ending: str
    media_type: str
    many: bool
    part: Part
    whole: Whole
    text: bool = True
    """Whether a person can look at it in a terminal."""


def joined(parts: Iterable[bytes], stream: BinaryIO, _language: str) -> None:
    """The parts one after the other."""
    stream.writelines(parts)
