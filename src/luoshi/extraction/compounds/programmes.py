"""Programmes: named bundles of measures and big works, such as “云帆”强基提质工程, 治水三年行动 or 引云入泽工程.

A name is a modifier and a word of form (工程, 行动, 战略, 试点 …). A form whose modifier singles nothing out
(重大工程, 七个专项行动) names no programme.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from luoshi.extraction.name_starts import LED, name_start
from luoshi.knowledge.automata import automaton_of, find_words
from luoshi.knowledge.periods import period_by_name
from luoshi.knowledge.programmes import national_programmes
from luoshi.model import Document, Finding, Period, Span
from luoshi.model.values import Programme
from luoshi.patterns import regex

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class _Form(NamedTuple):
    """A word of form: what may not follow it, and how its modifier must not end. ``least`` characters make a name
    where a verb governs it, one more where it opens its clause.
    """

    word: str
    not_before: re.Pattern[str]
    no_name: tuple[str, ...] = ()
    least: int = 2


_EMPTY = (
    "专项|第[^\\W\\d]{1,2}轮|新一轮|[一二三四五六七八九十两\\d]{1,2}年|一批|一系列|系列|提升|各类|各项|各大|这些|此项|这项|该|等|的|上述|本|其他|其它|所有|有关|相关|相应|类似|同类"
    "|重大|重点|重要|主要|关键|骨干|标志性|基础|建设|系统|配套|项目|主体|附属|后续|[一二三四]期|前期|续建|在建|拟建|新建|扩建|改建|改扩建|大型|中型|小型|大中型|大|中|小|个|项"
    "|国家级?|省级?|市级?|区级?|县级?|全国|全省|全市|自治区|地方|中央|国民经济|全年|当年|中长期|长期|近期|工作|实践|具体|统一|整体|总体|综合|初步|切实|实际|采取|自觉|思想|集体|联合|一致"
    "|实施|示范|试点|新|好|优质|亿元以上|和|与|及|以及|、|收尾|设施|一些|必要|以|各类|专用|其|首先|自行|安排|分期|期|对外|承包|形象|面子|政绩|民心|德政|人才|军事|救援|人道主义"
)
_THEME = (
    "民生|水利|土木|建筑|社会|经济|五年|年度|发展|改革|创新|治理|区域|改造|技术|科技|科研|工业|农业|林业|交通|能源|环保|市政|房屋|城市|城镇|农村|公益|标准化|信息化|政府|企业|投资|资金|储备|特色|产业|战略性?|质量"
    "|复线|线路|站场|电气化|输变电|输电|变电|堤防|景观|绿化|亮化|管网|道路|给排水|贯通|抗旱|水源|供水|饮水|灌溉|排水|防洪|排涝|田间|公用|煤气|治水|农田|调水|跨流域|基建|数字|控制性|枢纽|主干|安装|生态|修复|保护"
    "|楼体|景区|地下|地面|土建|水利化|海洋|深部|化学|生物|医学|电力|中试|分洪"
)
_GENERIC = regex(rf"(?:{_EMPTY})+$")
_COMMON = regex(rf"(?:{_EMPTY}|{_THEME})+$")
"""Words of size, order and field: alone they single nothing out (重大水利工程)."""
_SIZED = regex("(?:国家|省级)?(?:重[大点]|骨干)")
_TELLS_FIRST = regex(
    r"严禁|禁止|杜绝|反对|这|那|该|本|其|此|每|各|有|是|无|被|不|没|一批|一系列|若干|部分|其他|以上|上述|必要|以及|支援和|.{0,5}[一二三四五]批$"
)
_TELLS_WITHIN = regex(r"[了着过：；]|一(?:批|些)|这场|放在|取得|上升为|为重点|并同|^[/·.%-]")
_TELLS_LAST = regex(
    r"(?:[一二三四五六七八九十百\d][大项个](?:重点|重大|标志性|专项)?|(?<![高平均中同初])等(?!级|效|待).{0,6}|[为有该是一]|(?<![成资样基根版剧文])本|纳入|开展|启动|列入|列人|纳人|进行|完成|编制|注意|贯彻|提交)$"
)
"""What tells of programmes rather than names one: 绿色发展八大工程, 引水等工程."""
_PREDICATE = regex(
    r"[，。；、）！”\n]|建设|启动|实施|深入|扎实|稳步|有序|全面|全线|全部|成效|取得|加快|推进|持续|圆满|顺利|有效|进展|纵深|积极|获批|获|印发|出台|如期|提前|基本|正式|累计|已|覆盖|落地|有力|开工|建成|完成|投|和|及|与|的|成果|工作|任务|经验|入选|收官|惠及|通|实现|开|运行|贯通|竣工|发电|保持|居|达|超|全|入|被|是|为|在|将|要|下闸|让|带动|吸引|新增|提质|扩|改|升级|上线|首次"
)
_NOTHING = regex(r"(?!)")
_TASKS = (
    "招生|生产|采购|工作|用地|供应|投资|建设|经济|劳动|分配|财政|信贷|物资|基建|措施|指标|年度|供地|国民经济|五年|个五年|两年|预算|支出|培训|学习|实施|商业|销售|调拨|用款|开支"
    "|会|维修|出口|协作|使用|作业|现金|上调|加工|降低成本|进度|培养|长期|用电|网点|扩招|科学研究|增产|内|供销|生育|原料|收购|平衡|年|计划"
)
"""How the modifier of a plan ends that is a task of administration: 招生计划."""
_FIELDS = (
    "总体|专项|空间|发展|区域|城市|城乡|战略|国家|统一|长远|整体|科学|合理|一体|统筹|土地利用|建设|生产|流域|地方|五年|个五年|三年|详细|行业|各类|同步|立法|财政|合一|相关|线路"
    "|中期|保护区|改组|综合整治|普法|全面|景区|城镇|园区|职业|步"
)
"""How the modifier of a 规划 ends that names a kind of plan, not a plan: 专项规划."""
_STRATEGIES = regex(
    "(?:国家|发展|重大|区域|总体|全球|全面|长期|军事|大|国际|双边|中国|提升|合作|智能|区域发展|创新|的|应对|新|有|主|党中央|重要|两大|和|与|加大|更好|服务|主动|落细|多重|对|为我们|维护世界和平|党委|研究)+$"
)
_FORMS = (
    _Form("工程", regex("[师机质款类学技院研项咨人量地勘总局中硕博造监承塑装]|建设项|建设领"), ()),
    _Form("行动计划", regex("[是确明提规]"), ()),
    _Form("行动方案", _NOTHING),
    _Form("行动", regex("[指自者能力上起纲派的不一车]"), ()),
    _Form("计划", regex("[单生草执经报指安的、划书外管体地完总任目供规列投性经控调]"), tuple(_TASKS.split("|"))),
    _Form(
        "战略",
        regex(
            "[性定支地机任部科力意资需目腹合伙基方重布举安抉指物思武对家协使决依威互前必保位之抓新考导引平体链眼擘管能敏通转规工行高接联储伟主纲谋思投要预格应博]|和作战|和战术|战役|全局|人才|储备|深度|伙伴|就"
        ),
    ),
    _Form(
        "试点",
        regex("城|地区|区|县|示范|单位|省|市|企业|先行|允许|开展|注册|园|镇|村|学校|院|医院|品种|应用|项目"),
        (),
        3,
    ),
    _Form("规划纲要", regex("[（》]"), ("发展", "总体", "专项"), 4),
    _Form(
        "规划",
        regex("[《建设管引衔体局布期院师部主展馆好落编约许调未了总科应土统]|的建议|和二〇|和20|《"),
        tuple(_FIELDS.split("|")),
        4,
    ),
    _Form("攻坚战", _NOTHING, ("三大", "扶贫")),
    _Form("保卫战", _NOTHING, ("三大",)),
    _Form("阻击战", _NOTHING),
    _Form("重大专项", regex("[资]"), (), 3),
    _Form("实施方案", regex("[的》]"), (), 6),
    _Form("总体方案", regex("[的》]"), (), 4),
    _Form("改革方案", regex("[的》]"), (), 4),
)
_LINES = ("高速铁路", "城际铁路", "铁路", "高铁", "高速公路", "高速")
_BUILT = ("水库", "大桥", "水电站", "核电站", "抽水蓄能电站", "运河", "水利枢纽", "特高压", "隧道")
_NO_LINE = regex(
    "[增发铁宽传数纺钢弹精实列网运货客建投机系专口体部干示设里技车重稳]|公路[网里服省总电拥路运建以差出主时]|通车里"
)
_COMMON_WORK = regex(
    r"(?:高速|城际|市域|快速|干线|支线|地方|国家|国铁|现有|既有|新建|普通|客运|货运|专用|疏港|港口|时速|省际|县域|连接|互通|通|超高|深水|修筑|管理|电气化|重载|中西部|中西|大型|中型|小型|病险|重点|控制性|骨干|一批|跨海|跨江|跨河|过江|沿线|等|座|条|个|公里|的|智慧|通用|民用|运输|常规|先进|第[^\W\d]代|海底|公路|轻轨|地铁|轨道|世界|最长|全国|全省|我国|中国|和|与|、|内河|开发|利用|发展|安全|加固|里程|建设|重大|有序|优化|县县|市市|邻县|水路|公路|航空|民航|邮政|能源|电力|石油|交通|城市间?|中速|自然|工农业|城乡|农村|山区|边远|实现|全线|打通|贯通|主要|年内|今后|分担|国际|森林|目前|东部|西部|南部|北部|跨区|进一步|关键|千瓦|省域|逐步|免费|提供|天然气|第二|第一)"
)
_LINE_NAME = regex(r"[^\W\dA-Za-z_]{2,5}|[^\W\dA-Za-z_]{2,6}[至到—-][^\W\dA-Za-z_]{2,6}")
_YEARS_AFTER = regex(r"[”》]?[（(](?P<from>20\d\d) ?年?[-—－–~至] ?(?P<to>20\d\d) ?年?[）)]")
_OF_PLAN = regex('[“"]?(?P<plan>[一二三四五六七八九十]{1,2}五)[”"]?(?=规划|计划|期间|碳|重大|时期|易地)')
_NO_STRATEGY = regex("(?:重大|新|定大|[和与的、])$|^(?:对|善于|主动|服务|更好|为|把).{0,6}国家$")
_ADOPTED = ("印发", "获批", "实施", "全面实施", "出台", "颁布", "加快落地")
_DRAWN_UP = regex("(?:编制|制定|制订|实施|出台|印发|落实|颁布|执行|启动|修订|国家)[好了]?$")
_STAGE = regex("[一二三四]期$")
_NO_PROJECT = regex("重[点大]|等|转移|一体化|条")
_SURELY = regex("[^年度]年(?:专项)?$|专项$")
_OF_YEAR = regex(r"(?P<year>20\d\d)年$")


@cache
def _words() -> tuple[AhoCorasick, tuple[str, ...], dict[str, _Form]]:
    """One automaton of all forms, kinds of works and names of the state's programmes; what each form asks."""
    forms = {form.word: form for form in _FORMS}
    words = tuple(dict.fromkeys((*forms, "项目", *_LINES, *_BUILT, *national_programmes())))
    return automaton_of(words), words, forms


