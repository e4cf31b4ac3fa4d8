"""Whether a quantity is promised (target), reached (achievement) or neither (context)."""

from __future__ import annotations

from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.naming.sides import sizes_next
from luoshi.extraction.naming.words import has_verb
from luoshi.extraction.zones import AHEAD, BACK, NOTES
from luoshi.model import Finding
from luoshi.model.values import Quantity
from luoshi.patterns import regex

_SOFT = regex(
    r"力争|努力|争取|确保|预计|预期(?!寿命|性|目标|指标)|拟(?=按|安排|发行|新|于|在|投|用|增|建|实施|开工|完成|达)|左右|大约|约(?=[0-9])(?<![签节集条合预公制履契缔隐相违邀特赴]约)|有望|大致|大(?<!重大)体(?![育量系现检积制验质])|原则上|尽量"
    r"|基本(?=实现|完成|建成|形成|覆盖|消除|建立|达到|同步|稳定|满足|解决|持平|确立|健全|普及|具备)"
    r"|计划(?=投资|实施|完成|新|建|开工|安排|到|于|用|总投资)"
)
_promised = regex(
    r"力争|争取|确保|努力|将(?!近|军|领)|拟|计划(?!单列|生育|经济)|目标|要(?!素|求|害|道|塞|件|闻|点|案|务)|必须|到(?<![高加长升降少低大展达]到)20[0-9]{2}年|预期|推动|推进|加快|促进|新增|支持|引导|打造|培育|实施|引进"
)
_firmly_promised = regex(
    r"力争|争取|确保(?!了)|到(?<![高加长升降少低大展达]到)20[0-9]{2}年|将(?!近|军|领)(?:达|实现|新|建|完成|超|突破|增|引|开|改|培)|计划(?:到|于|新|投资|实施|用)|拟|预期目标|目标是"
)
_reached = regex(
    r"已(?!经?济)|了(?!解)|达成|完成了|实现了|以来|去(?<![比较]去)年|上(?<![比较]上)年|过去|现有|目前|截至|曾|历年|获评|入选|累计完成|一直|历史"
)
_strengthened = regex(r"(?:做[强优大精细活]|(?<![育展])壮大|巩固|擦亮|管好|办好)[^，。；、]{0,24}$")
_MAY_STRENGTHEN = frozenset("做壮巩擦管办")
_begun = regex(r"已(?:经)?[^，。；]{1,10}的$")
_scope_before = regex(r"(?:强化|用好|依托|围绕|聚焦|以|(?<!应)(?<!面)对|针对|面向|发挥|深化|其他|其余)$")
_of_scope = regex(
    r"(?:级|以上|以下|以内)?(?:的)?(?:[^，。、；的]{0,14})(?:项目|企业|机组|基金|变电站|线路|泊位|码头|机场|县|城市|园区|集群|生产线|产线|电站|高速|产业园|船舶|园|工程|汽轮机|装置|集团|大关|标准|基地|电厂|矿井|煤矿|露天矿|电解铝|锅炉|水泥|炼油|乙烯)"
)
_CAPACITIES = ("吨", "立方米", "千瓦", "千伏安", "标准箱")
_built = regex(
    r"(?=[^\W\d_])(?!开工|建成|投产|竣工|签约|启动)[^，。；、0-9的]{1,16}?(?:[、和及][^，。；]{1,40}?)?(?:项目|工程)?"
    r"(?:全面|正式|顺利|如期|全部|加快|陆续|相继|已|均|都)?"
    r"(?:开工|开建|建成|投产|投用|投运|竣工|并网|落地|签约|完工|启动|动工|封顶|加快建设|加快推进|扎实推进|前期工作)"
)
_not_scope = regex(r"的?(?:目标|增速|增长|水平|规模|幅度|速度|大关|台阶|任务|高位|预期)")
_capacity = (
    "年产",
    "日产",
    "年处理",
    "日处理",
    "总投资",
    "投资",
    "装机",
    "规模",
    "注册资金",
    "注册资本",
    "单机",
    "容量",
    "产能",
    "营收",
    "产值",
)
_subsidy = regex(r"奖励|补助|补贴|奖补|资助|罚款|处以|给予|贷款额度|一次性")
_RAISED = ("提高到", "提高至", "提升到", "增加到", "由", "从", "达到")
_DISTANCES = ("米", "公里", "千米", "海里")
_spends = ("安排", "统筹", "投入", "设立", "下达", "筹集")
_granted = regex(r"的?(?:比例|标准)?[^，。；]{0,6}(?:给予|奖补|补助|补贴|奖励|贴息)")
_timed = ("天数", "日数", "时间", "时长", "时限", "周期", "用时", "耗时", "年限", "工期")
_of_such = regex(r"的(?:省份|地区|县|市|城市|企业|家庭|人群|项目|行业|单位)")  # 比例高于16%的省份
_announces = regex(r"(?:提出|设置|部署|明确|确定|安排|共计|合计)了?$")
_rules = regex(r"(?:规定|禁令|纪律|准则|要求)")
_kept = regex(r"(?:贯彻|落实|执行|遵守|恪守)[^，。；]{0,20}$")
_announced = regex(r"(?:主要|重点|具体|约束性|预期性)*(?:指标|任务|举措|措施|维度|方面|领域的?(?:重点)?任务)")
_does = regex(r"(?:支持|用于|推动|投向|建设|实施|带动|撬动|帮助|保障|惠及|助力|推进|发展)")
_dwells = regex(r"(?:的)?[^，。；]{0,3}(?:自然村|村庄|村组|聚居|居民点|用人单位)")
_made = regex(
    r"(?:建设|新建|新增|建成|完成|改造|开工|开通|治理|营造|植树|筹集|供应|改建|扩建|新改建|铺设|修复|造林|投放|发放|落实|安排|下达|争取|发行|减免|流转|整治|压减|淘汰|增加|增添|培育|打造|投资|投入|达|达到|超|突破|为)(?:了)?$"
)

