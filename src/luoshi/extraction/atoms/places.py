"""Places: administrative divisions, development zones, and regions such as 长三角.

A gazetteer needs context: 合作 is a word before it is a city of Gansu, 鼓楼区 is the one of the
document's own city, and 河南 does not stand in 黄河南岸.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from luoshi.extraction.parks import park_start, zone_after
from luoshi.knowledge.areas import Area, areas
from luoshi.knowledge.automata import automaton_of, find_words
from luoshi.knowledge.gazetteer import Gazetteer
from luoshi.knowledge.lexicon import place_names
from luoshi.knowledge.regions import (
    NATION,
    Division,
    are_near,
    distance_from,
    divisions_by_name,
    is_within,
    resolve_division,
)
from luoshi.knowledge.zones import zones
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Place, Region
from luoshi.patterns import regex

_LEFT = frozenset("在和与及至到从由对把向往赴以将于是省市区县州之为的等或")
_NONE: frozenset[str] = frozenset()
_RIGHT = frozenset("和与及至到在等的之市县区省两为是或段站等将")
_BEHIND = ("铁路", "高铁", "高速", "机场", "地区")
"""What may stand right behind a place's short name: 云泽至泽北铁路."""
_OFFICES = ("委书记", "委副书记", "委常委", "人民政府")
_OFFICE = regex(r"委(?:书记|副书记|常委)|人民政府[区县市]长")
_OWN = regex(r"(?<![^\W\dA-Za-z_])[^\W\dA-Za-z_]{2,3}[市区县]$")
_JOINS = frozenset("、和与及至到—-－~")
_LEADS_TO = frozenset("至到—-－~")
_OTHER_NAME = regex(
    r"岭(?!南)|山(?![水区地丘海洪体城村西东])|江(?![南北苏西东岸海滨])|湖(?![南北州滨区泊西东])|湾(?!区)"
    r"|河(?![南北西东道堤套湖滨])|鱼(?!米|类)|茶(?![园叶产旅文馆])|酒(?![店吧业])|菜(?![场市篮])|牌(?![照坊匾])"
    r"|路(?![网段面线局口桥子上边基])|街(?![道区镇头])|大街|大道(?!理)"
)
"""What makes the name of a river, a hill or a brand of the short form before it: 云泽湖, but not 云泽江岸."""
_OTHERS_FIRST = frozenset("岭山江湖湾河鱼茶酒菜牌路街大")
_INSTITUTION = regex("大学(?!城)|学院|中学|医院|寺")
"""What a county's short form is part of rather than the place of: 白鹭大学, but not 白鹭大学城."""
_BEFORE_PART = frozenset("在向对于居同和与及到由从均位较比，、；。\n")
_AFTER_PART = regex(
    r"其他省|其余省|各省|省[份区市]|率先|非省会|第[\d一二三]|首位|领先|前列"
    r"|(?:、|和|与|及)(?:不同于)?(?:[东中西]部|东北|西南|西北|中南|沿海|内地)(?!的|[^\W\d]{0,2}(?:区县|部分))|向(?:内地|[中西]部)"
)
"""What shows that 东部 is the one of the country: 西部其他省份, 居中部第2位, 由沿海向内地."""
_FOLLOWED = {"市": "场", "区": "域块间位划", "县": "域级", "州": "", "旗": "帜"}


def places(document: Document) -> Iterator[Finding[Place]]:
    """Every mention of a place. ``basis`` is ``normalised`` where the value's name is not as written."""
    found = _Mentions(document)
    yield from found.walk(place_names(found.content))
    yield from _places_of_its_own(document)


