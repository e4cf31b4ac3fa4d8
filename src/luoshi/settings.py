"""What the surroundings say: the only reader of the environment.

=================================== ==============================================================
``LC_ALL``, ``LC_MESSAGES``,        the language of messages: Chinese where the first of them that is
``LANG``                            set starts with ``zh``, else English
``NO_COLOR``                        no colour if set and not empty (no-color.org)
``LUOSHI_JOBS``                     how many files are read at once; by default one for each core
``LUOSHI_TIMEOUT``                  seconds after which a file is given up; by default 300 for each of
                                    several, and no limit for one alone
=================================== ==============================================================
"""

from __future__ import annotations

import os


def language() -> str:
    """``zh`` or ``en``."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


def color() -> bool:
    """Whether colour is wanted where there is a terminal."""
    return not os.environ.get("NO_COLOR")


def jobs() -> int:
    """How many files are read at once."""
    return int(_number("LUOSHI_JOBS", cores()))


def timeout() -> float | None:
    """The seconds that a file may take, where they are set."""
    return _number("LUOSHI_TIMEOUT", 0) or None


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(name: str, default: float) -> float:
    """A variable's value; one that is no number from 1 up counts as not set."""
    try:
        number = float(os.environ.get(name, ""))
    except ValueError:
        return default
    return number if 1 <= number < _TOO_LARGE else default


_TOO_LARGE = 1e6