_missed = regex(r"(?:没有|没能|未能?|尚未)(?:达到|完成|实现|突破)")
_FALLS_SHORT = ("仅", "只有", "只占", "仅为", "仅有", "还不到", "尚不足", "不足")

_held = regex(r"连续|稳居|位居|位列|跃居|名列|居(?!民|住|家|委|于|所)|累计|连[冠增丰优升涨胜]|占(?!比|.*以上)")
_promised_strictly = regex(
    r"力争|争取|确保|努力|将(?!近|军|领)|拟|目标|要(?!素|求|害|道)|必须|到(?<![高加长升降少低大展达]到)20[0-9]{2}年|推动|推进|加快|打造"
)


def softness(sentence: Sentence, index: int, clause: tuple[int, int]) -> tuple[str, ...]:
    """The words that soften or stress what a quantity's clause promises.

    左右 and 基本 belong to the number that they stand beside (``甲约3亿元、乙5亿元左右``); 力争 belongs to all
    that its clause says, and to the clauses after it where it stands alone with a time (``力争年内，…，…``).
    """
    if sentence.soft is None:
        sentence.soft = [
            (found.start(), found[0]) for found in _SOFT.finditer(sentence.content, sentence.start, sentence.end)
        ]
    if not sentence.soft:
        return ()
    start, end = clause
    quantities = sentence.quantities
    here, stop = start, end
    if index and quantities[index - 1].span.end > start:
        here = quantities[index - 1].span.end
    if index + 1 < len(quantities) and quantities[index + 1].span.start < end:
        stop = quantities[index].span.end
    aside = sentence.content.find("、", quantities[index].span.end, stop)
    if aside >= 0:
        stop = aside  # 增长5%左右、力争更好: what comes behind 、 speaks of something else
    words = [
        word
        for at, word in sentence.soft
        if start <= at < stop
        and (at >= here or word not in _OF_NUMBER)
        and (word != "争取" or sentence.zone.mode != BACK or _promised_then.match(sentence.content, at))
    ]
    if sentence.soft[0][0] < start:
        opened = sentence.content.rfind("；", sentence.start, start) + 1 or sentence.start
        for _ in range(_CLAUSES):
            place = sentence.content.find("，", opened, start)
            if place < 0:
                break
            if lead := _reaches_over.fullmatch(sentence.content[opened:place]):
                words.insert(0, lead[1])
                break
            opened = place + 1
    return tuple(dict.fromkeys(words))


