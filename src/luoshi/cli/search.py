"""``luoshi search``: the documents of the library that hold some words, each at its best passage."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import msgspec

from luoshi.actions.search import search as look_for
from luoshi.cli.arguments import NARROWINGS, Arguments
from luoshi.cli.codes import ALL_READ, USAGE, WrongUsage
from luoshi.cli.deliver import deliver
from luoshi.cli.library import on_library
from luoshi.cli.messages import count, say
from luoshi.cli.shelf import given, narrowing
from luoshi.cli.terminal import WIDTH, cut, harmless, plain, put, styled, width, wrap
from luoshi.errors import BadQuery
from luoshi.exports.csv import table
from luoshi.exports.rows import Cell
from luoshi.library import Library, short_ids
from luoshi.model import Span
from luoshi.pages import labels
from luoshi.search.hits import Found, Hit
from luoshi.search.query import KINDS

MOST = 10_000
"""So many hits can be asked for at once."""

_OPEN, _CLOSE = "\x0e", "\x0f"
"""Stand around marked words until a line is broken: no text keeps them, they take no column."""

_SHOWN = 8
"""So many values of each facet are shown."""


def search(arguments: Arguments, language: str) -> int:
    """Do it; returns the exit code."""
    words = " ".join(arguments.paths)
    if not words:
        raise WrongUsage(say("no_words", language))
    first = 1 if arguments.first is None else arguments.first
    limit = 10 if arguments.limit is None else arguments.limit
    if first < 1 or not 1 <= limit <= MOST:
        raise WrongUsage(say("page", language, f"{MOST:,}"))
    narrowing(arguments, NARROWINGS, language)

    def work(library: Library) -> int:
        try:
            found = look_for(library, words, first=first - 1, size=limit, filters=given(arguments, NARROWINGS))
        except BadQuery as error:
            _refuse(words, error, language)
            return USAGE
        deliver(WAYS[arguments.format](found, language), arguments, _marked)
        if not found.hits and not arguments.quiet:
            none = say("nothing_found", language, found.searched)
            put(
                sys.stderr,
                f"luoshi: {say('no_further', language, found.documents, first) if found.documents else none}",
            )
        return ALL_READ

    return on_library(arguments, language, work)


def _refuse(words: str, error: BadQuery, language: str) -> None:
    """What is wrong, and below the words a sign where."""
    put(sys.stderr, f"luoshi: {harmless(error.told(language))}")
    before = harmless(words[: error.position] + ".")[:-1]
    line = harmless(words)
    if width(line) < WIDTH - 2:
        put(sys.stderr, f"  {line}\n  {' ' * width(before)}^")


def _marked(data: str) -> str:
    """Without colour the words stand between brackets."""
    return plain(data.replace(_ON, "【").replace(_OFF, "】"))


def _text(found: Found, language: str) -> str:
    return "".join(line + "\n" for line in _lines(found, language))


def _lines(found: Found, language: str) -> Iterator[str]:
    if not found.hits:
        return
    last = found.first + len(found.hits)
    told = say("in_documents", language, found.searched, found.documents)
    part = say("shown", language, found.first + 1, last) if len(found.hits) < found.documents else ""
    yield styled(told + part, "dim")
    shortened = short_ids([hit.document for hit in found.hits])
    for number, hit in enumerate(found.hits, found.first + 1):
        yield from _hit(hit, number, shortened[hit.document], language)
    yield ""
    for name, counts in found.facets.items():
        shown = [f"{_label(name, each.value, language)} {each.documents}" for each in counts[:_SHOWN]]
        if shown:
            more = " …" if len(counts) > _SHOWN else ""
            yield from wrap(f"{say(f'facet_{name}', language)}: {'  '.join(shown)}{more}", WIDTH, "  ")


def _label(facet: str, value: str, language: str) -> str:
    if facet == "kind" and language == "zh":
        return KINDS[value][0]
    return harmless(labels.value(value).told(language))


def _hit(hit: Hit, number: int, shortened: str, language: str) -> Iterator[str]:
    about = [str(hit.year or ""), harmless(hit.region or ""), harmless(hit.genre or "")]
    right = "  ".join((cut(" ".join(filter(None, about)), 30), shortened))
    left = f"{number:>2}  {harmless(hit.title)}"
    room = WIDTH - width(right) - 2
    left = cut(left, room)
    yield f"{styled(left, 'bold')}{' ' * (room - width(left))}  {styled(right, 'dim')}"
    manner = say(f"manner_{hit.manner}", language)
    more = f"  ({count('more_passages', language, hit.passages - 1)})" if hit.passages > 1 else ""
    for line in _broken(f"{_words(hit)}  [{manner}]{more}"):
        yield f"    {line}"


def _words(hit: Hit) -> str:
    """The passage on one line, with signs round the words."""
    pieces, place = [], hit.passage.start
    for mark in hit.marks:
        pieces += [_of(hit, Span(place, mark.start)), _OPEN, _of(hit, mark), _CLOSE]
        place = mark.end
    before, after = ("…" if each else "" for each in hit.cut)
    return "".join((before, *pieces, _of(hit, Span(place, hit.passage.end)), after))


def _of(hit: Hit, span: Span) -> str:
    start = hit.passage.start
    return harmless(f"|{hit.words[span.start - start : span.end - start]}|")[1:-1]


def _broken(words: str) -> Iterator[str]:
    """Lines that leave room for brackets; a mark that a line breaks is closed and opened again."""
    inside = False
    for line in wrap(words, WIDTH - 10):
        whole = f"{_OPEN if inside else ''}{line}"
        inside = whole.rfind(_OPEN) > whole.rfind(_CLOSE)
        whole = f"{whole}{_CLOSE if inside else ''}".replace(
            _OPEN + _CLOSE, ""
        )  # no mark where it was broken at its ends
        yield whole.replace(_OPEN, _ON).replace(_CLOSE, _OFF)


_ON, _OFF = "\x1b[1m\x1b[33m", "\x1b[0m\x1b[0m"


def _json(found: Found, _language: str) -> bytes:
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def _csv(found: Found, _language: str) -> bytes:
    return table(_HEADS, map(_cells, found.hits))


def _cells(hit: Hit) -> tuple[Cell, ...]:
    document = (hit.document, hit.title, hit.issuer, hit.level, hit.region, hit.year, hit.genre)
    return (*document, *hit.span, hit.words, hit.manner, hit.passages, hit.score)


_HEADS = [
    "document",
    "title",
    "issuer",
    "level",
    "region",
    "year",
    "genre",
    "start",
    "end",
    "passage",
    "manner",
    "passages",
    "score",
]

WAYS: dict[str, Callable[[Found, str], str | bytes]] = {"text": _text, "json": _json, "csv": _csv}
"""How an answer is written."""
