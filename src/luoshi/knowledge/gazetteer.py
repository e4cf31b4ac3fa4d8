"""All names of places in one automaton: divisions of today and of the past, zones, areas, and words for zones."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.knowledge.areas import areas
from luoshi.knowledge.automata import automaton_of, held_in
from luoshi.knowledge.lexicon import MANY, PLACES, Part
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


class Gazetteer(Struct, frozen=True):
    """The automaton with, for each of its patterns, the name and what kind of name it is."""

    automaton: AhoCorasick | Part
    names: tuple[str, ...]
    divisions: int
    """Patterns below this number are divisions, …"""
    zones: int
    """… below this one zones, regions and areas, the others are words for zones."""


class _Memory:
    """How much was searched so far. It spares work and changes no result."""

    searched = 0  # characters


def gazetteer(content: str) -> Gazetteer:
    """What finds the names in ``content``: at first only those that it may hold."""
    _Memory.searched += len(content)
    if _Memory.searched > MANY:
        return _whole()
    divisions, named, words = (held_in(content, names) for names in _names())
    return _gazetteer(divisions, named, words)


@cache
def _whole() -> Gazetteer:
    return _gazetteer(*_names(), PLACES)


def words() -> tuple[str, ...]:
    """All names, in the order of their numbers."""
    return _whole().names


def _gazetteer(divisions: list[str], named: list[str], words: list[str], part: Part | None = None) -> Gazetteer:
    names = (*divisions, *named, *words)
    return Gazetteer(part or automaton_of(names), names, len(divisions), len(divisions) + len(named))


def _names() -> tuple[list[str], list[str], list[str]]:
    divisions = divisions_by_name()
    named = list(dict.fromkeys(name for name in (*zones(), *areas()) if name not in divisions))
    return list(divisions), named, [word for word in ZONE_WORDS if word not in divisions]
