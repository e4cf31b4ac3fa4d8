"""Verbs of work to be done, with how strongly each commits, and the words that stand before them.

The scale of strength, for every reader of a measure (the words' order is that of 情态词 in the table of
verbs and modality that the first rows cite; plain verbs are graded by their wording alone, not by how
well their outcome can be checked, and 积极, 努力, 稳步 leave a verb as strong as it is):

1. tries: 探索, 研究, 试点, 谋划;
2. lets others act: 鼓励, 支持, 引导;
3. does: 推进, 建设, 加强 and every plain verb; 力争, 争取 before one;
4. presses: 加快, 大力, 全面, 深入, 坚决, 着力, 严格;
5. binds: 确保, 必须, 务必, 严禁, 不得.

A modal word or adverb with a strength beats the verb's.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.table import columns

USES = ("verb", "modal", "adverb", "noun")
CLASSES = ("work", "moves", "loose", "result", "stance", "both", "noun", "single", "term", "")


class Verb(Struct, frozen=True):
    """A row of ``verbs.csv``: a ``verb`` (建设), a ``modal`` that sets the strength (大力), an ``adverb`` (扎实), or a
    ``noun`` that begins as a verb does, and is none (指导思想: ``term``).

    ``strength`` runs from 1 (探索) to 5 (确保); ``None`` for adverbs. ``kind`` says how a verb stands in
    a sentence: ``work`` (完善), ``moves`` others, with a clause for its object (支持企业扩大…), ``loose``
    (before another verb it is its adverb: 加快培育), ``result`` (形成), ``stance`` (贯彻, 弘扬), ``both``
    (a noun too where no object follows: 改造), ``noun`` (a noun before nouns too: 服务水平), ``single`` (one character, in chains: 稳就业、扩内需).
    """

    word: str
    use: str
    kind: str
    strength: int | None


@cache
def verbs() -> tuple[Verb, ...]:
    """Every row of the table."""
    return columns("verbs", ("word", "use", "class", "strength"), _verb)


def _verb(cells: tuple[str, ...]) -> Verb:
    word, use, kind, strength = cells
    if use not in USES or kind not in CLASSES:
        raise ValueError(f"{use} {kind}")
    return Verb(word, use, kind, int(strength) if strength else None)


@cache
def leading_words() -> tuple[str, ...]:
    """Adverbs and modal words, the longest first."""
    return tuple(sorted((verb.word for verb in verbs() if verb.use in ("modal", "adverb")), key=len, reverse=True))


@cache
def strength_of_verb() -> dict[str, int]:
    """How strongly each verb of two characters commits."""
    return {verb.word: verb.strength for verb in verbs() if verb.use == "verb" and verb.strength and len(verb.word) > 1}