def programmes(document: Document) -> Iterator[Finding[Programme]]:
    """Each named programme, its name without the verb before it; ``period`` where the text gives years."""
    content = document.text.content
    automaton, words, forms = _words()
    known = national_programmes()
    titles = "《" in content
    places = [finding.span.start for finding in document.find("place")] if "项目" in content else []
    held: Finding[Programme] | None = None
    for number, start, end in find_words(automaton, content):
        word = words[number]
        if word in known:
            begin = start
        elif word in forms:
            begin = _bundle(content, start, end, forms[word])
        elif word == "项目":
            begin = _project(content, start, places)
        else:
            begin = _work(content, start, end)
        if begin < 0 or (titles and _in_title(content, begin)):
            continue
        if held is not None and held.span.end > begin:
            if held.span.start < begin:
                continue
        elif held is not None:
            yield held
        held = _finding(content, begin, end, known.get(word, word))
    if held is not None:
        yield held


def _in_title(content: str, at: int) -> bool:
    """Whether it stands in 《…》: that is a reference."""
    low = max(0, at - 80)
    return content.rfind("《", low, at) > content.rfind("》", low, at)


def _finding(content: str, begin: int, end: int, form: str) -> Finding[Programme]:
    name = content[begin:end]
    stem = name[: -len(form)]
    if form in ("行动", "计划") and stem.endswith("专项"):
        form = f"专项{form}"
    return Finding(
        "programme",
        Programme(name, form, _period(content, end, name, stem)),
        Span(begin, end),
        name,
        "programmes.named",
    )


