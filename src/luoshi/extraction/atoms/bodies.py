"""Bodies: committees, governments, departments, and what the text makes of them: lead, support, speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from luoshi.knowledge.automata import find_words
from luoshi.knowledge.bodies import CLASSES, BodyKind, body_names
from luoshi.knowledge.regions import NATION, Division, divisions_by_code, divisions_by_name, resolve_division
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Body

_ALONE_NEVER = frozenset(
    (
        "海关",
        "工会",
        "总工会",
        "妇联",
        "残联",
        "团委",
        "法院",
        "人民法院",
        "检察院",
        "人民检察院",
        "监委",
        "纪委",
        "招商局",
        "研究室",
        "统计局",
        "税务局",
    )
)
"""Short names that are ordinary words where no place stands before them."""

_NOT_BEFORE = {
    "委": "托派屈婉任员身培",
    "部": "门分队署委件",
    "局": "面部势限",
    "府": "间性",
    "协": "议商定作",
    "会": "议",
    "厅": "级",
}
_NOT_AFTER = {
    "市": "城都超股门楼上夜集各",
    "区": "社小园地城辖灾片山牧矿校库特选街湾疆战各老",
    "省": "节各全外",
    "县": "各",
    "州": "各",
    "旗": "各",
    "盟": "联东欧各",
}
_LABEL = re.compile(
    r"(?:(?P<lead>牵头[^\W\dA-Za-z_]{0,4}|责任[^\W\dA-Za-z_]{0,4}|主办[^\W\dA-Za-z_]{0,2}|负责[^\W\dA-Za-z_]{0,2})|(?P<support>配合[^\W\dA-Za-z_]{0,4}|协办[^\W\dA-Za-z_]{0,2}|参与[^\W\dA-Za-z_]{0,4}|协助[^\W\dA-Za-z_]{0,4}))：$"
)
_SPEECH = ("表示", "指出", "强调", "认为", "介绍", "要求", "提出", "印发", "发布")
_ZONE_RUN = re.compile(r"[^\W\dA-Za-z_]{1,12}$")
_CUT = re.compile(r".*[由在和与及的]")
_UNKNOWN = re.compile(r"(?<![^\W\dA-Za-z_])[^\W\dA-Za-z_]{2,3}$")
"""A place that no table knows, between the edges of a phrase: 沧浦 of 沧浦区委."""


_GENERIC = re.compile(r"[省市区县州旗盟]、?$")
"""What makes a class word one of several: 县 of 各市、县政府."""
_RANK = {"省": 0, "自治区": 0, "市": 1, "州": 1, "盟": 1, "区": 2, "县": 2, "旗": 2}
_OFFICES = ("局", "厅", "委员会", "办公室")
_BEFORE_BARE = frozenset("由和与及同经对向在从请为据让")


def bodies(document: Document) -> Iterator[Finding[Body]]:
    """Every mention of a body. The value's name is the full one, with the document's place put in
    (市发改委 of a Suzhou text is 苏州市发展和改革委员会): then ``basis`` is ``normalised``.
    """
    content = document.text.content
    names = body_names()
    place_of = _PlaceOf(document)
    labelled = "牵头" in content or "责任" in content or "配合" in content
    listed = -1  # where the last body ended, if a list may go on from it
    shared: str | None = None  # the place that the list has so far: 市 of 市教育局、民政局
    for number, start, end in find_words(names.automaton, content):
        place, body = names.bodies[number]
        if content[end : end + 1] in _NOT_BEFORE.get(content[end - 1], ()):
            continue
        found = _named(
            content, start, end, place, body, place_of=place_of, in_list=listed >= 0 and content[listed:start] == "、"
        )
        if found is None:
            continue
        begin, name = found
        role = _role(content, begin, end) if labelled else None
        if content[listed:begin] != "、":
            shared = None
        if begin == start and not place and body.kind == "department":
            owner = shared or place_of.owner(content[start - 1 : start], content[start:end], body, labelled=bool(role))
            if owner and name in (body.bare, content[start:end]) and "{}" not in body.name:
                name, shared = body.of(owner), owner
        elif "{}" not in body.name and name.endswith(body.name):
            shared = name.removesuffix(body.name) or None
        if role is None and content.startswith(_SPEECH, end):
            role = "speaker"
        quote = content[begin:end]
        basis = "stated" if quote == name else "normalised"
        yield Finding("body", Body(name, role), Span(begin, end), quote, f"bodies.{body.kind}", basis)
        listed = end


def _named(
    content: str, start: int, end: int, place: str, body: BodyKind, *, place_of: _PlaceOf, in_list: bool
) -> tuple[int, str] | None:
    """Where the mention begins, its place included, and the body's full name."""
    words = content[start:end]
    before = content[max(0, start - 14) : start]
    if body.kind == "national":
        return start, body.name
    if body.kind == "zone":
        zone = _zone_before(before)
        return (start - len(zone), zone + words) if zone else None
    if not place and before and before[-1] in CLASSES:
        place, before = before[-1], before[:-1]
        start -= 1
    if place == "区" and before.endswith("自治"):
        place, before, start = "自治区", before[:-2], start - 2
    if body.kind == "region_party":
        place = "自治区"
    if place:
        if before and before[-1] in _NOT_AFTER.get(place, ""):
            known = place_of.named(before + place)
            if known is None:
                return None
        whole = place_of.named(before + place)
        if whole is None and _GENERIC.search(before) and place_of.named(before) is None:
            return None
        if whole is not None:
            length, name = whole
            start -= length - len(place)
        else:
            own = place_of.meant(place)
            unknown = _UNKNOWN.search(before) if own is None and place_of.home is None and place in "市县区" else None
            if unknown and body.kind in ("party", "government") and unknown[0][0] not in "各本该全我是从在向对由围":
                own = unknown[0] + place
                start -= len(unknown[0])
            if own is None and place_of.is_any(place):
                return None
            return start, body.of(own) if own else content[start:end]
        return start, body.of(name)
    whole = place_of.named(before)
    if whole is not None and body.kind in ("department", "vertical"):
        length, name = whole
        begin = start - length
        return begin, content[begin:end] if body.kind == "vertical" else body.of(name)
    if before.endswith("国家"):
        return start - 2, f"国家{body.bare}"
    if words in _ALONE_NEVER and not in_list:
        return None
    if words.endswith("部") and body.kind == "department":
        return start, body.bare  # 财政部: the ministry
    if in_list:
        return start, body.bare
    return start, words


