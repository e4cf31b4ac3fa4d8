"""What the surroundings say: the only reader of the environment.

=================================== ==============================================================
``LC_ALL``, ``LC_MESSAGES``,        the language of messages: Chinese where the first of them that is
``LANG``                            set starts with ``zh``, else English
``NO_COLOR``                        no colour if set and not empty (no-color.org)
``LUOSHI_JOBS``                     how many files are read at once; by default one for each core
``LUOSHI_TIMEOUT``                  seconds after which a file is given up; by default 300 for each of
                                    several, and no limit for one alone
``LUOSHI_LIBRARY``                  where the library is: a file, or ``postgresql://user@host/name``; by
                                    default ``luoshi/luoshi.db`` in the folder of ``XDG_DATA_HOME``
                                    (by default ``~/.local/share``; on Windows ``%LOCALAPPDATA%``)
``LOGNAME``, ``USER``, ``LNAME``,   who corrects, where it is not said; where none is set, the system's name
``USERNAME``                        of the user (``getpass.getuser``)
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


def library() -> str:
    """The file or the address of the library."""
    if where := os.environ.get("LUOSHI_LIBRARY"):
        return where
    folder = os.environ.get("XDG_DATA_HOME", "")
    if not os.path.isabs(folder):  # noqa: PTH117 — pathlib takes longer to load than all of this; the XDG Base Directory Specification: relative ones count as not set
        local = os.environ.get("LOCALAPPDATA") if os.name == "nt" else None
        folder = local or os.path.join(os.path.expanduser("~"), ".local", "share")  # noqa: PTH111, PTH118
    return os.path.join(folder, "luoshi", "luoshi.db")  # noqa: PTH118


def user() -> str:
    """The name of who is at this machine, for what is written down."""
    import getpass  # noqa: PLC0415 — asked only where something is written down

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "local"


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
