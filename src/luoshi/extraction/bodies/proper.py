"""Names without a place, told by their form: 云帆集团, 紫杉岭实验室, 水运装备技术创新中心, 第四中学.

Such a name stands behind a verb, a joining word or the edge of its phrase, is short, and holds no word
that says what kind of thing is meant (重点实验室, 企业集团, 国际科技创新中心).
"""

from __future__ import annotations

from luoshi.extraction.name_starts import name_start
from luoshi.patterns import regex

VENUES = frozenset(
    ("博物馆", "博物院", "图书馆", "美术馆", "科技馆", "纪念馆", "文化馆", "大剧院", "歌剧院", "音乐厅", "版本馆")
)
_KEY_LABS = ("全国重点实验室", "国家重点实验室")
_CENTRES = ("创新中心", "研究中心", "运营中心", "适配中心")
_OFFICES = (
    "管理中心", "交易中心", "服务中心", "推广中心", "监测中心", "检测中心", "促进中心", "保障中心", "指导中心",
    "融媒体中心",
)  # fmt: skip
_SCHOOLS = ("中学", "小学", "幼儿园", "职业学校")
BY_FORM = frozenset((*VENUES, *_KEY_LABS, *_CENTRES, *_OFFICES, *_SCHOOLS, "实验室", "公司"))
"""Words that also end what is no name: for these the words between place and end are looked at more closely."""

_LONGEST = {
    "集团": 6,
    "公司": 4,
    "实验室": 6,
    **dict.fromkeys(_KEY_LABS, 14),
    **dict.fromkeys(_CENTRES, 12),
    **dict.fromkeys(_SCHOOLS, 4),
    "博物馆": 10,
    "研究院": 10,
}
_SHORTEST = {"研究院": 4, **dict.fromkeys(_CENTRES, 4), "创新中心": 2, "博物馆": 4}
_KIND = regex(
    r"级|家$|所|批|个|一流|综合|公立|重点|各|类|类型|优质|骨干|龙头|国有|民营|基层|相关|有关|知名|新建|部分|多数|企业|上市|现代|试点|示范"
    r"|著名|主要|本地|外地|境[外内]|全部|其他|对口|联合|[国省市县区旗]内|公共|行业|领域|全[国省市县区球]|属|等|的|或|及|其|大型|中小|小型"
)
_KINDS = {
    "集团": regex(r"医疗|教育|产业集|利益|十国|跨|层面|特大|核心|旅行|客户|消费"),
    "公司": regex(
        r"跨|运营|投资|城投|征信|证券|财务|租赁|基金|资产|保险|控股|专业|服务|医药|航空|发展|[总大子分母]$|消费|物业|平台|科技|担保|贷款|燃气"
        r"|供水|电力|热力|自来|水务|公交|挂牌|引导|法人|有限|支持|外贸|理财|信托|期货|经纪|清算|管理|建筑|工程|合资|独资|股份|项目|铁路|石油|开发"
        r"|旅行|拍卖|评估|会计|出版|文化|传媒|互联|网络|物流|快递|家政|劳务|保安|搬家|咨询|人力|种子|种业|水电"
    ),
    "实验室": regex(
        r"工程|创新|移动|场景|伙伴|层次|国家|学校|高校|国际|技术|公司|数字|安全|质量|检测|开放|生物$|大学|^省|^市|教学|理化|科学|省$"
    ),
    "研究院": regex(r"创新$|高水平|新型|研发|国际|高校|省|技术$|产业$|工业技术|共建|一批|高等|前沿$|开放"),
    **dict.fromkeys(_KEY_LABS, regex(r"重组|列|数量|发展$|建设|体系|国家|培育|布局|牵头")),
    **dict.fromkeys(
        _SCHOOLS,
        regex(
            r"普通|[高初中]$|职业|农|民族|业余|大中|村|标准|[公民]办|普惠|社区|儿童|城[市镇]|补习|乡|寄宿|薄弱|附属|镇|流入|星级|特色|配套|农业|举办"
            r"|幼儿|学前|小区|少数|教育|学生|学校|改为|[高中]级|城乡|试办|特殊|中心|完全|国际|双语|安全|健康|园|发展|地$|党|集$|建设|举$"
        ),
    ),
}
_TYPES = frozenset({
    "技术", "产业", "制造业", "新兴产业", "工程", "科技", "工程技术", "国际", "区域", "金融", "基础学科", "协同",
    "产业技术", "工业互联网", "医学", "数据", "应用", "开放", "产学研协同", "学科", "产业科技", "资产", "产权",
    "风险", "供应链", "消费", "人才", "创业", "企业", "综合", "公共", "社区", "大宗商品", "金融管理", "区域科技",
    "国际科技", "健康", "政策", "电商", "物流", "商务", "便民", "公共法律", "法律", "新能源", "人工智能", "智能制造",
    "文化", "旅游", "检验", "质量", "技能", "传承", "理论", "发展",
})  # fmt: skip
_ROLE = regex(r"(?:科技|区域|金融|资产|风险|离岸|贸易|航运|消费|门户|旅游|会展)$")
_LEVEL = regex(r"^(?:国家级?|省级?|市级?|自治区级?|区域性?|国际|全球|全国)")
_FOR = ("打造", "成为", "形成", "创建", "培育", "作为", "争创", "建立", "搭建")


def is_type(inner: str, word: str) -> bool:
    """Whether what stands between the place and the last word only says what kind it is: 国家技术创新中心."""
    if word in _CENTRES or word in _OFFICES:
        bare = _LEVEL.sub("", inner)
        return len(bare) < _SHORT_INNER or bare in _TYPES or _ROLE.search(bare) is not None
    kinds = _KINDS.get(word)
    if word == "实验室":
        return inner.startswith(("重点", "省", "创新", "工程", "联合"))
    return kinds is not None and bool(inner) and kinds.search(inner) is not None and word != "公司"


_SHORT_INNER = 2


def proper_start(content: str, start: int, stem: str, word: str) -> int:
    """Where the name begins whose last word is at ``start``; ``stem``: the words before it. -1: no name."""
    longest = _LONGEST.get(word)
    if longest is None or not stem:
        return -1
    begin = max(start - len(stem), name_start(content, start).at)
    name = content[begin:start]
    if not _SHORTEST.get(word, 2) <= len(name) <= longest or _KIND.search(name) or "“" in name or "”" in name:
        return -1
    kinds = _KINDS.get(word)
    if kinds is not None and kinds.search(name):
        return -1
    if word == "博物馆":
        return begin if name.endswith("遗址") else -1
    if word == "职业学校" and not name.startswith("第"):
        return -1
    before = content[max(0, begin - 2) : begin]
    if word in _CENTRES and (is_type(name, word) or before.endswith(_FOR) or before[-1:] == "的"):
        return -1
    if before[-1:] in ("与", "和", "及") and before != "参与" and (word in _CENTRES or word in _KEY_LABS):
        return -1  # the name may begin before it
    return begin
