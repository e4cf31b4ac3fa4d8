"""Words of an indicator: what leads in or out of them, the verb at their head, the measure at their end."""

from __future__ import annotations

import re

from msgspec import Struct

from luoshi.model import Span
from luoshi.patterns import regex


class Naming(Struct, frozen=True):
    """The words of an indicator, and where they (or their chief part) stand."""

    words: str
    span: Span | None


leads_in = regex(
    r"(?:（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十两]{1,2}[、产次季月级])|[、，；：:∶—\-\s+=（）()]|[0-9]{1,3}[.．、](?![0-9])|[十百千万亿]{0,4}元?级?(?:新?台阶|大关)|以及|并且|其中|同时|此外|而且|在此基础上|还(?![款贷清原本林草湿迁建])|也|和(?![谐平美睦])|与(?!会)|及(?!时|格)|并(?![网购联行轨表])|且|全年|一律|各地|(?:高于|低于|快于|好于|优于|超过)(?=[^、，]{3,})|预计|预期(?![性寿])|力争|努力|争取|确保|实现|全面|我们|使得|使(?![用命])|让(?![利渡])|把(?![握关])|将|要(?![素件闻求])|拟|五年(?![以之来内规计制级行])|推动(?=[^、，]{2,}(?:达|突破|超|增长))|促进(?=[^、，]{2,}(?:达|增长))|计划|累计(?=[^0-9])|共(?!同|和|享|有|产|青|生|建(?!成|设|立))|已经?|可(?![再支比用持降穿循])|是|第[一二三四五六七八九十]是|[一二三四五六七八九十]是)+"
)


_TRAILS = [
    "分别", "都", "双双", "已", "将", "要", "可", "预计", "预期", "同比", "环比", "年均", "累计", "连续", "总计",
    "合计", "平均", "力争", "确保", "努力", "争取", "实现", "稳定", "保持", "目标", "继续", "达", "到", "至", "为",
    "连", "接连", "的", "在", "按", "计划", "每年", "全年", "有望", "首次", "拟", "各", "全部", "跻身", "扩容",
    "折合", "更多", " ", "仍", "再", "又", "共", "总共", "比上年", "比去年", "较上年", "大幅", "逐年", "进一步",
    "今年", "去年", "由", "从", "占", "占到", "居", "位居", "稳居", "位列", "列", "排名", "上升", "升", "跃升", "跃",
    "合理", "稳步", "持续", "逐步", "不断", "显著", "明显", "有效", "实际", "名义", "总体", "，", "、", "：", "“",
    "（", "(", "=",
]  # fmt: skip


# matched on the words turned round: a search for the end of a string would try every place
trails_out = regex(
    "(?:"
    + "|".join(re.escape(word[::-1]) for word in sorted(_TRAILS, key=len, reverse=True))
    + "|均(?![人户亩地月])|进(?![推引改促跟递演先前后奋])|[多少](?=[^比较，。；、]{1,8}[比较])|约(?![签节集条合预公制履])|(?:国|省|球|界世|市)全(?=居|列))+"
)


NOTE_MARK = regex(r"［[0-9]{1,2}］")


GENERIC = (
    "占比", "总量", "总数", "总额", "增加值", "数量", "规模", "增速", "增幅", "总规模", "总投资", "完成投资", "比重",
    "产值", "余额", "面积", "总值", "金额", "总产值", "投资", "成交额", "营业收入", "营收", "年均增速", "同比增速",
    "总投资额", "投资额", "产量", "总产量", "单产", "播种面积", "种植面积", "养殖面积", "销量",
)  # fmt: skip


verb_only = regex(
    r"(?:全部|其中|已|计划|共|年内|今年|当年|全年){0,2}(?:新增|新建|在建|建成|新开工|竣工|投产|改造|完成|其中|新|续建|开工|入选|获批|增加|减少|达|培育|引进|创建|新设|认定|建设|改建|扩建)$"
)


head_verb = regex(
    r"(?:累计|全年|共|新)?(?:入选|获批|建成|新增|新建|布局建设|建设|实施|改造|完成|开工|培育|引进|创建|认定|新培育|新认定|开展|举办|组织|推进|办理|投放|发放|开通|查处|整治|培训|承担|布局|推出|获得|拥有|在建)(?:了)?"
)


of_nation = regex(r"(?:入选|获批|获评|认定)(?:国家级|国家|省级|全国)")


_MEASURES = tuple(sorted(set(GENERIC) - {"总值"}, key=len, reverse=True))  # 国内生产总值 keeps its 总值


def without_verb(words: str) -> str:
    """The words behind the verb at their head."""
    found = head_verb.match(words)
    return words[found.end() :] if found and found.end() < len(words) else words


def has_verb(words: str) -> bool:
    """Whether a verb of work stands at the head: 新建, 入选."""
    return bool(head_verb.match(words))


def subject_of(words: str) -> str:
    """The thing itself before 占比, 总量 …: without a measure's name at its end."""
    for ending in _MEASURES:
        if words.endswith(ending) and len(words) > len(ending) + 1:
            return words[: -len(ending)]
    return words
