"""Pledges: who says what will be done, for which body, and in whose words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from named import read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.people import people
from luoshi.extraction.compounds.pledges import pledges
from luoshi.model import AnyFinding, Span

TITLE = "云泽市委九届十次全会侧记\n"


def found(words: str) -> list[AnyFinding]:
    return list(read(words, bodies, people, pledges).find("pledge"))


@pytest.mark.parametrize(
    ("words", "person", "post", "body", "speech", "first", "last"),
    [
        (
            "市商务局局长温若谷表示，将支持企业出海，办好展会。",
            "温若谷",
            "市商务局局长",
            "云泽市商务局",
            "indirect",
            "将支持",
            "展会。",
        ),
        (
            "“东浦区要当好主阵地。”东浦区委书记邵以宁表示，将盯牢项目，推动早投产。",
            "邵以宁",
            "东浦区委书记",
            "东浦区",
            "mixed",
            "“东浦区要",
            "早投产。",
        ),
        (
            "白鹭县县长贺连山说：“我们要把水文章做足。”",
            "贺连山",
            "白鹭县县长",
            "白鹭县",
            "direct",
            "“我们要",
            "做足。”",
        ),
        (
            "“明年我们将新建六所学校，让孩子就近上学。”市教育局局长柳溪说。",
            "柳溪",
            "市教育局局长",
            "云泽市教育局",
            "direct",
            "“明年我们",
            "就近上学。”",
        ),
        (
            "市委常委、滨江开发区党工委书记曾牧野表示，将一手抓招商，一手抓服务。",
            "曾牧野",
            "市委常委、滨江开发区党工委书记",
            "滨江开发区",
            "indirect",
            "将一手",
            "服务。",
        ),
        (
            "市水务局党组书记林屿在接受采访时表示，将完成河道清淤。他说，下一步要建好管护队伍。",
            "林屿",
            "市水务局党组书记",
            "云泽市水务局",
            "indirect",
            "将完成",
            "队伍。",
        ),
        ("市长唐予安承诺，确保年内全部开工。", "唐予安", "市长", "云泽市", "indirect", "确保", "开工。"),
    ],
)
def test_a_pledge(words: str, *, person: str, post: str, body: str, speech: str, first: str, last: str) -> None:
    (pledge,) = found(f"{TITLE}\n{words}\n与会同志热烈讨论。\n")
    value = pledge.value
    assert (value.person, value.post, value.body, value.speech) == (person, post, body, speech)
    assert pledge.quote.startswith(first)
    assert pledge.quote.endswith(last)
    assert pledge.quote.count("“") == pledge.quote.count("”")


@pytest.mark.parametrize(
    "words",
    [
        "与会代表纷纷表示，要倍加珍惜来之不易的成绩。",
        "市委书记沈怀远主持会议。",
        "市统计局局长温若谷介绍，去年居民收入稳步提高了。",
        "全会指出，要把项目抓紧抓实。",
    ],
)
def test_no_pledge(words: str) -> None:
    assert found(f"{TITLE}\n{words}\n") == []


def test_the_narrator_goes_on_after_the_speaker() -> None:
    (pledge,) = found(f"{TITLE}\n市商务局局长温若谷表示，将办好展会。全会提出，要扩大开放。\n")
    assert pledge.quote == "将办好展会。"


def test_each_speaker_has_their_own_words() -> None:
    words = f"{TITLE}\n市商务局局长温若谷表示，将办好展会。市教育局局长柳溪表示，将建好学校。\n"
    assert [(p.value.person, p.quote) for p in found(words)] == [("温若谷", "将办好展会。"), ("柳溪", "将建好学校。")]


def test_the_fifteen_pledges_of_a_real_feature(shared: Path) -> None:
    (seed,) = (shared / "seeds").glob("001_*")
    gold = [
        json.loads(line)
        for line in (shared / "gold" / "seed_001_pledges.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    document = read(seed.read_text(encoding="utf-8"), bodies, people, pledges)
    read_off = list(document.find("pledge"))
    keys = ("person", "post", "body", "speech")
    assert [[getattr(p.value, key) for key in keys] for p in read_off] == [[row[key] for key in keys] for row in gold]
    overlaps, opened, closed = 0, 0, 0
    for pledge, row in zip(read_off, gold, strict=True):
        back = document.text.back(pledge.span)
        inside = min(back.end, row["end"]) - max(back.start, row["start"])
        overlaps += inside / max(back.end - back.start, row["end"] - row["start"]) > 0.75
        said = document.text.back(Span(pledge.span.start + pledge.quote.startswith("“"), pledge.span.end))
        opened += said.start == row["start"]  # the rows leave the opening mark out
        closed += said.end == row["end"]
    assert (overlaps, closed) == (15, 15)
    assert opened >= 13
