"""What is told while many files are read, and at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from luoshi import settings
from luoshi.actions import Failure, Outcome, Picked
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED
from luoshi.cli.listing import failure, line, names_width, summary
from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, plain, put, styled

FEW = 50
"""Up to so many files written to a folder are told one by one; for more there is a bar."""

SHORT = 4
"""Fewer files than these need no bar."""


class Progress:
    """Counts outcomes as they pass, tells of them, and says how it ended.

    ``listed``: the lines are the result, and go to the standard output. Otherwise they are remarks
    and go to the standard error, for not too many files that go to a ``folder`` or a ``library``. Failures are told at the
    end, on the standard error, also when ``quiet``.
    """

    def __init__(
        self,
        picked: Sequence[Picked],
        language: str,
        *,
        quiet: bool,
        listed: bool = False,
        folder: Path | None = None,
        library: str | None = None,
    ) -> None:
        self.total, self.names = len(picked), names_width(each.place for each in picked)
        self.language, self.quiet, self.listed = language, quiet, listed
        self.folder, self.library = folder, library
        self.remarked = (folder is not None or library is not None) and self.total <= FEW and not quiet
        self.read = self.skipped = 0
        self.failures: list[tuple[str, Failure]] = []
        self.bar: Any = None

    def watch(self, outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        """The outcomes, counted and told."""
        self._start_bar()
        for outcome in outcomes:
            if outcome.failure:
                self.failures.append((outcome.name, outcome.failure))
            else:
                self.read += not outcome.skipped
                self.skipped += outcome.skipped
                self._tell(outcome)
            if self.bar is not None:
                self.bar.update()
            yield outcome
        self.close()

    def _start_bar(self) -> None:
        lines_on_terminal = self.remarked or (self.listed and sys.stdout.isatty())
        if self.quiet or lines_on_terminal or self.total < SHORT or not sys.stderr.isatty():
            return
        from tqdm import tqdm  # noqa: PLC0415 — only for long work

        tqdm.monitor_interval = 0  # no thread beside processes
        self.bar = tqdm(
            total=self.total, unit="", desc=say("reading", self.language), leave=False, ncols=WIDTH, nrows=20
        )

    def _tell(self, outcome: Outcome) -> None:
        stream = sys.stdout if self.listed else sys.stderr
        if outcome.summary and (self.listed or self.remarked):
            told = line(outcome, self.language, self.names)
            put(stream, told if stream.isatty() and settings.color() else plain(told))

    def close(self) -> None:
        """Take the bar away."""
        if self.bar is not None:
            self.bar.close()
            self.bar = None

    def tell(self) -> int:
        """Summary and failures; returns the exit code."""
        if self.listed:
            put(sys.stdout, self._summary())
            sys.stdout.flush()
        elif not self.quiet and (self.folder or self.library or self.total > 1):
            where = say("written", self.language, self.folder) if self.folder and self.read else ""
            where = say("in_library", self.language, self.library) if self.library else where
            put(sys.stderr, f"{self._summary()} {where}".rstrip())
        if self.failures:
            self._tell_failures()
        if not self.failures:
            return ALL_READ
        return SOME_FAILED if self.read or self.skipped else NOTHING_READ

    def _summary(self) -> str:
        return summary(self.read, self.skipped, len(self.failures), self.language, kept=self.library is not None)

    def _tell_failures(self) -> None:
        color = sys.stderr.isatty() and settings.color()
        if self.total > 1:
            head = say("failures", self.language, len(self.failures))
            put(sys.stderr, styled(head, "red") if color else head)
        for name, why in self.failures:
            put(sys.stderr, ("  " if self.total > 1 else "luoshi: ") + failure(name, why, self.language))