def soft_words(clause: str) -> list[str]:
    """The words that soften or stress, in a clause."""
    return list(dict.fromkeys(_SOFT.findall(clause)))


_CLAUSES = 8
_OF_NUMBER = ("左右", "约", "大约", "大致", "大体", "基本")
_reaches_over = regex(
    r"(?:[^，。；]{0,10}?(?=力争|争取|确保))?(力争|努力|争取|确保)(?:(?:用|在|到|于)?[^，。；]{0,4}(?:年内|全年|年底前?|年末|[0-9一二三四五]年(?:左右|时间|内|底)?|月底前?|季度))?"
)


def standing(sentence: Sentence, index: int, clause: tuple[int, int]) -> str:
    """``target``, ``achievement`` or ``context``."""
    found = sentence.quantities[index]
    content = sentence.content
    start, end = clause
    before = content[start : found.span.start]
    after = content[found.span.end : end]
    if _is_scope(sentence, index, found, before, after) or _is_missed(before[-6:] + found.quote[:2]):
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
        and not _promised_strictly.search(before)
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
    if mode == BACK:
        return "target" if future or _promised_then.search(before + found.quote) else "achievement"
    if mode == AHEAD:
        if (
            not future
            and (held := _held.search(content[found.span.start - 4 : found.span.end]))
            and not (held[0] == "累计" and _adds_up(sentence, index))
            and not _promised_strictly.search(lead)
        ):
            return "achievement"
        if not future and _reached.search(before + found.quote + after[:2]) and not _firmly_promised.search(before):
            return "achievement"
        if not future and (_is_past(sentence, found) or _told_above(sentence, lead)):
            return "achievement"
        return "target"
    if future or _promised.search(lead):
        if not future and _reached.search(before + found.quote):
            return "achievement"
        return "target"
    return "achievement"


def _is_missed(words: str) -> bool:
    return ("没" in words or "未" in words) and _missed.search(words) is not None


_SIZES_AS_THEY_ARE = (
    "总面积",
    "总面积约",
    "国土面积",
    "陆域面积",
    "海域面积",
    "行政区域面积",
    "原定的",
    "原定",
    "原计划的",
    "原计划",
)
_AIMS = ("目标", "计划", "预期")
_beyond_aim = regex(r"(?:高于|低于|快于|好于|超过?|优于|超出)[^，。；]{0,8}(?:目标|计划|预期)$")
_has = regex(
    r"(?:我国|我[省市县区州旗]|全[国省市区县州旗校院]|目前|现|已|共)(?:仍|还|已|共)?(?:有|拥有)(?:近|约|超过?)?$"
)
_HAVE = ("有", "近", "约", "超", "超过")
_took_place = regex(r"(?:组织|召开|收到|听取|征求|征集|整理出|举行|走访|进行|形成|采纳|派出)[^，。；]{0,24}$")
_whole_cost = regex(r"(?<!完成)(?<!完成项目)总投资(?:额)?(?:约|为|达|共|超过?|近)?$")
_says_ahead = regex(
    r"(?:表示|承诺|表态|介绍|透露|说)道?[，：]“?[^。]{0,12}?(?:将(?!近|军|领)|我们要|要(?!素|求)|力争|确保|争取|努力)"
)
# 争取资金5亿元 tells of what was got; 争取达到 of what is hoped for
_promised_then = regex(
    r"力争|争取(?=在|到|达|实现|突破|超|完成|20|今年|明年|全年|尽[早快])|确保(?!了)|到(?<![高加长升降少低大展达]到)20[0-9]{2}年|将(?!近|军|领)(?:达|实现|新|建|完成|超|突破|增|引|开|改|培)|计划(?:到|于|新|投资|实施|用)|拟|预期目标|目标是"
)


