"""Results into files: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from itertools import count
from pathlib import Path, PurePath
from typing import BinaryIO

NAME = 255
"""How many bytes a file's name may have on the common file systems."""


def output_of(place: PurePath, ending: str) -> PurePath:
    """Where the result for a file goes in the folder of results: ``a/plan.pdf`` → ``a/plan.pdf.json``.

    The whole name is kept, so that ``plan.txt`` and ``plan.pdf`` never meet and the name never
    depends on what else was read. A name that would be too long is cut and told apart by a hash.
    """
    name = place.name + ending
    if len(os.fsencode(name)) > NAME:
        tail = f"~{sha256(os.fsencode(place.name)).hexdigest()[:8]}{ending}"
        kept = os.fsencode(place.name)[: NAME - len(tail)]
        name = kept.decode("utf-8", "ignore") + tail
    return place.with_name(name)


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> int:
    """Let ``write`` fill the file at ``path``; it appears when it is complete. Returns its size.

    Something that is no ordinary file (a pipe, a device) is written to directly. Raises ``OSError``.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            write(stream)
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.parent / f".luoshi-{os.getpid()}-{next(_numbers)}.tmp"
    try:
        with draft.open("xb") as stream:
            write(stream)
            size = stream.tell()
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    return size


_numbers = count()
