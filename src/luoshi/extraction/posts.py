"""Whom a post speaks for: 云泽市商务局 for 市商务局局长 in a text of Yunze."""

from __future__ import annotations

from collections import Counter

from luoshi.knowledge.bodies import CLASSES
from luoshi.knowledge.regions import divisions_by_name, name_in
from luoshi.model import Document
from luoshi.patterns import regex

_PLACE_POST = regex(
    r"(?:分管|主管|新任|时任|原)?(?:常务副|副|代理?)?(?P<place>[^\W\dA-Za-z_]{0,10}?[省市区县州旗盟])(?:委(?:副?书记|常委|委员)"
    r"|(?:人民)?政府(?=党组|常务|副?[省市区县州旗盟]长|副?秘书长|副?主席|\Z)|(?:常务副|副|代理?)?[省市区县州旗盟]长"
    r"|(?:人民政府)?(?:副|代)?主席|长|行政长官)"
)
_OFFICE_POST = regex(r"(?P<body>[^\W\dA-Za-z_]{0,8}?[省市区县州旗盟]委)(?=副?秘书长)")
_GRASSROOTS_POST = regex(
    r"(?P<place>[^\W\dA-Za-z_]{1,20}?(?:街道|社区|镇|乡|村|嘎查|苏木))(?:党委|党工委|党支部|党总支|第一书记|办事处|村委会|居委会|副?[镇乡]长|主任|书记)"
)
_HOLDS_SMALL = regex(
    r"(?:[^\W\dA-Za-z_]{1,8}?(?:[省市县旗盟州]|(?<![园社景小库校])区))?(?:[^\W\dA-Za-z_]{1,8}?(?:[市县旗]|(?<![园社景小库校])区))?(?:[^\W\dA-Za-z_]{2,6}?(?:街道|[镇乡]|苏木)(?=[^\W\dA-Za-z_]{1,6}(?:[村]|社区|嘎查)))?"
    r"(?=[^\W\dA-Za-z_]{1,6}(?:街道|社区|[镇乡村]|嘎查|苏木)\Z)"
)
"""The places that hold a township or a village, said before it."""
_OFFICE_HEAD = regex(r"(?P<body>[^\W\dA-Za-z_省市区县州旗盟]{2,6}[局厅])长\Z")
_PLANT_POST = regex(
    r"(?P<body>[^\W\d_]{1,20}?(?:[厂矿场店]|车间|项目部|班组|电站|枢纽))(?=[厂矿场店站班]?长|党委|党总支|党支部|副|主任|书记|经理|总经理|总工程师|负责人)"
)
_CHIEF_POST = regex(
    r"(?P<body>[^\W\d_]{2,20}?)(?:党委副?书记|党组副?书记|执行|常务|副)?(?:董事长|执行董事|总经理|(?<!总)经理|总裁|厂长|创始人|首席|负责人)"
)
_ZONE_POST = regex(r"(?P<zone>[^\W\dA-Za-z_]{2,14}?(?:区|园|城|港|基地))(?:党?工委|管委会|党委)")
_DEPARTMENT_POST = regex(
    r"(?P<body>[^\W\dA-Za-z_]{1,20}?(?:人大常委会|人大|政协|监委|纪委|检察院|法院|总工会|工商联|团委|妇联|残联|文联|社科联|科协|侨联|台联|贸促会|红十字会|供销社|供销合作社|联合会|协会|商会|学会|银行|分行|支行|医院|学校|合作社|委员会|发改委|发展改革委|卫健委|卫生健康委|国资委|经信委|商务委|住建委|教委|科委|[^\W\dA-Za-z_]委(?=党组|主任|副主任|党委)|局|厅|部|办公室|研究室|人才办|办|署|院|大学|中学|小学|幼儿园|海关|军分区|派出所|研究所|站|馆|台|支队|大队|总队|乌兰牧骑|文工团|艺术团|剧团|工作队|服务队|集团|公司|中心))(?=党组|党委|主要|书记|主任|局长|厅长|部长|副|院长|校长|董事长|总经理|负责人|检察长|行长|会长|理事长|主席|台长|馆长|站长|园长|社长|总编辑|秘书长|总工程师|总经济师|总规划师|新闻发言人|关长|政委|所长|队长|支队长|总队长|总农艺师|总会计师|总审计师|总设计师|护士长|执行董事|监事长|(?:相关|有关)?科室|[^\W\dA-Za-z_]{2,10}[处科](?:副?[处科]?长|负责)|常务|班子|党支部|分管|委员长|总理|研究员|党支部书记)"
)
_OF_THE_PARTY = frozenset(("组织部", "宣传部", "统战部", "政法委", "社会工作部", "办公室"))
_STANDS_FREE = regex(
    r"(?:(?<![^\W\dA-Za-z_])|(?<=[访在从由是]))(?:中共)?(?!中共)"
    r"(?P<place>[^\W\dA-Za-z_访在从由是全我本该各省市区县]{2,4}(?<![城都])(?P<kind>[省市县区盟]))(?P<office>委|人民政府|政府|[^\W\dA-Za-z_]{2,10}[局委厅])?"
)
_BESIDES = regex(
    r"(?:政府党组(?:副书记|成员)|副秘书长|(?<![工纪])委副书记|副[省市区县州旗盟]长|政协副主席|人大常委会副主任)\Z"
)
"""What is held beside the post that one speaks from: 副市长、市公安局局长."""
_BARE_ZONES = ("高新区", "经开区", "开发区", "新区", "园区")
_CELLS = frozenset(("党支部", "支部", "党总支部"))
"""What has a secretary and is no body: whose cell it is stands around it."""
_PARTY_DEPUTY = regex(r"[省市区县州旗盟]委[^\W\dA-Za-z_]{2,6}[部办室]副(?:部长|主任)")
_YOUTH = regex(r"共青团[^\W\dA-Za-z_]{1,10}?[省市区县州旗盟]委")
_LEAGUE = ("团省委", "团市委", "团区委", "团县委", "团州委")
_OFFICE_LIKE = regex(r"委[^\W\dA-Za-z_]{0,6}\Z")
_PAPER = regex(
    r"(?<![^\W\dA-Za-z_])(?P<place>[^\W\dA-Za-z_]{2,3})(?:日报|晚报|晨报|早报|都市报|发布|新闻网|广播电视台|电视台|融媒|在线)"
)
_BARE_OFFICE = regex(r"(?<![^\W\dA-Za-z_])(?:中共)?([市县区])(?:委|政府|[^\W\dA-Za-z_]{2,6}局)")
_NATIONWIDE = frozenset({
    "人民", "新华", "光明", "经济", "工人", "农民", "法治", "中国", "解放", "南方", "大众", "群众", "新闻", "信息",
    "现代", "都市",
})  # fmt: skip
"""Papers that are named after no place."""
_BARE = frozenset((*CLASSES, "自治区"))
"""Class words that stand for a place which the document's region tells."""


