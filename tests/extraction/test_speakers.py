"""Speakers: how a newspaper brings in who pledges, and whom the post speaks for where the text leaves it open."""

from __future__ import annotations

import pytest
from named import read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.people import people
from luoshi.extraction.atoms.places import places
from luoshi.extraction.compounds.pledges import pledges

TITLE = "云泽市委九届十次全会侧记\n"


def who(words: str) -> list[tuple[str | None, str | None]]:
    document = read(f"{TITLE}{words}\n与会同志热烈讨论。\n", bodies, people, places, pledges)
    return sorted(((p.value.person, p.value.body) for p in document.find("pledge")), key=str)


@pytest.mark.parametrize(
    "words",
    [
        "“渠通了，人心就齐。”市水利局局长柳溪话语铿锵，“今年我们要再修三条。”",
        "“今年我们要再修三条渠。”谈起打算，市水利局局长柳溪目光坚定。",
        "“今年我们要再修三条渠。”这是市水利局局长柳溪的承诺。",
        "“怎么修？”市水利局局长柳溪自问自答，“先干渠、后支渠，我们将一段一段啃。”",
        "市水利局局长柳溪谈到，将设立管护基金。",
        "市水利局局长柳溪认为，市水利局要当好先锋。",
        "市水利局局长柳溪在会上立下军令状：三年修渠百里。",
        "市水利局局长柳溪代表水利系统发言，表示将修好干渠。",
        "市水利局局长柳溪介绍了下一步的打算：修渠百里，建站八座。",
        "市水利局局长柳溪告诉《云泽晚报》记者，今年将修渠百里。",
        "作为市水利局局长，柳溪表示，将修渠百里。",
        "据市水利局局长柳溪介绍，明年将修渠百里。",
        "坐在前排的市水利局局长柳溪连连点头，他说，将修渠百里。",
        '"今年我们要再修三条渠。"市水利局局长柳溪说，"还要建站八座。"',
        "「今年我们要再修三条渠。」市水利局局长柳溪说。",
        "市政府党组成员、市水利局局长柳溪表示，将修渠百里。",
        "市政府副秘书长、市水利局局长柳溪表示，将修渠百里。",
    ],
)
def test_one_speaker_in_many_ways(words: str) -> None:
    assert who(words) == [("柳溪", "云泽市水利局")]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        (
            "东浦区委书记邵以宁表示，将建好新城；白鹭县委书记贺连山表示，将守好绿水。",
            [("贺连山", "白鹭县"), ("邵以宁", "东浦区")],
        ),
        ("东浦区委书记邵以宁、区长贺连山一致表示，将当好主阵地。", [("贺连山", "东浦区"), ("邵以宁", "东浦区")]),
        (
            "东浦区委书记邵以宁、白鹭县委书记贺连山先后发言。前者表示，将建好新城；后者表示，将守好绿水。",
            [("贺连山", "白鹭县"), ("邵以宁", "东浦区")],
        ),
        ("东浦区委书记邵以宁说完，白鹭县委书记贺连山接过话头：“我们也要快跑。”", [("贺连山", "白鹭县")]),
        ("市委副书记、统战部部长邵以宁表示，将凝聚各方力量。", [("邵以宁", "云泽市委统战部")]),
        ("中共东浦区委书记邵以宁表示，东浦将建好新城。", [("邵以宁", "东浦区")]),
        ("云泽高新区党工委委员、管委会副主任邵以宁表示，将新建孵化器。", [("邵以宁", "云泽高新区")]),
        ("云泽海关关长邵以宁表示，将压缩通关时间。", [("邵以宁", "云泽海关")]),
        ("市水利局党组书记、局长江永年表示，将修渠百里。", [("江永年", "云泽市水利局")]),
        ("市水利局党组表示，将修渠百里。", [(None, "云泽市水利局")]),
        ("市水利局立下军令状：年底前修渠百里。", [(None, "云泽市水利局")]),
        ("市水利局怎么干？该局表示，将修渠百里。", [(None, "云泽市水利局")]),
    ],
)
def test_whom_they_speak_for(words: str, speakers: list[tuple[str | None, str]]) -> None:
    assert who(words) == speakers


@pytest.mark.parametrize(
    "words",
    [
        "市水利局局长柳溪说，他最关注的是全会提出的“要让更多成果落地”。",
        "市水利局局长柳溪说：“全会提出，要加快实现水利现代化，这让人振奋。”",
        "市水利局局长柳溪念起报告里的话：“要加快水利现代化。”",
        "市委书记沈怀远表示，各级各部门要提高站位，要抓紧抓实。",
        "市社科院研究员柳溪认为，云泽要抓住机遇，加快转型。",
        "市水利局局长柳溪回忆，当年要修渠，连块石料都没有。",
    ],
)
def test_nobody_is_bound(words: str) -> None:
    assert who(words) == []
