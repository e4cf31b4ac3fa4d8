"""The words beside a number: before it, after it, or in the clause before."""

from __future__ import annotations

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.naming.words import NOTE_MARK, Naming, has_verb, leads_in, trails_out
from luoshi.model import Finding, Span
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_noun_after = regex(
    r"(?:的)?(?P<noun>[^，。；：、！？\n（）]{1,8}"
    r"(?:（[^（）\n]{1,8}）[^，。；：、！？\n（）]{1,26}|[^，。；：、！？\n（）]{0,22}))"
)


_not_noun = regex(
    r"(?:[:：∶]|[两二三四五六七八九]个(?:台阶|大关)|[十百千万亿]{1,4}元?级?(?:新?台阶|大关)|安排|以上|左右|以内|以下|的|，|。|；|、|和(?![美谐])|及|与|以及|并|且|或|目标|任务|水平|台阶|大关|规模|增长|新台阶|同比|占|居(?![民住家委])|列(?![车入支])|均(?!衡)|达到|比(?![赛例])|较|、)"
)


# 连续第5年保持在, 比2020年翻一番: how long, and beside what
_compared = regex(
    r"(?:连续第?[0-9一二三四五六七八九十]{1,3}年|(?:分别|均|都)?(?:比|较|在|是|为|相当于)(?:(?:19|20)[0-9]{2}年(?:末|底)?|“?[一二三四五六七八九十]{1,2}五”?(?:时期|期间)?末?)(?:的?基础上)?)$"
)
_beyond = regex(
    r"(?<=..)(?:高|低|快|慢|大|小|优|好)于(?:全国|全省|全市|全区|世界|同期|上年|周边)(?:平均)?(?:水平|增速)?$"
)
_settled = regex(r"(?:(?<=目标)|(?<=目标值)|(?<=任务)|(?<=[速幅率值数]))(?:设|确|锁|暂)?定$")  # 目标设定为, 增速定在
_aim_is = regex(r"[^，。；]{0,24}目标(?:任务)?(?:是|为)(?=[^，。；]{2})")  # 发展主要预期目标是经济增长5%
only_aim = regex(r"(?:年度|全年|预期|增长|发展|主要)*目标(?:值)?(?:设定|确定|定|安排)?")
_pushes = regex(r"(?:推动|促进|带动|拉动|提出|逐步|稳步|有力|进一步|保持|(?<=步)使)+(?=[^、，]{2})")


def floor_of(sentence: Sentence, index: int) -> int:
    """Where the words of this quantity can begin: after the clause before, or after the quantity before."""
    found = sentence.quantities[index]
    content = sentence.content
    floor = sentence.clause_start(found.span.start)
    if index:
        floor = max(floor, sentence.quantities[index - 1].span.end)
    for time in sentence.times:
        if (
            floor <= time.span.start <= floor + 4
            and time.span.end <= found.span.start
            and content[time.span.start - 1] != "占"  # 占全年支出的50%
        ):
            floor = time.span.end
    for end in sentence.compared:
        if floor < end <= found.span.start:
            floor = end
    return min(floor, found.span.start)


def left_of(sentence: Sentence, floor: int, found: Finding[Quantity]) -> tuple[str, int]:
    """The words between ``floor`` and the quantity without what only leads in or out; and where they start."""
    content = sentence.content
    words = content[floor : found.span.start]
    lead = leads_in.match(words)
    start = floor + (lead.end() if lead else 0)
    if lead and words[: lead.end()].endswith(("实现", "推动", "促进", "全面")) and len(words) - lead.end() < 2:
        start = floor
    words = content[start : found.span.start]
    for time in sentence.times:
        if time.span.start == start and time.span.end <= found.span.start:
            start = time.span.end
            words = content[start : found.span.start]
            again = leads_in.match(words)
            if again:
                start += again.end()
                words = words[again.end() :]
    if (
        found.quote[0] in "在为"
        and words.endswith("定")
        and (content[start - 1] == "把" or not only_aim.fullmatch(words))
        and (settled := _settled.search(words))
    ):
        words = words[: settled.start()]
    if "目标" in words and (aim := _aim_is.match(words)):
        words, start = words[aim.end() :], start + aim.end()
    trail = trails_out.match(words[::-1])
    if trail:
        words = words.removesuffix("的") if _of_plan.search(words) else words[: len(words) - trail.end()]
    if words.startswith("“") and "”" not in words:
        words, start = words[1:], start + 1
    if ("年" in words or "五" in words) and (compared := _compared.search(words)):
        words = words[: compared.start()]
    if found.value.measure not in ("count", "duration", "completion") and (push := _pushes.match(words)):
        words, start = words[push.end() :], start + push.end()
    if "于" in words and (beyond := _beyond.search(words)):
        words = words[: beyond.start()]
    if "［" in words:
        words = NOTE_MARK.sub("", words)
    words = words.removeprefix("的")
    return (words, start) if len(words) > 1 or words in _GOODS else ("", start)


