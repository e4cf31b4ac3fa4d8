"""What a search finds: hits that open at their words, how many documents, and how they divide."""

from __future__ import annotations

from msgspec import Struct

from luoshi.model import Span


class Hit(Struct, frozen=True):
    """A document that fits, at its best passage.

    ``span`` is where the words stand in the document's clean text, from the first to the last of the
    closest; ``passage`` the stretch around it that ``words`` repeats, and ``marks`` each of the words
    in it: all are offsets of the clean text. ``manner`` says what the paragraph is: ``title``,
    ``heading``, ``target``, ``statement`` or ``text``; ``paragraph`` is its number from 1, with which its address
    on the reading page ends (``#p12``). ``cut`` says whether the paragraph goes on before the passage, and
    behind it. ``passages`` counts the paragraphs that are as complete as this one.
    """

    document: str
    title: str
    issuer: str | None
    level: str | None
    region: str | None
    year: int | None
    genre: str | None
    span: Span
    passage: Span
    words: str
    marks: tuple[Span, ...]
    manner: str
    passages: int
    score: float
    paragraph: int = 1
    cut: tuple[bool, bool] = (False, False)


class Count(Struct, frozen=True):
    """How many of the documents found have a value: what a search with it as a filter would find."""

    value: str
    documents: int


class Found(Struct, frozen=True):
    """The answer to a query: of ``searched`` documents ``documents`` fit; ``hits`` are those from ``first`` (from 0) on, the best before the rest.

    ``facets`` counts the documents by level, region, year, genre and kind of finding, the largest count first.
    A document without a value is counted nowhere.
    """

    documents: int
    searched: int
    first: int
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[Count, ...]]
