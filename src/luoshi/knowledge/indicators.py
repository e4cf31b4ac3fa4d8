"""The indicators that plans set and reports state: one id for each, whatever words a text uses."""

from __future__ import annotations

from functools import cache, lru_cache

from msgspec import Struct

from luoshi.knowledge.table import rows
from luoshi.patterns import regex


class Indicator(Struct, frozen=True):
    """``names``: the words that texts use, the usual one first. ``unit`` as reports give it.

    ``direction``: ``up`` where more is better, ``down`` where less is, ``hold`` where a range is meant.
    """

    id: str
    names: tuple[str, ...]
    english: str
    unit: str
    direction: str
    source: str


@cache
def indicators() -> tuple[Indicator, ...]:
    """The table, in its order."""
    return rows(
        "indicators",
        lambda row: Indicator(
            row["id"], tuple(row["names"].split("|")), row["english"], row["unit"], row["direction"], row["source"]
        ),
    )


@cache
def _by_name() -> dict[str, str]:
    """The ids by every name in the one form that ``_plain`` gives it."""
    return {_plain(name): indicator.id for indicator in indicators() for name in indicator.names}


@lru_cache(maxsize=4096)
def concept(words: str) -> str | None:
    """The id of the indicator that ``words`` name as a whole, scope and 增速 set aside; else ``None``.

    高技术制造业增加值 is not 制造业增加值, and 人均生产总值 not 生产总值: a part of the words is no match.
    Ways of writing are one: 国内生产总值, 地区生产总值 and GDP; 比重, 比例 and 占比; brackets; Ⅲ and 三.
    """
    if words[-2:] not in _endings():
        return None
    table = _by_name()
    found = table.get(_plain(words))
    if found:
        return found
    scope = _scope.match(words)
    bare = words[scope.end() :] if scope else words
    found = table.get(_plain(bare)) if scope else None
    if found or not bare.endswith(_FORMS):
        return found
    return table.get(_plain(next(bare.removesuffix(form) for form in _FORMS if bare.endswith(form))))


@cache
def _endings() -> frozenset[str]:
    """The last two characters of all names in every writing: most words are sorted out by them."""
    return frozenset(
        ending[-2:]
        for ending in (*(name for indicator in indicators() for name in indicator.names), *_FORMS, *_SHARES, "生产总值")
    )


def _plain(name: str) -> str:
    """A name in the form in which names are compared."""
    for written, meant in _WRITTEN:
        if written in name:
            name = name.replace(written, meant)
    if "生产总值" in name:
        name = _product.sub("GDP", name)
    shared = _share_of.search(name) if "占" in name else None
    return f"{name[: shared.start()]}占{shared['whole']}比重" if shared else name


_WRITTEN = (
    ("(", "（"),
    (")", "）"),
    ("_", ""),
    (" ", ""),
    ("III", "Ⅲ"),
    ("三类水", "Ⅲ类水"),
    ("规上", "规模以上"),
    ("研究与试验发展（R&D）", "研发"),
    ("研究与试验发展", "研发"),
    ("R&D", "研发"),
    ("二氧化碳排放量", "二氧化碳排放"),
    ("碳排放", "二氧化碳排放"),
    ("二氧化二氧化碳", "二氧化碳"),
    ("能源消耗", "能耗"),
)
_product = regex(r"(?:国内|地区)生产总值|(?<=占)生产总值|(?<=单位)生产总值|(?<=万元)生产总值|(?<=人均)生产总值")
_share_of = regex(r"占(?P<whole>[^占]{2,12}?)(?:的)?(?:比重|比例|占比|比率)?$")
_SHARES = ("比重", "比例", "占比", "比率")
_scope = regex(
    r"(?:预计|实现|力争|完成)?(?:全[国省市区县州旗]|[我本][国省市区县州旗])?(?:全年|年|累计)?(?:完成|实现)?(?=.)"
)
_FORMS = ("增速", "增长率", "涨幅", "增幅", "预期目标", "目标", "增长", "水平")
