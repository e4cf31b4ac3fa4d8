"""``luoshi`` as a process of its own, as people start it; borrowed by tests."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

COMMAND = [sys.executable, "-m", "luoshi"]


class Serving(NamedTuple):
    """A server, and the address that it printed."""

    process: subprocess.Popen
    address: str


def luoshi(*arguments: str, given: str = "") -> subprocess.CompletedProcess:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=_surroundings(),
    )


@contextmanager
def serving(library: str, *arguments: str) -> Iterator[Serving]:
    """``luoshi serve`` on a free port; stopped at the end if it still runs."""
    process = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--library", library, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=_surroundings(),
    )
    try:
        yield Serving(process, process.stdout.readline().strip().rstrip("/"))
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _surroundings() -> dict[str, str]:
    return {**os.environ, "LUOSHI_JOBS": "1", "LC_ALL": "C.UTF-8"}
