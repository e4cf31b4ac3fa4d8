"""All that a library says of one indicator, body, place, programme or formulation, and which of them there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from luoshi.actions.asking import Said, one, one_of, page
from luoshi.actions.tables import standard
from luoshi.knowledge.formulations import KnownFormulation, formulation_by_term
from luoshi.knowledge.indicators import Indicator, indicators
from luoshi.library import Library, Mention, Sought, Tally
from luoshi.library.mentions import MOST
from luoshi.search.around import Passage, around

SIZE = 60
"""Names on a page of an index."""

MENTIONS = 100
"""Mentions on a page."""


class Subject(NamedTuple):
    """What can be gathered: ``kinds`` of finding that mention it, in the ``column`` that names it."""

    name: str
    kinds: tuple[str, ...]
    column: str = "name"


SUBJECTS: dict[str, Subject] = {
    "indicators": Subject("indicator", ("target", "achievement"), "concept"),
    "bodies": Subject("body", ("body",)),
    "places": Subject("place", ("place",)),
    "programmes": Subject("programme", ("programme",)),
    "formulations": Subject("formulation", ("formulation",)),
}
"""By the name that addresses have."""

SORTS = ("mentions", "documents", "first", "last", "name")
"""What ``sort`` may say: the largest first, names by code point. With ``-`` before it the order is turned round."""


class Asked(NamedTuple):
    """Which names: those that hold ``words``, in which order, which page (from 1)."""

    words: str | None = None
    sort: str = "mentions"
    descending: bool = False
    page: int = 1


class Named(Struct, frozen=True):
    """A thing that documents mention: how often, in how many documents, in documents of which years.

    ``name`` is the last part of its address: for an indicator its id. ``called`` is how people call it, ``english`` in
    English where the tables know. ``years`` has the mentions by year of the document.
    """

    name: str
    called: str
    english: str | None
    mentions: int
    documents: int
    first: int | None
    last: int | None
    years: dict[int, int] = {}


class Index(NamedTuple):
    """A page of names; ``years`` are the first and last year of all documents that mention any of them."""

    subject: Subject
    asked: Asked
    total: int
    pages: int
    rows: list[Named]
    years: tuple[int, int] | None
    unnamed: int
    """Of indicators: how many targets and achievements are about none that the tables know."""


class Quoted(NamedTuple):
    """A mention with the words around it."""

    mention: Mention
    passage: Passage


class Holder(Struct, frozen=True):
    """A document that mentions the thing: how often, and by `form` of the mentions (of a body its role)."""

    document: str
    title: str
    level: str | None
    region: str | None
    date: str | None
    year: int | None
    mentions: int
    forms: dict[str, int]


class Gathering(NamedTuple):
    """What is said of one thing, in the order of time.

    ``documents`` are all that mention it, the oldest first; ``said`` a page of its mentions. ``indicator`` and
    ``formulation`` are what the tables know of it.
    """

    subject: Subject
    name: str
    called: str
    english: str | None
    total: int
    page: int
    pages: int
    documents: tuple[Holder, ...]
    said: tuple[Quoted, ...]
    indicator: Indicator | None = None
    formulation: KnownFormulation | None = None


def asked(said: Said) -> Asked:
    """What the parameters ``words``, ``sort`` (of ``SORTS``) and ``page`` of an index ask for. Raises ``BadRequest``."""
    sort = one_of(said, "sort", (*SORTS, *(f"-{name}" for name in SORTS))) or "mentions"
    return Asked(one(said, "words"), sort.removeprefix("-"), sort.startswith("-"), page(said))


def index(library: Library, subject: str, wanted: Asked, *, size: int | None = SIZE, first: int | None = None) -> Index:
    """The names of a subject (a key of ``SUBJECTS``) that documents mention; all on one page where ``size`` is ``None``.

    ``first`` (from 0) is the first name that is given, where that is not said by the page.
    """
    kind = SUBJECTS[subject]
    sought = Sought(kinds=kind.kinds)
    every = _every(library, kind)
    named = sum(each.mentions for each in every)
    unnamed = library.count_findings(sought) - named if kind.column == "concept" else 0
    years = [year for each in every for year in (each.first, each.last) if year is not None]
    fitting = _fitting(library, kind, wanted)
    start = first if first is not None else (wanted.page - 1) * size if size else 0
    shown = fitting[start : start + size] if size else fitting
    return Index(
        kind,
        wanted,
        len(fitting),
        max(1, -(-len(fitting) // size)) if size else 1,
        _with_years(library, kind, sought, shown),
        (min(years), max(years)) if years else None,
        unnamed,
    )


def _every(library: Library, kind: Subject) -> list[Named]:
    """All names of a subject, by how they are called."""

    def ask() -> list[Named]:
        found = [_named(kind, each) for each in library.tallies(Sought(kinds=kind.kinds), (kind.column,))]
        return sorted(found, key=lambda each: (each.called, each.name))

    return library.remember(("gathering.every", kind.name), ask)


def _fitting(library: Library, kind: Subject, wanted: Asked) -> list[Named]:
    """The names that are wanted, in the order that is."""

    def ask() -> list[Named]:
        found = [each for each in _every(library, kind) if _fits(each, wanted.words)]
        if wanted.sort == "name":
            return sorted(found, key=lambda each: each.called, reverse=wanted.descending)
        return sorted(found, key=lambda each: getattr(each, wanted.sort) or 0, reverse=not wanted.descending)

    return library.remember(("gathering.fitting", kind.name, wanted.words, wanted.sort, wanted.descending), ask)


def gathering(library: Library, subject: str, name: str, *, page: int = 1, role: str | None = None) -> Gathering | None:
    """What is said of the thing of this name (an indicator may go by its id or any of its names).

    ``None`` where neither the library nor the tables know it: ``nearest`` has what is like it. ``role`` leaves only
    the mentions of a body in which it has this role.
    """
    kind = SUBJECTS[subject]
    known = standard(name) if subject == "indicators" else None
    formulation = formulation_by_term().get(name) if subject == "formulations" else None
    name = known.id if known else name
    sought = about(subject, name)
    documents = holders(library, sought)
    if not (documents or known or formulation):
        return None
    chosen = sought._replace(form=role) if role else sought
    total = library.count_findings(chosen) if role else sum(each.mentions for each in documents)
    found = library.findings(chosen, order="date", descending=True, limit=MENTIONS, offset=(page - 1) * MENTIONS)
    passages = around(library, [(each.document, each.start, each.end) for each in found])
    return Gathering(
        subject=kind,
        name=name,
        called=known.names[0] if known else name,
        english=known.english if known else None,
        total=total,
        page=page,
        pages=max(1, -(-total // MENTIONS)),
        documents=documents,
        said=tuple(Quoted(*each) for each in zip(found, passages, strict=True)),
        indicator=known,
        formulation=formulation,
    )


def about(subject: str, name: str) -> Sought:
    """The findings that mention a thing of this name."""
    kind = SUBJECTS[subject]
    sought = Sought(kinds=kind.kinds)
    return sought._replace(concept=name) if kind.column == "concept" else sought._replace(name=name)


def mentions(library: Library, subject: str, name: str) -> Iterator[Mention]:
    """All mentions of a thing, in the order of time; read piece by piece."""
    start = 0
    while True:
        found = library.findings(about(subject, name), order="date", descending=True, limit=MOST, offset=start)
        yield from found
        start += MOST
        if len(found) < MOST:
            return


def holders(library: Library, sought: Sought) -> tuple[Holder, ...]:
    """The documents with findings that are wanted, the oldest first, those without a date last."""

    def ask() -> tuple[Holder, ...]:
        held: dict[str, Holder] = {}
        for each in library.tallies(sought, ("date", "document", "title", "level", "region", "year", "form")):
            date, document, title, level, region, year, form = each.values
            old = held.get(document) or Holder(document, title, level, region, date, year, 0, {})
            forms = old.forms | {form or "": each.findings}
            held[document] = replace(old, mentions=old.mentions + each.findings, forms=forms)
        return tuple(held.values())

    return library.remember(("gathering.holders", sought), ask)


def nearest(library: Library, subject: str, name: str, *, most: int = 8) -> list[tuple[str, str]]:
    """Names that are like this one, each with how it is called: those that hold it or lie in it, then by their letters."""
    every = {each.called: each.name for each in index(library, subject, Asked(), size=None).rows}
    if subject == "indicators":
        every |= {called: known.id for known in indicators() for called in known.names}
    if subject == "formulations":
        every |= {term: term for term in formulation_by_term()}
    wanted = name[:60]
    held = [called for called in every if wanted and (wanted in called or called in wanted)]
    letters = set(wanted)
    alike = [called for called in every if letters & set(called)]
    close = get_close_matches(wanted, alike, n=most, cutoff=0.4)
    found: dict[str, str] = {}
    for called in (*sorted(held, key=len)[:most], *close):
        found.setdefault(every[called], called)
    return list(found.items())[:most]


def _named(kind: Subject, each: Tally) -> Named:
    name = each.values[0]
    known = standard(name) if kind.column == "concept" else None
    return Named(
        name=name,
        called=known.names[0] if known else name,
        english=known.english if known else None,
        mentions=each.findings,
        documents=each.documents,
        first=each.first,
        last=each.last,
    )


def _fits(each: Named, words: str | None) -> bool:
    if not words:
        return True
    wanted = words.casefold()
    return any(wanted in shown.casefold() for shown in (each.called, each.name, each.english or ""))


def _with_years(library: Library, kind: Subject, sought: Sought, rows: Iterable[Named]) -> list[Named]:
    shown = list(rows)
    years: dict[str, dict[int, int]] = {each.name: {} for each in shown}
    names: tuple[Any, ...] = tuple(years)
    if not names:
        return shown
    for each in library.tallies(sought, (kind.column, "year"), only=(kind.column, names)):
        name, year = each.values
        if year is not None:
            years[name][year] = each.findings
    return [replace(each, years=years[each.name]) for each in shown]
