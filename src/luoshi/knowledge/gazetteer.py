"""All names of places in one automaton: divisions of today and of the past, zones, areas, and words for zones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from luoshi.knowledge.areas import areas
from luoshi.knowledge.automata import automaton_of
from luoshi.knowledge.regions import divisions_by_name
from luoshi.knowledge.zones import zones

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

ZONE_WORDS = (
    "经济技术开发区",
    "高新技术产业开发区",
    "高新技术开发区",
    "经济开发区",
    "旅游度假区",
    "综合保税区",
    "自由贸易试验区",
    "高新区",
    "经开区",
    "开发区",
    "工业园区",
    "产业园区",
    "科技园区",
    "工业园",
    "产业园",
    "科技园",
    "化工园区",
    "保税港区",
    "保税区",
    "自贸试验区",
    "自贸片区",
    "自贸区",
    "科学城",
    "科技城",
    "度假区",
    "临空经济区",
    "新片区",
    "物流园区",
    "物流园",
    "景区",
    "风景区",
    "景观区",
    "经济区",
    "经济带",
    "自然保护区",
    "生态保护区",
    "国家公园",
    "农高区",
    "综保区",
    "示范区",
    "试验区",
    "先行区",
    "合作区",
    "先导区",
    "新区",
    "新城",
    "都市圈",
    "城市群",
)
"""Words that make a zone of the place before them: 昆山高新区."""


class Gazetteer(NamedTuple):
    """The automaton with, for each of its patterns, the name and what kind of name it is."""

    automaton: AhoCorasick
    names: tuple[str, ...]
    divisions: int
    """Patterns below this number are divisions, …"""
    zones: int
    """… below this one zones, regions and areas, the others are words for zones."""


@cache
def gazetteer() -> Gazetteer:
    """The automaton; built once, when a text is read for the first time."""
    divisions = divisions_by_name()
    named = list(dict.fromkeys(name for name in (*zones(), *areas()) if name not in divisions))
    words = [word for word in ZONE_WORDS if word not in divisions]
    names = (*divisions, *named, *words)
    return Gazetteer(automaton_of(names), names, len(divisions), len(divisions) + len(named))
