"""``luoshi list``: the documents of the library, one a line; and the filters that choose among them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from luoshi.cli.arguments import Arguments
from luoshi.cli.codes import ALL_READ, WrongUsage
from luoshi.cli.deliver import deliver
from luoshi.cli.library import on_library
from luoshi.cli.messages import count, say
from luoshi.cli.terminal import WIDTH, harmless, pad, put, styled, width
from luoshi.errors import BadQuery
from luoshi.exports.lists import listed
from luoshi.library import Chosen, Entry, Library, short_ids
from luoshi.search import Query, narrowed

_GRADE_STYLE = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def shelf(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code."""
    if arguments.paths:
        raise WrongUsage(say("takes_none", language, "list", arguments.paths[0]))
    wanted = chosen(arguments, language)

    def work(library: Library) -> int:
        entries = library.entries(wanted)
        text = arguments.format == "text"
        deliver(_text(entries, language) if text else listed(arguments.format, entries, language), arguments)
        if not entries:
            tell_none(library, wanted, arguments, language)
        return ALL_READ

    return on_library(arguments, language, work)


def tell_none(library: Library, wanted: Chosen, arguments: Arguments, language: str) -> None:
    """Say that no document fits, or that there is none."""
    if not arguments.quiet:
        key = "none_fit" if wanted != Chosen() else "empty_library"
        put(sys.stderr, f"luoshi: {say(key, language, library.where)}")


def chosen(arguments: Arguments, language: str) -> Chosen:
    """The documents that the filters choose, understood as those of a search. Raises ``WrongUsage``."""
    wanted = narrowing(arguments, ("level", "year"), language)
    grades = arguments.grade
    if grades is not None:
        grades = grades.upper().replace(",", "")
        if not grades or set(grades) - set("ABCD"):
            raise WrongUsage(say("grade", language))
    return Chosen(wanted.levels or None, arguments.region, wanted.years, arguments.genre, grades)


def narrowing(arguments: Arguments, names: Iterable[str], language: str) -> Query:
    """What these filters mean to a search. Raises ``WrongUsage``."""
    try:
        return narrowed(Query(()), given(arguments, names))
    except BadQuery as error:
        raise WrongUsage(error.told(language)) from None


def given(arguments: Arguments, names: Iterable[str]) -> dict[str, str]:
    """Those of the options that were given."""
    return {name: value for name in names if (value := getattr(arguments, name)) is not None}


def _text(entries: list[Entry], language: str) -> str:
    return "".join(line + "\n" for line in _lines(entries, language)) if entries else ""


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
