"""``luoshi list``: the documents of the library, one a line."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from luoshi import settings
from luoshi.actions.writing import write_whole
from luoshi.cli.codes import ALL_READ, NOTHING_READ, WrongUsage
from luoshi.cli.library import on_library
from luoshi.cli.messages import count, say
from luoshi.cli.terminal import WIDTH, harmless, pad, plain, put, standard_output, styled, width
from luoshi.errors import said_by_system
from luoshi.exports.lists import as_csv, as_json
from luoshi.library import Chosen, Entry, Library, short_ids
from luoshi.pages import labels

LEVELS = ("nation", "province", "city", "county", "region", "park")

_GRADE_STYLE = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def shelf(arguments: Namespace, language: str) -> int:
    """Do it; returns the exit code."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "list", arguments.paths[0]))
    if arguments.format not in WAYS:
        raise WrongUsage(say("list_format", language, arguments.format))
    chosen = _chosen(arguments, language)

    def work(library: Library) -> int:
        entries = library.entries(chosen)
        data = WAYS[arguments.format](entries, language)
        if arguments.output:
            write_whole(Path(arguments.output), lambda stream: stream.writelines([plain(data).encode()]))
        elif arguments.format != "text":
            with standard_output() as stream:
                stream.write(data.encode())
        elif entries:
            colour = sys.stdout.isatty() and settings.color()
            put(sys.stdout, (data if colour else plain(data)).rstrip("\n"))
        if not entries and not arguments.quiet:
            key = "none_fit" if chosen != Chosen() else "empty_library"
            put(sys.stderr, f"luoshi: {say(key, language, library.where)}")
        return ALL_READ

    try:
        return on_library(arguments, language, work)
    except BrokenPipeError:
        raise
    except OSError as error:
        put(sys.stderr, f"luoshi: {say('unwritten', language, arguments.output, said_by_system(error).told(language))}")
        return NOTHING_READ


def _chosen(arguments: Namespace, language: str) -> Chosen:
    """The filters. Raises ``WrongUsage`` where one makes no sense."""
    level = arguments.level
    if level is not None:
        level = next(
            (each for each in LEVELS if level in (each, labels.value(each).zh, labels.value(each).zh[0])), None
        )
        if level is None:
            known = "、" if language == "zh" else ", "
            raise WrongUsage(say("level", language, known.join(LEVELS), arguments.level))
    grades = arguments.grade
    if grades is not None:
        grades = grades.upper().replace(",", "")
        if not grades or set(grades) - set("ABCD"):
            raise WrongUsage(say("grade", language))
    return Chosen(level, arguments.region, _years(arguments.year, language), arguments.genre, grades)


def _years(written: str | None, language: str) -> tuple[int, int] | None:
    if written is None:
        return None
    first, _, last = written.replace("–", "-").replace("—", "-").partition("-")
    if not all(len(each) == 4 and each.isascii() and each.isdigit() for each in (first, last or first)):
        raise WrongUsage(say("year", language))
    return int(first), int(last or first)


def _text(entries: list[Entry], language: str) -> str:
    return "".join(line + "\n" for line in _lines(entries, language))


def _lines(entries: list[Entry], language: str) -> Iterator[str]:
    """Aligned columns in ``WIDTH``: id, grade, year, region, kind, title, counts; the title gets what is left."""
    shortened = short_ids([entry.id for entry in entries])
    keys = ("id", "", "year", "region", "genre", "title", "targets", "doubts")
    heads = [say(f"column_{key}", language) if key else "" for key in keys]
    rows = [
        [
            shortened[entry.id],
            entry.grade or "-",
            str(entry.year or ""),
            harmless(entry.region or ""),
            harmless(entry.genre or ""),
            harmless(entry.title),
            str(entry.counts.get("target", 0)),
            str(entry.counts.get("doubt", 0)),
        ]
        for entry in entries
    ]
    most = {3: 12, 4: 12}
    widths = [
        min(most.get(index, WIDTH), max(width(row[index]) for row in (heads, *rows))) for index in range(len(keys))
    ]
    widths[1] = 1
    widths[5] = WIDTH - sum(widths) + widths[5] - 2 * (len(keys) - 1)
    yield styled(_line(heads, widths), "dim")
    for row in rows:
        grade = row[1]
        line = _line(row, widths)
        start = widths[0] + 2
        yield line[:start] + styled(grade, _GRADE_STYLE.get(grade, "dim")) + line[start + 1 :]
    yield count("documents", language, len(rows))


def _line(cells: Iterable[str], widths: Iterable[int]) -> str:
    columns = [*zip(cells, widths, strict=True)]
    words = [pad(cell, columns_) for cell, columns_ in columns[:-2]]
    numbers = [" " * max(0, columns_ - width(cell)) + cell for cell, columns_ in columns[-2:]]
    return "  ".join((*words, *numbers))


def _json(entries: list[Entry], language: str) -> str:
    return as_json(entries, language).decode()


def _csv(entries: list[Entry], language: str) -> str:
    return as_csv(entries, language).decode()


WAYS = {"text": _text, "json": _json, "csv": _csv}
"""How a list is written."""
