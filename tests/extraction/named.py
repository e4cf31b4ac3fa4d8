"""Reads a short text of an invented place as far as the named things need it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from luoshi.cleaning import clean
from luoshi.model import AnyFinding, Document, Profile
from luoshi.outline import outline
from luoshi.profile import identify
from luoshi.sources import open_source


def read(words: str, *extractors: Callable[[Document], Iterator[AnyFinding]]) -> Document:
    """The document of these words with the findings of the extractors, which run in this order."""
    text = clean(open_source(words.encode(), name="plan.txt"))
    document = Document(text, outline(text), Profile())
    document = replace(document, profile=identify(document))
    for extractor in extractors:
        document = document.with_findings(extractor(document))
    for finding in document.findings:
        assert document.text[finding.span] == finding.quote
    return document


def head(place: str) -> str:
    """A title that says which place a text is about."""
    return f"{place}国民经济和社会发展第十五个五年规划纲要\n"