def _told_above(sentence: Sentence, lead: str) -> bool:
    """Whether the paragraph began with years gone by (``“十三五”时期，…。城镇化率达到68%。``)."""
    topic, year = sentence.topic, sentence.year
    if topic is None or topic.value.period is None or topic.value.by or year is None or sentence.times:
        return False
    return int(topic.value.period.end[:4]) < year and not _promised_strictly.search(lead)


def _looks_to_future(sentence: Sentence, found: Finding[Quantity]) -> bool:
    year = sentence.year
    if year is None:
        return False
    for time in sentence.times:
        period = time.value.period
        if period is None or time.span.start >= found.span.end:
            continue
        if int(period.end[:4]) > year or (time.value.by and int(period.end[:4]) >= year and sentence.zone.mode != BACK):
            return sentence.content[time.span.start - 1 : time.span.start] != "《"
    return False


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


def _is_scope(sentence: Sentence, index: int, found: Finding[Quantity], before: str, after: str) -> bool:
    """Whether the number only says which things are meant: thresholds, capacities, sizes in names."""
    quantity, content = found.value, sentence.content
    unit = quantity.unit
    if quantity.measure == "duration":
        timed = before.removesuffix("平均").removesuffix("均").endswith(_timed)  # 办理时间平均
        return "连续" not in found.quote and not timed and not after.startswith("超")
    if before.endswith(_SIZES_AS_THEY_ARE):
        return True  # 总面积5.6万平方公里; 超过原定的2万亿元规模
    if quantity.measure == "share" and sentence.zone.mode != BACK and _granted.match(after):
        return True
    if quantity.measure == "share" and (
        _weighs(content, found) or (found.quote[:1] in ("高", "低", "超", "不") and _of_such.match(after))
    ):
        return True
    if after.startswith("的") and before.endswith(_capacity) and not _not_scope.match(after):
        return True  # 投资3亿元的车站
    if quantity.measure in ("rank", "share", "growth", "growth_annual", "coverage", "change", "multiple"):
        return False
    if unit == "千伏" or (unit in _DISTANCES and (after[:1] == "内" or found.quote.endswith("以内")) and after):
        return True  # 50米内换乘比例
    if unit == "岁" and found.quote.endswith(("以上", "以下", "以内")) and after[:1].isalpha():
        return True  # 3岁以下婴幼儿: who is meant
    if (
        found.quote.startswith("最高")
        and sentence.zone.mode != BACK
        and _subsidy.search(content[sentence.start : sentence.end])
    ):
        return True
    if before.removesuffix("了").endswith(_spends) and sentence.zone.mode == AHEAD and unit.startswith("元"):
        return False  # 安排8亿元奖补资金: what is to be spent
    if found.quote.startswith(_RAISED):
        pass  # 补助标准提高到280元: what it is to be
    elif _subsidy.search(before[-16:]) or (_subsidy.search(after[:8]) and unit.startswith("元")):
        return sentence.zone.mode != BACK
    if after.endswith("基础上") and before.rfind("在") >= 0:
        return True
    counted = quantity.measure == "count"
    if quantity.measure == "level" and sizes_next(sentence, index):
        return True  # 超200亿元县2个: which counties are counted
    if counted:
        if (
            _plain(found)
            and after[:1].isalpha()
            and (
                (not _MAY_STRENGTHEN.isdisjoint(before) and _strengthened.search(before))
                or (before.endswith("的") and _begun.search(before))
            )
        ):
            return True  # 做强3个集群: they are there already; 已开工的57个项目要加快
        if _announces.search(before[-3:]) and (
            _announced.match(after) or (before.endswith("提出") and after[:1].isalpha())
        ):
            return True  # 提出7项指标
        if _rules.match(after) and _kept.search(before):
            return True  # 落实省20条规定
        if found.quote.endswith("以上") and unit in ("户", "人") and _dwells.match(after):
            return True  # 20户以上自然村
        if before.endswith(("年产", "日产", "年处理", "日处理")):
            return True
        if _scope_before.search(before[-3:]) and after and not before.endswith(("等", "覆盖", "在")):
            return True
        return (
            not sentence.zone.mode
            and not _dated(sentence)
            and not before.endswith("再")
            and not _firmly_promised.search(before)
            and not _took_place.search(before)
            and _plain(found)
            and not _bounded(found)
            and not (not after and has_verb(before.lstrip("，、；")))  # 改造小区120个
        )
    if _not_scope.match(after):
        return False
    if unit.endswith("元") and sentence.zone.mode == AHEAD and _costs(found, before):
        return True  # 项目80个，总投资90亿元，当年计划投资20亿元: how large they are in all
    if quantity.comparator == "about" and unit == "元" and found.quote[-1] in "级亿":
        counted_before = index > 0 and sentence.quantities[index - 1].span.end == found.span.start
        if counted_before or (found.quote[-1] == "亿" and found.quote[0] in "百千万十"):
            return True  # 3个万亿级产业, 百亿基金
    if found.quote.endswith(("级", "以上", "以下")) and _of_scope.match(after):
        return True
    if (unit.endswith("级") or found.quote.endswith("级")) and unit[:1] != "元" and after[:1].isalpha():
        return True  # 30万吨级航道
    if _does.match(after):
        return False
    if _plain(found) and unit.startswith(_CAPACITIES) and _built.match(after) and not _made.search(before):
        return True  # 30万吨冷库开工建设: how large what is built is
    if after.startswith("的") and _of_scope.match(after) and not after.startswith(("的规模", "的水平")):
        return True
    if before.endswith(_capacity) and _of_scope.match(after):
        return True
    return _plain(found) and bool(_of_scope.match(after)) and (unit.endswith("瓦") or not _made.search(before))


