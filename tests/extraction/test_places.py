"""Places: a gazetteer that knows when a word is a word."""

from __future__ import annotations

import pytest
from named import head, read

from luoshi.extraction.atoms.places import places
from luoshi.knowledge.regions import are_near, divisions, resolve_division


def found(words: str, place: str = "江苏省") -> list[tuple[str, str, str | None]]:
    document = read(head(place) + words, places)
    start = document.text.content.find("\n")
    return [(f.quote, f.value.name, f.value.code) for f in document.findings if f.span.start > start]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("支持苏州做强实体经济。", [("苏州", "苏州市", "320500")]),
        ("昆山、太仓的企业来此考察。", [("昆山", "昆山市", "320583"), ("太仓", "太仓市", "320585")]),
        ("与上海共建园区。", [("上海", "上海市", "310000")]),
        ("苏州工业园区扩大开放。", [("苏州工业园区", "苏州工业园区", None)]),
        ("昆山高新区提速。", [("昆山高新区", "昆山高新区", None)]),
        ("融入长三角一体化。", [("长三角", "长江三角洲地区", None)]),
        ("向上海、福建等省市学习，祝愿安宁。", [("上海", "上海市", "310000"), ("福建", "福建省", "350000")]),
        ("江苏太仓机场选址。", [("江苏", "江苏省", "320000"), ("太仓", "太仓市", "320585")]),
        ("某公司（江苏）算力产业园扩容。", [("江苏", "江苏省", "320000")]),
        (
            "珠江西岸和鄱阳湖流域协同治理。",
            [("珠江", "珠江", None), ("鄱阳湖流域", "鄱阳湖流域", None)],
        ),
        ("建成苏皖云泽国际物流园区。", [("苏皖云泽国际物流园区", "苏皖云泽国际物流园区", None)]),
        ("加快云泽山海旅游景区建设。", [("云泽山海旅游景区", "云泽山海旅游景区", None)]),
        ("创建中国（江苏）自由贸易试验区。", [("中国（江苏）自由贸易试验区", "中国（江苏）自由贸易试验区", None)]),
        ("国家级云锦文化（南京）生态保护区获批。", [("国家级云锦文化（南京）生态保护区",) * 2 + (None,)]),
        ("建设南京国家云计算产业示范区。", [("南京国家云计算产业示范区",) * 2 + (None,)]),
        ("句容、仪征等县市做强园区。", [("句容", "句容市", "321183"), ("仪征", "仪征市", "321081")]),
        ("深化与东盟、俄罗斯的经贸往来。", [("东盟", "东盟", None), ("俄罗斯", "俄罗斯", None)]),
        ("建设干线、岑溪至罗定铁路。", [("岑溪", "岑溪市", "450481"), ("罗定", "罗定市", "445381")]),
        ("南京中山植物园开放。", [("南京", "南京市", "320100")]),
        ("支持江苏沿海经济带做强。", [("江苏沿海经济带",) * 2 + (None,)]),
        ("闽江水质改善，汉江干流达标。", [("闽江", "闽江", None), ("汉江", "汉江", None)]),
        ("浙东和皖南加快发展。", [("浙东", "浙东", None), ("皖南", "皖南", None)]),
        ("在南京市鼓楼区试点。", [("南京市", "南京市", "320100"), ("鼓楼区", "鼓楼区", "320106")]),
    ],
)
def test_places_are_found(words: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert found(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "深化国际合作市场化机制。",
        "夕阳和朝阳产业并举，维护和平安宁。",
        "顾海东表示满意。",
        "沿海城市带加快形成。",
        "研究重大理论问题。",
        "建设美丽水乡，打造出海口。",
        "促进和县域经济有关的工作。",
        "共同富裕、资源节约、人民幸福安康。",
        "推进隆重庆祝活动的准备。",
        "示范区域和港口区域。",
        "引进阿里云，采购宁德时代电池。",
        "推广龙井茶和武昌鱼，治理苏州湾。",
        "机关中层干部和宪法国家机关学优美国土篇章。",
        "长江路、黄河大桥和上市、入市的企业。",
        "建设现代农业产业园和国家级高新区，提升重点景区。",
        "完善国家级经济技术开发区和自贸试验区政策。",
        "开通满洲里路、海拉尔大街和苏州街。",
        "每周至少一次，异常熟悉业务。",
        "凤凰机场通航，建设太仓大学。",
    ],
)
def test_words_are_no_places(words: str) -> None:
    assert found(words) == []


