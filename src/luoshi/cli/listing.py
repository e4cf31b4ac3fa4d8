"""Many documents for a person at a terminal: a line each, a summary, and what failed at the end."""

from __future__ import annotations

from luoshi.actions import Failure, Outcome
from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, cut, harmless, pad, styled, width
from luoshi.errors import LuoshiError

_GRADE_STYLE = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def line(outcome: Outcome, language: str) -> str:
    """Grade, file, title, how many targets and doubts."""
    found = outcome.summary
    if found is None:
        return ""
    grade = styled(found.grade or "-", _GRADE_STYLE.get(found.grade or "", "dim"))
    counts = f"{say('line_targets', language, found.targets)}  {say('line_doubts', language, found.doubts)}"
    room = WIDTH - 2 - width(counts) - 2
    name = harmless(str(outcome.place))
    name_room = min(width(name), room // 2)
    title = cut(harmless(found.title), room - name_room - 2)
    return f"{grade} {_tail(name, name_room)}  {pad(title, room - name_room - 2)}  {styled(counts, 'dim')}"


def _tail(name: str, columns: int) -> str:
    """The end of a long path: the file's own name tells more than its folders."""
    if width(name) <= columns:
        return name
    kept = name
    while kept and width(kept) > columns - 1:
        kept = kept[1:]
    return pad("…" + kept, columns)


def summary(read: int, skipped: int, failed: int, language: str) -> str:
    """How it went, in one line."""
    parts = [say("summary", language, read)]
    if skipped:
        parts.append(say("skipped", language, skipped))
    if failed:
        parts.append(say("failed", language, failed))
    return ("，" if language == "zh" else ", ").join(parts) + ("。" if language == "zh" else ".")


def failure(name: str, why: Failure, language: str) -> str:
    """One line: the file, what happened, what to do."""
    return f"{harmless(name)}: {harmless(LuoshiError(why.what, why.advice).told(language))}"