def _period(content: str, end: int, name: str, stem: str) -> Period | None:
    """The years that the text gives: （2031—2033年） behind the name, or a year or a plan in it."""
    if content[end : end + 1] in ("（", "”", "》", "(") and (years := _YEARS_AFTER.match(content, end)):
        return Period(years["from"], years["to"]) if years["from"] <= years["to"] else None
    if stem.endswith("年") and (year := _OF_YEAR.search(stem)):
        return Period(year["year"], year["year"])
    plan = _OF_PLAN.match(name)
    years_of = period_by_name().get(plan["plan"]) if plan else None
    return Period(str(years_of.start), str(years_of.end)) if years_of else None


def _bundle(content: str, at: int, end: int, form: _Form) -> int:
    """Where the name of a bundle begins that ends with this form; -1 where it is no name."""
    if form.word.startswith("规划") and (plan := _OF_PLAN.search(content, max(0, at - 6), at + 2)) and plan.end() == at:
        return -1 if content.startswith(("建议", "《"), end) else plan.start()
    if form.not_before.match(content, end):
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    quoted = "“" in name
    if form.word.startswith("规划") and not (
        _DRAWN_UP.search(content, max(0, start.at - 6), start.at) or (start.open and content.startswith(_ADOPTED, end))
    ):
        return -1
    if (
        not 2 <= len(name) <= 30
        or name.count("“") != name.count("”")
        or _GENERIC.match(name)
        or _tells(name)
        or (name.endswith(form.no_name) and not quoted and (form.word == "计划" or len(name) < 7))
        or (form.word == "战略" and (_STRATEGIES.match(name) or _NO_STRATEGY.search(name)))
        or ("的" in name and (form.word != "战略" or "更加" in name))
    ):
        return -1
    if (
        quoted
        or (form.word in ("行动计划", "行动方案") and len(name) > 3)
        or _SURELY.search(name, max(0, len(name) - 4))
    ):
        return start.at
    if start.governed:
        common = _COMMON.match(name) and (len(name) < 4 or (form.word == "工程" and _SIZED.match(name)))
        return start.at if len(name) >= form.least and not common else -1
    if start.open and not _COMMON.match(name) and len(name) >= form.least + 1 and _PREDICATE.match(content, end):
        return start.at
    return -1


