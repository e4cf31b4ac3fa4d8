"""Responsibilities: who leads, who supports, for which words; and what is only suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from named import head, read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.compounds.measures import measures
from luoshi.extraction.compounds.responsibilities import responsibilities
from luoshi.model import Document


def document_of(words: str, place: str = "苏州市") -> Document:
    return read(head(place) + words, bodies, measures, responsibilities)


def stated(words: str, place: str = "苏州市") -> list[tuple[str, str, str]]:
    """Role, body and the work of each stated responsibility."""
    document = document_of(words, place)
    return [
        (f.value.role, f.value.body, document.text[f.value.work] if f.value.work else "")
        for f in document.find("responsibility")
        if f.value.role != "suggested"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "建设沿江步道（市发改委牵头，市财政局、市工信局配合）。",
            [
                ("lead", "苏州市发展和改革委员会", "建设沿江步道"),
                ("support", "苏州市财政局", "建设沿江步道"),
                ("support", "苏州市工业和信息化局", "建设沿江步道"),
            ],
        ),
        (
            "修缮旧码头。（责任单位：市水务局，各县（市、区）人民政府）",
            [("responsible", "苏州市水务局", "修缮旧码头"), ("responsible", "各县（市、区）人民政府", "修缮旧码头")],
        ),
        (
            "开设夜校。（牵头单位：市教育局；配合单位：市人社局、团市委）",
            [
                ("lead", "苏州市教育局", "开设夜校"),
                ("support", "苏州市人力资源和社会保障局", "开设夜校"),
                ("support", "共青团苏州市委员会", "开设夜校"),
            ],
        ),
        (
            "扩建花市。\n责任单位：市商务局、市农业农村局\n",
            [("responsible", "苏州市商务局", "扩建花市"), ("responsible", "苏州市农业农村局", "扩建花市")],
        ),
        (
            "整修灯塔。（市交通局牵头，市财政局、市文旅局按职责分工负责）",
            [
                ("lead", "苏州市交通运输局", "整修灯塔"),
                ("support", "苏州市财政局", "整修灯塔"),
                ("support", "苏州市文化和旅游局", "整修灯塔"),
            ],
        ),
        (
            "清理河沙。（市水务局、市城管局按职责分工负责）",
            [("responsible", "苏州市水务局", "清理河沙"), ("responsible", "苏州市城市管理局", "清理河沙")],
        ),
        ("由市教育局负责选址。", [("responsible", "苏州市教育局", "由市教育局负责选址")]),
        (
            "市民政局会同市财政局、市卫健委制定办法。",
            [
                ("lead", "苏州市民政局", "市民政局会同市财政局、市卫健委制定办法"),
                ("support", "苏州市财政局", "市民政局会同市财政局、市卫健委制定办法"),
                ("support", "苏州市卫生健康委员会", "市民政局会同市财政局、市卫健委制定办法"),
            ],
        ),
        (
            "名单中排在第一位的为牵头单位。\n种植行道树。（责任单位：市园林局、市财政局）",
            [("lead", "苏州市园林绿化局", "种植行道树"), ("support", "苏州市财政局", "种植行道树")],
        ),
        (
            "修甲桥。（责任单位：市住建局）修乙桥。（责任单位：市水务局）",
            [("responsible", "苏州市住房和城乡建设局", "修甲桥"), ("responsible", "苏州市水务局", "修乙桥")],
        ),
        (
            "疏浚内河。（主办单位：市水务局；责任单位：市城管局）",
            [("lead", "苏州市水务局", "疏浚内河"), ("responsible", "苏州市城市管理局", "疏浚内河")],
        ),
        ("支持企业牵头组建联合体。", []),
        ("市政府负责同志出席会议。", []),
        ("市财政局负责人表示赞成。", []),
    ],
)
def test_what_the_text_says(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert stated(words) == expected


def test_a_column_of_a_table() -> None:
    table = "序号\t重点任务\t牵头单位\t配合单位\n1\t建设渡口\t市交通局\t市财政局、市水务局\n2\t编修县志\t市档案馆\t\n"
    assert stated(table) == [
        ("lead", "苏州市交通运输局", "建设渡口"),
        ("support", "苏州市财政局", "建设渡口"),
        ("support", "苏州市水务局", "建设渡口"),
        ("lead", "苏州市档案馆", "编修县志"),
    ]


def test_a_column_that_ranks_nobody() -> None:
    table = "序号\t重点任务\t责任单位\n1\t建设渡口\t市交通局、市水务局\n2\t编修县志\t市档案馆\n"
    assert stated(table) == [
        ("responsible", "苏州市交通运输局", "建设渡口"),
        ("responsible", "苏州市水务局", "建设渡口"),
        ("responsible", "苏州市档案馆", "编修县志"),
    ]


def suggested(words: str, place: str = "苏州市") -> list[tuple[str, str, str | None]]:
    return [
        (f.quote, f.value.body, f.value.field)
        for f in document_of(words, place).find("responsibility")
        if f.value.role == "suggested"
    ]


def test_where_nobody_is_named_the_field_of_work_suggests() -> None:
    document = document_of("一、民生\n促进零工市场规范发展。\n")
    (each,) = document.find("responsibility")
    assert (each.value.role, each.value.body) == ("suggested", "苏州市人力资源和社会保障局")
    assert each.quote == "零工市场"
    assert each.basis == "inferred"
    assert each.why is not None
    assert "零工市场" in each.why.zh
    assert "国办发〔2008〕68号" in each.why.zh
    assert each.value.work is not None
    assert document.text[each.value.work] == "促进零工市场规范发展"


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        ("江苏省", "推进灌区改造提升。", [("灌区", "江苏省水利厅", "水利")]),
        ("昆山市", "推进灌区改造提升。", [("灌区", "昆山市水行政主管部门", "水利")]),
        ("浙江省", "推进工业互联网普及应用。", []),  # its office bears another name
        ("苏州市", "推进渡口改造提升。", []),
        ("苏州市", "促进零工市场规范发展（市总工会牵头）。", []),
        ("苏州市", "推进灌区、零工市场、公租房改造。", []),  # three fields are none
        ("苏州市", "推进桥梁、码头、路灯、步道、灌区改造。", []),  # one thing of many
        ("云泽市", "推进灌区改造提升。", []),  # a place without a code may be anywhere
    ],
)
def test_suggestions_are_sure_or_not_made(place: str, words: str, expected: list[tuple[str, str, str]]) -> None:
    assert suggested(words, place) == expected


def test_no_body_is_suggested_before_it_existed() -> None:
    title = "苏州市国民经济和社会发展第十二个五年规划纲要\n（2011年1月20日苏州市第十四届人民代表大会第四次会议批准）\n"
    document = read(title + "加强退役军人安置帮扶。", bodies, measures, responsibilities)
    assert str(document.profile.date).startswith("2011")
    assert list(document.find("responsibility")) == []


@given(st.text(alphabet="市省区发改委财政局、，。；：（）牵头责任单位配合负责会同按职责分工\n\t各县政府", max_size=60))
def test_any_words_end_and_quote(words: str) -> None:
    document = document_of(words)
    for finding in document.find("responsibility"):
        assert finding.value.role in ("lead", "responsible", "support", "suggested")
        if finding.value.work is not None:
            assert 0 <= finding.value.work.start < finding.value.work.end <= len(document.text)


def test_a_long_line_of_notes_takes_linear_time() -> None:
    document = document_of("修桥（责任单位：市财政局" * 4000)
    assert len(list(document.find("responsibility"))) > 3000