_GOODS = tuple("铁钢煤油粮棉糖肉水电气盐茶蛋奶菜鱼布纱铜铝")  # 钢300万吨，铁200万吨


def right_of(sentence: Sentence, index: int, found: Finding[Quantity]) -> tuple[str, Span | None]:
    """The noun that a number counts (``44家全国重点实验室``), up to the next mark or quantity."""
    content = sentence.content
    end = found.span.end
    if _not_noun.match(content, end) and not content.startswith("的", end):
        return "", None
    if content[end - 1] == "的" or (found.value.measure == "duration" and _holds.match(content, end)):
        return "", None
    matched = _noun_after.match(content, end, sentence.end)
    if not matched:
        return "", None
    stop = matched.end("noun")
    begin = matched.start("noun")
    if (by := _by_that_much.match(content, begin)) and by.end() < stop - 1:
        begin = by.end()
    if content[begin].isdigit() and _counts_next(sentence, index, begin):
        return right_of(sentence, index + 1, sentence.quantities[index + 1])  # 12类45件实事
    if content[begin].isdigit() and not _bounds_next(sentence, index) and not _named_by_digit.match(content, begin):
        return "", None
    if _names_size.match(content[begin:stop]) and _bounds_next(sentence, index):  # 8个投资30亿元以上的项目
        begin = sentence.quantities[index + 1].span.end
        begin += content.startswith("的", begin)
        return (content[begin:stop], Span(begin, stop)) if stop > begin + 1 else ("", None)
    for following in sentence.quantities[index + 1 : index + 3]:  # the next may be a size: 3个万亿级产业和5个集群
        if following.span.start > begin + 1:
            stop = min(stop, following.span.start)
            break
    if (
        sentence.content[stop - 1] != "的"
        and (does := _does.search(content, begin + 2, stop))
        and (index + 1 < len(sentence.quantities) and sentence.quantities[index + 1].span.start == stop)
    ):
        stop = does.start()  # 10个园区集聚企业超150家: what the second number counts is not the first's
    if found.value.unit in _PERSONS and content[stop : stop + 1] == "、" and stop - begin <= _SHORT:
        such = _such.match(content, stop, sentence.end)
        stop = such.end() if such else stop
    words = content[begin:stop]
    while words.endswith(("和", "及", "与", "以", "并", "、")):
        words, stop = words[:-1], stop - 1
    if words.endswith(("居", "列")) and _ranked_next(sentence, index, stop):
        words, stop = words[:-1], stop - 1
    if not words.strip(" :：∶") or _not_counted.match(words):
        return "", None
    return (words, Span(begin, stop)) if len(words) > 1 else ("", None)


_such = regex(  # 5000名渔民、盐工等困难群众免费提供…: what is counted ends behind 等
    r"(?:、[^，。；：、等0-9\n]{1,12}){1,6}等[^，。；：、\n]{2,16}?(?=免费|提供|发放|开展|实施|办理|给予|解决|进行|安排|[，。；\n]|$)"
)
_PERSONS = ("名", "人", "户", "位")
_SHORT = 8
_by_that_much = regex(  # 按5%的幅度压减甲类开支: what is cut stands behind the verb
    r"(?:的)?(?:幅度|比例|速度|标准)(?:压减|压缩|削减|降低|减少|下调|核减|提高|增加|上调|提升|递增|增长)"
)
_not_counted = regex(
    r"(?:年初|年度|全年|计划|预期|规划|既定|控制|预定|调控)*(?:目标(?!责|管|考)|任务(?![清书分量])|水平|增长(?!点|极)|增速|速度)|规模|台阶|大关|以上"
)


