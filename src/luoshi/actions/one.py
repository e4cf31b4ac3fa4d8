"""Read one document."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from luoshi.actions.versions import edition
from luoshi.model import Document


def read_one(source: str | Path | bytes, *, name: str = "") -> Document:
    """Read a plan from a path, or from the bytes of a file, into a cited document.

    ``name`` is the file's name where bytes are given: its ending is a hint, the bytes decide. The
    same bytes give the same document. Raises ``luoshi.CannotRead`` where the bytes do not become
    text; what is wrong with a text that could be read stands in ``document.find("doubt")``.
    """
    from luoshi.reading import read  # noqa: PLC0415 — the whole pipeline; `luoshi --help` does without

    return replace(read(source, name=name), edition=edition())
