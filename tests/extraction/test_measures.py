"""Measures: clauses of work to be done; nothing from a review."""

from __future__ import annotations

import pytest
from named import head, read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.people import people
from luoshi.extraction.compounds.measures import measures
from luoshi.extraction.compounds.pledges import pledges


def found(words: str) -> list[tuple[str, str, int | None]]:
    document = read(f"{head('云泽市')}一、主要任务\n{words}", measures)
    return [(f.value.verb, f.value.object, f.value.strength) for f in document.findings]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("加快建设枢纽港城，实施强港工程。", [("建设", "枢纽港城", 3), ("实施", "强港工程", 4)]),
        ("确保完成老旧小区改造任务，让居民满意。", [("完成", "老旧小区改造任务", 5)]),
        ("力争建成过江通道，探索建立补偿机制。", [("建成", "过江通道", 3), ("建立", "补偿机制", 1)]),
        ("要大力培育海工装备集群，鼓励企业出海办展。", [("培育", "海工装备集群", 3), ("鼓励", "企业出海办展", 1)]),
        ("深入开展河道清淤行动，推动水质好转。", [("开展", "河道清淤行动", 4), ("推动", "水质好转", 2)]),
    ],
)
def test_measures(words: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "五年来，建成了过江通道，实施了强港工程。",
        "港口条件得天独厚，区位优势十分突出。",
        "完善的体制机制不断健全，服务水平明显提升。",
        "建设的成效有目共睹，发展的基础更加牢固。",
    ],
)
def test_no_measures(words: str) -> None:
    assert found(words) == []


def test_a_review_promises_nothing_and_the_work_ahead_does() -> None:
    words = (
        "政府工作报告\n——2026年1月20日在云泽市第十七届人民代表大会第五次会议上\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n"
        "一、2025年工作回顾\n实施强港工程，建设深水泊位，港口面貌焕然一新。\n二、2026年工作安排\n推进数字政府建设，建设一批智慧码头。\n"
    )
    assert [f.value.object for f in read(words, measures).findings] == ["数字政府建设", "一批智慧码头"]


def test_a_measure_in_a_pledge_binds_the_speakers_body() -> None:
    words = "云泽市委九届十次全会侧记\n\n市商务局局长温若谷表示，将支持企业出海拓市场，办好跨境电商展会。\n"
    document = read(words, bodies, people, pledges, measures)
    assert {f.value.actor for f in document.find("measure")} == {"云泽市商务局"}


def test_a_quote_stays_in_its_cell() -> None:
    document = read(
        f"{head('云泽市')}一、主要任务\n任务\t内容\t单位\n1\t加快建设枢纽港城，实施强港工程\t市港航局，市发改委\n2\t推进智慧码头建设，扩大开放\t市商务局\n",
        measures,
    )
    assert document.findings
    assert all("\t" not in finding.quote for finding in document.findings)
