"""Bytes to Document: the whole pipeline on one screen."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from luoshi.cleaning import clean
from luoshi.extraction import ATOMS, COMPOUNDS, formulations
from luoshi.model import Document, Original, Profile
from luoshi.outline import outline
from luoshi.profile import identify
from luoshi.sources import open_source
from luoshi.vetting import vet


def read(source: str | Path | bytes, *, name: str = "") -> Document:
    """Read a plan from a path or from bytes: text, outline, profile, findings, doubts.

    ``name`` is the file's name where bytes are given; its ending is only a hint, the bytes decide.
    Raises ``CannotRead`` (see ``luoshi.errors``) where the bytes do not become text.
    """
    return understand(open_source(source, name=name))


def understand(original: Original) -> Document:
    """All that Luoshi can say about a text: the same for the same text, wherever it came from."""
    text = clean(original)
    document = Document(text, outline(text), Profile())
    document = document.with_findings(formulations(document))  # first: they help to date the text
    document = replace(document, profile=identify(document))
    document = document.with_findings(finding for atom in ATOMS for finding in atom(document))
    for compound in COMPOUNDS:
        document = document.with_findings(compound(document))
    return vet(document)
