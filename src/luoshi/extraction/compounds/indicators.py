"""What a quantity measures, in the text's own words: before the number, after it, or said once for several."""

from __future__ import annotations

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.naming.lists import all_before, each_listed, serves_all, shared_head, spread
from luoshi.extraction.naming.sides import (
    aim_after,
    clause_before,
    floor_of,
    left_of,
    only_aim,
    right_of,
    sizes_next,
    stands_alone,
)
from luoshi.extraction.naming.words import GENERIC, Naming, has_verb, subject_of, verb_only, without_verb
from luoshi.model import Finding, Span
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_others = regex(r"(?:高于|低于|快于|好于|高出|快|高|低)?(?:全国|全省|全市|世界|同期|上年)(?:平均)?(?:水平|增速)?")


def names(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """The indicators of the ``index``-th quantity of a sentence; several where it serves several.

    ``previous`` are those of the quantities before it.
    """
    found = sentence.quantities[index]
    content = sentence.content
    floor = floor_of(sentence, index)
    if (
        previous
        and (span := previous[-1].span) is not None
        and floor < span.end <= sentence.quantities[index].span.start
    ):
        floor = span.end  # 3项甲、5项乙: what the first counts is not the second's
    left, at = left_of(sentence, floor, found)
    noun, noun_span = right_of(sentence, index, found)
    if found.quote.startswith(_ADDED) and noun:
        left += found.quote[:2]
    last = previous[-1] if previous else None
    if (
        last is not None
        and left
        and content[at + len(left)] == "、"
        and floor >= sentence.quantities[index - 1].span.end
    ):
        left = ""  # 按4%左右安排、比上年提高1个百分点: what goes before the mark is the clause of the number before
    if last is not None and _each_day.fullmatch(left):
        left = ""  # …，平均每天新增12户
    if len(sentence.quantities) > 1 and (sized := _sized(sentence, index)) is not None:
        return [sized]
    if left and ("目标" in left or left in _SETS) and (aimed := _aimed(sentence, found, left)) is not None:
        return [aimed]
    if last is not None and not left and serves_all.search(content[floor : found.span.end]):
        return all_before(sentence, index, previous)
    if left and verb_only.fullmatch(left):
        if noun:
            return [Naming(left + noun, noun_span)]
        if last is not None:
            return [Naming(left + without_verb(last.words), last.span)]
    if (
        noun
        and found.value.measure not in ("growth", "growth_annual", "rank")
        and (not stands_alone(found) or (found.value.measure == "count" and found.quote.startswith(("提升", "提高"))))
    ):
        words = left + noun if left and content[found.span.start - 1] not in "、，" else noun
        if last is not None and not left and content[found.span.start - 1 : found.span.start] in ("、", "和", "及"):
            words = shared_head(last.words, noun)
        return [Naming(words, noun_span)]
    if found.quote.startswith("为") and noun and (not left or _is_for.search(noun)):  # 为380个小区更换管网
        return [Naming(noun, noun_span)]
    if found.rule == "quantities.ratio" and (sector := _sector(sentence, index, previous, left)):
        return [sector]
    if not left:
        shared = spread(sentence, index, previous)
        if shared:
            return shared
        if last is not None:
            return [_total_of(last) if found.quote.startswith(_TOTAL) else last]
        if noun:
            return [Naming(noun, noun_span)]
        before = aim_after(sentence, found) or clause_before(sentence, found)
        return [before or _verb_itself(found)]
    if last is None and (with_object := _with_object(sentence, found, left, at)) is not None:
        return [with_object]
    if last is not None and _others.fullmatch(left):
        return [last]
    if last is not None and (
        (left in GENERIC and not (left == "投资" and _of_its_own(sentence, index)))
        or (left[0] in "占对" and (content[floor] == "、" or content[floor - 1] in "，；"))
    ):
        if left[0] in "占对":
            planned = "计划" in left or "目标" in left or "任务" in left  # 占年度计划的104%: how much of it is done
            subject = _of_whole.sub("", last.words)  # 占全省比重达到15%，占全国5%
            whole = subject + left + ("" if planned or left[0] == "对" or "比" in left else "比重")
        elif left in _WHOLE:
            whole = subject_of(_total_of(last).words) + left
        else:
            whole = subject_of(last.words) + left
        return [Naming(whole, Span(at, at + len(left)))]
    if last is not None and content[floor : floor + 1] == "、":
        left_words = shared_head(last.words, left) if not has_verb(left) else left
        return [Naming(left_words, Span(at, at + len(left)))]
    several = each_listed(sentence, index, left, at)
    if several:
        return several
    return [Naming(left, Span(at, at + len(left)))]


_each_day = regex(r"平均每[天日周月季年]")
_of_whole = regex(r"(?<=..)占[^占]{2,24}$")
_SETS = ("确定", "设定", "提出", "制定", "明确", "定")
_is_for = regex(r"提供|发放|办理|解决|减免|更换|安装|缴纳|送去|开展|化解|争取|修建|改造|代缴")
_WHOLE = ("总数", "总量", "累计", "存量")
_TOTAL = ("累计达", "累计", "总数", "达", "增至", "突破", "超")
_SECTORS = ("第一产业", "第二产业", "第三产业")
_of_sectors = regex(r"三次产业|产业结构|三产结构|一二三产")


def _of_its_own(sentence: Sentence, index: int) -> bool:
    """``外贸增长5%，投资增长6%``: two side by side; ``…；投资600万元，改造…``: in what comes after."""
    now, before = sentence.quantities[index], sentence.quantities[index - 1]
    if sentence.content[now.span.start - 3] == "；":
        return True
    return now.value.measure.startswith("growth") and before.value.measure.startswith("growth")


def _verb_itself(found: Finding[Quantity]) -> Naming:
    """``再奋斗五年`` at the head of a sentence: what lasts is said by the verb alone."""
    verb = found.quote.rstrip("年个月天日0123456789一二三四五六七八九十多余以上左右").lstrip("再又")
    if found.value.measure != "duration" or len(verb) < _SHORTEST:
        return Naming("", None)
    start = found.span.start + found.quote.index(verb)
    return Naming(verb, Span(start, start + len(verb)))


def _with_object(sentence: Sentence, found: Finding[Quantity], left: str, at: int) -> Naming | None:
    """``投资3亿元，改造旧管网``; ``继续实施退耕还林，今年安排500亩``: the object stands in the next clause or the last."""
    if left in _INVESTS and sentence.content.startswith("，", found.span.end):
        start = found.span.end + 1
        stop = sentence.clause(Span(start, start))[1]
        words = sentence.content[start:stop]
        if 1 < len(words) <= _LONGEST and not any(char.isdigit() for char in words):
            return Naming(words + "投资", Span(at, at + len(left)))
    if left not in _BARE and not (left.startswith(("新", "拟", "再")) and left[1:] in _BARE):
        return None
    before = clause_before(sentence, found)
    if before is None or before.span is None:
        return None
    verb = _acts.match(before.words)
    words = before.words[verb.end() if verb else 0 :]
    if len(words) < _SHORTEST or any(char.isdigit() for char in words):
        return None
    stop = before.span.end
    return Naming(left + words, Span(stop - len(words), stop))


_SHORTEST, _LONGEST = 2, 24
_INVESTS = ("投资", "计划投资")
_BARE = frozenset(("安排", "开行", "开工", "新开工", "开通", "投放", "建成", "完成", "下达", "发放"))
_acts = regex(
    r"(?:继续|深入|持续|全面|大力|进一步|加快|积极|扎实|统筹|着力|高质量|高标准){0,2}"
    r"(?:加大|加快|实施|推进|启动|深化|建设|开展|支持|发展|完善|推动|加强|扩大)?"
)


def _sized(sentence: Sentence, index: int) -> Naming | None:
    """``超200亿元县2个``: the size is of 县, the number of 超200亿元县."""
    content, found = sentence.content, sentence.quantities[index]
    measure = found.value.measure
    if measure == "level" and sizes_next(sentence, index):
        stop = sentence.quantities[index + 1].span.start
        return Naming(content[found.span.end : stop].removeprefix("的"), Span(found.span.end, stop))
    if index and measure == "count" and sizes_next(sentence, index - 1):
        size = sentence.quantities[index - 1]
        begin = min(size.span.start, left_of(sentence, floor_of(sentence, index - 1), size)[1])
        return Naming(content[begin : found.span.start], Span(begin, found.span.start))
    return None


def _aimed(sentence: Sentence, found: Finding[Quantity], left: str) -> Naming | None:
    """``确定5%左右的增长目标``; ``经济增速是…，预期目标设定为6%``: what the aim is of stands before it."""
    if left in _SETS:
        return aim_after(sentence, found)
    start = sentence.content.rfind(left, sentence.start, found.span.start)
    if not only_aim.fullmatch(left) or (len(left) > _AIM and sentence.content[start - 1] == "把"):
        return None  # 把增长目标定在…: it says itself what of
    subject = clause_before(sentence, found)
    if subject is None:
        return None
    words = subject.words.partition("是")[0]
    return Naming(words, subject.span) if len(words) > 1 else subject


_AIM = 2


def _total_of(naming: Naming) -> Naming:
    """``新增公园12座、累计达90座``: the total is of all parks, not of the new ones."""
    words = naming.words
    for verb in ("新增加", "新增", "净增", "新培育", "新认定", "新推出", "新设", "新建成", "新建"):
        if words.startswith(verb) and len(words) > len(verb) + 1:
            return Naming(words[len(verb) :], naming.span)
    return naming


def _sector(sentence: Sentence, index: int, previous: list[Naming], left: str) -> Naming | None:
    """``三次产业结构为5:41:54``: each part of the ratio is the share of one sector."""
    place = 0
    while place < index and sentence.quantities[index - place - 1].rule == "quantities.ratio" and place < 2:
        if sentence.content[sentence.quantities[index - place].span.start - 1] not in ":：∶ ":
            break
        place += 1
    if place:
        first = previous[index - place]
        whole = first.words.removesuffix(f"（{_SECTORS[0]}）")
        return Naming(f"{whole}（{_SECTORS[place]}）" if whole != first.words else whole, first.span)
    if not _of_sectors.search(left):
        return None
    start = sentence.content.rfind(left, sentence.start, sentence.quantities[index].span.start)
    return Naming(f"{left}（{_SECTORS[0]}）", Span(start, start + len(left)) if start >= 0 else None)


_ADDED = ("新增", "净增", "完成", "优化", "提升")
