"""Programmes: named bundles of measures, not any work."""

from __future__ import annotations

import pytest
from named import read

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
    ],
)
def test_no_programme(words: str) -> None:
    assert list(read(words, programmes).findings) == []
