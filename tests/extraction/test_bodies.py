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
            [("省林草局", "江苏省林业和草原局", "lead"), ("农业农村厅", "江苏省农业农村厅", "support")],
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
        (
            "由太仓市教育局、民政局承办。",
            [("太仓市教育局", "太仓市教育局", "lead"), ("民政局", "太仓市民政局", "lead")],
        ),
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
        "各级政府要协同。",
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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("支持苏州大学建设新校区。", ["苏州大学"]),
        ("与清华大学合作。", ["清华大学"]),
        ("依托市第一人民医院设立中心。", ["市第一人民医院"]),
        ("引进中国水运研究院。", ["中国水运研究院"]),
        ("做强市轮渡集团。", ["市轮渡集团"]),
        ("江苏恒沐新材料有限公司投产。", ["江苏恒沐新材料有限公司"]),
        ("苏州渡船协会、江苏银行参会。", ["苏州渡船协会", "江苏银行"]),
        ("成立市渡口整治领导小组。", ["市渡口整治领导小组"]),
        ("由市中级人民法院裁定。", ["市中级人民法院"]),
        ("各区人民政府要落实，各县（市、区）人民政府配合。", ["各区人民政府", "各县（市、区）人民政府"]),
        ("团市委组织活动。", ["团市委"]),
    ],
)
def test_institutions_begin_at_their_own_name(words: str, expected: list[str]) -> None:
    assert [quote for quote, _, _ in found(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "建设高水平大学和省级医院。",
        "各类协会、龙头企业集团和商业银行参与。",
        "新增三甲医院2家。",
        "引导大学生就业，发展集团化办学。",
        "建设苏州大学城，完善银行业监管。",
        "推进公司制改革。",
    ],
)
def test_kinds_of_institutions_are_none(words: str) -> None:
    assert found(words) == []


def test_a_short_name_says_why_it_means_the_full_one() -> None:
    document = read(head("苏州市") + "市发改委汇总。", bodies)
    (each,) = (finding for finding in document.find("body") if finding.quote == "市发改委")
    assert each.basis == "normalised"
    assert each.why is not None
    assert "苏州市" in each.why.zh


REPORT = "苏州市2021年政府工作报告\n2021年1月20日在苏州市第十六届人民代表大会第五次会议上\n"


@pytest.mark.parametrize(
    ("words", "successor", "doubted"),
    [
        ("市国土资源局开展调查。", "苏州市自然资源局", True),
        ("原国土资源局开展调查。", "自然资源局", False),
        ("环境保护部批复。", "生态环境部", True),
        ("中国银保监会批复。", "国家金融监督管理总局", False),  # it became this in 2023
        ("国家数据局批复。", None, True),  # not yet there
        ("市财政局开展调查。", None, False),
        ("国家农业委员会批复。", None, False),  # not one of the offices that were reformed in 2018
        ("阿尔尼亚卫生部批复。", None, False),  # another country's
        ("由卫生部批复。", "国家卫生健康委员会", True),
        ("广电总局批复。", None, False),  # short for more than one
    ],
)
def test_bodies_out_of_their_time(words: str, successor: str | None, doubted: bool) -> None:
    document = read(REPORT + words, bodies)
    assert str(document.profile.date).startswith("2021")
    last = list(document.find("body"))[-1]
    assert last.value.successor == successor
    assert [doubt.value.check for doubt in document.find("doubt")] == ["bodies"] * doubted
