"""A sentence of the product's own, in the two languages that its users read."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same sentence in Simplified Chinese and in English."""

    zh: str
    en: str
