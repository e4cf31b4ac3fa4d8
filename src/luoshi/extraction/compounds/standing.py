"""Whether a quantity is promised (target), reached (achievement) or neither (context)."""

from __future__ import annotations

from luoshi.extraction.compounds.promises import firmly_promised, promised, promised_strictly, promised_then
from luoshi.extraction.compounds.scope import is_scope
from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.zones import AHEAD, BACK, NOTES
from luoshi.model import Finding
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_reached = regex(
    r"已(?!经?济)|了(?!解)|达成|完成了|实现了|以来|去(?<![比较]去)年|上(?<![比较]上)年|过去|现有|目前|截至|曾|历年|获评|入选|累计完成|一直|历史"
)
_missed = regex(r"(?:没有|没能|未能?|尚未)(?:达到|完成|实现|突破)")
_FALLS_SHORT = ("仅", "只有", "只占", "仅为", "仅有", "还不到", "尚不足", "不足")
_so_far = regex(r"(?:[一二三四五六七八九十两几多0-9]年|[0-9一二三四五六七八九十两几多]个月)(?:多)?来，[^。]{0,40}$")
"""推动项目落地三年来，…: a clause so far back tells what came of it."""
_carried_out = regex(r"(?:圆满|胜利|顺利|超额)完成")
"""Nobody sets out to say how well it went: 18项民生实事圆满完成."""
_held = regex(r"连续|稳居|位居|位列|跃居|名列|居(?!民|住|家|委|于|所)|累计|连[冠增丰优升涨胜]|占(?!比|.*以上)")


def standing(sentence: Sentence, index: int, clause: tuple[int, int]) -> str:
    """``target``, ``achievement`` or ``context``."""
    found = sentence.quantities[index]
    content = sentence.content
    start, end = clause
    before = content[start : found.span.start]
    after = content[found.span.end : end]
    if is_scope(sentence, index, found, before, after) or _is_missed(before[-6:] + found.quote[:2]):
        return "context"  # 没有达到12件的规划目标: what was to be reached then
    mode = sentence.zone.mode
    if mode == NOTES:
        return "context"
    if mode != AHEAD and before.endswith(_AIMS) and _beyond_aim.search(before):
        return "achievement"  # 高于预期目标1个百分点
    future = _looks_to_future(sentence, found)
    if (
        mode == AHEAD
        and not future
        and before.endswith(_HAVE)
        and _has.search(before)
        and not promised_strictly.search(before)
    ):
        return "achievement"  # 全市有30万学生: what is there
    if not future and (
        before.endswith(_FALLS_SHORT)
        or found.quote[:2].endswith(_FALLS_SHORT)
        or found.quote[:1].endswith(_FALLS_SHORT)
    ):
        return "achievement"  # 拥有量仅11.6件: what is so today, in whatever chapter
    lead = content[sentence.start : found.span.end]
    if mode != AHEAD and (said := _says_ahead.search(lead)):  # X表示，将…: what a speaker promises
        return "achievement" if _reached.search(lead[said.end() :]) and not future else "target"
    if "完成" in after and not future and _carried_out.search(after) and not promised_strictly.search(lead):
        return "achievement"
    if mode == BACK:
        return "target" if future or promised_then.search(before + found.quote) else "achievement"
    if mode == AHEAD:
        if (
            not future
            and (held := _held.search(content[found.span.start - 4 : found.span.end]))
            and not (held[0] == "累计" and _adds_up(sentence, index))
            and not promised_strictly.search(lead)
        ):
            return "achievement"
        if not future and _reached.search(before + found.quote + after[:2]) and not firmly_promised.search(before):
            return "achievement"
        if not future and (_is_past(sentence, found) or _told_above(sentence, lead)):
            return "achievement"
        return "target"
    if future or promised.search(lead):
        if not future and (_reached.search(before + found.quote) or _so_far.search(lead)):
            return "achievement"
        return "target"
    return "achievement"


def _is_missed(words: str) -> bool:
    return ("没" in words or "未" in words) and _missed.search(words) is not None


_AIMS = ("目标", "计划", "预期")
_beyond_aim = regex(r"(?:高于|低于|快于|好于|超过?|优于|超出)[^，。；]{0,8}(?:目标|计划|预期)$")
_has = regex(
    r"(?:我国|我[省市县区州旗]|全[国省市区县州旗校院]|目前|现|已|共)(?:仍|还|已|共)?(?:有|拥有)(?:近|约|超过?)?$"
)
_HAVE = ("有", "近", "约", "超", "超过")
_says_ahead = regex(
    r"(?:表示|承诺|表态|介绍|透露|说)道?[，：]“?[^。]{0,12}?(?:将(?!近|军|领)|我们要|要(?!素|求)|力争|确保|争取|努力)"
)


def _told_above(sentence: Sentence, lead: str) -> bool:
    """Whether the paragraph began with years gone by (``“十三五”时期，…。城镇化率达到68%。``)."""
    topic, year = sentence.topic, sentence.year
    if topic is None or topic.value.period is None or topic.value.by or year is None or sentence.times:
        return False
    return int(topic.value.period.end[:4]) < year and not promised_strictly.search(lead)


def _looks_to_future(sentence: Sentence, found: Finding[Quantity]) -> bool:
    year = sentence.year
    if year is None:
        return False
    for time in sentence.times:
        period = time.value.period
        if period is None or time.span.start >= found.span.end or _names_a_plan.match(sentence.content, time.span.end):
            continue
        if int(period.end[:4]) > year or (time.value.by and int(period.end[:4]) >= year and sentence.zone.mode != BACK):
            return sentence.content[time.span.start - 1 : time.span.start] != "《"
    return False


_names_a_plan = regex(r"[”》]?(?:规划|计划|纲要)")  # “十四五”规划确定的: which plan, not when


def _is_past(sentence: Sentence, found: Finding[Quantity]) -> bool:
    year = sentence.year
    nearest = [time for time in sentence.times if time.span.start < found.span.end and time.value.period is not None]
    if not nearest:
        return False
    last = nearest[-1]
    if year is None:  # an undated text: a bare year is taken as told, not as set
        return last.quote[:1].isdigit() and not last.value.by and "—" not in last.quote
    period = last.value.period
    before = sentence.content[last.span.start - 1 : last.span.start]
    return period is not None and int(period.end[:4]) < year and before not in ("比", "较", "在", "从", "由", "自")


def _adds_up(sentence: Sentence, index: int) -> bool:
    """``新增1000处、累计达8000处``: with what is new the whole is to come, too."""
    if not index:
        return False
    before, here = sentence.quantities[index - 1].span.end, sentence.quantities[index].span.start
    between = sentence.content[before:here]
    return here - before <= _BESIDE and between.endswith(("、", "，")) and not _reached.search(between)


_BESIDE = 16
