"""A sentence of the product's own, in the two languages that its users read, and a time."""

from __future__ import annotations

from typing import NamedTuple


class Words(NamedTuple):
    """The same sentence in Simplified Chinese and in English."""

    zh: str
    en: str

    def told(self, language: str) -> str:
        """The sentence in Chinese for ``zh``, else in English."""
        return self.zh if language == "zh" else self.en


def said_time(when: str) -> str:
    """A time in UTC as people write it, to the minute: ``2026-11-22 05:30 UTC`` of ``2026-11-22T05:30:12Z``."""
    return f"{when[:16].replace('T', ' ')} UTC"


NOTHING = Words("", "")
"""Where there is nothing to say."""
