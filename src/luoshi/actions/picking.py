"""Which files a user means: files, folders with all below them, globs, the standard input."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from luoshi.actions.outcome import Failure, failed
from luoshi.errors import said_by_system

ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx"})
"""What is picked from folders. A file that is named is tried whatever its ending."""


LOCK = "~$"
"""How the lock file begins that Word leaves beside an open document."""


class Picked(NamedTuple):
    """A file to read, or why there is none.

    ``name`` is how the user sees it, ``place`` where it lies below the deepest folder that holds all
    that was picked: a folder of results mirrors it. ``source`` is a path, or bytes from a stream.
    """

    name: str
    place: PurePath
    source: Path | bytes | None
    failure: Failure | None = None


def pick(paths: Iterable[str | Path], *, avoid: Path | None = None) -> list[Picked]:
    """The files that ``paths`` name, each once, folders in the order of their names.

    Hidden files and those of other endings are left out of folders, and so are results: ``avoid`` is
    the file or folder where they go, which is left out with all below it, and where it is itself
    what is to be read, the results that were written there before. A link that leads back into a folder seen before is not followed again.
    """
    named = [path for given in paths for path in _expand(str(given))]
    root = _common(named)
    found: dict[str, Picked] = {}
    avoided = _results(avoid) if avoid else frozenset()
    for path in named:
        for each, failure in _files(path, avoided):
            absolute = os.path.abspath(each)  # noqa: PTH100 — resolve would follow links
            place = PurePath(os.path.relpath(absolute, root) if root else each.name)
            found.setdefault(absolute, Picked(str(each), place, None if failure else each, failure))
    return list(found.values())


def _results(avoid: Path) -> frozenset[str]:
    """The real paths of a file or folder of results, and of the results noted in it."""
    from luoshi.actions.ledger import results  # noqa: PLC0415 — only where results are kept

    return frozenset({os.path.realpath(avoid), *results(avoid)})


def _expand(path: str) -> list[Path]:
    if os.path.lexists(path):
        return [Path(path)]
    import glob  # noqa: PLC0415 — not for a file that is named

    if glob.has_magic(path):
        matches = map(Path, sorted(glob.glob(path, recursive=True)))  # noqa: PTH207 — the pattern may be absolute
        found = [match for match in matches if not match.name.startswith(LOCK)]
        if found:
            return found
    return [Path(path)]


def _common(paths: list[Path]) -> str | None:
    """The deepest folder that holds all; ``None`` where there is none (several drives)."""
    folders = [os.path.abspath(path if os.path.isdir(path) else path.parent) for path in paths]  # noqa: PTH100, PTH112
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return None


def _files(path: Path, avoided: frozenset[str]) -> Iterator[tuple[Path, Failure | None]]:
    if not os.path.isdir(path):  # noqa: PTH112 — Path.is_dir raises where a folder above may not be entered
        yield path, failed("missing") if _is_missing(path) else None
        return
    seen: set[tuple[int, int]] = set()
    waiting = [path]
    while waiting:
        here = waiting.pop()
        try:
            if not os.path.isdir(here):  # noqa: PTH112
                yield here, None
                continue
            if not _new(here, seen):
                continue
            inside = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            yield here, failed("forbidden", said_by_system(error))
            continue
        waiting += [here / entry.name for entry in reversed(inside) if _wanted(entry, avoided)]


def _is_missing(path: Path) -> bool:
    """Whether there is nothing at a path; where that may not be known, reading it will say so."""
    try:
        path.lstat()
    except OSError as error:
        return error.errno in (errno.ENOENT, errno.ENOTDIR)
    except ValueError:
        return True
    return False


def _new(folder: Path, seen: set[tuple[int, int]]) -> bool:
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return False
    seen.add(identity)
    return True


def _wanted(entry: os.DirEntry[str], avoided: frozenset[str]) -> bool:
    if entry.name.startswith((".", LOCK)):
        return False
    readable = os.path.splitext(entry.name)[1].lower() in ENDINGS  # noqa: PTH122
    try:
        if avoided and os.path.realpath(entry.path) in avoided:
            return False
        if entry.is_dir():
            return True
        return readable and (entry.is_file() or entry.is_symlink())  # a link to nothing is told when it is read
    except OSError:
        return readable and entry.is_symlink()  # in a circle: reading it will say so
