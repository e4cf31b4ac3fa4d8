"""Verbs that stand before the name of a body, and are no part of it: 支持, 引进, 依托."""

from __future__ import annotations

from functools import cache

from luoshi.knowledge.verbs import leading_words, strength_of_verb


@cache
def verbs_before_names() -> frozenset[str]:
    """Verbs that stand before a name; words that names are made of (发展, 建设, 创新 …) are none here."""
    named = {
        "发展",
        "建设",
        "创新",
        "投资",
        "科技",
        "服务",
        "开发",
        "合作",
        "交流",
        "管理",
        "保护",
        "研究",
        "生产",
        "开放",
        "装备",
        "运输",
        "制造",
        "设计",
        "检测",
        "监测",
        "教育",
        "应用",
        "运营",
        "交易",
        "护理",
        "储备",
        "流通",
    }
    more = {
        "支持",
        "引进",
        "依托",
        "联合",
        "引育",
        "做强",
        "做大",
        "做优",
        "紧邻",
        "走进",
        "落户",
        "携手",
        "牵手",
        "入驻",
    }
    more |= {
        "出席",
        "参加",
        "举办",
        "承办",
        "关停",
        "收购",
        "重组",
        "参股",
        "考察",
        "走访",
        "授权",
        "委托",
        "会同",
        "组建",
        "成立",
    }
    return frozenset({*strength_of_verb(), *leading_words(), *more} - named)
