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
                ("市财政局", "苏州市财政局", "responsible"),
                ("审计局", "苏州市审计局", "responsible"),
                ("广电局", "苏州市广播电视局", "responsible"),
            ],
        ),
        ("（牵头单位：自然资源厅）", [("自然资源厅", "江苏省自然资源厅", "lead")]),
        (
            "由太仓市教育局、民政局承办。",
            [("太仓市教育局", "太仓市教育局", "responsible"), ("民政局", "太仓市民政局", "responsible")],
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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # centres, laboratories and venues by what their names are made of
        ("水运装备技术创新中心、渡船材料创新中心落地。", ["水运装备技术创新中心", "渡船材料创新中心"]),
        ("用好省划艇运动管理中心。", ["省划艇运动管理中心"]),
        ("建成数字航标国际运营中心。", ["数字航标国际运营中心"]),
        ("支持紫杉岭实验室建设，渡船动力全国重点实验室揭牌。", ["紫杉岭实验室", "渡船动力全国重点实验室"]),
        ("苏州博物馆渡口分馆开放。", ["苏州博物馆渡口分馆"]),
        ("启动第四中学改造，第三幼儿园竣工。", ["第四中学", "第三幼儿园"]),
        # firms by their form, by the table, and in the company of others
        ("云帆集团增资扩产。", ["云帆集团"]),
        ("与宁德时代、比亚迪合作。", ["宁德时代", "比亚迪"]),
        ("与大唐、华能、汀洲等大型企业对接。", ["大唐", "华能", "汀洲"]),
        ("培育了云帆集团、白鹭智能、汀洲等一批龙头企业。", ["云帆集团", "白鹭智能", "汀洲"]),
        ("支持郑商所、上交所服务实体经济。", ["郑商所", "上交所"]),
        ("对接招商银行苏州分行。", ["招商银行苏州分行"]),
        ("中国航空工业集团参展。", ["中国航空工业集团"]),
        # parties, the army, the world
        ("听取民革、民盟、九三学社意见。", ["民革", "民盟", "九三学社"]),
        ("慰问解放军和武警部队。", ["解放军", "武警部队"]),
        ("遵守世贸组织规则，支持联合国工作。", ["世贸组织", "联合国"]),
        # offices
        ("由市政府办公室汇总，市政府督查室督办。", ["市政府办公室", "市政府督查室"]),
        ("各乡镇人民政府要落实。", ["各乡镇人民政府"]),
    ],
)
def test_names_by_their_form(words: str, expected: list[str]) -> None:
    assert [quote for quote, _, _ in found(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "建设国际科技创新中心，打造区域性金融服务中心。",
        "新增省级重点实验室5家、国家技术创新中心2个。",
        "新建实验室3个，共建联合实验室。",
        "其中建成泊位9个，水平高等级渡口，以冰雪嘉年华为主题。",
        "北京东方向，农牧原料充足，推广汽车租赁。",
        "其中石油输量下降，其中移动用户增加。",
        "支持联合国有企业发展。",
        "上市公司、城投公司、跨国公司并存。",
        "组建紧密型医疗集团，培育企业集团。",
        "增加普通高中学位，办好农村小学。",
        "在环境治理、节能改造等企业推广。",
    ],
)
def test_kinds_and_roles_are_no_names(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("现在，我代表市人民政府，向大会报告工作。", "speaker"),
        ("受市人民政府委托，我报告执行情况。", "speaker"),
        ("（牵头考核单位：市水务局）", "lead"),
        ("我们代表市民，市人民政府要落实。", None),
    ],
)
def test_who_reports_and_who_is_examined(words: str, role: str | None) -> None:
    assert [given for _, _, given in found(words)] == [role]
