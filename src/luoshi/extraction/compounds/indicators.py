"""What a quantity measures, in the text's own words: before the number, after it, or said once for several."""

from __future__ import annotations

import re
from typing import NamedTuple

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.model import Finding, Span
from luoshi.model.values import Quantity


class Naming(NamedTuple):
    """The words of an indicator, and where they (or their chief part) stand."""

    words: str
    span: Span | None


_lead_in = re.compile(
    r"(?:[、，；：:∶—\-\s+=（）()]|[0-9]{1,3}[.．、](?![0-9])|以及|并且|其中|同时|此外|而且|还|也|和|与|及|并|且|全年|预计|预期|力争|努力|争取|确保|实现|全面|我们|使|让|把|将|要|使得|推动(?=[^、，]{2,}(?:达|突破|超|增长))|促进(?=[^、，]{2,}(?:达|增长))|计划|累计(?=[^0-9])|共(?=[^同和享])|已经?|可|是|第[一二三四五六七八九十]是|[一二三四五六七八九十]是)+"
).match
_TRAILS = [
    "分别",
    "均",
    "都",
    "已",
    "将",
    "要",
    "可",
    "预计",
    "预期",
    "同比",
    "环比",
    "年均",
    "累计",
    "连续",
    "总计",
    "合计",
    "平均",
    "力争",
    "确保",
    "努力",
    "争取",
    "实现",
    "稳定",
    "保持",
    "目标",
    "继续",
    "达",
    "到",
    "至",
    "为",
    "约",
    "的",
    "在",
    "按",
    "计划",
    "每年",
    "全年",
    "有望",
    "仍",
    "再",
    "又",
    "共",
    "总共",
    "比上年",
    "比去年",
    "较上年",
    "大幅",
    "逐年",
    "进一步",
    "今年",
    "去年",
    "由",
    "从",
    "占",
    "占到",
    "居",
    "位居",
    "稳居",
    "位列",
    "列",
    "排名",
    "上升",
    "升",
    "跃升",
    "跃",
    "合理",
    "，",
    "、",
    "：",
    "（",
    "(",
    "=",
]
# matched on the words turned round: a search for the end of a string would try every place
_trail = re.compile(
    "(?:" + "|".join(re.escape(word[::-1]) for word in sorted(_TRAILS, key=len, reverse=True)) + ")+"
).match
_note = re.compile(r"［[0-9]{1,2}］")
_others = re.compile(
    r"(?:高于|低于|快于|好于|高出|快|高|低)?(?:全国|全省|全市|世界|同期|上年)(?:平均)?(?:水平|增速)?"
).fullmatch
_stops = "，。；：！？\n（）"
_noun_after = re.compile(
    r"(?:的)?(?P<noun>[^，。；：、！？\n（）]{1,8}"
    r"(?:（[^（）\n]{1,8}）[^，。；：、！？\n（）]{1,26}|[^，。；：、！？\n（）]{0,22}))"
).match
_verb_only = re.compile(
    r"(?:新增|新建|在建|建成|新开工|竣工|投产|改造|完成|其中|新|续建|开工|入选|获批|增加|减少|达|培育|引进|创建|新设|认定|建设|改建|扩建)$"
).fullmatch
_head_verb = re.compile(
    r"(?:累计|全年|共|新)?(?:入选|获批|建成|新增|新建|建设|实施|改造|完成|开工|培育|引进|创建|认定|新培育|新认定|开展|举办|组织|推进|办理|投放|发放|开通|查处|整治|培训|承担|布局|推出|获得|拥有|在建)(?:了)?"
).match
_of_nation = re.compile(r"(?:入选|获批|获评|认定)(?:国家级|国家|省级|全国)").search
_generic = (
    "占比",
    "总量",
    "总数",
    "总额",
    "增加值",
    "数量",
    "规模",
    "增速",
    "增幅",
    "总规模",
    "总投资",
    "完成投资",
    "比重",
    "产值",
    "余额",
    "面积",
    "总值",
    "金额",
    "总产值",
    "投资",
    "成交额",
    "总投资额",
    "投资额",
)
_not_noun = re.compile(
    r"(?:以上|左右|以内|以下|的|，|。|；|、|和|及|与|以及|并|且|或|目标|任务|水平|台阶|大关|规模|增长|新台阶|同比|占|居|列|均|比|较|、)"
).match
_both = re.compile(r"分别|均|都|双双|同步").search
_split = re.compile(r"、|以及|和|及|与")