class _Mentions:
    """One walk over the automaton's matches; remembers where the last place ended."""

    def __init__(self, document: Document) -> None:
        self.content = document.text.content
        profile = document.profile
        region = profile.region.value if profile.region else None
        self.home = region.code if region else None
        self.year = str(profile.date)[:4] if profile.date else None
        self._named = -1
        self.meant: dict[str, tuple[Division, Place] | None] = {}

    def walk(self, names: Gazetteer) -> Iterator[Finding[Place]]:
        table, wide = zones(), areas()
        last: Finding[Place] | None = None
        words = list(find_words(names.automaton, self.content))
        for at, (number, start, end) in enumerate(words):
            name = names.names[number]
            if number < names.divisions:
                after = words[at + 1] if at + 1 < len(words) else None
                listed = self._is_listed(start, end, last, after[1] if after and after[0] < names.zones else -1)
                place = self._division(name, start, end, last, listed=listed)
            elif number < names.zones:
                zone = table.get(name)
                if zone is None:
                    place = self._area(wide[name], start, end)
                else:
                    place = self._finding(Place(zone.full, zone.code or None, zone.kind), start, end)
            else:
                zone_of = self._zone(last, start, end)
                if zone_of is not None:  # 昆山高新区 is one place, not two
                    if last is not None and last.span.end <= zone_of.span.start:
                        yield last
                    last = None
                    yield zone_of
                continue
            if place is None:
                continue
            if last is not None:
                if last.span.end == place.span.start - 1 and self.content[last.span.end] in _LEADS_TO:
                    last, place = self._line(last, place)
                yield last
            last = place
        if last is not None:
            yield last

    def _line(self, first: Finding[Place], second: Finding[Place]) -> tuple[Finding[Place], Finding[Place]]:
        """The ends of a line (岭南市至海安): a bare name whose county lies far from the other end may as well be a
        town on the line, so it keeps no code.
        """
        here, there = first.value.code, second.value.code
        if here is None or there is None or are_near(here, there):
            return first, second
        return self._bare(first), self._bare(second)

    def _bare(self, place: Finding[Place]) -> Finding[Place]:
        code = place.value.code or ""
        if code.endswith("00") or len(place.quote) > _BARE or place.span.start == self._named:
            return place
        if self.home not in (None, NATION) and distance_from(code, self.home or NATION) < 3:
            return place
        return replace(place, value=Place(place.quote), basis="stated")

    def _is_listed(self, start: int, end: int, last: Finding[Place] | None, following: int) -> bool:
        """Whether it stands in company: another place one joining sign before or behind it."""
        return (last is not None and last.span.end == start - 1 and self.content[start - 1] in _JOINS) or (
            following == end + 1 and self.content[end] in _JOINS
        )

    def _zone(self, last: Finding[Place] | None, start: int, end: int) -> Finding[Place] | None:
        near = last is not None and last.value.kind in ("division", "region") and 0 <= start - last.span.end <= 14
        begin = zone_after(self.content, *last.span, start, end) if last is not None and near else -1
        if begin < 0:
            begin = park_start(self.content, start, end)
            if begin < 0 or (last is not None and begin < last.span.end and begin != last.span.start):
                return None
        return self._finding(Place(self.content[begin:end], None, "zone"), begin, end)

    def _area(self, area: Area, start: int, end: int) -> Finding[Place] | None:
        content = self.content
        if (start and content[start - 1] in area.not_after) or content[end : end + 1] in (area.not_before or "\n"):
            return None
        name, kind = area.full, area.kind
        if kind == "part":
            if content[start - 1 : start] not in _BEFORE_PART or not start or not _AFTER_PART.match(content, end):
                return None
            kind = "region"
        if kind == "region" and content.startswith("流域", end):
            end, name = end + 2, f"{name}流域"
        return self._finding(Place(name, None, kind), start, end)

    def _division(
        self, name: str, start: int, end: int, last: Finding[Place] | None, *, listed: bool
    ) -> Finding[Place] | None:
        touches = last is not None and last.span.end == start  # 江苏省苏州市: the place before says which one
        within = last.value.code if touches and last is not None else None
        meant = self._meaning(name, within)
        if meant is None:
            return None
        division, place = meant
        if touches:
            self._named = start  # 广东曲江: its province says which one
        inside = within is not None and division.code != within and is_within(division.code, within)
        content = self.content
        left = content[start - 1] if start else "\n"
        right = content[end] if end < len(content) else "\n"
        full = name == division.name
        if full and right in _FOLLOWED.get(name[-1], ""):  # 南京市场 is 南京 and 市场
            name, end, right, full = name[:-1], end - 1, name[-1], False
            if name != division.short or division.short_guard == "never":
                return None
        if full:
            if division.name_guard == "never" and not touches:
                return None
            if division.name_guard == "edge" and not touches and not _is_edge(left, _LEFT if len(name) > 2 else _NONE):
                return None
        elif within is not None and division.level != "province" and division.code[:2] != within[:2]:
            return None  # a garden named 南京中山 is in no 中山
        elif not self._short_counts(division, left, right, end, inside=inside, listed=listed):
            return None
        elif right == "州" and division.name.endswith("自治州"):
            end += 1
        return self._finding(place, start, end)

    def _short_counts(self, division: Division, left: str, right: str, end: int, *, inside: bool, listed: bool) -> bool:
        if left in division.not_after or right in division.not_before:
            return False
        guard = division.short_guard
        if (
            right in _OTHERS_FIRST
            and _OTHER_NAME.match(self.content, end)
            and (division.level != "province" or right in "路街大")
        ):
            return False
        if inside:
            return True
        if not guard:
            return True
        edges = _is_edge(left, _LEFT) and (_is_edge(right, _RIGHT) or self.content.startswith(_BEHIND, end))
        if guard == "edge":
            return edges or (not _is_edge(right, _NONE) and self._is_near(division) and not _is_han(left))
        if guard == "both":
            return edges and (listed or self._is_near(division))
        if _INSTITUTION.match(self.content, end):
            return False
        if self.home is None:
            return edges and listed
        distance = 3 if self.home == NATION else distance_from(division.code, self.home)
        return distance <= 1 or (edges and (distance == 2 or listed))

    def _is_near(self, division: Division) -> bool:
        """Whether it lies in the province that the text is about."""
        return self.home not in (None, NATION) and distance_from(division.code, self.home or NATION) < 3

    def _meaning(self, name: str, within: str | None) -> tuple[Division, Place] | None:
        if within is not None:
            inner = resolve_division(name, home=within, year=self.year)
            if inner is not None and is_within(inner.code, within):
                return inner, Place(inner.name, inner.code)
        if name not in self.meant:
            division = resolve_division(name, home=self.home, year=self.year)
            if division is not None:
                self.meant[name] = division, Place(division.name, division.code)
            else:
                rivals = divisions_by_name()[name]
                full = rivals[0].name == name
                self.meant[name] = (rivals[0], Place(name, None)) if full else None
        return self.meant[name]

    def _finding(self, place: Place, start: int, end: int) -> Finding[Place]:
        quote = self.content[start:end]
        basis = "stated" if quote == place.name else "normalised"
        return Finding("place", place, Span(start, end), quote, f"places.{place.kind}", basis)


