"""Bodies: full names with the document's own place, and their part in the work."""

from __future__ import annotations

import pytest
from named import head, read

from luoshi.extraction.atoms.bodies import bodies


def found(words: str, place: str = "苏州市") -> list[tuple[str, str, str | None]]:
    document = read(head(place) + words, bodies)
    start = document.text.content.find("\n")
    return [(f.quote, f.value.name, f.value.role) for f in document.findings if f.span.start > start]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("由市发改委汇总。", [("市发改委", "苏州市发展和改革委员会", None)]),
        ("省工信厅支持。", [("省工信厅", "江苏省工业和信息化厅", None)]),
        ("太仓市委作了汇报。", [("太仓市委", "中共太仓市委员会", None)]),
        ("市委宣传部会商。", [("市委宣传部", "中共苏州市委员会宣传部", None)]),
        (
            "市商务局牵头，市财政局配合。",
            [("市商务局", "苏州市商务局", "lead"), ("市财政局", "苏州市财政局", "support")],
        ),
        (
            "（牵头单位：市教育局、市民政局）",
            [("市教育局", "苏州市教育局", "lead"), ("市民政局", "苏州市民政局", "lead")],
        ),
        ("（配合单位：市水务局）", [("市水务局", "苏州市水务局", "support")]),
        ("国务院批复同意。", [("国务院", "国务院", None)]),
        ("党中央作出部署。", [("党中央", "中共中央", None)]),
        ("苏州高新区党工委研究。", [("苏州高新区党工委", "苏州高新区党工委", None)]),
        ("国家发展改革委印发通知。", [("国家发展改革委", "国家发展和改革委员会", "speaker")]),
        (
            "省林草局会同农业农村厅发文。",
            [("省林草局", "江苏省林业和草原局", None), ("农业农村厅", "江苏省农业农村厅", None)],
        ),
        (
            "（责任单位：市财政局、审计局、广电局）",
            [
                ("市财政局", "苏州市财政局", "lead"),
                ("审计局", "苏州市审计局", "lead"),
                ("广电局", "苏州市广播电视局", "lead"),
            ],
        ),
        ("（牵头单位：自然资源厅）", [("自然资源厅", "江苏省自然资源厅", "lead")]),
        ("由太仓市教育局、民政局承办。", [("太仓市教育局", "太仓市教育局", None), ("民政局", "太仓市民政局", None)]),
        ("市政协建言。", [("市政协", "中国人民政治协商会议苏州市委员会", None)]),
    ],
)
def test_bodies_are_found(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "各部门各单位要协同。",
        "在城市委托运营。",
        "交通部门加强值守。",
        "社区委托物业管理。",
        "发挥海关作用。",
        "提升城市政务水平。",
        "各市、县政府和各区政府要协同。",
        "支持特别行政区政府施政，区政府要落实。",
    ],
)
def test_words_are_no_bodies(words: str) -> None:
    assert found(words) == []


def test_a_place_that_no_table_knows() -> None:
    assert found("市工信局承办，东浦区委落实。", "云泽市") == [
        ("市工信局", "云泽市工业和信息化局", None),
        ("东浦区委", "中共东浦区委员会", None),
    ]


def test_the_region_above() -> None:
    assert found("自治区人民政府支持，市政府落实。", "海拉尔区") == [
        ("自治区人民政府", "内蒙古自治区人民政府", None),
        ("市政府", "呼伦贝尔市人民政府", None),
    ]


def test_a_list_of_two_and_words_before() -> None:
    assert found("在省委省政府领导下，围绕区委部署，上海海关支持。", "云泽市") == [
        ("省委", "省委", None),
        ("省政府", "省政府", None),
        ("上海海关", "上海海关", None),
    ]
