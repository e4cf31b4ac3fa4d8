"""Files that are sent while people wait: taken into the library, where they wait to be read, each with its state to look at.

They wait in the library itself (``luoshi.library.queue``), so that nothing is lost when the server stops or is killed,
and every server of the library tells the same of them; ``crew.py`` reads them.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import IO, Any, NamedTuple

from msgspec import Struct

from luoshi.actions.add import now
from luoshi.actions.crew import Crew, kept
from luoshi.actions.naming import harmless_name
from luoshi.actions.outcome import Failure, refused
from luoshi.errors import CannotKeep, NotInLibrary, TooLarge
from luoshi.library import Library, queue
from luoshi.library.queue import ADDED, FAILED, OPEN, READING, THERE, WAITING, Going
from luoshi.model import Words

__all__ = ["ADDED", "FAILED", "READING", "THERE", "WAITING", "File", "Sent", "Upload", "Uploads"]

LARGEST = 100 << 20
"""Bytes that a file may have, as everywhere in Luoshi."""
FILES = 500
"""Files that may be sent at once."""
TOGETHER = 5_000
"""Files that one upload may grow to."""
WAITING_FILES, WAITING_BYTES = 20_000, 4 << 30
"""How much may wait to be read, of all people together."""
OWN_FILES, OWN_BYTES = 5_000, 2 << 30
"""How much may wait of one person."""
KEPT, DAYS = 200, 30
"""So many uploads are remembered when they are finished, and those whose failures nobody saw, but none for longer than so many days."""
SECONDS = 300.0
"""The time that a file may take."""


class Sent(NamedTuple):
    """A file as it comes: the name that the sender gives it, and its bytes."""

    name: str
    file: IO[bytes]


class File(Struct, frozen=True):
    """A file of an upload.

    ``state``: ``waiting``, ``reading``, ``added`` (it is on the shelf), ``there`` (its bytes were there
    already) or ``failed``, with ``failure`` saying why. ``id``, ``title`` and ``grade`` are the document's.
    """

    name: str
    size: int
    state: str = WAITING
    id: str = ""
    title: str = ""
    grade: str | None = None
    failure: Failure | None = None


class Upload(Struct, frozen=True):
    """Files that somebody sent together, in the order in which they came."""

    id: str
    who: str
    began: str
    files: tuple[File, ...] = ()
    seen: bool = False

    @property
    def open(self) -> int:
        """How many files are not read yet."""
        return sum(file.state in OPEN for file in self.files)


class Uploads:
    """The uploads of a library, and those who read them."""

    def __init__(self, library: Library, *, jobs: int = 1, seconds: float = SECONDS) -> None:
        """``jobs`` files are read at once, each in at most so many seconds."""
        self.library = library
        self.changes = 0
        """It grows with whatever becomes of an upload here."""
        self._crew = Crew(library, jobs=jobs, seconds=seconds, told=self._changed)

    def resume(self) -> None:
        """Go on with what waits since a server was stopped."""
        if self.library.read_only:
            return
        with self.library.reading() as connection:
            files, _ = queue.waiting(connection)
        if files:
            self._crew.call(files)

    def take(self, sent: Sequence[Sent], *, who: str, upload: str = "") -> Upload:
        """Take files in, to be read as soon as there is time; to an ``upload`` that began before, or a new one.

        All of them are kept, or none; one that is too large fails alone. Raises ``TooLarge`` where it is too much
        at once, ``CannotKeep`` where too much waits already or the library takes nothing (its disk is full),
        ``NotInLibrary`` where there is no such upload.
        """
        if len(sent) > FILES:
            raise _too_many(len(sent))
        with self.library.writing() as connection:
            queue.forget(connection, KEPT, _days_ago(DAYS))
            if upload:
                before = _upload(queue.lines(connection, upload))
                if len(before.files) + len(sent) > TOGETHER:
                    raise _too_many(len(sent))
            else:
                upload = secrets.token_urlsafe(9)
                queue.begin(connection, upload, who, now())
            for each in sent:
                name = harmless_name(each.name) or "?"
                key, size = queue.put(connection, upload, name, each.file, LARGEST)
                if size > LARGEST:
                    queue.settle(connection, key, None, state=FAILED, failure=kept(refused(_too_large(name))))
            _check(queue.waiting(connection), WAITING_FILES, WAITING_BYTES)
            _check(queue.waiting(connection, who), OWN_FILES, OWN_BYTES)
            grown = _upload(queue.lines(connection, upload))
        self._changed()
        self._crew.call(grown.open)
        return grown

    def get(self, identity: str) -> Upload:
        """An upload as it is now. Raises ``NotInLibrary`` where there is none, or it is forgotten."""
        with self.library.reading() as connection:
            return _upload(queue.lines(connection, identity))

    def look(self, identity: str, who: str) -> Upload:
        """As ``get``; where it is finished and its sender looks, what failed counts as seen.

        Where it is not, and nobody reads here, somebody begins: the server that took it in may be gone.
        """
        found = self.get(identity)
        if found.open and self._crew.idle and not self.library.read_only:
            self._crew.call(found.open)
        if not (found.open or found.seen or self.library.read_only) and found.who == who:
            with self.library.writing() as connection:
                queue.see(connection, identity)
            self._changed()
        return found

    def going(self) -> list[Going]:
        """The uploads that are not finished, or of which the sender has not seen what failed; the last begun first."""
        with self.library.reading() as connection:
            return queue.going(connection)

    def close(self) -> None:
        """Stop reading; what waits goes on waiting."""
        self._crew.close()

    def _changed(self) -> None:
        self.changes += 1


def _check(waiting: tuple[int, int], most: int, most_bytes: int) -> None:
    files, size = waiting
    if files > most or size > most_bytes:
        raise CannotKeep(
            Words("等待读入的文件太多了。", "Too many files are waiting to be read."),
            Words("已收下的会继续读；请稍后再传。", "Those that were taken in are read on; send more later."),
        )


def _upload(found: tuple[dict[str, Any], list[dict[str, Any]]] | None) -> Upload:
    if found is None:
        raise NotInLibrary(
            Words("没有这次上传的记录。", "There is no record of this upload."),
            Words(
                "较早的上传不再保留记录；读完的都在书架上。", "Older ones are forgotten; what was read is on the shelf."
            ),
        )
    whole, files = found
    return Upload(whole["id"], whole["who"], whole["began"], tuple(map(_file, files)), whole["seen"])


def _file(row: dict[str, Any]) -> File:
    there = row["sha256"] if row["state"] in (ADDED, THERE) else ""
    why = row["failure"]
    failure = Failure(why[0], Words(*why[1]), Words(*why[2])) if why else None
    return File(row["name"], row["size"], row["state"], there, row["title"], row["grade"], failure)


def _days_ago(days: int) -> str:
    return (datetime.fromisoformat(now()) - timedelta(days=days)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _too_many(number: int) -> TooLarge:
    return TooLarge(
        Words(f"一次送来了 {number:,} 个文件。", f"{number:,} files were sent at once."),
        Words(f"一次最多 {FILES:,} 个，请分几次上传。", f"Send up to {FILES:,} at once, in several goes."),
    )


def _too_large(name: str) -> TooLarge:
    return TooLarge(
        Words("文件超过 100 MiB。", "The file has more than 100 MiB."),
        Words("请拆分或压缩后再传。", "Split it, or make it smaller."),
        name=name,
    )
