"""Programmes: named bundles of measures, not any work."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from named import read

from luoshi.extraction.atoms.places import places
from luoshi.extraction.compounds.programmes import programmes


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("深入实施“云帆”强基提质工程，扩大投资。", [("“云帆”强基提质工程", "工程", None)]),
        (
            "将牵头启动实施“云泽造”品牌建设三年行动计划，加大投入。",
            [("“云泽造”品牌建设三年行动计划", "行动计划", None)],
        ),
        ("深化债务管理三年行动，全力抓好安全生产。", [("债务管理三年行动", "行动", None)]),
        (
            "实施港口提升工程和航道畅通行动，打通堵点。",
            [("港口提升工程", "工程", None), ("航道畅通行动", "行动", None)],
        ),
        ("推进名师引育计划和“青苗”工程。", [("名师引育计划", "计划", None), ("“青苗”工程", "工程", None)]),
        ("开展大力提升园区服务水平专项行动。", [("提升园区服务水平专项行动", "专项行动", None)]),
        ("主动对接国家“云港通”工程。", [("“云港通”工程", "工程", None)]),
        ("牵头实施纺织业智能化改造三年行动。", [("纺织业智能化改造三年行动", "行动", None)]),
        ("实施“沧江英才”计划。", [("“沧江英才”计划", "计划", None)]),
        ("推进沧江绿岛建设第三轮三年行动计划。", [("沧江绿岛建设第三轮三年行动计划", "行动计划", None)]),
        ("实施高等教育提质计划。", [("高等教育提质计划", "计划", None)]),
        ("深化集群培育三年行动。", [("集群培育三年行动", "行动", None)]),
        ("启动港口提升行动计划（2024—2026年）。", [("港口提升行动计划", "行动计划", "2024/2026")]),
        ("开展房屋安全专项行动。", [("房屋安全专项行动", "专项行动", None)]),
        ("扎实开展“百村示范、千村整治”工程。", [("“百村示范、千村整治”工程", "工程", None)]),
        ("实施乡村建设行动。", [("乡村建设行动", "行动", None)]),
        ("实施青年就业促进计划，稳定岗位。", [("青年就业促进计划", "计划", None)]),
        ("坚持实施人才强镇战略，完善制度。", [("人才强镇战略", "战略", None)]),
        ("奉行互利共赢的开放战略。", [("互利共赢的开放战略", "战略", None)]),
        ("三地入选第二轮国家碳汇交易试点。", [("国家碳汇交易试点", "试点", None)]),
        ("新增4个云港联动综合试点。", [("云港联动综合试点", "试点", None)]),
        ("港口联动建设试点稳步开展。", [("港口联动建设试点", "试点", None)]),
        ("健康云泽行动启动实施。", [("健康云泽行动", "行动", None)]),
        ("巩固扩大清水保卫战成果。", [("清水保卫战", "保卫战", None)]),
        ("打赢村道整治攻坚战。", [("村道整治攻坚战", "攻坚战", None)]),
        ("完成“十三五”规划目标任务。", [("“十三五”规划", "规划", "2016/2020")]),
        ("这是“十四五”规划收官之年。", [("“十四五”规划", "规划", "2021/2025")]),
        ("国家积极应对海岸侵蚀中长期规划印发实施。", [("国家积极应对海岸侵蚀中长期规划", "规划", None)]),
        ("制定实施云湾治理总体方案。", [("云湾治理总体方案", "总体方案", None)]),
        ("实施优化云港环境2026年行动方案。", [("优化云港环境2026年行动方案", "行动方案", "2026")]),
        ("引云入泽工程实现通水。", [("引云入泽工程", "工程", None)]),
        ("开工建设云泽大河引水工程。", [("云泽大河引水工程", "工程", None)]),
        ("云大泽高铁、包云高铁开通运行。", [("云大泽高铁", "高铁", None), ("包云高铁", "高铁", None)]),
        ("加快沧云高速公路、云岭水库等项目。", [("沧云高速公路", "高速公路", None), ("云岭水库", "水库", None)]),
        ("推进西部大开发。", [("西部大开发", "战略", None)]),
        ("学习“千万工程”经验。", [("千万工程", "工程", None)]),
        ("共建“一带一路”走深走实。", [("一带一路", "倡议", None)]),
        ("把扩大内需战略同改革结合。", [("扩大内需战略", "战略", None)]),
        ("云泽港二期项目投运。", [("云泽港二期项目", "项目", None)]),
    ],
)
def test_programmes(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    values = [f.value for f in read(words, programmes).findings]
    assert [(v.name, v.form, str(v.period) if v.period else None) for v in values] == expected


@pytest.mark.parametrize(
    "words",
    [
        "推进一批重大工程建设。",
        "实施三年行动计划，开展七个专项行动。",
        "培养工程师队伍。",
        "第六个五年计划时期。",
        "以实际行动支持。",
        "制定年度计划。",
        "计划生育和计划执行。",
        "实施重大水利工程。",
        "全力实施生态建设八大工程，走出新路。",
        "推进引水、治沙等重点工程。",
        "实施第六轮三年行动计划。",
        "本行动计划自印发之日起施行。",
        "保持战略定力，培育战略性产业，服务国家战略。",
        "加强战略合作，落实重大战略任务。",
        "按照统一规划推进城市规划建设。",
        "“十五五”规划《建议》提出。",
        "建设一批高速铁路和高速公路。",
        "经济中高速增长，铁路货运增长。",
        "加强重点项目建设，抓好招商引资项目。",
        "完成招生计划和生产计划。",
        "提供系统解决方案。",
        "严禁搞面子工程、形象工程。",
        "落实《云泽振兴三年行动方案》。",
        "支持试点城市先行先试。",
        "打好三大攻坚战。",
    ],
)
def test_no_programme(words: str) -> None:
    assert list(read(words, programmes).findings) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("实施渔港提升、岸线修复等六大行动。", ["渔港提升行动", "岸线修复行动"]),
        ("启动渔业强基、绿色养殖和冷链提质等重大工程，扩大投资。", ["渔业强基工程", "绿色养殖工程", "冷链提质工程"]),
        ("深入实施“青苗”培育、名师引领等计划。", ["“青苗”培育计划", "名师引领计划"]),
        ("组织实施航道畅通、建设一流渔港和渔市等工程。", ["航道畅通工程", "建设一流渔港和渔市工程"]),
        # 计划 before another 计划
        ("实施各族渔民互助计划、青年渔工交流计划。", ["各族渔民互助计划", "青年渔工交流计划"]),
        ("加快渔港发展和民生工程建设。", []),
        # no list of names: common words, counts, works that are only furthered, a clause before
        ("实施水利、道路、绿化等工程。", []),
        ("实施12公里巷道、30个小区改造等工程。", []),
        ("加强海堤加固、河道治理等重点工程建设。", []),
        ("渔港提升、岸线修复等行动深入实施。", []),
    ],
)
def test_a_list_that_shares_its_form_names_several(words: str, names: list[str]) -> None:
    found = read(f"渔业方案\n{words}\n", programmes).findings
    assert [finding.value.name for finding in found] == names
    assert all((finding.basis == "normalised") == (finding.value.name != finding.quote) for finding in found)


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("实施港口提升三年行动。", 3),
        ("深化渔业治本攻坚两年专项行动。", 2),
        ("推进沧江绿岛建设第六轮5年行动计划。", 5),
        ("制定渔业发展十五年规划。", 15),
        ("实施优化云港环境2026年行动方案。", None),
        ("实施渔港提升行动。", None),
        ("完成“十三五”规划目标任务。", None),
    ],
)
def test_how_long_a_programme_lasts_by_its_name(words: str, years: int | None) -> None:
    (found,) = read(f"渔业方案\n{words}\n", programmes).findings
    assert found.value.years == years


@given(
    st.text(
        alphabet="实施推进“”《》（）、，。和等的5十四五年三专项工程行动计划战略试点规划高铁项目云泽区新示范江苏",
        min_size=1,
        max_size=60,
    )
)
def test_any_text_gives_spans_that_quote_it(words: str) -> None:
    document = read(words, places, programmes)  # read() compares each quote with its span
    found = [finding.span for finding in document.find("programme")]
    assert all(before.end <= after.start for before, after in pairwise(found))


@pytest.mark.parametrize("word", ["实施云泽工程", "“和工程等", "云江铁路至", "项目（二期", "十四五”规划"])
def test_a_line_without_end_takes_linear_time(word: str) -> None:
    document = read(word * (120_000 // len(word)))
    start = time.process_time()
    found = list(programmes(document))
    assert time.process_time() - start < 3
    assert all(len(finding.quote) < 60 for finding in found)
