"""Whom a post speaks for: 云泽市商务局 for 市商务局局长 in a text of Yunze."""

from __future__ import annotations

from luoshi.knowledge.bodies import CLASSES
from luoshi.knowledge.regions import name_in
from luoshi.model import Document
from luoshi.patterns import regex

_PLACE_POST = regex(
    r"(?:副|代)?(?P<place>[^\W\dA-Za-z_]{0,10}?[省市区县州旗盟])(?:委(?:副?书记|常委)|人民政府|政府|(?:副|代)?[省市区县州旗盟]长|(?:人民政府)?(?:副|代)?主席|长)"
)
_ZONE_POST = regex(r"(?P<zone>[^\W\dA-Za-z_]{2,14}?(?:区|园|城|港|基地))(?:党工委|管委会|党委)")
_DEPARTMENT_POST = regex(
    r"(?P<body>[^\W\dA-Za-z_]{1,20}?(?:委员会|发改委|发展改革委|卫健委|卫生健康委|国资委|经信委|商务委|住建委|教委|科委|[^\W\dA-Za-z_]委(?=党组|主任|党委)|局|厅|部|办公室|办|署|院|大学|集团|公司|中心))(?=党组|党委|主要|书记|主任|局长|厅长|部长|副|院长|校长|董事长|总经理|负责人)"
)
_BARE = frozenset((*CLASSES, "自治区"))
"""Class words that stand for a place which the document's region tells."""


def body_of_post(post: str, owners: dict[str, str]) -> str | None:
    """Whom a post speaks for: 太仓市 for its Party secretary, 苏州市发改委 for 市发改委主任, the zone for its
    committee; of several joined by 、 the one that is held, not the seat on a higher committee (市委常委).
    ``owners`` says which place a class word alone means (市).
    """
    for held in post.split("、"):
        if held.endswith(("常委", "委员")) and held != post:
            continue
        zone = _ZONE_POST.match(held)
        if zone:
            return zone["zone"]
        place = _PLACE_POST.match(held)
        if place:
            name = place["place"]
            return owners.get(name) if name in _BARE else name
        department = _DEPARTMENT_POST.match(held)
        if department:
            body = department["body"]
            if body[0] in _BARE and not body.startswith(("市场", "区块", "省级", "县域")):
                return f"{owners.get(body[0], body[0])}{body[1:]}"
            return body
    return None


def owners_of(document: Document) -> dict[str, str]:
    """The place that a class word alone means in this document: its region, and what holds the region."""
    region = document.profile.region.value if document.profile.region else None
    if region is None:
        return {}
    code = region.code
    above = [name_in(outer) for outer in (f"{code[:4]}00", f"{code[:2]}0000") if outer != code] if code else []
    owners: dict[str, str] = {}
    for name in (region.name, *above):
        if name:
            owners.setdefault("自治区" if name.endswith("自治区") else name[-1], name)
    return owners
