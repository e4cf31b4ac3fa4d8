"""What the surroundings say: the only reader of the environment.

=================================== ==============================================================
``LC_ALL``, ``LC_MESSAGES``,        the language of messages: Chinese where the first of them that is
``LANG``                            set starts with ``zh``, else English
``NO_COLOR``                        no colour if set and not empty (no-color.org)
``LUOSHI_JOBS``                     how many files are read at once; by default one for each core
``LUOSHI_TIMEOUT``                  seconds after which a file of many is given up; by default 300
=================================== ==============================================================
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple


class Settings(NamedTuple):
    """What was set, or the default."""

    language: str
    color: bool
    jobs: int
    timeout: float


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process. A value that is no number counts as not set."""
    given = os.environ if environment is None else environment
    locale = next((given[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if given.get(name)), "")
    return Settings(
        language="zh" if locale.lower().startswith("zh") else "en",
        color=not given.get("NO_COLOR"),
        jobs=int(_number(given.get("LUOSHI_JOBS"), cores())),
        timeout=_number(given.get("LUOSHI_TIMEOUT"), 300),
    )


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _number(written: str | None, default: float) -> float:
    try:
        number = float(written or "")
    except ValueError:
        return default
    return number if 1 <= number < 1e9 else default
