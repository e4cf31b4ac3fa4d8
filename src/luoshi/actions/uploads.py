"""Files that are sent while people wait: read one after the other beside the server, each with its state to look at.

What was sent waits in a folder of its own until a process has read it; a process that dies or takes too long
costs its file only. The library gets a document whole or not at all, so that a server may be stopped at any time:
what was still waiting is then to be sent again.
"""

from __future__ import annotations

import secrets
import shutil
import threading
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from queue import Empty, SimpleQueue
from tempfile import mkdtemp
from typing import IO, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.actions.add import Job, Made, lost, made_of, now
from luoshi.actions.many import digest
from luoshi.actions.naming import harmless_name
from luoshi.actions.outcome import Failure, attempt
from luoshi.actions.picking import Picked
from luoshi.actions.workers import Helper
from luoshi.errors import CannotKeep, NotInLibrary, TooLarge, said_by_system
from luoshi.library import Library
from luoshi.model import Words

LARGEST = 100 << 20
"""Bytes that a file may have, as everywhere in Luoshi."""
FILES = 500
"""Files that may be sent at once."""
TOGETHER = 5_000
"""Files that one upload may grow to."""
WAITING_FILES, WAITING_BYTES = 5_000, 2 << 30
"""How much may wait to be read, of all uploads together."""
KEPT = 200
"""So many uploads are remembered; the oldest that are finished are forgotten."""
SECONDS = 300.0
"""The time that a file may take."""
IDLE = 60.0
"""Seconds without work after which the processes end."""

WAITING, READING, ADDED, THERE, FAILED = "waiting", "reading", "added", "there", "failed"


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

    @property
    def open(self) -> int:
        """How many files are not read yet."""
        return sum(file.state in (WAITING, READING) for file in self.files)


class _Task(NamedTuple):
    upload: str
    number: int
    path: Path


