"""From what a person typed to a query, or to an error that says where it goes wrong and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from luoshi.errors import BadQuery
from luoshi.search.choices import filtered
from luoshi.search.query import Query, Word
from luoshi.search.tokens import Sort, Token, out_of_place, tokens
from luoshi.words import Words

LONGEST = 1_000
"""So many characters a query may have."""
MOST = 32
"""So many words, filters and operators a query may have."""


def parse(written: str) -> Query:
    """Understand a query. Raises ``BadQuery`` where it makes no sense."""
    if len(written) > LONGEST:
        raise BadQuery(
            Words(f"查询太长：{len(written):,} 个字符。", f"The query is too long: {len(written):,} characters."),
            Words(f"最多 {LONGEST:,} 个字符。", f"It may have {LONGEST:,}."),
            position=LONGEST,
        )
    words: list[Word] = []
    without: list[Word] = []
    filters: list[Token] = []
    waiting: Token | None = None  # an operator that waits for its word
    may_follow: frozenset[Sort] = _AT_START
    for number, token in enumerate(tokens(written)):
        if number == MOST:
            raise BadQuery(
                Words(f"查询多于 {MOST} 个词。", f"The query has more than {MOST} words."),
                Words("请删去一些。", "Leave some out."),
                position=token.position,
            )
        if token.sort not in may_follow:
            raise out_of_place(token if waiting is None else waiting)
        if token.sort is Sort.FILTER:
            filters.append(token)
        elif token.sort is not Sort.WORD:
            waiting = token
        elif waiting is not None and waiting.sort is Sort.OR:
            words[-1] = Word((*words[-1].written, token.value))
        elif waiting is not None and waiting.sort is Sort.NOT:
            without.append(Word((token.value,)))
        else:
            words.append(Word((token.value,)))
        if token.sort in (Sort.WORD, Sort.FILTER):
            is_wanted = token.sort is Sort.WORD and (waiting is None or waiting.sort is not Sort.NOT)
            may_follow = _AFTER_WORD if is_wanted else _AFTER_OTHERS
            waiting = None
        else:
            may_follow = _AFTER_AND if token.sort is Sort.AND else _WORD
    if waiting is not None:
        raise out_of_place(waiting)
    if not words:
        raise _no_word(without=bool(without), filters=bool(filters))
    query = Query(tuple(dict.fromkeys(words)), tuple(dict.fromkeys(without)))
    for token in filters:
        query = filtered(query, token)
    return query


_AT_START = frozenset({Sort.WORD, Sort.FILTER, Sort.NOT})
_AFTER_WORD = frozenset(Sort)
_AFTER_OTHERS = _AT_START | {Sort.AND}
_AFTER_AND = _AT_START
_WORD = frozenset({Sort.WORD})


def narrowed(query: Query, filters: Mapping[str, str | Sequence[str]]) -> Query:
    """The query with more filters, each by its English name and with one value or several.

    Raises ``BadQuery`` where a value makes no sense.
    """
    for name, values in filters.items():
        for value in (values,) if isinstance(values, str) else values:
            query = filtered(query, Token(Sort.FILTER, value, 0, name))
    return query


def _no_word(*, without: bool, filters: bool) -> BadQuery:
    if without:
        what = Words("只说了不要什么。", "The query says only what is not wanted.")
    elif filters:
        what = Words("只有筛选条件，没有要找的词。", "The query has filters but no word to look for.")
    else:
        what = Words("没有要找的词。", "There is no word to look for.")
    return BadQuery(what, Words("请写出至少一个要找的词。", "Give at least one word that is wanted."))