def _zone_before(before: str) -> str:
    """The zone whose committee it is: 苏州高新区 of 苏州高新区党工委."""
    if before.endswith("党工委、"):
        return ""
    run = _ZONE_RUN.search(before)
    if run is None:
        return ""
    words = _CUT.sub("", run[0])
    return words if words.endswith(("区", "园", "城", "港", "基地")) and len(words) > 1 else ""


class _PlaceOf:
    """Which place the words before a body, or its class word alone, mean in this document."""

    def __init__(self, document: Document) -> None:
        profile = document.profile
        self.region = profile.region.value if profile.region else None
        self.year = str(profile.date)[:4] if profile.date else None
        self.home = self.region.code if self.region else None
        self.is_national = self.home == NATION or (
            self.home is None and self.region is not None and self.region.name == "全国"
        )
        self.above = _above(self.home)
        self.names = divisions_by_name()

    def named(self, words: str) -> tuple[int, str] | None:
        """The place that the words end with: how long its name is there, and its full name."""
        for length in range(min(len(words), 11), 1, -1):
            tail = words[-length:]
            if tail in self.names:
                division = resolve_division(tail, home=self.home, year=self.year)
                full = division or self.names[tail][0]
                if full.name != tail and full.name.endswith(tail[-1]):
                    continue
                if full.name != tail and full.short_guard in ("never", "home"):
                    continue
                return length, full.name
            if self.region is not None and tail == self.region.name:
                return length, tail
        return None

    def meant(self, place: str) -> str | None:
        """The place that 市 means in 市政府: the document's own, or the one above it."""
        for name in self.above:
            if name.endswith(place) and (place != "区" or not name.endswith("自治区")):
                return name
        if self.region is not None and self.region.code is None and self.region.name.endswith(place):
            return self.region.name
        return None

    def is_any(self, place: str) -> bool:
        """Whether a class word that means no place here stands for all of its class: 区政府 in a city's text."""
        if self.region is None:
            return False
        if self.is_national:
            return True
        name = self.region.name
        own = _RANK.get("自治区" if name.endswith("自治区") else name[-1])
        return own is not None and _RANK[place] >= own

    def owner(self, left: str, words: str, body: BodyKind, *, labelled: bool) -> str | None:
        """Whose office one without a place is: 教育厅 the province's, 教育局 the one of the document's region."""
        if self.region is None or self.is_national or not body.name.endswith(_OFFICES):
            return None
        if not labelled and (words in _ALONE_NEVER or ("一" <= left <= "龥" and left not in _BEFORE_BARE)):
            return None
        if body.name.endswith("厅"):
            return self.above[-1] if self.above else None
        return self.region.name


def _above(code: str | None) -> tuple[str, ...]:
    """The names of a division and of those that hold it, the innermost first."""
    if code is None:
        return ()
    codes = dict.fromkeys((code, f"{code[:4]}00", f"{code[:2]}0000"))
    held: list[Division] = []
    for one in codes:
        held += [division for division in divisions_by_code().get(one, ()) if not division.until][:1]
    return tuple(division.name for division in held)


def _role(content: str, start: int, end: int) -> str | None:
    if content.startswith(("牵头", "会同"), end) or (
        content.startswith("负责", end) and content[end + 2 : end + 3] not in "人同"
    ):
        return "lead"
    if content.startswith(("配合", "协助", "参与"), end):
        return "support"
    colon = content.rfind("：", max(0, start - 80), start)
    if colon >= 0 and not re.search(r"[。；\n）]", content[colon:start]):
        label = _LABEL.search(content, max(0, colon - 8), colon + 1)
        if label:
            return "lead" if label["lead"] else "support"
    return None
