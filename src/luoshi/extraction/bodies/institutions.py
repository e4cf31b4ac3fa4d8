"""Schools, hospitals, firms, societies and working groups: where the name before the word that ends it begins.

A name begins with the place, with 中国 or 国家, or with the class word of the level (市第一人民医院);
verbs and words of grammar before it are cut off: 支持云泽大学 → 云泽大学.
"""

from __future__ import annotations

from luoshi.extraction.bodies.mentions import Mention
from luoshi.extraction.bodies.places import PlaceOf
from luoshi.extraction.bodies.proper import BY_FORM, VENUES, is_type, proper_start
from luoshi.extraction.bodies.verbs import verbs_before_names
from luoshi.knowledge.bodies import BodyKind
from luoshi.patterns import regex

_RUN = regex(r"[^\W_]{1,22}$")
_GRAMMAR = regex(
    r".*(?:由|与|及|的|在|对(?!外)|将|以|把|被|了|和(?!平|谐)|(?<!高|中|初|同|优|平|特)等|是|像|如|让|给|向)"
)
_WHOLE = {front[:2]: front for front in ("中国", "中华", "国家", "全国", "中央", "中共")}
_CLASS = ("自治区", "省", "市", "区", "县", "州", "旗", "盟")
_PLAIN = regex(
    r"级|家|所|批|个|高水平|一流|综合|公立|重点|各|类|型|优质|大中|三甲|骨干|龙头|国有|民营|基层|相关|有关|知名|新建|部分|多数"
    r"|企业$|产业$|城市$|上市|现代|试点|示范|著名|主要|本地|外地|境外|境内|全部|其他|合作|对口|实力|联合体|集群|国$|商业$|村镇$"
)
"""What names no single one: 省级医院, 各类协会, 高水平大学."""
_NOT_AFTER = {
    "大学": "生城园科路毕教本学",
    "学院": "路派",
    "银行": "业卡体家信账存贷结间理",
    "集团": "军化式",
    "公司": "制化治",
    "医院": "感管",
    "协会": "商",
    "中学": "生位教校阶段业",
    "小学": "生位教校阶段",
    "儿园": "所",
    "验室": "群体化集伙",
    "物馆": "群之日学",
    "中心": "城镇村点组区镇乡地体支",
}
_COURTS = ("知识产权法院", "海事法院", "金融法院", "互联网法院", "铁路运输法院")
_STATIONS = ("广播电视台", "电视台", "广播电台", "融媒体中心")
_RURAL_BANKS = ("农村商业银行", "农商银行", "农商联合银行")
_BARE = frozenset(("大学", "学院", "银行", "实验室", *VENUES, *_COURTS, *_RURAL_BANKS, *_STATIONS))
"""Kinds that may follow the place itself: 云泽大学."""
_FIRMS = frozenset(("有限公司", "有限责任公司", "股份有限公司", "集团有限公司"))
_LONGEST_ALONE = 6
"""A firm whose name begins with no place; before a longer one there may be words that are not its own."""
_COUNTERS = "个家所座批处间"
"""5个云泽实验室 are several."""
_BRANCH = regex(r"[^\W\dA-Za-z_]{1,5}?(?:分馆|分院)")
_GROUPS = ("领导小组", "指挥部", "工作专班", "联席会议", "工作组", "办公室")
_SET_UP = regex(r".*(?:成立|组建|设立|调整|依托|健全|完善|建立|发挥)(?:了)?")


def institution(content: str, start: int, end: int, body: BodyKind, place_of: PlaceOf) -> Mention | None:
    """The institution whose name ends here, or ``None`` where the words name none."""
    word = body.name
    if content[end : end + 1] in _NOT_AFTER.get(word[-2:], ()) and content[end : end + 1]:
        return None
    if word.endswith(("实验室", "中心")) and content[end : end + 1].isdigit():
        return None  # 新增云泽实验室5家
    run = _RUN.search(content, max(0, start - 22), start)
    if run is None:
        return None
    group = word.endswith(_GROUPS)
    stem = _GRAMMAR.sub("", run[0])
    stem = _SET_UP.sub("", stem) if group else _behind_verbs(stem)
    at = _begin(stem, word, place_of, group=group)
    begin = start - len(stem) + at if at is not None else proper_start(content, start, stem, word)
    if begin < 0 or (word in BY_FORM and content[begin - 1 : begin] in _COUNTERS and begin):
        return None
    if word in VENUES and (branch := _BRANCH.match(content, end, end + 8)):
        end = branch.end()
    return Mention(begin, end, content[begin:end], body)


def _begin(stem: str, word: str, place_of: PlaceOf, *, group: bool) -> int | None:
    """Where the name begins in the words before its last one."""
    for at in range(len(stem) - 1):
        whole = len(_WHOLE.get(stem[at : at + 2], ""))
        length = whole or place_of.opening(stem[at:])
        if length:
            if word in BY_FORM and (is_type(stem[at + length :], word) or stem.startswith("全国", at)):
                return None
            bare = stem[at:] == "中国" if whole else word in _BARE
            return at if _is_own(stem[at + length :], word, bare=bare and word in _BARE) else None
    front = next((each for each in _CLASS if stem.startswith(each)), "")
    if front and not stem.startswith(("市场", "区块", "区域", "省级", "市级", "县域", "市值", "市政", "县级", "区级")):
        if word in BY_FORM and (is_type(stem[len(front) :], word) or stem.startswith(_NO_CLASS)):
            return None
        return 0 if _is_own(stem[len(front) :], word, bare=word in VENUES and front in ("省", "市")) else None
    if word in _FIRMS and not group and 2 <= len(stem) <= _LONGEST_ALONE and not _PLAIN.search(stem):
        return 0
    return None


_NO_CLASS = (
    "市民", "县城", "县乡", "市县", "省市", "区街", "区块", "州际", "省内", "省外", "市外", "市内", "市属", "省属",
    "区内", "区外", "县属", "市直", "省直",
)  # fmt: skip


def _is_own(inner: str, word: str, *, bare: bool) -> bool:
    """Whether what stands between place and last word makes the name of one."""
    return (bare if not inner else len(inner) > 1 or word in _BARE) and not _PLAIN.search(inner.replace("国家", ""))


def _behind_verbs(words: str) -> str:
    """The words behind the last verb."""
    verbs = verbs_before_names()
    for at in range(len(words) - 2, -1, -1):
        if words[at : at + 2] in verbs:
            return words[at + 2 :]
    return words
