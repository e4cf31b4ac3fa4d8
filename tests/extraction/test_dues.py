"""Deadlines that task lists set: behind the work, below it, or in a column beside it. All places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.test_statements import AHEAD, REVIEW, document, read


def due(content, **more):
    return [
        (each.value.indicator, str(each.value.period))
        for each in read(content, **more)
        if each.value.quantity.measure == "completion"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "1.完善窗口服务模式，优化设置。逐步做到随到随办。（3月底取得阶段性成效并持续推进，牵头单位：市甲局）",
            [("完善窗口服务模式取得阶段性成效", "2026-03-31")],
        ),
        ("2.推动自助终端向社区延伸。（持续推进，牵头单位：市甲局）", []),
        (
            "3.完成云溪平台扩展，强化共享。（0.5分）（6月底完成，牵头考核单位：市乙局）",
            [("完成云溪平台扩展", "2026-06-30")],
        ),
        ("4.按照省里要求，梳理数据清单，完成挂载（12月完成）。", [("梳理数据清单", "2026-12")]),
        ("推进老城区管网改造（责任单位：市丙局；完成时限：2026年6月）", [("推进老城区管网改造", "2026-06")]),
        ("推进老城区管网改造（市丙局牵头，2027年6月底前完成）", [("推进老城区管网改造", "2027-06-30")]),
        ("（一）开展校园安全整治。\n责任单位：市丁局\n完成时限：2026年9月底前", [("开展校园安全整治", "2026-09-30")]),
        ("1.建设智慧停车平台。责任单位：市甲局；完成时间：年底前。", [("建设智慧停车平台", "2026-12-31")]),
        ("1.推行一窗受理。完成时限：长期坚持", []),
        ("加快推进云溪大桥建设，年底前全面完成。", [("加快推进云溪大桥建设", "2026-12-31")]),
        ("开展河道清淤，完成时限：2026年3月—11月。", [("开展河道清淤", "2026-03/2026-11")]),
        (
            "实施老旧小区改造，6月底前完成方案编制，12月底前完成。",
            [("方案编制", "2026-06-30"), ("实施老旧小区改造", "2026-12-31")],
        ),
        (
            "制定养老服务条例（2026年底前完成）、修订供水办法（2026年10月底前出台）。",
            [("制定养老服务条例", "2026-12-31"), ("修订供水办法", "2026-10-31")],
        ),
        ("确保甲车站10月份投入使用，乙矿项目年内投产。", [("甲车站投入使用", "2026-10"), ("乙矿项目投产", "2026")]),
        ("抓好年初出台的甲政策、6月份出台的乙政策。", []),
        ("五年内建成住宅3 · 1万套。", []),
        ("上半年完成丙大桥主体工程。", [("丙大桥主体工程", "2026-01/2026-06")]),
        ("推进南湖片区建设（2025年修订），参见方案（2026年1月20日）。", []),
        ("推进南湖片区建设（2026—2028年），完善配套。", []),
    ],
)
def test_deadlines_behind_the_work(text, expected):
    assert sorted(due(AHEAD + text)) == sorted(expected)


def test_what_a_review_says_was_done_sets_no_deadline():
    assert due(REVIEW + "推进老城区管网改造（6月底完成）。") == []


def test_the_deadline_is_cited_and_says_where_its_year_comes_from():
    content = AHEAD + "推进老城区管网改造（6月底完成，牵头单位：市丙局）。"
    (found,) = read(content)
    value = found.value
    assert content[value.quantity_span.start : value.quantity_span.end] == "6月底完成"
    assert content[value.indicator_span.start : value.indicator_span.end] == "推进老城区管网改造"
    assert (found.kind, value.period_stated, found.basis) == ("target", True, "normalised")
    assert found.why
    assert content[found.span.start : found.span.end] == found.quote


TABLE = """重点任务\t责任单位\t完成时限
新建甲公园\t市甲局\t2026年6月
改造乙路，完善标线\t市乙局\t6月底前完成设计；12月底前完成施工
编制丙规划\t市丙局\t12月
持续开展巡查\t市丁局\t长期坚持"""


def test_a_column_of_deadlines_beside_the_tasks():
    found = [each for each in read(AHEAD + TABLE) if each.rule == "statements.due"]
    assert [(each.value.indicator, str(each.value.period), each.value.cell) for each in found] == [
        ("新建甲公园", "2026-06", "t1.r2.c3"),
        ("改造乙路，完善标线", "2026-06-30", "t1.r3.c3"),
        ("改造乙路，完善标线", "2026-12-31", "t1.r3.c3"),
        ("编制丙规划", "2026-12", "t1.r4.c3"),
    ]


@pytest.mark.parametrize("head", ["时间节点", "进度安排", "计划完成时间", "办结时限", "整改期限"])
@pytest.mark.parametrize("name", ["工作任务", "主要举措", "事项", "任务清单"])
def test_the_names_of_such_columns(head, name):
    assert due(AHEAD + f"{name}\t{head}\n新建甲公园\t2026年6月\n改造乙路面\t2026年9月") == [
        ("新建甲公园", "2026-06"),
        ("改造乙路面", "2026-09"),
    ]


@given(st.text("（）()，；。：\n\t完成时限前底月年内0123456789二零6取得责任单位、", max_size=120))
def test_anything_is_read_and_quoted(text):
    for found in read(AHEAD + text):
        assert (AHEAD + text)[found.span.start : found.span.end] == found.quote


def test_a_long_line_of_brackets_takes_time_in_proportion():
    content = AHEAD + "推进甲工程（6月底完成）" * 3000
    assert len([each for each in read(content) if each.rule == "statements.due"]) == 3000
    assert document(content).text.content == content
