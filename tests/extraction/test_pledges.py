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
        (
            "柳溪（市教育局局长）说：“明年要新建六所学校。”",
            "柳溪",
            "市教育局局长",
            "云泽市教育局",
            "direct",
            "“明年",
            "学校。”",
        ),
        (
            "白鹭县县长贺连山算起了账：“我们要把水文章做足。”",
            "贺连山",
            "白鹭县县长",
            "白鹭县",
            "direct",
            "“我们",
            "做足。”",
        ),
        (
            "白鹭县委常委、常务副县长贺连山把目光投向水。“山里有水。”他表示，将修好水库。",
            "贺连山",
            "白鹭县委常委、常务副县长",
            "白鹭县",
            "mixed",
            "“山里",
            "水库。",
        ),
        (
            "市教育局局长柳溪表示，将新建学校。“好老师要跟着走。”柳溪告诉记者，还要派老师下乡。",
            "柳溪",
            "市教育局局长",
            "云泽市教育局",
            "mixed",
            "将新建",
            "下乡。",
        ),
        (
            "走进市水务局，该局党组书记、局长林屿说，将清淤八条河。",
            "林屿",
            "该局党组书记、局长",
            "云泽市水务局",
            "indirect",
            "将清淤",
            "八条河。",
        ),
        (
            "市水务局有关负责人表示，将完成河道清淤。",
            None,
            "市水务局有关负责人",
            "云泽市水务局",
            "indirect",
            "将完成",
            "清淤。",
        ),
        (
            "云港重工董事长韩砺表示，企业将扩大投资。",
            "韩砺",
            "云港重工董事长",
            "云港重工",
            "indirect",
            "企业",
            "投资。",
        ),
        (
            "省党代表、柳湾村党支部书记卜满说，要把果园种好。",
            "卜满",
            "省党代表、柳湾村党支部书记",
            "柳湾村",
            "indirect",
            "要把",
            "种好。",
        ),
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
        "市委书记沈怀远强调，各级干部要把项目抓紧抓实。",
        "“报告让我们很受鼓舞。”市教育局局长柳溪说。",
        "市教育局局长柳溪说，新办法把五个窗口改成了一个窗口，群众不必再跑几趟。",
        "东浦大学教授邵以宁认为，各地应当加大投入。",
        "商务部等部门有关负责人表示，将办好展会。",
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


def said_in(words: str) -> list[tuple[str | None, str | None, str, str, str]]:
    return [
        (p.value.person, p.value.body, p.value.speech, p.quote[:4], p.quote[-4:]) for p in found(f"{TITLE}\n{words}")
    ]


def test_two_who_say_the_same() -> None:
    words = "市教育局局长柳溪、市商务局局长温若谷分别表示，将守住底线。\n"
    assert sorted(said_in(words)) == [
        ("柳溪", "云泽市教育局", "indirect", "将守住底", "住底线。"),
        ("温若谷", "云泽市商务局", "indirect", "将守住底", "住底线。"),
    ]


def test_a_quotation_whose_speaker_is_moved() -> None:
    words = "“山里有水，是福气。”白鹭县县长贺连山深有感触。他说，将修好水库。\n"
    assert said_in(words) == [("贺连山", "白鹭县", "mixed", "“山里有", "好水库。")]


def test_the_answers_of_an_interview() -> None:
    words = (
        "——访云泽市水务局局长林屿\n记者：去年做得怎样？\n林屿：去年清淤六条河，水清了。\n记者：今年呢？\n"
        "林屿：今年要再清八条。\n管护也要跟上，一条不落。\n问：经费够吗？\n答：我们会省着花，力争不加一分钱。\n"
    )
    assert said_in(words) == [
        ("林屿", "云泽市水务局", "direct", "今年要再", "条不落。"),
        ("林屿", "云泽市水务局", "direct", "我们会省", "一分钱。"),
    ]


def test_a_quotation_over_paragraphs_opens_anew_in_each() -> None:
    words = "“山里有水，是福气。\n“我们要把水文章做足。”白鹭县县长贺连山在接受本报记者采访时感慨地说。\n"
    assert said_in(words) == [("贺连山", "白鹭县", "direct", "“山里有", "做足。”")]


def test_essays_under_a_byline() -> None:
    words = (
        "把水文章做足\n白鹭县委书记 贺连山\n白鹭因水得名。\n今后五年，白鹭要修好水库。\n"
        "让老城焕新\n东浦区区长 邵以宁\n东浦将更新老街。\n"
    )
    assert said_in(words) == [
        ("贺连山", "白鹭县", "direct", "白鹭因水", "好水库。"),
        ("邵以宁", "东浦区", "direct", "东浦将更", "新老街。"),
    ]


def test_the_head_of_a_report_is_no_essay() -> None:
    assert said_in("市长 唐予安\n各位代表：\n今年要办好十件实事。\n") == []


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
