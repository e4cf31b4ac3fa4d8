"""What a person typed, understood: words, phrases, NOT, OR and filters, as the search understands it.

::

    新质生产力 数据                 both, anywhere in the document
    "因地制宜 发展"  “科技创新”      a phrase, as it stands (a space beside a Chinese character counts for nothing)
    乡村振兴 -脱贫   … NOT 脱贫       not where the second stands
    算力 OR 人工智能                 either
    level:city year:2024..2026      filters, also 级别:city 年份:2025; see ``FILTERS``

A word is found wherever its characters stand beside each other, also inside a longer word. Traditional
and Simplified characters, full and half width, capitals and small letters are alike.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Word(NamedTuple):
    """Something to look for: a word or a phrase as typed, or any of several (OR)."""

    written: tuple[str, ...]


class Query(Struct, frozen=True):
    """What is looked for. A document fits that holds each of ``words``, none of ``without``, and fits the filters.

    ``level``, ``genre``: the value itself. ``region``: the name or a part of it, or a GB/T 2260 code or
    its start (``32`` is all of Jiangsu). ``years``: first and last. The rest narrows the *passages*
    (paragraphs) in which the words may stand: those that hold a finding of one of ``kinds``, that
    name a body or an indicator with these words in it, or state a deadline that ends from the first
    to the last of two days (``YYYY-MM-DD``).
    """

    words: tuple[Word, ...]
    without: tuple[Word, ...] = ()
    levels: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    genres: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    by: tuple[str, str] | None = None


LEVELS = {
    "nation": ("国家", "全国", "中央"),
    "province": ("省", "省级"),
    "city": ("市", "市级", "地市"),
    "county": ("县", "县级", "区县"),
    "region": ("区域",),
    "park": ("园区", "开发区"),
}
"""The levels, with the words that mean them."""

KINDS = {
    "target": ("目标",),
    "achievement": ("成就",),
    "context": ("背景",),
    "measure": ("举措",),
    "pledge": ("表态",),
    "programme": ("工程",),
    "body": ("机构",),
    "responsibility": ("责任",),
    "place": ("地点",),
    "person": ("人物",),
    "formulation": ("提法",),
    "reference": ("引用",),
    "quantity": ("数量",),
    "deadline": ("期限",),
    "doubt": ("存疑",),
}
"""The kinds of finding, with the words that mean them."""

FILTERS = {
    "level": "级别",
    "region": "地区",
    "year": "年份",
    "genre": "文种",
    "kind": "种类",
    "body": "机构",
    "indicator": "指标",
    "by": "期限",
}
"""The filters by name, in English and in Chinese."""
