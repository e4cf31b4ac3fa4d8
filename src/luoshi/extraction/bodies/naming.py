"""Where the mention of a body begins, and its full name: 市发改委 is the committee of the document's city."""

from __future__ import annotations

from luoshi.extraction.bodies.firms import firm
from luoshi.extraction.bodies.institutions import institution
from luoshi.extraction.bodies.mentions import NOT_BEFORE, Mention
from luoshi.extraction.bodies.places import ALONE_NEVER, PlaceOf
from luoshi.knowledge.bodies import CLASSES, BodyKind, offices
from luoshi.model import Span
from luoshi.patterns import regex

_NOT_AFTER = {
    "市": "城都超股门楼上夜集各",
    "区": "社小园地城辖灾片山牧矿校库特选街湾疆战各老",
    "省": "节各全外",
    "县": "各",
    "州": "各",
    "旗": "各",
    "盟": "联东欧各",
}
_ZONE_RUN = regex(r"[^\W\dA-Za-z_]{1,12}$")
_CUT = regex(r".*[由在和与及的]")
_UNKNOWN = regex(r"(?<![^\W\dA-Za-z_])[^\W\dA-Za-z_]{2,3}$")
"""A place that no table knows, between the edges of a phrase: 沧浦 of 沧浦区委."""
_NO_PLACE = regex(r"^[各本该全我是从在向对由围]|[请报经受需并与和给让使把被将以求按照据]|代表")
_GENERIC = regex(r"[省市区县州旗盟]、?$")
"""What makes a class word one of several: 县 of 各市、县政府."""
_EACH = regex(r"(?:各|有关|相关)(?:有关|相关)?(?:[省市区县州旗盟镇乡](?:（(?:[省市区县州旗盟]、?){1,4}）?)?、?){1,4}$")
"""各县（市、区: whose governments are meant together."""
_NATIONAL = "国家"


def named(
    content: str, start: int, end: int, place: str, body: BodyKind, *, place_of: PlaceOf, in_list: bool
) -> Mention | None:
    """The mention that ends with a name in use at ``[start, end)``; ``place`` is the class word it begins with."""
    if end < len(content) and content[end] in NOT_BEFORE.get(content[end - 1], ""):
        return None
    kind = body.kind
    if kind in ("national", "firm"):
        return firm(content, start, end, body)
    before = content[max(0, start - 14) : start]
    if kind == "zone":
        zone = _zone_before(before)
        return Mention(start - len(zone), end, zone + content[start:end], body) if zone else None
    if kind == "institution":
        return institution(content, start, end, body, place_of)
    if kind == "government":
        near = content[max(0, start - 16) : start + 1]
        if ("各" in near or "关" in near) and (each := _EACH.search(near)):
            begin = start + 1 - len(each[0])
            return Mention(begin, end, content[begin:end], body)
        if not place:
            return None
    if kind == "league":
        return _league(Span(start, end), place, body, place_of)
    return _local(content, start, end, place, body, place_of=place_of, in_list=in_list)


def office(content: str, end: int, holder: BodyKind) -> tuple[BodyKind, int]:
    """The office that the words behind a Party committee or a government name, and where it ends: 宣传部 behind 市委."""
    known, firsts = offices()[holder.kind]
    if content[end : end + 1] not in firsts:
        return holder, end
    for length in range(_LONGEST_OFFICE, 0, -1):
        words = content[end : end + length]
        if words in known and content[end + length : end + length + 1] not in NOT_BEFORE.get(words[-1:], "\n"):
            return known[words], end + length
    return holder, end


_LONGEST_OFFICE = 14


def _league(span: Span, place: str, body: BodyKind, place_of: PlaceOf) -> Mention:
    """团市委 of the document's city."""
    own = place_of.meant(place)
    return Mention(span.start, span.end, body.of(own) if own else f"团{place}委", body, own)


def _local(
    content: str, start: int, end: int, place: str, body: BodyKind, *, place_of: PlaceOf, in_list: bool
) -> Mention | None:
    words = content[start:end]
    before = content[max(0, start - 14) : start]
    if not place and before and before[-1] in CLASSES:
        place, before = before[-1], before[:-1]
        start -= 1
    if place == "区" and before.endswith("自治"):
        place, before, start = "自治区", before[:-2], start - 2
    if body.kind == "region_party":
        place = "自治区"
    if place:
        return _with_class(content, Span(start, end), place, before, body, place_of=place_of)
    whole = place_of.named(before) if body.kind in ("department", "vertical") else None
    if whole is not None:
        length, name = whole
        begin = start - length
        return Mention(begin, end, content[begin:end] if body.kind == "vertical" else body.of(name), body)
    if before.endswith(_NATIONAL) and not body.bare.startswith(_NATIONAL):
        return Mention(start - 2, end, f"{_NATIONAL}{body.bare}", body)
    if words in ALONE_NEVER and not in_list:
        return None
    if body.kind == "vertical" and not in_list:
        return None
    if in_list or (words.endswith("部") and body.kind == "department"):
        return Mention(start, end, body.bare, body)  # 财政部: the ministry
    return Mention(start, end, words, body)


def _with_class(
    content: str, span: Span, place: str, before: str, body: BodyKind, *, place_of: PlaceOf
) -> Mention | None:
    """A body with a class word: 市发改委, and what stands before that word."""
    start, end = span
    whole = place_of.named(before + place)
    if whole is None:
        if before and before[-1] in _NOT_AFTER.get(place, ""):
            return None
        if _GENERIC.search(before) and place_of.named(before) is None:
            return None
    else:
        length, name = whole
        return Mention(start - (length - len(place)), end, body.of(name), body)
    own = place_of.meant(place)
    unknown = _UNKNOWN.search(before) if own is None and place_of.home is None and place in "市县区" else None
    if unknown and body.kind in ("party", "government") and not _NO_PLACE.search(unknown[0]):
        own = unknown[0] + place
        return Mention(start - len(unknown[0]), end, body.of(own), body)
    if own is None and place_of.is_any(place):
        return None
    if body.kind == "vertical":
        return Mention(start, end, content[start:end], body)
    return Mention(start, end, body.of(own) if own else content[start:end], body, own)


def _zone_before(before: str) -> str:
    """The zone whose committee it is: 苏州高新区 of 苏州高新区党工委."""
    if before.endswith("党工委、"):
        return ""
    run = _ZONE_RUN.search(before)
    if run is None:
        return ""
    words = _CUT.sub("", run[0])
    return words if words.endswith(("区", "园", "城", "港", "基地")) and len(words) > 1 else ""
