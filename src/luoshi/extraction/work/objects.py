"""A predicate, and what behind its verb is no object: 发展的成效…, 服务水平…, …机制不断健全."""

from __future__ import annotations

from typing import NamedTuple

from luoshi.patterns import regex


class Predicate(NamedTuple):
    """From ``first`` on adverbs, then the verb ``[verb, object)`` with its object behind it."""

    first: int
    verb: int
    object: int
    strength: int
    kind: str


NO_OBJECT = frozenset("的和、与及者于了是")
_NO_OBJECT_OF_NOUN = frozenset("的和、与及者于了是性区期力到上")
AND_IN_WORDS = frozenset(("和谐", "和平", "和美", "和睦", "和林", "和田", "和合", "及时", "及早"))


def checked(content: str, found: Predicate, stop: int) -> Predicate | None:
    """The predicate, unless its words are a noun or a state: 发展的成效…, 服务水平…, …机制不断健全."""
    first, verb, thing, _, kind = found
    size = stop - thing
    noun = kind == "noun"
    if size < _SHORTEST + (noun and first == verb):
        return None
    head = content[thing]
    if (
        head in (_NO_OBJECT_OF_NOUN if noun else NO_OBJECT)
        and not content.startswith("区域", thing)
        and (noun or head != "与" or size < _WITH)  # 加强与…的合作 has an object
        and (head not in "和及" or content[thing : thing + 2] not in AND_IN_WORDS)
    ):
        return None
    if noun and (
        content.startswith(("中的", "中国家"), thing) or noun_like(content, verb, stop) or _state(content, thing, stop)
    ):
        return None
    if head == "力" and content[thing - 1] in "动引":  # 带动力, 牵引力
        return None
    if content.find("是", thing, stop) >= 0 and _EQUALS.search(content, thing, stop):
        return None
    if kind == "work" and content[stop - 2 : stop] in STATES and _ATTAINS.search(content, thing, stop):
        return None
    reaches = content[verb : verb + 2] in REACHES
    if reaches:
        if _GROWTH.search(content, thing, stop):
            return None  # 确保地区生产总值增长5%: a target
        if content[verb : verb + 2] in _ATTAINED and (
            content[thing:stop] in _VISIONS or _RISEN.search(content, thing, stop)
        ):
            return None  # 实现综合实力大幅跃升: what comes of work
    if kind != "moves":
        if not reaches and content.find("更", thing, stop) > 0 and _MORE_SO.search(content, thing, stop):
            return None  # 组织体系更加严密: a state
        if (
            (content.find("率", thing, stop) > 0 or content.find("比", thing, stop) > 0)
            and content[stop - 1] not in "”》"
            and _SHARE.match(content, thing, stop)
        ):
            return None  # 供水人口比例达到九成
    if content[stop - 1] in JUDGED_ENDS and judges(content, thing, stop):
        return None
    if content[stop - 1] in EMPTY_ENDS and _EMPTY.search(content, max(thing, stop - 9), stop):
        return None
    return found


_SHORTEST = 2
_WITH = 6
_EQUALS = regex(r"(?<![就还于但特尤即可凡总正若要求不别])是(?![否非])")
"""抓好项目是头等大事: a clause of work that is the subject of another."""
_ATTAINS = regex(r".(?:得到|取得|迈[上出])")
EMPTY_ENDS = frozenset("下列如述点条项面个作意见间标务举则")
_EMPTY = regex(
    r"(?:以下|下列|如下|下述)[^，]{0,6}$|\d(?:年|个月)(?:左右)?的?时间$|(?:这[些个一]|上述|以上)(?:宏伟|奋斗|预期)?目标$"
)
JUDGED_ENDS = frozenset("素件义战难势力遇础题")
_JUDGED = regex(
    r"(?:(?<![国所拥共没公])有|有着|具有|具备|存在|面临|需要)[^，、的]{0,4}(?:不少|许多|很多|较多|一些|诸多|一定|良好|坚实|有利|重大|重要)[^，、的]{0,7}(?:因素|条件|基础|意义|困难|挑战|优势|潜力|机遇|问题)$"
)


def judges(content: str, start: int, stop: int) -> bool:
    """实现目标有不少有利因素: a clause of work that another judges."""
    return _JUDGED.search(content, max(start, stop - 20), stop) is not None


_ATTAINED = frozenset(("实现", "达到"))
_RISEN = regex(
    r"(?:大幅|显著|明显|稳步|稳定|不断|持续|整体|快速|同步)(?:跃升|提[升高]|增[强长]|改善|好转|进步|[下降]降)$|跃升$|翻[一两]?番$"
)
_VISIONS = ("现代化", "社会主义现代化", "中国式现代化")
_MORE_SO = regex(r"更[加趋为][^，、的“”]{2,4}$")
_SHARE = regex(
    r"[^，、]{0,30}?(?:比[重例]|占比|[^效频税费利汇功概]率)(?:达到?|[提增升][高加至]到?|超过?)[^，、]{0,4}\d"
)
_NOUN_TAIL = regex(
    r"水平|质量|绩效|处于|面临|任务|历程|能力|格局|环境|动力|基础|空间|成果|规模|总量|效益|效能|活力|成效|速度|进程|用地|中心|体系(?!建设)|业|型|品|资料|资源|理念|道路|阶段|潜力|优势|收入|支出|总额|条件|经验|目标|思想|方向|全局|大局|局面|主体|率|额|量|度|势头|前景|驱动|要素|人员|单位|部门|措施|规划|计划|项目|工程|方案|费用|成本|增速|增长|结构|过程|差距|问题|风险|压力|程度|步伐"
)


def noun_like(content: str, at: int, stop: int) -> bool:
    """服务水平, 创新能力: a verb that is a noun as often makes one with what follows."""
    found = _NOUN_TAIL.match(content, at + 2, stop)
    return found is not None


_BARE_STATE = frozenset({
    "提升", "提高", "增强", "改善", "扩大", "好转", "进步", "显现", "凸显", "彰显", "完善", "健全", "优化", "有序",
    "有力", "良好", "充分", "突出", "向好", "稳定", "滞后", "不足", "不够", "较大", "较快",
})  # fmt: skip
STATES = frozenset(
    (
        "健全", "完善", "提升", "提高", "增强", "优化", "改善", "扩大", "壮大", "巩固", "深化", "加强", "形成", "建立",
        "显现", "凸显", "彰显", "加快", "增长", "进步", "好转", "稳定", "繁荣", "丰富", "成熟", "释放", "激发", "推进",
        "完备", "成效", "进展", "步伐", "台阶", "突破", "成果", "延伸", "拓展", "融合", "向好", "充分", "合理", "畅通",
        "保障", "改观", "缩小", "下降", "减少", "夯实", "建成", "展开", "满足", "控制", "化解", "解决", "遏制",
    )
)  # fmt: skip


def _state(content: str, start: int, stop: int) -> bool:
    """服务质量明显提升, 发展不平衡不充分: a noun with a state behind it."""
    return (stop - start > 1 and content[stop - 2 : stop] in _BARE_STATE) or _GROWTH.search(
        content, start, stop
    ) is not None


REACHES = frozenset(("确保", "实现", "保持", "达到", "力争", "推动", "促进", "争取", "完成"))
_GROWTH = regex(
    r"(?:增长|增速|增幅|下降|提高|降低|达到?|超过?|突破|控制在|保持在|稳定在|不低于|高于)[^，、]{0,6}\d|\d[\d.]*(?:%|个百分点)(?:左右|以[上内下])?$"
)
