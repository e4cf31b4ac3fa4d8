"""Work in other processes: a job that kills its worker or takes too long is lost alone.

(The executor of the standard library breaks as a whole when one worker dies, and cannot end a job.)
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Generic, TypeVar, cast

Job = TypeVar("Job")
Result = TypeVar("Result")

AHEAD = 8
"""How many results for each worker may wait for a slow one before them."""

START = 120
"""Seconds that a process may take until it is ready."""

GRACE = 0.5
"""Seconds that a worker has to tidy up before it is killed."""


def each(
    work: Callable[[Job], Result],
    jobs: Iterable[Job],
    lost: Callable[[Job, str], Result],
    *,
    workers: int,
    timeout: float,
) -> Iterator[Result]:
    """``work(job)`` for each job, in the order of the jobs, by so many processes.

    Where a worker died (``"died"``) or took more than ``timeout`` seconds (``"timeout"``), the
    result is ``lost(job, reason)`` and a fresh worker goes on. No more than ``AHEAD`` results for
    each worker are held, however many jobs there are. ``work`` must not raise.
    """
    crew = [_Worker[Job, Result](work, timeout) for _ in range(workers)]
    try:
        yield from _run(crew, enumerate(jobs), lost)
    finally:
        for worker in crew:
            worker.stop()


class Helper(Generic[Job, Result]):
    """A process that works for one thread, job after job, for as long as it is needed."""

    def __init__(self, work: Callable[[Job], Result], lost: Callable[[Job, str], Result], *, timeout: float) -> None:
        """As for ``each``; the process is started with the first job."""
        self._worker, self._lost = _Worker[Job, Result](work, timeout), lost

    def do(self, job: Job) -> Result:
        """``work(job)``, or what is lost."""
        return next(_run([self._worker], iter([(0, job)]), self._lost))

    def interrupt(self) -> None:
        """From another thread: end the process; the job in hand is lost as ``died``."""
        process = self._worker.process
        if process is not None:
            process.terminate()
            process.join(GRACE)
            process.kill()

    def stop(self) -> None:
        """End the process, from the thread that it works for."""
        self._worker.stop()


def _run(
    crew: list[_Worker[Job, Result]],
    numbered: Iterator[tuple[int, Job]],
    lost: Callable[[Job, str], Result],
) -> Iterator[Result]:
    done: dict[int, Result] = {}
    given: dict[_Worker[Job, Result], tuple[int, Job]] = {}
    first, more = 0, True  # the number of the result that is due
    while more or given:
        for worker in crew:
            if more and worker not in given and len(given) + len(done) < AHEAD * len(crew):
                task = next(numbered, None)
                if task is None:
                    more = False
                    break
                given[worker] = task
                worker.give(task[1])
        for worker in _ready(list(given)):
            if worker.has_begun():
                continue
            number, job = given.pop(worker)
            try:
                done[number] = worker.take()
            except _Lost as reason:
                done[number] = lost(job, str(reason))
        while first in done:
            yield done.pop(first)
            first += 1


def _ready(busy: list[_Worker[Job, Result]]) -> list[_Worker[Job, Result]]:
    """Those that have answered, died or run out of time; waits until there is one."""
    while busy:
        now = time.monotonic()
        patience = max(0.0, min(worker.until for worker in busy) - now)
        answered = wait([worker.line for worker in busy], patience)
        ready = [worker for worker in busy if worker.line in answered or worker.until <= time.monotonic()]
        if ready:
            return ready
    return []


class _Lost(Exception):
    """A worker died or ran out of time."""


class _Worker(Generic[Job, Result]):
    """A process that does one job at a time, started when it is first needed."""

    line: Connection

    def __init__(self, work: Callable[[Job], Result], timeout: float) -> None:
        self.work, self.timeout = work, timeout
        self.process: multiprocessing.process.BaseProcess | None = None
        self.until = 0.0
        self.starting = True

    def give(self, job: Job) -> None:
        """Start a job; a worker that died in the meantime is replaced."""
        if self.process is None:
            self._start()
        try:
            self.line.send(job)
        except (BrokenPipeError, ConnectionError):
            self.stop()
            self._start()
            self.line.send(job)
        self.until = time.monotonic() + (START if self.starting else self.timeout)

    def has_begun(self) -> bool:
        """Whether a fresh process just told that it is ready: only now its job's time begins."""
        if not self.starting or not self.line.poll():
            return False
        try:
            self.line.recv()
        except (EOFError, OSError):
            return False  # it died; taking the result will say so
        self.starting = False
        self.until = time.monotonic() + self.timeout
        return True

    def take(self) -> Result:
        """The result of the job; raises ``_Lost`` and ends the process where there is none."""
        try:
            if self.line.poll():
                result: Result = self.line.recv()
                return result
            reason = "timeout"
        except (EOFError, OSError):
            reason = "died"
        self.stop()
        raise _Lost(reason)

    def _start(self) -> None:
        try:
            self._start_with(_context())
        except OSError:  # the server process cannot run here, as in some sandboxes
            self._start_with(multiprocessing.get_context("spawn"))

    def _start_with(self, context: multiprocessing.context.SpawnContext) -> None:
        self.line, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self.work, theirs), daemon=True)
        with _without_script():
            process.start()
        theirs.close()
        self.process = process
        self.starting = True

    def stop(self) -> None:
        """End the process, whatever it is doing; for a moment it may take back a result half written."""
        if self.process is not None:
            self.process.terminate()
            self.process.join(GRACE)
            self.process.kill()
            self.process.join()
            self.line.close()
            self.process = None


@contextmanager
def _without_script() -> Iterator[None]:
    """Start a process that does not run the caller's script again: it needs nothing of it.

    Else a script without ``if __name__ == "__main__":`` would do all that it does in each worker, and fail there.
    """
    script = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = script


def _context() -> multiprocessing.context.SpawnContext:
    """Workers from a server process that has the pipeline loaded, where the system has such; else fresh ones."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["luoshi.reading"])
        return cast("multiprocessing.context.SpawnContext", context)  # they offer the same
    return multiprocessing.get_context("spawn")


def _serve(work: Callable[[Job], Result], line: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process in front
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    gc.set_threshold(100_000)  # a document is a hundred thousand small values without a cycle among them
    line.send(None)  # ready
    while True:
        try:
            job = line.recv()
        except (EOFError, OSError):
            sys.exit()  # the process in front is gone
        line.send(work(job))
