"""Zones and parks by the way their names are formed: a proper name, words of field, a word for zone (云泽国际物流园区).

The proper name may be one that the gazetteer knows, before the word (云泽高新区) or in brackets
(中国（云泽）自由贸易试验区); for a park it may be any, so long as something is left of it without the words of field.
"""

from __future__ import annotations

from luoshi.extraction.name_starts import LED, name_start
from luoshi.patterns import regex

_NO_GAP = regex(
    r"各|类|等|的|和|个|与|及|、|，|\n|“|为|建|向|是|以|一批|推|强|高质量发展(?!示范)|加快|增|设|支持|引导|打造|开展|入驻|落地|在|创新驱动|入选|获|成功|争|[0-9（）()”《》：；。]"
)
_NO_SHORT_GAP = regex("级|高质量|国家|重点")
_LONG = ("示范区", "试验区", "合作区", "先行区", "先导区")
_TOUCHING = ("新区", "新城", "都市圈", "城市群")
_PARKS = (
    "物流园区", "物流园", "产业园区", "产业园", "科技园区", "科技园", "工业园区", "工业园", "景区", "风景区",
    "景观区", "度假区", "旅游度假区", "科学城", "科技城", "综保区", "国家公园", "自然保护区",
)  # fmt: skip
_FIELDS = regex(
    "(?:国家级?|省级?|市级?|区级?|自治区级|县级?|[2-5]A级?|国际|旅游|文化|创意|产业|物流|现代|未来|农业|农村|科技|高新|高新技术|综合|经济|技术|生态|跨境|电商|数字|数据|大数据|算力|绿色|新型|智能|人工智能|装备|制造|先进"
    "|特色|专业|专业化|化工|生物|医药|循环|空港|航空|通用|海洋|银发|零碳|绿电|核心|红色|重点|优质|重要|知名|公路|铁路|能源|矿产品|矿|生活性|生产性|服务|人力资源|商贸|港口|临空|临港|保税|高端|非公|各类|县域|化|型|大学|大|小|新|老"
    "|世界|一流|领先|高|国有|省部共建|标准|汽车|食品|材料|健康|养老|体育|软件|信息|双创|创业|创新|中小企业|工业|自然|文物|风景|名胜|历史|海岛|森林|湿地|天然林|主要|其他|全部|部分|地方|城市|郊野|景观|推动|设立|构建|建设|出台|深化|全面|以|主体|首批|第.批|数|智|和|的|等|、|数据类|产城融合|外资|民营|台资|中外|合作|开发|基地)+$"
)
_JOINS = frozenset("和的与及等在")


def zone_after(content: str, first: int, last: int, start: int, end: int) -> int:
    """Where the zone begins whose word stands at ``start`` behind a known place (``first`` to ``last``); else -1."""
    gap = start - last
    word = content[start:end]
    if content[last : last + 1] == "）":
        if gap > 8 or content[first - 1] != "（" or "园" in word:  # 某公司（云泽）产业园 names the firm
            return -1
        if content.startswith("中国", first - 3):
            return first - 3
        begin = name_start(content, first - 1).at
        return begin if 2 <= first - 1 - begin <= 8 and _JOINS.isdisjoint(content[begin:first]) else -1
    if gap > (14 if word in _LONG else 0 if word in _TOUCHING else 10):
        return -1
    if gap and _NO_GAP.search(content, last, start):
        return -1
    if gap and word not in _LONG and _NO_SHORT_GAP.search(content, last, start):
        return -1
    return first


def park_start(content: str, start: int, end: int) -> int:
    """Where a park's name begins that no known place opens; -1 where nothing singles it out (现代农业产业园)."""
    if content[start:end] not in _PARKS:
        return -1
    begin, governed, opens = name_start(content, start)
    front = content[begin:start]
    if (
        not (governed or opens)
        or not 2 <= len(front) <= 14
        or "“" in front
        or LED.match(front)
        or not _JOINS.isdisjoint(front)
    ):
        return -1
    fields = _FIELDS.search(front)
    proper = front[: fields.start()] if fields else front
    return begin if 2 <= len(proper) <= 6 and not _ORDINARY.search(proper) else -1


_ORDINARY = regex(
    r"[0-9的等和与及、在对个以为一]|创建|获评|入选|晋升|国家|省|市|区|县|各|全|企业|项目|产业|申报|年内|建|设|做|推|加|培|打造|发展|试点|按照|开展|争|确定|特色|旅游|重大|农业|园|[^\W\d_]A|高品质|景|数字|工程|经济|级|协助|助推|大力|优化|重塑|体系|不断|提高|更多|降低|远$|保护|设立|新的"
)
