"""Verbs that stand before the name of a body, and are no part of it: 支持, 引进, 依托."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.verbs import leading_words, strength_of_verb

_IN_NAMES = frozenset({
    "发展", "建设", "创新", "投资", "服务", "开发", "合作", "交流", "管理", "保护", "研究", "生产", "开放", "装备", "设计",
    "检测", "监测", "应用", "运营",
})  # fmt: skip
"""Verbs of work that names are made of: none here."""
_NO_WORK = frozenset({
    "依托", "紧邻", "走进", "牵手", "出席", "收购", "参股", "考察", "走访", "委托", "会同",
})  # fmt: skip
"""What is done with a body, and is no work of a plan."""


@cache
def verbs_before_names() -> frozenset[str]:
    """The verbs of plans and those of dealing with bodies, without those that names are made of."""
    return frozenset({*strength_of_verb(), *leading_words(), *_NO_WORK} - _IN_NAMES)
