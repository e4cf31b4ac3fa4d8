"""Whether a number only says which things are meant: thresholds, capacities, sizes in names."""

from __future__ import annotations

from luoshi.extraction.compounds.promises import firmly_promised
from luoshi.extraction.compounds.sentences import Sentence
from luoshi.extraction.naming.sides import sizes_next
from luoshi.extraction.naming.words import has_verb
from luoshi.extraction.zones import AHEAD, BACK
from luoshi.model import Finding
from luoshi.model.values import Quantity
from luoshi.patterns import regex

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
    "年产", "日产", "年处理", "日处理", "总投资", "投资", "装机", "规模", "注册资金", "注册资本", "单机", "容量",
    "产能", "营收", "产值",
)  # fmt: skip
_subsidy = regex(r"奖励|补助|补贴|奖补|资助|罚款|处以|给予|贷款额度|一次性")
_RAISED = ("提高到", "提高至", "提升到", "增加到", "由", "从", "达到")
_DISTANCES = ("米", "公里", "千米", "海里")
_spends = ("安排", "统筹", "投入", "设立", "下达", "筹集")
_spent_on = regex(r"(?:安排|统筹|投入|下达|筹集|拨付)(?!的)[^，。；、的]{2,20}(?:资金|基金|经费|专款)$")
"""安排渔民补助资金8亿元: what is to be spent, not how much each gets."""
_inhabited = regex(r"人口的[^，。；、]{0,5}(?:国|国家|省|省份|市|城|镇|县)(?=[^\W\d]|[，。；、]|$)")
_granted = regex(r"的?(?:比例|标准)?[^，。；]{0,6}(?:给予|奖补|补助|补贴|奖励|贴息)")
_timed = ("天数", "日数", "时间", "时长", "时限", "周期", "用时", "耗时", "年限", "工期")
_of_such = regex(r"的(?:省份|地区|县|市|城市|企业|家庭|人群|项目|行业|单位)")  # 比例高于16%的省份
_announces = regex(r"(?:提出|设置|部署|明确|确定|安排|共计|合计)了?$")
_announced = regex(r"(?:主要|重点|具体|约束性|预期性)*(?:指标|任务|举措|措施|维度|方面|领域的?(?:重点)?任务)")
_does = regex(r"(?:支持|用于|推动|投向|建设|实施|带动|撬动|帮助|保障|惠及|助力|推进|发展)")
_dwells = regex(r"(?:的)?[^，。；]{0,3}(?:自然村|村庄|村组|聚居|居民点|用人单位)")
_made = regex(
    r"(?:建设|新建|新增|建成|完成|改造|开工|开通|治理|营造|植树|筹集|供应|改建|扩建|新改建|铺设|修复|造林|投放|发放|落实|安排|下达|争取|发行|减免|流转|整治|压减|淘汰|增加|增添|培育|打造|投资|投入|达|达到|超|突破|为)(?:了)?$"
)
_SIZES_AS_THEY_ARE = (
    "总面积", "总面积约", "国土面积", "陆域面积", "海域面积", "行政区域面积", "原定的", "原定", "原计划的", "原计划",
)  # fmt: skip
_took_place = regex(r"(?:组织|召开|收到|听取|征求|征集|整理出|举行|走访|进行|形成|采纳|派出)[^，。；]{0,24}$")
_whole_cost = regex(r"(?<!完成)(?<!完成项目)总投资(?:额)?(?:约|为|达|共|超过?|近)?$")


def is_scope(sentence: Sentence, index: int, found: Finding[Quantity], before: str, after: str) -> bool:
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
    if unit == "人" and after.startswith("人口的") and _inhabited.match(after):
        return True  # 50万人口的城市: how large it is
    if unit == "岁" and found.quote.endswith(("以上", "以下", "以内")) and after[:1].isalpha():
        return True  # 3岁以下婴幼儿: who is meant
    if (
        found.quote.startswith("最高")
        and sentence.zone.mode != BACK
        and _subsidy.search(content[sentence.start : sentence.end])
    ):
        return True
    if (
        sentence.zone.mode == AHEAD
        and unit.startswith("元")
        and (before.removesuffix("了").endswith(_spends) or _spent_on.search(before))
    ):
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
            and not firmly_promised.search(before)
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
