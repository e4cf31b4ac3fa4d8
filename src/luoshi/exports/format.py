"""What a format is: each document makes a part, and the parts make a file."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import BinaryIO, NamedTuple

from luoshi.model import Document


class Format(NamedTuple):
    """A way to write documents.

    ``module`` has two functions, ``part`` and ``whole``, as below; it is imported only when the
    format is used. ``many`` says whether a file can hold more than one document, ``readable``
    whether a person can look at it in a terminal.
    """

    name: str
    ending: str
    media_type: str
    module: str
    many: bool
    readable: bool = True

    def part(self, document: Document, name: str, language: str) -> bytes:
        """The part of a document that was read from the file ``name``; for many, made where it was read."""
        made: bytes = import_module(self.module).part(document, name, language)
        return made

    def whole(self, parts: Iterable[bytes], stream: BinaryIO, language: str) -> None:
        """Write a file of parts, one at a time, so that memory stays flat."""
        import_module(self.module).whole(parts, stream, language)


def joined(parts: Iterable[bytes], stream: BinaryIO, _language: str) -> None:
    """The parts one after the other."""
    stream.writelines(parts)
