"""Phrases of scope and means before a predicate: 对…给予…, 以…推动…, 把…纳入…, 为…提供…."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.predicates import firm_predicate, predicate
from luoshi.extraction.work.words import firm_at, word_at, words
from luoshi.model import Span
from luoshi.patterns import regex


class Opening(NamedTuple):
    """A clause up to its object: the predicate, and the phrases of scope and means and the subject before it."""

    predicate: Predicate
    scope: Span | None = None
    means: Span | None = None
    actor: Span | None = None


_MARK = regex(
    r"对于|面向|针对|通过|依托|依靠|借助|利用|运用|按照|根据|结合|凭借|采取|围绕|聚焦|瞄准|立足|紧扣|针对|综合运用|充分利用|充分发挥|发挥"
)
_SCOPE = ("对于", "对", "在", "面向", "针对", "为", "向", "与", "同", "从", "把", "将", "就")
MEANS = (
    "通过", "依托", "以", "依靠", "借助", "利用", "运用", "按照", "根据", "结合", "凭借", "采取", "按", "用",
    "综合运用", "充分利用", "充分发挥", "发挥", "用好", "用足",
)  # fmt: skip
_PHRASES = frozenset("对在面针为向与同从把将就通依以借利运按根结凭采围聚立瞄紧用")
_NOT_PHRASE = {
    "在": "于此",
    "对": "外内口接标照此",
    "为": "了主民此",
    "以": "及来上下便免此",
    "从": "严事而重",
    "将": "会",
    "就": "业是医",
    "同": "意比时志",
    "结": "构",
    "根": "本",
    "用": "于户地水电能",
    "面": "对",
    "通": "信关道用知报",
    "与": "此",
    "利": "率润",
    "向": "好",
    "按": "期时",
}
"""What the first character of a phrase goes on with where it is part of a word: 对外, 以及."""
_CLOSES = frozenset("上中下内里时后前面域区市省县乡镇村户校院园业线端层间处节期年月目础外周旁")
_BA = regex(
    r"放[在到]|摆[在到]|作为|纳入|列[入为]|建设?成为?|打造成为?|培育成为?|建设为|转[化变]为|落实?[到在]|贯穿于?|融入|用[于在]|控制在|提[高升]到|变成|做[好实优大强]|抓[好实紧]|延伸到|推向|交给|办[好成]|用好|管好|(?:有机|紧密|充分)?(?:结合|统一|衔接|贯通|协同|联系)起来|延长|缩短|下放|发展成|关进|扛在|[挺]在|置于|统一到"
)
_HELP = regex(r"(?:支撑|保障|动力|基础|活力|贡献|力量|条件|环境|支持|保证|动能|样板|经验|示范)$")
_GIVES = regex(r"提供|创造|营造|注入|作出|贡献|奠定|增添|打造|构筑|办好|做好|建设|配备|减免|减轻|发放|办理")


def adverbs(content: str, at: int, stop: int) -> tuple[int, int | None]:
    """Behind the adverbs and modal words that stand before a phrase: 必须把…, 努力在…."""
    strength: int | None = None
    for _ in range(4):
        if content[at] in "要将应须" and at + 4 < stop and content[at + 1] in _PHRASES:
            return at + 1, strength
        word = word_at(content, at)
        if word is None or word.verb or word.kind == "term" or at + word.size + 3 >= stop:
            break
        strength = word.strength or strength
        at += word.size
    return at, strength


def begins_phrase(content: str, at: int) -> bool:
    """Whether 对, 以 … here begin a phrase, not a word: 对外, 以及."""
    first = content[at]
    return first in _PHRASES and content[at + 1 : at + 2] not in _NOT_PHRASE.get(first, "\n")


def after_phrase(content: str, at: int, stop: int, strength: int | None) -> Opening | None:
    """对…给予…, 以…推动…, 把…纳入…, 为…提供…: the predicate behind a phrase, with the phrase."""
    char = content[at]
    if char in "把将":
        found = max(_BA.finditer(content, at + 2, stop), key=_start_of, default=None)
        if found is None or found.end() > stop:
            inner = _first_firm(content, at + 2, stop)
            return Opening(inner._replace(strength=strength or inner.strength)) if inner else None
        if found.end() == stop:  # 把甲和乙结合起来: the object stands before the verb
            return Opening(Predicate(at, found.start(), at, strength or 3, "final"))
        return Opening(Predicate(found.start(), found.start(), found.end(), strength or 3, "work")._replace(first=at))
    if char == "为":
        gives = max(_GIVES.finditer(content, at + 2, stop - 1), key=_start_of, default=None)
        if gives is None or content[gives.end()] in "的和、" or _HELP.search(content, max(gives.end(), stop - 4), stop):
            return None  # 为…提供支撑: what for, no work
        given = Predicate(at, gives.start(), gives.end(), strength or 3, "work")
        return Opening(given, Span(at, gives.start()))
    if char == "以" and _frames(content, at, stop):
        return None
    word = _MARK.match(content, at, stop)
    inner = _first_firm(content, word.end() if word else at + 1, stop, closed=char == "在")
    if inner is None:
        return _fronted(content, at, stop, strength) if char == "对" else None
    phrase = Span(at, inner.first)
    inner = inner._replace(strength=max(strength or 0, inner.strength)) if strength != 1 else inner._replace(strength=1)
    means = content.startswith(MEANS, at) and "为核心的" not in content[at : inner.first]
    scope = not means and content.startswith(_SCOPE, at)
    return Opening(inner, phrase if scope else None, phrase if means else None)


def _frames(content: str, at: int, stop: int) -> bool:
    """以推动改革为主线: what frames the work, no work; not 以园区为依托推进…."""
    return content.find("为", at + 3, stop) > 0 and _FRAME.search(content, max(at + 3, stop - 14), stop) is not None


_FRAME = regex(
    r"为(?!了)[^，、]{0,8}(?:主[题线体攻业]|[抓助]手|引领|[牵指]引|保[障证]|根本|目[标的]|导向|重点|核心|基础|中心|契机|统领|突破口|[出发着落脚力切入]{2,3}点|前提|依据|方向|动力|责任|关键|支撑|载体|原则|纽带|遵循|龙头|依托|指导|手段|为主|底线|特色|方针)$"
)


def _fronted(content: str, at: int, stop: int, strength: int | None) -> Opening | None:
    """对投诉限期答复、逐一回访: the object stands before adverb and verb."""
    comma = content.find("、", at, stop)
    for end in (comma, stop) if comma > 0 else (stop,):
        verb = end - 2
        for size in (4, 3, 2):
            adverb = word_at(content, verb - size) if verb - size > at + 1 else None
            if adverb is not None and adverb.size == size and not adverb.verb and adverb.kind != "term":
                word = firm_at(content, verb)
                if word is None or word.size != _PAIR:
                    break
                found = Predicate(at, verb, end, strength or adverb.strength or word.strength or 3, "fronted")
                return Opening(found, Span(at, verb - size))
    return None


_PAIR = 2


def _start_of(found: re.Match[str]) -> int:
    return found.start()


def _first_firm(content: str, start: int, stop: int, *, closed: bool = False) -> Predicate | None:
    """The first predicate inside ``[start, stop)`` that is neither part of a list nor of words before 的."""
    table = words()
    quoted = content.find("“", start, stop) >= 0 or content.find("《", start, stop) >= 0
    behind = 0  # where a quoted stretch ends
    for at in range(start + 1, stop - 3):
        if quoted:
            if at < behind:
                continue
            before = content[at - 1]
            if before in "《“" and (shut := content.find("》" if before == "《" else "”", at, stop)) > 0:
                behind = shut + 1
                continue
        pair = content[at : at + 2]
        if pair not in table and pair[0] != "要":
            continue
        before = content[at - 1]
        if before in "、和与的及“" or (closed and before not in _CLOSES):
            continue
        found = firm_predicate(content, at, stop)
        if found is None and pair[0] == "要" and before not in "主重需首必只纲":
            found = predicate(content, at, stop)
        if found is not None and not _relative(content, found.object, stop):
            return found
    return None


def _relative(content: str, at: int, stop: int) -> bool:
    """Whether 的 comes and behind it another verb: 对获得称号的企业给予奖励 — 获得 is not what will be done."""
    of = content.find("的", at, stop)
    if of < 0:
        return False
    table = words()
    for place in range(of + 2, min(of + 14, stop - 3)):
        if (
            content[place : place + 2] in table
            and content[place - 1] not in "、和与及"
            and firm_at(content, place) is not None
        ):
            return True
    return False
