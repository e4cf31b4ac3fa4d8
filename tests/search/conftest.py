"""Libraries of invented documents with an index, on both databases and in every state that an index can be in."""

from __future__ import annotations

import hashlib
import random

import pytest
from msgspec.structs import replace
from tests import factories

from luoshi.library import open_library
from luoshi.model import Finding, Profile, Span
from luoshi.search import keeper
from luoshi.search.facts import HEADING, STATEMENT, TARGET, TEXT, TITLE, Facts
from luoshi.search.index import pack_facts

WHEN = "2026-11-22T08:00:00Z"

PLACES = [("云溪市", "990100", "city"), ("云溪市桃湾区", "990102", "county"), ("东岭省", "980000", "province")]
WORDS = [
    "发展",
    "改革",
    "高质量发展",
    "高质",
    "质量",
    "量发展",
    "展改",
    "新质生产力",
    "乡村振兴",
    "因地制宜",
    "5G",
    "AI",
    "R&D",
    "1+3",
    "3.5%",
    "2025年",
    "，",
    "",
    "、",
    "。",
    "的",
    "着力",
    "绿色低碳",
    "森林",
    "覆盖率",
    "达到",
    "OpenAI",
    "５Ｇ",
    "ai",
    "（试行）",
    "著名",
    "鄉村",
    "𠮷",
    "-",
]


def invented(number: int) -> Facts:
    """A document of lines of few words, so that queries find some, and pairs meet at the ends of lines."""
    chance = random.Random(number)
    lines = ["".join(chance.choices(WORDS, k=chance.choice((0, 1, 2, 4, 9, 16)))) for _ in range(chance.randint(1, 12))]
    text = "\n".join(lines)

    def some(values):
        return {line: chance.sample(values, 2) for line in range(len(lines)) if chance.random() < 0.4}

    region, code, level = chance.choice([*PLACES, (None, None, None)])
    return Facts(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        manners=bytes(chance.choice((TEXT, TEXT, STATEMENT, TARGET, HEADING, TITLE)) for _ in lines),
        kinds=some(["target", "measure", "quantity", "doubt"]),
        bodies=some(["云溪市发展改革局", "东岭省水利厅", "桃湾区AI办"]),
        indicators=some(["森林覆盖率", "研发投入", "PM2.5浓度"]),
        deadlines=some(["2025-12-31", "2027-06-30", "2030-12-31"]),
        level=level,
        region=region,
        region_code=code,
        year=chance.choice((2015, 2020, 2025, None)),
        genre=chance.choice(("纲要", "建议", None)),
    )


def put(library, facts: Facts):
    """Keep a document of which search knows these facts."""
    facts = replace(facts, id=hashlib.sha256(facts.text.encode()).hexdigest())
    document = factories.document(facts.text)
    fields = {
        name: Finding(name, value, Span(0, 0), "", "test")
        for name, value in (("level", facts.level), ("genre", facts.genre), ("title", facts.text[:5] or "空"))
        if value
    }
    document = replace(document, profile=Profile(**fields))
    (kept,) = library.keepers
    library.keepers = (kept._replace(pack=lambda _: pack_facts(facts)),)
    added = library.add(document, facts.text.encode(), name="x.txt", when=WHEN)
    library.keepers = (kept,)
    return added.id


@pytest.fixture(params=[1, 700, 10**9], ids=["packed", "both", "waiting"])
def indexed(place, request):
    """An empty library with an index that packs at once, sometimes, or never."""
    with open_library(place, keepers=(keeper(request.param),)) as library:
        yield library
