"""Those who read what waits in the library: threads with a process each, started when needed and ended when idle.

A process that dies or takes too long costs its file only. The library gets a document whole or not at all, and a file
waits there until it is known what became of it: a server may be killed at any time, and the next goes on.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import Any

from luoshi.actions.add import Job, Made, lost, made_of, now
from luoshi.actions.outcome import Failure, attempt, failed
from luoshi.actions.picking import Picked
from luoshi.actions.workers import Helper
from luoshi.library import Library, queue
from luoshi.library.queue import ADDED, FAILED, THERE, Held
from luoshi.words import Words

IDLE = 60.0
"""Seconds without work after which the processes end."""

HOLD = 15.0
"""Seconds for which a file is held: so long it waits after its reader was killed."""

PAUSE = 2.0
"""Seconds between two looks for a file whose reader may be gone, or after the library could not be asked."""

TRIES = 3
"""So often a file is begun: one with which the whole server ends each time is not read for ever."""

_PASSING = frozenset({"CannotKeep", "CannotOpen"})
"""What the library itself complains of: the disk is full, the server cannot be reached. It may pass."""

_PATIENCE = 10
"""Seconds that a thread has to end."""


class Crew:
    """Reads what waits in a library, so many files at once, each in at most so many seconds."""

    def __init__(self, library: Library, *, jobs: int, seconds: float, told: Callable[[], None]) -> None:
        """``told`` is called whenever something became of a file."""
        self.library, self.jobs, self.seconds, self._told = library, max(1, jobs), seconds, told
        self.reader = f"{os.getpid()}-{secrets.token_hex(6)}"
        self._readers: dict[threading.Thread, Helper[Job, Made]] = {}
        self._holder: threading.Thread | None = None
        self._news = threading.Condition()
        self._calls = 0
        self._closed = threading.Event()

    def call(self, number: int = 1) -> None:
        """There are so many more files to read."""
        with self._news:
            if self._closed.is_set():
                return
            self._calls += 1
            for _ in range(min(self.jobs, len(self._readers) + number) - len(self._readers)):
                work = partial(made_of, self.library.keepers)
                helper = Helper[Job, Made](work, partial(lost, self.seconds), timeout=self.seconds)
                thread = threading.Thread(target=self._work, args=(helper,), daemon=True, name="luoshi-upload")
                self._readers[thread] = helper
                thread.start()
            if self._holder is None:
                self._holder = threading.Thread(target=self._hold_on, daemon=True, name="luoshi-hold")
                self._holder.start()
            self._news.notify_all()

    @property
    def idle(self) -> bool:
        """Whether nobody reads, or looks whether there is something to read."""
        return not self._readers

    def close(self) -> None:
        """Stop reading; what was being read waits again."""
        self._closed.set()
        with self._news:
            crew = dict(self._readers)
            self._news.notify_all()
        for helper in crew.values():
            helper.interrupt()
        for thread in (*crew, *([self._holder] if self._holder else [])):
            thread.join(_PATIENCE)
        if crew and not self.library.read_only:
            attempt(partial(self._write, queue.give_back, self.reader))

    def _work(self, helper: Helper[Job, Made]) -> None:
        """One reader: file after file, until there has been none for a while."""
        try:
            while not self._closed.is_set():
                calls = self._calls
                held = attempt(self._next)
                if isinstance(held, Held):
                    self._read(helper, held)
                elif not self._wait(calls, expects=isinstance(held, Failure) or self._unfinished()):
                    return
        finally:
            helper.stop()

    def _wait(self, calls: int, *, expects: bool) -> bool:
        """Wait for a call; whether to go on after it. Nobody calls between the last look and the end."""
        with self._news:
            if self._calls == calls and not self._closed.is_set():
                called = self._news.wait(PAUSE if expects else IDLE)
                if not called and not expects and self._calls == calls:
                    del self._readers[threading.current_thread()]
                    return False
        return True

    def _unfinished(self) -> bool:
        found = attempt(self._asked)
        return found if isinstance(found, bool) else True

    def _asked(self) -> bool:
        with self.library.reading() as connection:
            return queue.unfinished(connection)

    def _next(self) -> Held | None:
        if not self._asked():
            return None
        with self.library.writing() as connection:
            return queue.hold(connection, self.reader, time.time(), time.time() + HOLD)

    def _hold_on(self) -> None:
        """Hold what is being read as long as it takes."""
        while not self._closed.wait(HOLD / 4):
            with self._news:
                if not self._readers:
                    self._holder = None
                    return
            attempt(partial(self._write, queue.renew, self.reader, time.time() + HOLD))

    def _read(self, helper: Helper[Job, Made], held: Held) -> None:
        self._told()
        done = attempt(partial(self._brought, helper, held))
        if self._closed.is_set():
            return
        if isinstance(done, Failure) and done.kind in _PASSING and held.tries < TRIES:
            self._closed.wait(PAUSE)
            attempt(partial(self._write, queue.give_back, self.reader, held.key))
            return
        became = {"state": FAILED, "failure": kept(done)} if isinstance(done, Failure) else done
        said = attempt(partial(self._write, queue.settle, held.key, self.reader, **became))
        if isinstance(said, Failure):  # its hold runs out, and it is read again
            logging.getLogger("luoshi").error("%s", said.what.en)
            self._closed.wait(PAUSE)
        self._told()

    def _brought(self, helper: Helper[Job, Made], held: Held) -> dict[str, Any]:
        """Read a file and keep its document; returns what changes in its state."""
        there = self.library.has(held.sha256)
        if not there:
            if held.tries > TRIES:
                return {"state": FAILED, "failure": kept(failed("died"))}
            with self.library.reading() as connection:
                data = queue.data_of(connection, held.key)
            made = helper.do(Job(Picked(held.name, PurePath(held.name), data)))
            if made.parcel is None:
                return {"state": FAILED, "failure": made.failure and kept(made.failure)}
            there = not self.library.put(made.parcel, now()).new
        line = self.library.entry(held.sha256)
        return {"state": THERE if there else ADDED, "title": line.title, "grade": line.grade}

    def _write(self, change: Callable[..., object], *given: object, **named: object) -> None:
        with self.library.writing() as connection:
            change(connection, *given, **named)


def kept(why: Failure) -> list[Any]:
    """As the library keeps it, with advice that a person in a browser can follow."""
    return [why.kind, list(why.what), list(_ADVICE.get(why.kind, why.advice))]


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
