"""All names of places in one automaton: divisions of today and of the past, zones, areas, and words for zones."""

from __future__ import annotations

from msgspec import Struct

from luoshi.knowledge.areas import areas
from luoshi.knowledge.automata import Finder, automaton_of, held_in
from luoshi.knowledge.regions import divisions_by_name
from luoshi.knowledge.zones import zones

ZONE_WORDS = (
    "经济技术开发区", "高新技术产业开发区", "高新技术开发区", "经济开发区", "旅游度假区", "综合保税区",
    "自由贸易试验区", "高新区", "经开区", "开发区", "工业园区", "产业园区", "科技园区", "工业园", "产业园", "科技园",
    "化工园区", "保税港区", "保税区", "自贸试验区", "自贸片区", "自贸区", "科学城", "科技城", "度假区", "临空经济区",
    "新片区", "物流园区", "物流园", "景区", "风景区", "景观区", "经济区", "经济带", "自然保护区", "生态保护区",
    "国家公园", "农高区", "综保区", "示范区", "试验区", "先行区", "合作区", "先导区", "新区", "新城", "都市圈",
    "城市群",
)  # fmt: skip
"""Words that make a zone of the place before them: 昆山高新区."""


class Gazetteer(Struct, frozen=True):
    """The automaton with, for each of its patterns, the name and what kind of name it is."""

    automaton: Finder
    names: tuple[str, ...]
    divisions: int
    """Patterns below this number are divisions, …"""
    zones: int
    """… below this one zones, regions and areas, the others are words for zones."""


def places_held(content: str) -> Gazetteer:
    """What finds those names that a text may hold."""
    divisions, named, words = (held_in(content, names) for names in _names())
    return _gazetteer(automaton_of((*divisions, *named, *words)), divisions, named, words)


def places_by(finder: Finder) -> Gazetteer:
    """All names, with what finds ``words()``."""
    return _gazetteer(finder, *_names())


def words() -> tuple[str, ...]:
    """All names, in the order of their numbers."""
    divisions, named, words = _names()
    return (*divisions, *named, *words)


def _gazetteer(finder: Finder, divisions: list[str], named: list[str], words: list[str]) -> Gazetteer:
    return Gazetteer(finder, (*divisions, *named, *words), len(divisions), len(divisions) + len(named))


def _names() -> tuple[list[str], list[str], list[str]]:
    divisions = divisions_by_name()
    named = list(dict.fromkeys(name for name in (*zones(), *areas()) if name not in divisions))
    return list(divisions), named, [word for word in ZONE_WORDS if word not in divisions]
