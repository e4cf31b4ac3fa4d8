"""The terminal: translates what a person types and sees; decides nothing."""

from __future__ import annotations

import gc
import os
import sys

from luoshi import __version__, settings

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code (see ``luoshi --help``).

    Nothing heavy is loaded before it is known what is wanted.
    """
    given = sys.argv[1:] if argv is None else argv
    _open_closed_streams()
    if given == ["--version"]:
        sys.stdout.write(f"luoshi {__version__}\n")
        return 0
    gc.set_threshold(100_000)  # a document is a hundred thousand small values without a cycle among them
    try:
        from luoshi.cli.command import run  # noqa: PLC0415 — --version does without
    except KeyboardInterrupt:
        return 130
    code = run(given, settings.language())
    if argv is None:
        _leave(code)
    return code


def _open_closed_streams() -> None:
    """Started without one of the standard streams (``>&-``), what goes there goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 — until the end


def _leave(code: int) -> None:
    """End the process at once: to take those values apart one by one would take thirty milliseconds.

    Comes back where the usual end has something to do: workers to wait for, output that nobody reads.
    """
    if "multiprocessing" in sys.modules:
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)