def body_of_post(post: str, owners: dict[str, str]) -> str | None:
    """Whom a post speaks for: 太仓市 for its Party secretary, 苏州市发改委 for 市发改委主任, the zone for its
    committee; of several joined by 、 the one that is held, not the seat on a higher committee (市委常委).
    ``owners`` says which place a class word alone means (市).
    """
    seat = None
    for held in post.removeprefix("中共").split("、"):
        if held.startswith(_LEAGUE):
            return f"团{_owned(_OFFICE_LIKE.sub('委', held[1:]), owners)}"
        if held != post and _BESIDES.search(held) and not post.endswith(held):
            seat = seat or held
            continue
        league = _YOUTH.match(held)
        if league:
            return league[0]
        at_office = _OFFICE_POST.match(held)
        if at_office:
            return _owned(at_office["body"], owners)
        if held != post and held.endswith(("常委", "委员", "代表")):
            seat = held if held.endswith(("常委", "党委委员", "党工委委员")) else seat
            continue
        grassroots = _GRASSROOTS_POST.match(held)
        if grassroots:
            return _lowest(grassroots["place"])
        zone = _ZONE_POST.match(held)
        if zone:
            return _whole_zone(zone["zone"], owners)
        place = _PLACE_POST.match(held)
        if place:
            name = _once(place["place"])
            if name not in _BARE:
                return name
            at_seat = _PLACE_POST.match(seat) if seat else None  # 白鹭县委常委、副县长
            if at_seat and at_seat["place"] not in _BARE and at_seat["place"].endswith(name):
                return at_seat["place"]
            return owners.get(name)
        department = _DEPARTMENT_POST.match(held)
        if department:
            body = department["body"]
            if body in _CELLS:
                continue
            if held != post and not post.endswith(held) and _PARTY_DEPUTY.fullmatch(held):
                chief = _DEPARTMENT_POST.match(post.rpartition("、")[2])
                if chief and "委" not in chief["body"]:  # 市委统战部副部长、市侨务局局长
                    return _owned(chief["body"], owners)
            if seat and seat.endswith(("委常委", "委副书记")) and body in _OF_THE_PARTY:
                body = seat.removesuffix("常委").removesuffix("副书记") + body
            return _owned(body, owners)
        office = _OFFICE_HEAD.match(held)
        if office:  # 水利局长: of the place that the text is about
            own = next(iter(owners.values()), "")
            return own + office["body"] if office["body"][0] not in _BARE else _owned(office["body"], owners)
        plant = _PLANT_POST.match(held)
        if plant:
            return _owned(plant["body"], owners)
        chief = _CHIEF_POST.match(held)
        if chief:
            return _owned(chief["body"], owners)
    return body_of_post(seat, owners) if seat and seat != post else None


