"""Whether a paragraph reads as the opening of a chapter, or as the text of an item that goes on.

A chapter of a plan opens with its programme in brief: one or two sentences without number, shorter
than an item, that say why (``交通是发展的先行。``) or what for (``坚持公交优先，实施畅行工程，…``). An item
that goes on lists measures, sentence by sentence, or takes up what was said (``在此基础上…``).
"""

from __future__ import annotations

from collections import Counter

from luoshi.outline.signs import Lines
from luoshi.patterns import regex

ENOUGH = 4
"""A paragraph with this score or more reads as an opening."""

_LONGEST = 260
_COPULA = regex(r"[^，。；：,]{2,40}(?:是|关系|要靠|离不开|事关)[^。；：]{4,60}。")
_PROGRAMME = regex(r"实施[^，。；,]{2,16}(?:工程|行动|战略|计划)")
_AIMS = regex(
    r"坚持|坚定|坚守|坚决|坚信|牢固|牢牢|紧紧|紧扣|充分|协同|统筹|深入|全面|持续|始终|学习|把|以|围绕|聚焦|锚定|立足|抓住|顺应|践行|"
    r"贯彻|落实|主动|更好|更加|积极|着力|大力|着眼|突出|遵循|按照|适应|树立|弘扬|发挥|抢抓|瞄准|加快"
)
_GOES_ON = regex(
    r"同时|此外|另外|在此|经过|这些|这是|其中|从[^，]{1,8}看|要|到[二\d]|全[市省区县党国社]|各[地级部区市县]|我[们市省国区县]|"
    r"[^，]{0,4}上述|一是|首先|其次|再|对|为此|因此|——|--|当前|今后|过去|会议|必须|上述|与此|主要|具体|（|\(|“?十.五”?时期|\d|[^\W\dA-Za-z_]{1,4}方面|注[：:]|附"
)
_SETS_TIME = regex(
    r"(?:20\d\d年|今年|(?:“?十.五”?|这一)时期|未来[一三五几]年|今后[一三五几]年)"
    r"(?:(?![^。，]{0,12}(?:目标|要求|重点|任务|思想))[^。，]{0,12}是|[^。，]{0,14}具有|在[^。，]{2,16}中)"
)
_NAMES_TIME = regex(
    r"20\d\d年(?!\d)|今年|过去(?:的)?[一三五几]年|“?十.五”?(?:时期|以来)|未来[一三五几]年|今后[一三五几]年|新的一年|做好今年|根据"
)
_NOISE = regex(r"[\W\dA-Za-z_]+")


def sets_the_time(text: str) -> int:
    """How much a paragraph opens a part of a report by its time: 3 ``今年是…之年``, 2 ``过去一年，…``, or 0."""
    if len(text) < 20:
        return 0
    return 3 if _SETS_TIME.match(text) else 2 if _NAMES_TIME.match(text) else 0


class Openings:
    """Scores paragraphs as chapter openings against the items around them."""

    def __init__(self, lines: Lines, lengths: list[int]) -> None:
        self._lines = lines
        self._median = sorted(lengths)[len(lengths) // 2] if lengths else _LONGEST

    def score(self, line: int, before: str, after: str, *, alone: bool) -> int:
        """How much the line opens a chapter; ``before`` and ``after`` are the items around it.

        ``alone`` says that it is the only paragraph without number between two items.
        """
        text = self._lines.texts[line]
        if len(text) < 20 or len(text) > _LONGEST or text[-1] not in "。！":
            return -9
        sentences = sum(map(text.count, "。！？"))
        if _GOES_ON.match(text):
            return -3
        points = {1: 1, 2: 0, 3: -2}.get(sentences, -5)
        copula = sentences >= 2 and _COPULA.match(text)
        if copula:
            points += 4
        if sentences <= 2:
            points += 2 if _AIMS.match(text) else 0
            points += 2 if _PROGRAMME.search(text) else 0
        points += 1 if len(text) * 10 <= self._median * 6 else 0
        points -= 1 if len(text) > self._median else 0
        points += 1 if alone else 0
        return points + _leans(text, before, after)


def _leans(text: str, before: str, after: str) -> int:
    """+1 where the paragraph shares more words with what follows, -1 with what went before."""
    pairs = _pairs(text)
    behind, ahead = _shared(pairs, _pairs(before)), _shared(pairs, _pairs(after))
    if ahead > behind * 1.2:
        return 1
    return -1 if behind > ahead * 1.5 else 0


def _pairs(text: str) -> Counter[str]:
    written = _NOISE.sub("", text[:1200])
    return Counter(written[index : index + 2] for index in range(len(written) - 1))


def _shared(pairs: Counter[str], other: Counter[str]) -> float:
    total = sum(other.values())
    return sum(1 for pair in pairs if pair in other) / (total**0.5) if total else 0.0
