"""The predicate of a clause: its adverbs and modal words, its verb, and where its object begins."""

from __future__ import annotations

from luoshi.extraction.work.objects import AND_IN_WORDS, NO_OBJECT, Predicate, checked, noun_like
from luoshi.extraction.work.words import FIRM, Word, longest, singles, word_at, words
from luoshi.patterns import regex

BEFORE = frozenset("要将应须拟再请可还也都均需更多共并又先就")
"""Words of one character before a verb: 要加快…, 拟安排…."""
_LONGEST = 7
_MODAL_OF_ONE = {"需": None, "须": 5}


def predicate(content: str, at: int, stop: int) -> Predicate | None:
    """The predicate that begins at ``at``, or ``None`` where no verb follows adverbs and modal words."""
    first = at
    strength: int | None = None
    back: Word | None = None
    behind = stop
    table = words()
    for _ in range(_LONGEST):
        word = table.get(content[at : at + 2])
        if word is not None and word.longer is not None:
            word = longest(word, content, at)
        if word is None or word.kind == "term":
            if word is None and at + 1 < stop and content[at] in BEFORE:
                strength = _stronger(strength, _MODAL_OF_ONE.get(content[at]))
                at += 1
                continue
            break
        if word.verb and not (word.kind == "loose" and _goes_on(content, at + word.size, stop)):
            found = _with_verb(content, (first, at), stop, word, strength)
            if found is not None or back is None:
                return found
            break
        strength = _stronger(strength, word.strength if not word.verb or word.strength != _PLAIN else None)
        if word.verb or word.word in _ALONE:
            back, behind = word, at + word.size
        at += word.size
        if content[at : at + 1] == "地":
            at += 1
    if at < stop and content[at] in singles() and (chain := _CHAIN.fullmatch(content, at, stop)) and _chained(chain[0]):
        return Predicate(first, at, at + 1, strength or _PLAIN, "single")
    if back is not None and behind < stop:  # 深入基层, 注重源头治理: the adverb is the verb
        found = Predicate(first, behind - back.size, behind, strength or back.strength or _PLAIN, "work")
        return checked(content, found, stop)
    return None


_PLAIN = 3
_ALONE = frozenset(("深入", "探索", "研究", "试行", "严格", "提速"))
_CHAIN = regex(r"[^\W\dA-Za-z_]{3}(?:、[^\W\dA-Za-z_]{3,5}){0,6}")


def _chained(words: str) -> bool:
    """稳就业、扩内需: each piece a verb of one character with two more, or one such to the clause's end."""
    known = singles()
    return all(piece[0] in known and word_at(piece, 0) is None for piece in words.split("、"))


def _stronger(old: int | None, new: int | None) -> int | None:
    """探索 weakens whatever stands beside it; else the stronger word counts."""
    if old is None or new is None:
        return old or new
    return 1 if 1 in (old, new) else max(old, new)


def _goes_on(content: str, at: int, stop: int) -> bool:
    """Whether another verb follows a loose one: 加快培育, 抓好落实; not 加快发展 at the end."""
    word = word_at(content, at)
    if word is None or word.kind == "term":
        return False
    if not word.verb:
        return word.size + at < stop and word_at(content, at + word.size) is not None
    after = content[at + word.size : at + word.size + 1]
    return (
        at + word.size + 1 < stop
        and after not in NO_OBJECT
        and not (word.kind == "noun" and noun_like(content, at, stop))
    )


def _with_verb(content: str, place: tuple[int, int], stop: int, word: Word, strength: int | None) -> Predicate | None:
    """The predicate whose adverbs begin at ``place[0]`` and whose verb, ``word``, stands at ``place[1]``."""
    first, at = place
    end = at + word.size
    noun = word.kind == "noun"
    if content[end : end + 1] in JOINS and (noun or content[end : end + 2] not in AND_IN_WORDS):
        end = _joined(content, end, stop)
        if noun and word_at(content, end - 2) is None:
            return None
    return checked(content, Predicate(first, at, end, strength or word.strength or _PLAIN, word.kind), stop)


JOINS = frozenset("和与并、及")


def _joined(content: str, start: int, stop: int) -> int:
    """Where the last of joined verbs ends (巩固和发展…, 鼓励、支持、引导…), or ``start`` itself."""
    end = start
    at = end
    for _ in range(3):
        if content[at : at + 1] not in JOINS:
            break
        word = word_at(content, at + 1)
        ahead = 1
        if word is not None and not word.verb and word.kind != "term":  # 防范和坚决打击…
            ahead += word.size
            word = word_at(content, at + ahead)
        if word is None or not word.verb or at + ahead + word.size + 1 >= stop:
            break
        at += ahead + word.size
        after = content[at]
        if after not in NO_OBJECT:
            end = at
        elif after not in JOINS:
            break
    if end == start and content[end] == "和" and end + _PAIR < stop and content[end + _TWO + 1] not in NO_OBJECT:
        return end + 1 + _TWO  # 清理和废除…: what 和 joins to a verb is one
    return end


_TWO = 2
_PAIR = 6


def firm_predicate(content: str, at: int, stop: int) -> Predicate | None:
    """The predicate at ``at`` if its first word is an adverb or a verb that is no noun."""
    word = words().get(content[at : at + 2])
    if word is None:
        return None
    if word.longer is not None:
        word = longest(word, content, at)
        if word is None:
            return None
    if word.verb and word.kind not in FIRM:
        return None
    found = predicate(content, at, stop)
    return found if found is not None and (found.kind in FIRM or found.first != found.verb) else None