def aim_after(sentence: Sentence, found: Finding[Quantity]) -> Naming | None:
    """``5%左右的增长目标``: the aim itself, where nothing else says what the number is of."""
    aim = _aim.match(sentence.content, found.span.end, sentence.end)
    return Naming(aim["aim"], Span(aim.start("aim"), aim.end("aim"))) if aim else None


_aim = regex(r"的(?P<aim>(?:经济|年度|全年|计划|预期|规划|既定|控制|预定|调控)*(?:增长)?(?:目标|速度|增速|增长))")
_of_plan = regex(r"占(?:全年|年度|年初|预期|既定)?(?:投资|工作)?(?:计划|目标|任务|目标任务)的?$")
_does = regex(r"集聚|入驻|吸引|引进|完成投资|带动|孵化|营业收入|营收|总产值|产值|增加值")
_holds = regex(r"(?:稳定|保持|维持|达|超|突破|高于|低于|排名?|位|名列|蝉联|跃|增长|下降|实现|在|为)")  # 连续8年稳定在…
_named_by_digit = regex(r"[0-9]{1,2}[A-Z]")  # 4个5G工厂
_names_size = regex(r"(?:计划)?(?:总?投资额?|年?营收|年?产值|装机|规模|单体|注册资[金本])")


def _ranked_next(sentence: Sentence, index: int, stop: int) -> bool:
    """Whether a rank follows at once: 4种作物产量居全国第一."""
    following = sentence.quantities[index + 1 : index + 2]
    return bool(following) and following[0].span.start == stop and following[0].value.measure == "rank"


def _counts_next(sentence: Sentence, index: int, begin: int) -> bool:
    """Whether the next number counts the same things once more."""
    following = sentence.quantities[index + 1 : index + 2]
    return (
        bool(following)
        and following[0].span.start == begin
        and following[0].value.measure == sentence.quantities[index].value.measure == "count"
    )


def _bounds_next(sentence: Sentence, index: int) -> bool:
    """Whether the next quantity is a threshold of what is counted: 12个30亿元以上项目."""
    following = sentence.quantities[index + 1 : index + 2]
    return bool(following) and following[0].quote.endswith(("级", "以上", "以下", "千伏", "千瓦"))


def sizes_next(sentence: Sentence, index: int) -> bool:
    """Whether a size and a noun stand right before a number that counts the noun: ``超200亿元县2个``."""
    if index + 1 >= len(sentence.quantities):
        return False
    found, following = sentence.quantities[index], sentence.quantities[index + 1]
    if (
        following.value.measure != "count"
        or found.value.measure != "level"
        or not (following.quote[0].isdigit() or following.quote.startswith(_REACHES))
    ):
        return False
    between = sentence.content[found.span.end : following.span.start].removeprefix("的")
    bounded = found.quote[0] in "超百千万亿十" or found.quote.endswith(("以上", "级", "以下"))
    if not bounded or not 0 < len(between) <= _NOUN or not between.isalpha():
        return False
    return between not in _JOINTS and not has_verb(between)


_JOINTS = ("和", "及", "与", "或", "以及")
_NOUN = 10
_REACHES = ("达", "增至", "超", "突破", "增加到", "扩大到")


def stands_alone(found: Finding[Quantity]) -> bool:
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


def clause_before(sentence: Sentence, found: Finding[Quantity]) -> Naming | None:
    """The clause before the comma, where the quantity's own clause has no words for what it measures."""
    content = sentence.content
    comma = content.rfind("，", sentence.start, found.span.start)
    if comma < 0:
        return None
    start = max(content.rfind(mark, sentence.start, comma) + 1 for mark in "，；：")
    start = max(start, sentence.start)
    words = content[start:comma]
    return Naming(words, Span(start, comma)) if len(words) > 1 else None
