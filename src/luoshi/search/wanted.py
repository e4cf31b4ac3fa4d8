"""The words of a query in the forms in which texts may have them."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.search.grams import forms
from luoshi.search.query import Query, Word


class Wanted(NamedTuple):
    """For each word its folded forms: any of them will do."""

    words: list[tuple[str, ...]]
    without: list[tuple[str, ...]]

    @classmethod
    def of(cls, query: Query) -> Wanted:
        """The words of a query."""
        return cls([_forms(word) for word in query.words], [_forms(word) for word in query.without])

    @property
    def refined(self) -> bool:
        """Whether the words in the text decide the order too: how close they are, whether a Latin one stands alone."""
        return len(self.words) > 1 or any(form[0].isascii() or form[-1].isascii() for form in self.words[0])

    def forms(self) -> set[str]:
        """All of them."""
        return {form for word in (*self.words, *self.without) for form in word}


def _forms(word: Word) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for each in word.written for form in forms(each)))
