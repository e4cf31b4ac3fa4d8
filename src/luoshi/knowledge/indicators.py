"""The indicators that plans set and reports state: one id for each, whatever words a text uses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from luoshi.knowledge.table import rows


class Indicator(NamedTuple):
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
    return {name: indicator.id for indicator in indicators() for name in indicator.names}


def concept(words: str) -> str | None:
    """The id of the indicator that ``words`` name as a whole, scope and 增速 set aside; else ``None``.

    高技术制造业增加值 is not 制造业增加值: a part of the words is no match.
    """
    table = _by_name()
    found = table.get(words)
    if found:
        return found
    scope = _scope(words)
    bare = words[scope.end() :] if scope else words
    found = table.get(bare) if scope else None
    if found or not bare.endswith(_FORMS):
        return found
    return table.get(next(bare.removesuffix(form) for form in _FORMS if bare.endswith(form)))


_scope = re.compile(r"(?:预计|实现|力争)?(?:全[国省市区县州旗]|[我本][国省市区县州旗])?(?:全年|年)?(?=.)").match
_FORMS = ("增速", "增长率", "涨幅", "增幅", "预期目标", "目标", "增长", "水平")
