"""``luoshi reread``: read the library's documents again with this version; say what changed and why."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from luoshi import settings
from luoshi.actions.reread import Reread, older
from luoshi.actions.reread import reread as read_again
from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, NOTHING_READ, SOME_FAILED, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import say
from luoshi.cli.terminal import WIDTH, cut, harmless, plain, put, styled, wrap
from luoshi.errors import LuoshiError
from luoshi.library import Changes, Library
from luoshi.pages import labels

SHOWN = 12
"""How many changes of a document are shown."""

SIGNS = {"new": "+", "gone": "-", "different": "~"}


def reread(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code: 0 all were read again, 1 some were not and stay, 3 none was."""
    if arguments.jobs is not None and arguments.jobs < 1:
        raise WrongUsage(say("jobs", language))

    def work(library: Library) -> int:
        ids = arguments.paths or (library.ids() if arguments.force else older(library))
        if not ids:
            if not arguments.quiet:
                put(sys.stderr, f"luoshi: {say('up_to_date', language)}")
            return ALL_READ
        jobs = arguments.jobs or settings.jobs()
        with closing(read_again(library, ids, jobs=jobs, timeout=settings.timeout())) as results:
            return _tell(results, arguments, language)

    return on_library(arguments, language, work)


def _tell(results: Iterator[Reread], arguments: Arguments, language: str) -> int:
    read = changed = failed = 0
    for result in results:
        if result.changes is None:
            failed += 1
            why = LuoshiError(result.failure.what, result.failure.advice).told(language) if result.failure else ""
            put(sys.stderr, f"luoshi: {harmless(say('stays', language, result.entry.id[:8], why))}")
            continue
        read += 1
        changed += result.changes.any
        if arguments.format == "json":
            put(sys.stdout, json.dumps(_as_json(result.changes), ensure_ascii=False))
        elif result.changes.any or result.changes.lost or arguments.paths:
            colour = sys.stdout.isatty() and settings.color()
            for line in told(result.changes, language):
                put(sys.stdout, line if colour else plain(line))
        sys.stdout.flush()
    if not arguments.quiet:
        put(sys.stderr, f"luoshi: {say('reread', language, read, changed)}")
    if not failed:
        return ALL_READ
    return SOME_FAILED if read else NOTHING_READ


def told(changes: Changes, language: str) -> Iterator[str]:
    """What changed in a document, and by what: the version first, then finding by finding."""
    comma = "，" if language == "zh" else ", "
    yield styled(cut(f"{changes.id[:8]}  {harmless(changes.title)}", WIDTH), "bold")
    yield from wrap(_why(changes, language), WIDTH, "  ")
    counts = Counter(item.what for item in changes.items)
    parts = [say(what, language, counts[what]) for what in SIGNS if counts[what]]
    if changes.text:
        parts.append(say("text_differs", language))
    if changes.grades[0] != changes.grades[1]:
        parts.append(say("grades", language, *(grade or "-" for grade in changes.grades)))
    yield "  " + (comma.join(parts) or say("no_change", language))
    for item in changes.items[:SHOWN]:
        kind = labels.KINDS.get(item.kind) or labels.PROFILE.get(item.kind)
        name = kind.told(language) if kind else item.kind
        yield cut(f"  {SIGNS[item.what]} {name}  “{cut(harmless(item.quote), 44)}”  {item.rule}", WIDTH)
    if len(changes.items) > SHOWN:
        yield f"    {say('more_changes', language, len(changes.items) - SHOWN)}"
    if changes.kept:
        yield f"  {say('kept', language, changes.kept)}"
    for lost in changes.lost:
        yield from wrap(say("lost_correction", language, f"“{harmless(lost.quote)}” ({lost.who})"), WIDTH, "  ")


def _why(changes: Changes, language: str) -> str:
    before, after = changes.before, changes.after
    if before == after or after is None:
        return say("same_edition", language)
    arrows = [new if old == new else f"{old} → {new}" for old, new in zip(before or ("?", "?"), after, strict=True)]
    return say("changed_by", language, *arrows)


def _as_json(changes: Changes) -> dict[str, Any]:
    return {
        "id": changes.id,
        "title": changes.title,
        "before": changes.before._asdict() if changes.before else None,
        "after": changes.after._asdict() if changes.after else None,
        "grades": changes.grades,
        "text": changes.text,
        "changes": [item._asdict() for item in changes.items],
        "corrections_kept": changes.kept,
        "corrections_lost": [
            {"id": lost.id, "kind": lost.kind, "quote": lost.quote, "action": lost.action, "who": lost.who}
            for lost in changes.lost
        ],
    }