def _once(place: str) -> str:
    """白鹭旗 for 白鹭旗旗委, whose class word stands twice."""
    return place[:-1] if len(place) > 3 and place[-1] == place[-2] and place not in divisions_by_name() else place


def _lowest(place: str) -> str:
    """云港镇 for 江浦县云港镇, 柳湾村 for 江浦县云港镇柳湾村: what is named with all that holds it."""
    held = _HOLDS_SMALL.match(place)
    return place[held.end() :] if held else place


def _owned(body: str, owners: dict[str, str]) -> str:
    """云泽市商务局 for 市商务局."""
    if body[0] in _BARE and not body.startswith(("市场", "区块", "省级", "县域", "市政工")):
        return f"{owners.get(body[0], body[0])}{body[1:]}"
    zone = next((each for each in _BARE_ZONES if body.startswith(each)), None)
    return _whole_zone(zone, owners) + body[len(zone) :] if zone else body


def _whole_zone(zone: str, owners: dict[str, str]) -> str:
    """云泽高新区 for 高新区 in a text about it."""
    own = owners.get("区", "")
    return own if zone in _BARE_ZONES and own.endswith(zone) else zone


def owners_of(document: Document) -> dict[str, str]:
    """The place that a class word alone means in this document: its region, and what holds the region."""
    region = document.profile.region.value if document.profile.region else None
    if region is None:
        return _most_named(document.text.content[:3000])
    code = region.code
    above = [name_in(outer) for outer in (f"{code[:4]}00", f"{code[:2]}0000") if outer != code] if code else []
    owners: dict[str, str] = {}
    own = region.name if code else region.name.removeprefix("访")
    for name in (own, *above):
        if name:
            owners.setdefault("自治区" if name.endswith("自治区") else name[-1], name)
    return owners


def _most_named(words: str) -> dict[str, str]:
    """Where the text does not say what place it is about: the one that it names most, twice or with an office."""
    counted: Counter[tuple[str, str]] = Counter()
    for each in _STANDS_FREE.finditer(words):
        counted[each["kind"], each["place"]] += 2 if each["office"] else 1
    owners: dict[str, str] = {}
    paper = _PAPER.search(words, 0, 400)
    if paper and paper["place"] not in _NATIONWIDE and words.count(paper["place"]) >= 3:
        bare = Counter(each[1] for each in _BARE_OFFICE.finditer(words)).most_common(1)
        if bare:
            counted[bare[0][0], paper["place"] + bare[0][0]] += 2
    for (kind, place), number in counted.most_common():
        if number >= 2 or kind == "省":  # a text that names one province is at home there
            owners.setdefault(kind, place)
    return owners
