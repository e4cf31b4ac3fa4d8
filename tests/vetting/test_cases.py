"""The checks, by a table of genuine and doctored texts."""

import tomllib
from pathlib import Path

import pytest

from dating import identified
from luoshi.vetting import vet

FILLER = [
    "各县区各部门要把责任扛在肩上，把任务落到项目上，一件一件抓出成效。加强农村道路管护，完善城乡公交线路，让群众出行更方便。",
    "深化医药卫生改革，办好人民满意的教育，健全养老服务网络。推进文化馆和图书馆建设，丰富群众文化生活，建设书香城市。",
    "统筹水资源配置，加快灌区改造，保障粮食安全。发展临港产业，培育骨干企业，支持中小企业改造设备，增强发展后劲。",
    "强化法治保障，规范执法行为，化解矛盾纠纷，维护社会稳定。严格安全生产责任，抓好防汛抗旱，守护群众生命财产。",
    "改善空气和河流水质，推进城市绿化，倡导节约用水。完善招商机制，简化审批流程，做好企业服务，营造良好环境。",
    "加强干部队伍建设，改进工作作风，提高办事效率。发挥各方面积极性，汇聚力量，把蓝图一步一步变成现实。",
    "培育家庭农场和合作社，发展林果和水产，拓宽农民增收渠道。保护古镇古街，发展乡村旅游，留住乡愁。",
]
OTHER = "完善社区服务，建设口袋公园，改造老旧管网，让居民生活更舒心。支持青年创业，举办技能竞赛，弘扬劳模精神。"


def filled(text):
    made = text.strip("\n").replace("FILLER OTHER", OTHER)
    for paragraph in FILLER:
        made = made.replace("FILLER", paragraph + paragraph[::-1][1:] + "。", 1)
    return made


CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case):
    document = vet(identified(filled(case["text"])))
    doubts = [(finding.value.check, finding.value.severity, finding.quote) for finding in document.find("doubt")]
    for check, severity, words in case["doubts"]:
        assert any(each == check and grave == severity and words in quote for each, grave, quote in doubts), (
            f"{check} {severity} {words} not among {doubts}"
        )
    for check in case.get("silent", ()):
        assert check not in {each for each, _, _ in doubts}, doubts
    if "grade" in case:
        assert document.verdict.grade == case["grade"], doubts
    for finding in document.find("doubt"):
        assert document.text[finding.span] == finding.quote
        assert finding.value.explanation.zh
        assert finding.value.explanation.en
        assert finding.why