_BARE = 2


def _is_unknown(region: Region) -> bool:
    return (
        region.code is None
        and region.name[-1] in "省市县区州盟旗"
        and all(region.name != z.full for z in zones().values())
    )


def _is_edge(char: str, words: frozenset[str]) -> bool:
    return char in words or not _is_han(char)


def _is_han(char: str) -> bool:
    return "一" <= char <= "龥"


def _places_of_its_own(document: Document) -> Iterator[Finding[Place]]:
    """Places that no table knows but the document itself names: its own region, and X区 of X区委书记."""
    content = document.text.content
    region = document.profile.region
    known = divisions_by_name()
    names: dict[str, str] = {}
    if region is not None and document.profile.level is not None and _is_unknown(region.value):
        names[region.value.name] = region.value.name
        if len(region.value.name) > 2:
            names[region.value.name[:-1]] = region.value.name
    for office in _OFFICE.finditer(content) if any(word in content for word in _OFFICES) else ():
        found = _OWN.search(content, max(0, office.start() - 5), office.start())
        name = found[0] if found else ""
        if (
            found
            and name not in known
            and name[-3:] != "自治区"
            and name[0] not in "本该全各我一两年被按"
            and name[-2:] not in known
        ):
            names[name] = name
    if not names:
        return
    written = list(names)
    for number, start, end in find_words(automaton_of(written), content):
        name = written[number]
        basis = "stated" if name == names[name] else "normalised"
        yield Finding("place", Place(names[name]), Span(start, end), name, "places.own", basis)