def _adds_up(sentence: Sentence, index: int) -> bool:
    """``新增1000处、累计达8000处``: with what is new the whole is to come, too."""
    if not index:
        return False
    before, here = sentence.quantities[index - 1].span.end, sentence.quantities[index].span.start
    between = sentence.content[before:here]
    return here - before <= _BESIDE and between.endswith(("、", "，")) and not _reached.search(between)


_BESIDE = 16


def _costs(found: Finding[Quantity], before: str) -> bool:
    """Whether it is the whole investment in what the sentence counts or names, not what is to be spent."""
    return bool(_whole_cost.search(before + found.quote[:2].rstrip("0123456789.")))


def _weighs(content: str, found: Finding[Quantity]) -> bool:
    """Whether a bare percentage stands in brackets of its own: ``基础设施（10%）`` gives a weight."""
    start, end = found.span
    return (
        found.quote.endswith("%")
        and _plain(found)
        and content[start - 1 : start] == "（"
        and content[end : end + 1] == "）"
    )


def _dated(sentence: Sentence) -> bool:
    return any(time.value.period for time in sentence.times)


def _plain(found: Finding[Quantity]) -> bool:
    """Whether the number stands bare, without a word that says that it was reached or will be."""
    return found.quote[0].isdigit() or found.quote[0] in "一二两三四五六七八九十百千万亿"


def _bounded(found: Finding[Quantity]) -> bool:
    return found.value.comparator != "="
