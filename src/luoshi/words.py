"""A sentence of the product's own, in the two languages that its users read."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same sentence in Simplified Chinese and in English."""

    zh: str
    en: str

    def told(self, language: str) -> str:
        """The sentence in Chinese for ``zh``, else in English."""
        return self.zh if language == "zh" else self.en


NOTHING = Words("", "")
"""Where there is nothing to say."""
