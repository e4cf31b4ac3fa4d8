"""A clause's pieces of work: 推进…、加强… are two, 建设甲、乙和丙 is one."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.extraction.work.objects import Predicate
from luoshi.extraction.work.predicates import firm_predicate
from luoshi.extraction.work.words import firm_at, singles, words
from luoshi.patterns import regex

_SHORT = 2
_GATHERS = regex(r"等[^\W\d_]{0,12}$")
_MAKES = frozenset(("完善", "健全", "建立", "构建", "形成", "营造", "打造", "建设"))
_OF_ONE = regex(r"的[^，、的]{0,6}(?:体系|机制|制度|格局|环境|局面|模式|方式|路径|队伍|平台)$")


def pieces(content: str, found: Predicate, stop: int) -> list[tuple[Predicate, int]]:
    """Each piece with where it ends; an enumeration under one verb stays whole."""
    at = content.find("、", found.object, stop)
    if found.kind == "fronted":
        return list(_fronted(content, found, stop))
    if at < 0 or found.kind == "final":
        return [(found, stop)]
    if found.kind == "single":
        return list(_chain(content, found, stop))
    if not lists(content, at, stop) or _holds(content, found, at) or _GATHERS.search(content, max(at, stop - 14), stop):
        return [(found, stop)]
    whole = (
        content[found.verb : found.verb + 2] in _MAKES and _OF_ONE.search(content, max(at, stop - 12), stop) is not None
    )
    here = found
    done = []
    while at >= 0:
        nearest = content.find("、", at + 1, stop)
        end = stop if nearest < 0 else nearest
        if (
            at - here.object > 1
            and (after := _piece(content, at + 1, end))
            and not (whole and _says_which(content, after, end, stop))
            and _outside(content, here.object, at)
        ):
            done.append((here, at))
            here = after
        at = nearest
    done.append((here, stop))
    return done


def lists(content: str, at: int, stop: int) -> bool:
    """Whether behind one of the signs 、 from ``at`` on a word of work may stand."""
    table = words()
    while at >= 0:
        if content[at + 1 : at + 3] in table:
            return True
        at = content.find("、", at + 1, stop)
    return False


def _says_which(content: str, after: Predicate, end: int, stop: int) -> bool:
    """完善上下贯通、执行有力的组织体系: the last piece only says which, and makes nothing of its own."""
    return (
        end == stop
        and content[after.verb : after.verb + 2] not in _MAKES
        and content.find("的", after.object, stop) > 0
    )


def _piece(content: str, at: int, end: int) -> Predicate | None:
    found = firm_predicate(content, at, end)
    if found is None:
        return None
    if content.startswith("做到“", found.verb):  # 增强甲、做到“两个维护”
        return found
    if found.kind in ("result", "noun") or (found.kind == "loose" and end - found.object <= _SHORT):
        return None
    return found


def _holds(content: str, found: Predicate, at: int) -> bool:
    """Whether the first object begins with a verb or has one inside: what follows then belongs to it."""
    if firm_at(content, found.object) is not None:
        return True
    if found.kind not in ("moves", "loose"):
        return False
    return any(firm_at(content, place) is not None for place in range(found.object + 1, at - 3))


def _outside(content: str, start: int, at: int) -> bool:
    """Whether the sign at ``at`` stands outside quotes and brackets that were opened since ``start``."""
    words = content[start:at]
    return words.count("“") == words.count("”") and words.count("（") == words.count("）")


def _fronted(content: str, found: Predicate, stop: int) -> Iterator[tuple[Predicate, int]]:
    """对投诉限期答复、逐一回访: each piece ends with its verb."""
    first, end = found.first, found.object
    while True:
        yield Predicate(first, end - 2, end, found.strength, "fronted"), end
        if end >= stop or content[end] != "、":
            return
        first, comma = end + 1, content.find("、", end + 1, stop)
        end = stop if comma < 0 else comma
        if firm_at(content, end - 2) is None or end - first < _LEAST:
            return


_LEAST = 4


def _chain(content: str, found: Predicate, stop: int) -> Iterator[tuple[Predicate, int]]:
    here, known = found, singles()
    while True:
        at = content.find("、", here.object, stop)
        if at < 0 or content[at + 1] not in known:
            yield here, stop
            return
        yield here, at
        here = Predicate(at + 1, at + 1, at + 2, found.strength, "single")
