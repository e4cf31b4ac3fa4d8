"""Many documents for a person at a terminal: a line each, a summary, and what failed at the end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from luoshi.actions import Failure, Outcome
from luoshi.cli.messages import count, say
from luoshi.cli.terminal import WIDTH, cut, harmless, pad, styled, width
from luoshi.errors import LuoshiError

NAMES = 32
"""How many columns the name of a file may have in a listing."""

COUNT = {"zh": ("目标 123", "存疑 123"), "en": ("123 targets", "123 doubts")}
"""As wide as the counts of a line are."""

_GRADE_STYLE = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def line(outcome: Outcome, language: str, names: int) -> str:
    """Id in the library if it has one, grade, file in ``names`` columns, title, how many targets and doubts."""
    found = outcome.summary
    if found is None:
        return ""
    grade = styled(found.grade or "-", _GRADE_STYLE.get(found.grade or "", "dim"))
    told = (count("line_targets", language, found.targets), count("line_doubts", language, found.doubts))
    counts = "  ".join(map(_aligned, told, COUNT[language]))
    identity = f"{styled(outcome.id[:8], 'cyan')}  " if outcome.id else ""
    room = WIDTH - 2 - width(counts) - 2 - (10 if identity else 0)
    names = min(names, room // 2)
    name = _tail(harmless(str(outcome.place)), names)
    title = pad(harmless(found.title), room - names - 2)
    return f"{identity}{grade} {pad(name, names)}  {title}  {styled(counts.rstrip(), 'dim')}"


def _aligned(told: str, widest: str) -> str:
    """A count right-aligned as the widest is, the singular as if it had its s."""
    end = " " if widest.endswith("s") and not told.endswith("s") else ""
    return " " * max(0, width(widest) - width(told + end)) + told + end


def names_width(places: Iterable[PurePath]) -> int:
    """How many columns the names of these files get: as many as they need, up to ``NAMES``."""
    return min(NAMES, max((width(harmless(str(place))) for place in places), default=0))


def _tail(name: str, columns: int) -> str:
    """The end of a long path: the file's own name tells more than its folders, and its start than its end."""
    if width(name) <= columns:
        return name
    folders = name.split("/")
    for first in range(1, len(folders)):
        if width(shown := "/".join(("…", *folders[first:]))) <= columns:
            return shown
    return cut(folders[-1], columns)


def summary(read: int, skipped: int, failed: int, language: str, *, kept: bool = False) -> str:
    """How it went, in one line; ``kept`` in a library."""
    parts = [say("added" if kept else "summary", language, read)]
    if skipped:
        parts.append(say("already" if kept else "skipped", language, skipped))
    if failed:
        parts.append(say("failed", language, failed))
    return ("，" if language == "zh" else ", ").join(parts) + ("。" if language == "zh" else ".")


def failure(name: str, why: Failure, language: str) -> str:
    """One line: the file, what happened, what to do."""
    return f"{harmless(name)}: {harmless(LuoshiError(why.what, why.advice).told(language))}"
