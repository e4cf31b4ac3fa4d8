"""Intrusions: what a mirror injected into the body, as lines of their own or inside sentences."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.cleaning.addresses import addresses, contacts
from luoshi.cleaning.injected_lines import injected_lines
from luoshi.cleaning.phrases import phrases
from luoshi.cleaning.shape import lines_of
from luoshi.cleaning.strangeness import Pairs
from luoshi.model import Edit, Text


def intrusions(text: Text) -> Iterator[Edit]:
    """Take out what was injected; the reason says on what evidence. Clean text yields nothing."""
    content = text.content
    everywhere = Pairs(content)
    found = [
        *phrases(content, everywhere),
        *addresses(content),
        *contacts(content),
        *injected_lines(text, lines_of(text), everywhere),
    ]
    found.sort(key=lambda edit: (edit.start, -edit.end))
    end = 0
    for edit in found:
        if edit.start >= end:
            yield edit
            end = edit.end
