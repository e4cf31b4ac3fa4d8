"""The exit codes, as ``luoshi --help`` tells them, and how a command says that it was asked nonsense."""

from __future__ import annotations

ALL_READ, SOME_FAILED, USAGE, NOTHING_READ, STOPPED, BROKEN_PIPE = 0, 1, 2, 3, 130, 141


class WrongUsage(Exception):
    """What was typed makes no sense; the message says what."""
