"""What was read into a folder before: so that a long run that was broken off goes on where it was.

``.luoshi-read.jsonl`` in the folder of results has a line for each result: its place, the SHA-256 of
the bytes that were read, with what they were read (format, language, schema, rules, knowledge) and
the size of the result. A line is written after its result is complete; a torn last line is ignored.
"""

from __future__ import annotations

import json
import os
from pathlib import Path, PurePath

from luoshi.actions.writing import write_whole

NAME = ".luoshi-read.jsonl"


def results(folder: Path) -> frozenset[str]:
    """The real paths of all results in a folder that were ever noted there."""
    root = os.path.realpath(folder)
    return frozenset(os.path.realpath(os.path.join(root, place)) for place, _ in _read(folder / NAME))  # noqa: PTH118


class Ledger:
    """The lines of one folder for one way of reading."""

    def __init__(self, folder: Path, way: str) -> None:
        """``way`` says with what is read; a result made in another way does not count as done."""
        self.folder, self.way = folder, way
        self._lines = dict(_read(folder / NAME))
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / NAME, lambda stream: stream.writelines(map(_line, self._lines.values())) or None)

    def known(self, output: PurePath) -> str | None:
        """The hash of the bytes that the result at ``output`` was made of, if it is still as it was written."""
        line = self._lines.get(output.as_posix())
        if line is None or line["way"] != self.way:
            return None
        try:
            return str(line["sha256"]) if (self.folder / output).stat().st_size == line["size"] else None
        except OSError:
            return None

    def add(self, output: PurePath, sha256: str) -> None:
        """Note that the result at ``output`` is complete."""
        size = (self.folder / output).stat().st_size
        line: dict[str, str | int] = {"output": output.as_posix(), "sha256": sha256, "way": self.way, "size": size}
        self._lines[output.as_posix()] = line
        with (self.folder / NAME).open("ab", buffering=0) as stream:
            stream.write(_line(line))


def _line(line: dict[str, str | int]) -> bytes:
    return json.dumps(line, ensure_ascii=True).encode() + b"\n"


def _read(path: Path) -> list[tuple[str, dict[str, str | int]]]:
    lines = []
    try:
        written = path.read_bytes()
    except OSError:
        return []
    for each in written.splitlines():
        try:
            line = json.loads(each)
            if {"output", "sha256", "way", "size"} <= line.keys():
                lines.append((line["output"], line))
        except (ValueError, AttributeError):
            continue
    return lines
