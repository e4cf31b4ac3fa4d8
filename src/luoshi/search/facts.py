"""What search keeps of one document: its clean text, and of each paragraph what it is and what it holds."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from luoshi.library.entry import entry_of
from luoshi.model import Document, Section, Span
from luoshi.model.values import Body, Deadline, Responsibility, Statement

TEXT, STATEMENT, TARGET, HEADING, TITLE = range(5)
"""What a paragraph is, the most telling last: running text; one that holds an achievement, a measure, a
pledge or a programme; one that holds a target; a heading; the document's title."""

_STATEMENTS = frozenset({"achievement", "measure", "pledge", "programme"})

Pairs = dict[int, list[str]]
"""By the number of a paragraph (from 0), what it holds."""


class Facts(Struct, frozen=True):
    """``manners`` says of each line of ``text`` what it is. ``id`` is the document's.

    ``deadlines`` holds, by line, the last days (``YYYY-MM-DD``) of the deadlines that it states.
    """

    id: str
    text: str
    manners: bytes
    kinds: Pairs = {}
    bodies: Pairs = {}
    indicators: Pairs = {}
    deadlines: Pairs = {}
    level: str | None = None
    region: str | None = None
    region_code: str | None = None
    year: int | None = None
    genre: str | None = None


def facts_of(document: Document) -> Facts:
    """The facts of a document that was read."""
    text = document.text.content
    starts = [0, *(place + 1 for place, character in enumerate(text) if character == "\n")]
    manners = bytearray(len(starts))
    found: dict[str, dict[int, dict[str, None]]] = {"kinds": {}, "bodies": {}, "indicators": {}, "deadlines": {}}
    for finding in document.findings:
        line = bisect_right(starts, finding.span.start) - 1
        if finding.kind == "target":
            manners[line] = TARGET
        elif finding.kind in _STATEMENTS:
            manners[line] = max(manners[line], STATEMENT)
        for sort, words in _said(finding.kind, finding.value):
            found[sort].setdefault(line, {})[words] = None
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    for heading in _headings(document.outline):
        line = bisect_right(starts, heading.start) - 1
        if heading.end >= ends[line]:
            manners[line] = HEADING
    profile = document.profile
    if profile.title is not None:
        manners[bisect_right(starts, profile.title.span.start) - 1] = TITLE
    entry = entry_of(document, "")
    return Facts(
        id=document.id,
        text=text,
        manners=bytes(manners),
        **{sort: {line: list(words) for line, words in lines.items()} for sort, lines in found.items()},
        level=entry.level,
        region=entry.region,
        region_code=entry.region_code,
        year=entry.year,
        genre=entry.genre,
    )


def _said(kind: str, value: object) -> Iterator[tuple[str, str]]:
    """What a finding says, for the filters."""
    yield "kinds", kind
    if isinstance(value, Body):
        yield "bodies", value.name
    elif isinstance(value, Responsibility):
        yield "bodies", value.body
    elif isinstance(value, Statement):
        yield "indicators", value.indicator
        if value.period is not None:
            yield "deadlines", value.period.last_day
    elif isinstance(value, Deadline) and value.period is not None:
        yield "deadlines", value.period.last_day


def _headings(section: Section) -> Iterator[Span]:
    return (node.heading for node in section.walk() if node.heading is not None)


def packed(facts: Facts) -> bytes:
    """The facts as bytes, without the text."""
    return zlib.compress(msgspec.msgpack.encode(replace(facts, text="")))


def unpacked(data: bytes, text: str) -> Facts:
    """The facts that ``packed`` made bytes of, with their text."""
    return replace(msgspec.msgpack.decode(zlib.decompress(data), type=Facts), text=text)
