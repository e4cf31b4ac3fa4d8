"""A meeting's news: what the meeting did and looked back on is no work; what it orders is."""

from __future__ import annotations

import pytest
from named import read

from luoshi.extraction.compounds.measures import measures

_HEAD = "中共云泽市委九届十次全体会议公报\n（2026年1月8日中共云泽市委九届十次全体会议通过）\n"


def objects(words: str) -> list[str]:
    document = read(_HEAD + words, measures)
    assert document.profile.genre
    assert document.profile.genre.value == "公报"
    return [finding.value.object for finding in document.findings]


@pytest.mark.parametrize(
    "words",
    [
        # what is done at a meeting
        "市委书记温若谷在讲话中总结2025年渔业工作，深入分析当前渔业形势，系统部署2026年渔业工作。",
        "市长罗明作总结讲话，对落实全会精神、做好明年渔业工作提出要求。",
        "全会听取了市委常委会工作报告，审议通过了《关于推进渔港建设的决定》。",
        "全会深入贯彻上级全会精神，对推进强港工程进行全面部署，动员全市加快建设枢纽港城。",
        # a review, and what follows it up to the next order
        "全会认为，今年以来，市委团结带领全市上下，顶住台风压力，加大渔港投入力度，着力扩大出口。深化岸线改革，推进码头改造。",
        "全会充分肯定市委常委会一年来的工作。一致认为，市委常委会落实上级部署，统筹渔业和航运，进一步深化港口改革。",
        "全会指出，2025年，市委和各级渔政部门强化巡查，整治违规网箱。扎实开展岸线清理行动，完善巡查制度。",
        "面对严重的台风灾害，全市干部群众抢修渔港，推动渔业恢复生产。",
    ],
)
def test_what_is_told_is_no_work(words: str) -> None:
    assert objects(words) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "全会认为，今年以来，市委带领全市加大渔港投入力度，渔业取得显著成效。要加快建设枢纽港城，推进码头改造。",
            ["枢纽港城", "码头改造"],
        ),
        ("全会强调，必须加强岸线管护，健全巡查制度。", ["岸线管护", "巡查制度"]),
        ("全会审议通过了《渔港条例》。\n推进码头改造，建设冷库。", ["码头改造", "冷库"]),
        ("全会号召，全市上下加快建设枢纽港城，办好开渔节。", ["枢纽港城", "开渔节"]),
        # a paragraph begins afresh
        ("今年以来，市委狠抓渔港建设，整治网箱。\n一是推进码头改造，建设冷库。", ["码头改造", "冷库"]),
        # 做好渔业工作，要…: what for, then what, also where words of speaking stand before
        ("全会强调，做好明年渔业工作，要加强岸线管护。", ["岸线管护"]),
        # 在…时，强调要… tells of what was said then
        ("过去五年，市委推进渔港建设，强调要保持定力，稳步扩大养殖。", []),
    ],
)
def test_what_is_ordered_is_work(words: str, expected: list[str]) -> None:
    assert objects(words) == expected


def test_the_same_words_in_a_plan_are_work() -> None:
    words = "云泽市国民经济和社会发展第十五个五年规划纲要\n一、主要任务\n在市委坚强领导下，推进码头改造，建设冷库。\n"
    assert [f.value.object for f in read(words, measures).findings] == ["码头改造", "冷库"]