def _tells(name: str) -> bool:
    return bool(
        _TELLS_FIRST.match(name) or _TELLS_WITHIN.search(name) or _TELLS_LAST.search(name, max(0, len(name) - 9))
    )


def _project(content: str, at: int, places: list[int]) -> int:
    """Where the name of a project begins: it needs a proper name, or a stage."""
    if bisect_left(places, at - 24) == bisect_left(places, at) and content[at - 1 : at] != "期":
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    if not 3 <= len(name) <= 24 or _tells(name) or _GENERIC.match(name) or name.count("“") != name.count("”"):
        return -1
    if not (start.governed or start.open):
        return -1
    proper = bisect_left(places, start.at) != bisect_left(places, at)
    return start.at if _STAGE.search(name) or (proper and not _NO_PROJECT.search(name)) else -1


def _work(content: str, at: int, end: int) -> int:
    """Where the name of a line, a dam or a bridge begins: short and proper."""
    if _NO_LINE.match(content, end):
        return -1
    start = name_start(content, at)
    name = content[start.at : at]
    begin = start.at
    if verb := LED.match(name):
        begin, name = begin + verb.end(), name[verb.end() :]
    if not _LINE_NAME.fullmatch(name) or _COMMON_WORK.search(name):
        return -1
    return begin if verb or start.governed or start.open else -1
