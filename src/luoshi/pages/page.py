"""A document as one self-contained page that is read offline."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.model import Document, Section, Span, Words
from luoshi.pages import labels
from luoshi.pages.as_found import Change, Cut, cuts_and_changes
from luoshi.pages.blocks import Block, blocks
from luoshi.pages.cards import Group, cards, kind_of
from luoshi.pages.citing import Citing
from luoshi.pages.header import Header, header
from luoshi.pages.inline import Inline, linked, lost_heading, lost_number
from luoshi.pages.segments import Sweep
from luoshi.pages.sheet import policy, script, style
from luoshi.pages.site import Site

if TYPE_CHECKING:
    from jinja2 import Template


class Kind(Struct, frozen=True):
    """One filter: a kind of finding, how many there are, whether it is shown at first."""

    name: str
    words: Words
    count: int
    shown: bool


class Node(Struct, frozen=True):
    """One line of the outline; ``words`` are the first words of a node without a title."""

    id: str
    label: str
    title: str
    words: str
    lost: Words | None
    targets: int
    children: tuple[Node, ...]


class Cleaning(Struct, frozen=True):
    """How often cleaning did one thing. ``form`` is ``cut``, ``changed`` or ``quiet``."""

    code: str
    reason: Words
    form: str
    count: int


class Chunk(Struct, frozen=True):
    """Some blocks that a browser may leave out of its layout until they are looked at."""

    blocks: tuple[Block, ...]
    size: int
    """Height in steps of powers of two, for the scroll bar."""


class Page(Struct, frozen=True):
    """All that the template shows."""

    language: str
    header: Header
    outline: tuple[Node, ...]
    kinds: tuple[Kind, ...]
    chunks: tuple[Chunk, ...]
    long: bool
    groups: tuple[Group, ...]
    cleaning: tuple[Cleaning, ...]
    inline: Inline
    citing: Citing
    title_line: int
    """The paragraph in which the text itself gives its title; 0 if it does not."""
    note_line: int
    """The bracketed line under it that says who adopted the text when; 0 if there is none."""
    site: Site | None = None

    @property
    def reasons(self) -> dict[str, Words]:
        """Why cleaning changed things, for the script."""
        return {entry.code: entry.reason for entry in self.cleaning}


def page(document: Document, language: str, site: Site | None = None) -> str:
    """The page, as ``luoshi.pages.reading_page`` promises it."""
    html = _template().render(page=_page(document, "en" if language == "en" else "zh", site))
    return _UNFIT.sub(_picture, html)


_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else "�"


# A text this long is laid out only where it is looked at, in chunks of this many blocks.
_LONG = 150_000
_CHUNK = 40

# Many and everywhere: a reader switches them on when needed.
_HIDDEN_AT_FIRST = frozenset({"measure", "quantity", "suggestion"})


def _page(document: Document, language: str, site: Site | None) -> Page:
    ids = list(document.ids())
    starts = [span.start for span in document.text.lines()]

    def paragraph_of(position: int) -> int:
        return max(1, bisect_right(starts, position))

    cuts, changes = cuts_and_changes(document.text)
    sweep = Sweep(document.text.content, [finding.span for finding in document.findings], changes)
    citing = Citing(document)

    def place_of(position: int) -> Words:
        return citing.place(position, paragraph_of(position))

    head = header(document, ids, paragraph_of, place_of)
    title_line = _title_line(document, paragraph_of)
    doubts = {doubt.id: doubt.number for group in (*head.doubts, *head.more_doubts) for doubt in group.entries}
    return Page(
        language=language,
        header=head,
        outline=_outline(document),
        kinds=tuple(_kinds(document)),
        chunks=tuple(_chunks(list(blocks(document, sweep, cuts)))),
        long=len(document.text) > _LONG,
        groups=tuple(cards(document, ids, paragraph_of, place_of)),
        cleaning=_cleaning(cuts, changes),
        inline=Inline(document, ids, doubts, language),
        citing=citing,
        title_line=title_line,
        note_line=_note_line(document, title_line),
        site=site,
    )


def _title_line(document: Document, paragraph_of: Callable[[int], int]) -> int:
    title = document.profile.title
    if title is None or title.span.length == 0:
        return 0
    content, (start, end) = document.text.content, title.span
    alone = (start == 0 or content[start - 1] == "\n") and content[end : end + 1] in ("", "\n")
    return paragraph_of(start) if alone else 0


def _note_line(document: Document, title_line: int) -> int:
    if not title_line:
        return 0
    after = document.text.content.split("\n", title_line + 1)[title_line : title_line + 1]
    return title_line + 1 if after and after[0].startswith("（") and after[0].endswith("）") else 0


def _kinds(document: Document) -> Iterator[Kind]:
    counts = Counter(kind_of(finding) for finding in document.findings)
    for name, words in {**labels.KINDS, "other": labels.OTHER}.items():
        if counts[name]:
            yield Kind(name, words, counts[name], name not in _HIDDEN_AT_FIRST)


def _chunks(found: list[Block]) -> Iterator[Chunk]:
    for low in range(0, len(found), _CHUNK):
        part = tuple(found[low : low + _CHUNK])
        rows = sum(1 + line.span.length // 36 for block in part for line in block.lines)
        yield Chunk(part, min(rows.bit_length(), 16))


def _outline(document: Document) -> tuple[Node, ...]:
    targets = [finding.span.start for finding in document.find("target")]
    return tuple(_nodes(document, document.outline.children, targets))


# Points (一是 … 二是) are read in their paragraph; as lines of the outline they would bury it.
_UNLISTED = frozenset({"point"})


def _nodes(document: Document, sections: Sequence[Section], targets: list[int]) -> Iterator[Node]:
    for section in sections:
        if section.kind in _UNLISTED:
            continue
        lost = section.heading is None
        label = section.label or lost_number(section)
        words = (
            ""
            if section.title
            else document.text[Span(section.lead.start, min(section.lead.end, section.lead.start + 24))]
        )
        yield Node(
            id=section.id,
            label=label,
            title=section.title,
            words=words.strip().partition("\n")[0],
            lost=(section.inferred or labels.UI["lost"]) if lost or lost_number(section) else None,
            targets=bisect_left(targets, section.span.end) - bisect_left(targets, section.span.start),
            children=tuple(_nodes(document, section.children, targets)),
        )


def _cleaning(cuts: list[Cut], changes: list[Change]) -> tuple[Cleaning, ...]:
    """What cleaning did, counted: words removed first, then words changed, then changes of form."""
    counts: Counter[tuple[int, str]] = Counter()
    for cut in cuts:
        counts[(0 if cut.text.strip() else 2, cut.reason)] += 1
    for change in changes:
        counts[(2 if change.quiet else 1, change.reason)] += change.span.length if change.quiet else 1
    ordered = sorted(counts.items(), key=lambda entry: (entry[0][0], -entry[1], entry[0][1]))
    return tuple(
        Cleaning(reason, labels.reason(reason), ("cut", "changed", "quiet")[form], count)
        for (form, reason), count in ordered
    )


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  (only those who want a page wait for it)

    environment = Environment(
        loader=PackageLoader("luoshi.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        ui=SimpleNamespace(**labels.UI),
        labels=labels,
        reason=labels.reason,
        lost_heading=lost_heading,
        linked=linked,
        style=style(),
        script=script(),
        policy=policy(),
    )
    return environment.get_template("reading.html.j2")