class Uploads:
    """The uploads of a library, with the processes that read them: started when needed, ended when idle."""

    def __init__(self, library: Library, *, jobs: int = 1, seconds: float = SECONDS) -> None:
        """``jobs`` files are read at once, each in at most so many seconds."""
        self.library, self.jobs, self.seconds = library, max(1, jobs), seconds
        self._uploads: OrderedDict[str, Upload] = OrderedDict()
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._crew: dict[threading.Thread, Helper[Job, Made]] = {}
        self._folder: Path | None = None
        self._bytes = 0
        self._numbers = 0
        self._closed = False
        self.changes = 0
        """It grows with whatever becomes of an upload."""

    def take(self, sent: Sequence[Sent], *, who: str, upload: str = "") -> Upload:
        """Take files in, to be read as soon as there is time; to an ``upload`` that began before, or a new one.

        Raises ``TooLarge`` where it is too much at once, ``CannotKeep`` where too much waits already or the
        library takes nothing, ``NotInLibrary`` where there is no such upload.
        """
        if self.library.read_only:
            with self.library.writing():
                pass  # it says so before anything is taken in
        before = self.get(upload) if upload else None
        if len(sent) > FILES or (before and len(before.files) + len(sent) > TOGETHER):
            raise _too_many(len(sent))
        kept = self._kept(sent)
        with self._lock:
            began = self._uploads[upload] if upload else Upload(secrets.token_urlsafe(9), who, now())
            first = len(began.files)
            self._uploads[began.id] = grown = replace(began, files=(*began.files, *(file for file, _ in kept)))
            self._forget()
            self.changes += 1
        for number, (file, path) in enumerate(kept, first):
            if path is not None and file.state == WAITING:
                self._tasks.put(_Task(grown.id, number, path))
        self._start()
        return grown

    def get(self, identity: str) -> Upload:
        """An upload as it is now. Raises ``NotInLibrary`` where there is none, or it is forgotten."""
        with self._lock:
            found = self._uploads.get(identity)
        if found is None:
            raise NotInLibrary(
                Words("没有这次上传的记录。", "There is no record of this upload."),
                Words(
                    "服务重新启动后不再保留；已读完的都在书架上，其余请重新上传。",
                    "It is not kept when the server starts anew; what was read is on the shelf, send the rest again.",
                ),
            )
        return found

    def running(self) -> list[Upload]:
        """The uploads that are not finished, the last begun first."""
        with self._lock:
            return [upload for upload in reversed(self._uploads.values()) if upload.open]

    def close(self) -> None:
        """Stop reading; what waits is thrown away."""
        with self._lock:
            self._closed = True
            crew = dict(self._crew)
        for helper in crew.values():
            helper.interrupt()
            self._tasks.put(None)
        for thread in crew:
            thread.join(_PATIENCE)
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _kept(self, sent: Sequence[Sent]) -> list[tuple[File, Path | None]]:
        """All files where they wait, or none."""
        kept: list[tuple[File, Path | None]] = []
        try:
            kept.extend(map(self._keep, sent))  # those before one that fails are in it
        except BaseException:
            for file, path in kept:
                if path is not None:
                    self._release(file, path)
            raise
        return kept

    def _release(self, file: File, path: Path) -> None:
        with self._lock:
            self._bytes -= file.size
        with suppress(OSError):
            path.unlink()

    def _keep(self, sent: Sent) -> tuple[File, Path | None]:
        """Write what was sent where it waits; one that is too large fails alone."""
        name = harmless_name(sent.name) or "?"
        path = self._place()
        size = 0
        try:
            with path.open("wb") as file:
                while piece := sent.file.read(1 << 20):
                    size += len(piece)
                    if size > LARGEST:
                        raise _too_large(name)
                    file.write(piece)
            self._reserve(size)
        except TooLarge as error:
            path.unlink(missing_ok=True)
            return File(name, size, FAILED, failure=Failure("TooLarge", error.what, error.advice)), None
        except OSError as error:
            path.unlink(missing_ok=True)
            said = said_by_system(error)
            raise CannotKeep(Words(f"收不下文件：{said.zh}。", f"Files cannot be taken in: {said.en}.")) from None
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return File(name, size), path

    def _place(self) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = Path(mkdtemp(prefix="luoshi-uploads-"))
            self._numbers += 1
            return self._folder / str(self._numbers)

    def _reserve(self, size: int) -> None:
        with self._lock:
            if self._closed or self._tasks.qsize() >= WAITING_FILES or self._bytes + size > WAITING_BYTES:
                raise CannotKeep(
                    Words("等待读入的文件太多了。", "Too many files are waiting to be read."),
                    Words("已收下的会继续读；请稍后再传。", "Those that were taken in are read on; send more later."),
                )
            self._bytes += size

    def _forget(self) -> None:
        finished = [identity for identity, upload in self._uploads.items() if not upload.open]
        for identity in finished[: max(0, len(self._uploads) - KEPT)]:
            del self._uploads[identity]

    def _start(self) -> None:
        with self._lock:
            wanted = min(self.jobs, len(self._crew) + self._tasks.qsize())
            while len(self._crew) < wanted and not self._closed:
                helper = Helper[Job, Made](
                    partial(made_of, self.library.keepers), partial(lost, self.seconds), timeout=self.seconds
                )
                thread = threading.Thread(target=self._work, args=(helper,), daemon=True, name="luoshi-upload")
                self._crew[thread] = helper
                thread.start()

    def _work(self, helper: Helper[Job, Made]) -> None:
        try:
            while not self._closed:
                try:
                    task = self._tasks.get(timeout=IDLE)
                except Empty:
                    with self._lock:  # nobody puts a task down and looks for the crew in between
                        if self._tasks.empty():
                            del self._crew[threading.current_thread()]
                            return
                    continue
                if task is None:
                    return
                self._read(helper, task)
        finally:
            helper.stop()

    def _read(self, helper: Helper[Job, Made], task: _Task) -> None:
        file = self._change(task, state=READING)
        done = attempt(partial(self._brought, helper, file.name, task.path))
        self._release(file, task.path)
        if self._closed:
            return
        if isinstance(done, Failure):
            self._change(task, state=FAILED, failure=_for_the_site(done))
            return
        self._change(task, **done)

    def _brought(self, helper: Helper[Job, Made], name: str, path: Path) -> dict[str, object]:
        """Read a file and keep its document; returns what changes in its state."""
        sha256 = digest(path) or ""
        there = self.library.has(sha256)
        if not there:
            made = helper.do(Job(Picked(name, PurePath(name), path)))
            if made.parcel is None:
                return {"state": FAILED, "failure": made.failure and _for_the_site(made.failure)}
            there = not self.library.put(made.parcel, now()).new
        line = self.library.entry(sha256)
        return {"state": THERE if there else ADDED, "id": line.id, "title": line.title, "grade": line.grade}

    def _change(self, task: _Task, **changes: object) -> File:
        with self._lock:
            upload = self._uploads[task.upload]
            file = replace(upload.files[task.number], **changes)
            files = (*upload.files[: task.number], file, *upload.files[task.number + 1 :])
            self._uploads[task.upload] = replace(upload, files=files)
            self.changes += 1
        return file


_PATIENCE = 10
"""Seconds that a thread has to end."""


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


def _for_the_site(why: Failure) -> Failure:
    """Advice that a person in a browser can follow."""
    return why._replace(advice=_ADVICE.get(why.kind, why.advice))


_ADVICE = {
    "timeout": Words(
        "请拆分文件，或请管理员用 luoshi add 加入。",
        "Split the file, or ask an administrator to add it with luoshi add.",
    ),
    "died": Words(
        "可能是内存不足；请拆分文件，或请管理员用 luoshi add 加入。",
        "Memory may have run out; split the file, or ask an administrator to add it with luoshi add.",
    ),
    "memory": Words("请拆分文件后再传。", "Split the file and send it again."),
}