def test_an_ambiguous_name_means_the_one_at_home() -> None:
    assert found("改造鼓楼区的老街。", "福建省福州市") == [("鼓楼区", "鼓楼区", "350102")]
    assert found("改造鼓楼区的老街。", "南京市") == [("鼓楼区", "鼓楼区", "320106")]


def test_a_place_of_its_own_that_no_table_knows() -> None:
    assert found("云泽因港而兴，云泽市要走在前列。", "云泽市") == [("云泽", "云泽市", None), ("云泽市", "云泽市", None)]


def test_a_code_is_the_one_of_its_time() -> None:
    early, late = resolve_division("吴江市", year="2006"), resolve_division("吴江区", year="2020")
    assert early is not None
    assert late is not None
    assert (early.code, late.code) == ("320584", "320509")


def test_the_table_holds_every_province_and_its_codes_are_well_formed() -> None:
    today = [division for division in divisions() if not division.until]
    assert len([division for division in today if division.level == "province"]) == 34
    assert len(today) > 3000
    assert all(len(division.code) == 6 and division.code.isdigit() for division in divisions())
    assert len({(division.code, division.name) for division in divisions()}) == len(divisions())


def test_places_of_a_real_feature(shared: object) -> None:
    from pathlib import Path

    assert isinstance(shared, Path)
    (seed,) = (shared / "seeds").glob("001_*")
    names = {f.value.name for f in read(seed.read_text(encoding="utf-8"), places).findings}
    expected = (
        "苏州市 江苏省 上海市 太仓市 常熟市 昆山市 张家港市 虎丘区 相城区 吴江区 姑苏区 吴中区 苏州工业园区 长江经济带"
    )
    assert set(expected.split()) <= names
    assert not {"海东市", "合作市"} & names


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有别于东部、不同于西部其他省份。", ["东部", "西部"]),
        ("总量居中部第2位，在西北各省推广。", ["中部", "西北"]),
        ("对接东北的渡口，展现在中原大地。", ["东北", "中原"]),
        ("东部新城开工，东西部协作，河道西部淤积。", []),
        ("面向东北亚，其中原料占三成，完成中原银行改制。", []),
        ("建设沿海高铁，向东北方向延伸。", []),
    ],
)
def test_parts_of_the_country_stand_alone_only_in_company(words: str, expected: list[str]) -> None:
    document = read(head("云泽市") + words, places)
    start = document.text.content.find("\n")
    found = [f.quote for f in document.find("place") if f.span.start > start]
    assert [quote for quote in found if quote in ("东部", "西部", "中部", "西北", "东北", "中原", "沿海")] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # far from the other end: a town of that name on the line, or the county? No code rather than a wrong one.
        ("建设湛江至海安铁路。", [("湛江", "440800"), ("海安", None)]),
        ("修文到临汾段贯通。", [("修文", None), ("临汾", "141000")]),
        # its province is named, the ends are near, or it is a list
        ("建设湛江至江苏海安铁路。", [("湛江", "440800"), ("江苏", "320000"), ("海安", "320685")]),
        ("建设扬州至天长铁路。", [("扬州", "321000"), ("天长", "341181")]),
        ("湛江、海安等港口扩容。", [("湛江", "440800"), ("海安", "320685")]),
    ],
)
def test_a_bare_name_at_the_far_end_of_a_line_may_be_a_town(words: str, expected: list[tuple[str, str | None]]) -> None:
    national = read(f"中共中央关于制定国民经济和社会发展第十五个五年规划的建议\n一、主要任务\n{words}", places)
    assert [(f.quote, f.value.code) for f in national.findings] == expected


def test_a_place_at_home_keeps_its_code_at_the_end_of_any_line() -> None:
    assert found("建设湛江至海安铁路。") == [("湛江", "湛江市", "440800"), ("海安", "海安市", "320685")]


def test_bordering_is_mutual() -> None:
    for code in {division.code[:2] + "0000" for division in divisions()}:
        for other in {division.code[:2] + "0000" for division in divisions()}:
            assert are_near(code, other) == are_near(other, code)
    assert are_near("320685", "370000")
    assert not are_near("320685", "440800")