def names(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """The indicators of the ``index``-th quantity of a sentence; several where it serves several.

    ``previous`` are those of the quantities before it.
    """
    found = sentence.quantities[index]
    content = sentence.content
    floor = _floor(sentence, index)
    if (
        previous
        and (span := previous[-1].span) is not None
        and floor < span.end <= sentence.quantities[index].span.start
    ):
        floor = span.end  # 3项甲、5项乙: what the first counts is not the second's
    left, at = _left(sentence, floor, found)
    noun, noun_span = _right(sentence, index, found)
    if found.quote.startswith(_ADDED) and noun:
        left += found.quote[:2]
    last = previous[-1] if previous else None
    if last is not None and not left and _both(content[floor : found.span.end]):
        return _all_before(sentence, index, previous)
    if left and _verb_only(left):
        if noun:
            return [Naming(left + noun, noun_span)]
        if last is not None:
            return [Naming(left + _without_verb(last.words), last.span)]
    if noun and found.value.measure not in ("growth", "growth_annual", "rank") and not _stands_alone(found):
        words = left + noun if left and content[found.span.start - 1] not in "、，" else noun
        if last is not None and not left and content[found.span.start - 1 : found.span.start] in ("、", "和", "及"):
            words = _shared_head(last.words, noun)
        return [Naming(words, noun_span)]
    if not left and found.quote.startswith("为") and noun:  # 为380个小区更换管网
        return [Naming(noun, noun_span)]
    if not left:
        shared = _spread(sentence, index, previous)
        if shared:
            return shared
        if last is not None:
            return [last]
        if noun:
            return [Naming(noun, noun_span)]
        before = _clause_before(sentence, found)
        return [before or Naming("", None)]
    if last is not None and _others(left):
        return [last]
    if last is not None and (
        left in _generic or (left[0] in "占对" and (content[floor] == "、" or content[floor - 1] in "，；"))
    ):
        whole = _subject(last.words) + left + ("比重" if left[0] == "占" and "比" not in left else "")
        return [Naming(whole, Span(at, at + len(left)))]
    if last is not None and content[floor : floor + 1] == "、":
        left_words = _shared_head(last.words, left) if not _has_verb(left) else left
        return [Naming(left_words, Span(at, at + len(left)))]
    several = _several(sentence, index, left, at)
    if several:
        return several
    return [Naming(left, Span(at, at + len(left)))]


_ADDED = ("新增", "净增", "完成", "优化", "提升")


def _floor(sentence: Sentence, index: int) -> int:
    """Where the words of this quantity can begin: after the clause before, or after the quantity before."""
    found = sentence.quantities[index]
    content = sentence.content
    floor = sentence.start
    at = found.span.start
    floor = max(
        floor,
        content.rfind("，", floor, at) + 1,
        content.rfind("；", floor, at) + 1,
        content.rfind("：", floor, at) + 1,
    )
    if index:
        floor = max(floor, sentence.quantities[index - 1].span.end)
    for time in sentence.times:
        if floor <= time.span.start <= floor + 4 and time.span.end <= found.span.start:
            floor = time.span.end
    return min(floor, found.span.start)


def _left(sentence: Sentence, floor: int, found: Finding[Quantity]) -> tuple[str, int]:
    """The words between ``floor`` and the quantity without what only leads in or out; and where they start."""
    content = sentence.content
    words = content[floor : found.span.start]
    lead = _lead_in(words)
    start = floor + (lead.end() if lead else 0)
    if lead and words[: lead.end()].endswith(("实现", "推动", "促进", "全面")) and len(words) - lead.end() < 2:
        start = floor
    words = content[start : found.span.start]
    for time in sentence.times:
        if time.span.start == start and time.span.end <= found.span.start:
            start = time.span.end
            words = content[start : found.span.start]
            again = _lead_in(words)
            if again:
                start += again.end()
                words = words[again.end() :]
    trail = _trail(words[::-1])
    if trail:
        words = words[: len(words) - trail.end()]
    if words.startswith("“") and "”" not in words:
        words, start = words[1:], start + 1
    words = _note.sub("", words)
    return (words, start) if len(words) > 1 else ("", start)


def _right(sentence: Sentence, index: int, found: Finding[Quantity]) -> tuple[str, Span | None]:
    """The noun that a number counts (``44家全国重点实验室``), up to the next mark or quantity."""
    content = sentence.content
    end = found.span.end
    if _not_noun(content, end) and not content.startswith("的", end):
        return "", None
    if content[end - 1] == "的":
        return "", None
    matched = _noun_after(content, end, sentence.end)
    if not matched:
        return "", None
    stop = matched.end("noun")
    begin = matched.start("noun")
    if content[begin].isdigit() and not _bounds_next(sentence, index):
        return "", None
    if index + 1 < len(sentence.quantities) and sentence.quantities[index + 1].span.start > begin + 1:
        stop = min(stop, sentence.quantities[index + 1].span.start)
    words = content[begin:stop]
    while words.endswith(("和", "及", "与", "以", "并", "、")):
        words, stop = words[:-1], stop - 1
    if not words.strip(" :：∶") or words.startswith(
        ("目标", "任务", "水平", "增长", "增速", "规模", "台阶", "大关", "以上")
    ):
        return "", None
    return (words, Span(begin, stop)) if len(words) > 1 else ("", None)


def _bounds_next(sentence: Sentence, index: int) -> bool:
    """Whether the next quantity is a threshold of what is counted: 12个30亿元以上项目."""
    following = sentence.quantities[index + 1 : index + 2]
    return bool(following) and following[0].quote.endswith(("级", "以上", "以下"))


def _stands_alone(found: Finding[Quantity]) -> bool:
    """Whether the words that bound the number say that its subject stands before it: 达到, 增至, 提高到."""
    quote = found.quote
    return quote.startswith(
        (
            "达",
            "增至",
            "提高到",
            "提升",
            "增加到",
            "扩大到",
            "稳定在",
            "保持在",
            "控制在",
            "为",
            "占",
            "降至",
            "下降",
            "降低",
            "升至",
        )
    )


def _all_before(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """``A增至30家、B增至9家，均居第一``: all that stands before it; ``…，分别增长3%、5%``: each its own."""
    content = sentence.content
    found = sentence.quantities[index]
    run = _run(sentence, index)
    floor = content.rfind("；", sentence.start, found.span.start)
    if run == 1 and found.value.measure == "rank":
        comma = content.rfind("，", sentence.start, found.span.start)
        floor = max(floor, content.rfind("，", sentence.start, max(sentence.start, comma)))
    chosen: list[Naming] = []
    for naming, quantity in zip(previous, sentence.quantities, strict=False):
        if quantity.span.start > floor and naming not in chosen:
            chosen.append(naming)
    if not chosen:
        return [previous[-1]]
    if run > 1:
        return [chosen[-run]] if len(chosen) >= run else [chosen[0]]
    return chosen if found.value.measure == "rank" else chosen[-2:]


def _run(sentence: Sentence, index: int) -> int:
    """How many numbers stand in a row from this one on (``3%、5%和6%`` are three)."""
    quantities, content = sentence.quantities, sentence.content
    follow = index
    while (
        follow + 1 < len(quantities)
        and content[quantities[follow].span.end : quantities[follow + 1].span.start].strip(" ") in _JOINTS
    ):
        follow += 1
    return follow - index + 1


def _spread(sentence: Sentence, index: int, previous: list[Naming]) -> list[Naming]:
    """The second, third … number after 分别: the indicator in its place of the list."""
    content = sentence.content
    first = index
    while (
        first
        and content[sentence.quantities[first - 1].span.end : sentence.quantities[first].span.start].strip(" ")
        in _JOINTS
    ):
        first -= 1
    if first == index:
        return []
    head = sentence.quantities[first]
    left, at = _left(sentence, _floor(sentence, first), head)
    place = index - first
    if not _both(content[at if left else _floor(sentence, first) : head.span.end]):
        return []
    if not left:
        run = place + _run(sentence, index)
        chosen = list(dict.fromkeys(previous[:first]))
        return [chosen[place - run]] if len(chosen) >= run else []
    parts = divide(left)
    if place < len(parts):
        return [Naming(parts[place], Span(at, at + len(left)))]
    return []


_JOINTS = ("、", "和", "及", "与", "以及")


def _several(sentence: Sentence, index: int, left: str, at: int) -> list[Naming]:
    """``A、B分别增长8%``: one number for each of the list; with as many numbers as parts, the first part."""
    content = sentence.content
    found = sentence.quantities[index]
    between = content[at + len(left) : found.span.start] + found.quote
    ranked = found.value.measure == "rank" and "、" in left
    if not (_both(between) or ranked) or not _split.search(left):
        return []
    parts = divide(left)
    if len(parts) < 2:
        return []
    follow = _run(sentence, index) - 1
    span = Span(at, at + len(left))
    if follow:
        return [Naming(parts[0], span)]
    return [Naming(part, span) for part in parts]


_tails = re.compile(
    r"(?:占[^占]{2,20}(?:比重|比例)?|产业?增加值|增加值|总产值|产值|产量|排放总?量?|收入|总额|投资|数量|规模|比重|占比|利润|余额|面积|人数|覆盖率|参保率|普及率|发展|消费|支出|用量|上市公司数量|总量)(?:占[^占]{2,20}(?:比重|比例)?)?$"
).search


def divide(words: str) -> list[str]:
    """The members of a list with the head or tail that they share put back.

    ``一、二、三产业增加值`` gives 一产业增加值, 二产业增加值, 三产业增加值.
    """
    parts = [part for part in _split.split(words) if part]
    if len(parts) < 2:
        return [words]
    last = parts[-1]
    tail = _shared_tail(parts[0], last)
    if not tail:
        return parts
    return [part if part is last or part.endswith(tail) or _tails(part) else part + tail for part in parts]


def _shared_tail(first: str, last: str) -> str:
    """What the first member leaves unsaid of the last: 工业 beside 服务业增加值 leaves 增加值."""
    if _tails(first) or first[-1:] in _COMPLETE:
        return ""
    for size in (3, 2):
        ending = first[-size:]
        if len(first) >= size and (place := last.find(ending)) >= 0:
            return last[place + len(ending) :]
    if len(first) <= 3 and len(last) > len(first) + 1:
        return last[len(first) :]
    found = _tails(last)
    return found[0] if found else ""


_COMPLETE = tuple("数率额值费入积模重比")  # the name of a measure ends here: 事故起数


def _without_verb(words: str) -> str:
    found = _head_verb(words)
    return words[found.end() :] if found and found.end() < len(words) else words


def _has_verb(words: str) -> bool:
    return bool(_head_verb(words))


def _shared_head(before: str, words: str) -> str:
    """``入选甲类工厂2家、乙类工厂67家``: the verb of the first serves the second."""
    if _has_verb(words):
        return words
    found = _head_verb(before)
    if not found or found.end() >= len(before):
        return words
    whole = _of_nation(before[: found.end() + 3])  # 入选国家甲类工厂2家、乙类工厂67家: both are national
    if whole and not words.startswith(("国家", "省", "全国")):
        return before[: whole.end()] + words
    return found[0] + words


def _subject(words: str) -> str:
    """The thing itself before 占比, 总量 …: without a measure's name at its end."""
    for ending in _generic:
        if words.endswith(ending) and len(words) > len(ending) + 1:
            return words[: -len(ending)]
    return words


def _clause_before(sentence: Sentence, found: Finding[Quantity]) -> Naming | None:
    """The clause before the comma, where the quantity's own clause has no words for what it measures."""
    content = sentence.content
    comma = content.rfind("，", sentence.start, found.span.start)
    if comma < 0:
        return None
    start = max(content.rfind(mark, sentence.start, comma) + 1 for mark in "，；：")
    start = max(start, sentence.start)
    words = content[start:comma]
    return Naming(words, Span(start, comma)) if len(words) > 1 else None
