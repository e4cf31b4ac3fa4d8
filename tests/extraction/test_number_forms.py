"""The forms in which a text writes the number of a quantity. All sentences are invented."""

import pytest

import luoshi


def read(content):
    return [
        (found.quote, found.value.comparator, found.value.value, found.value.high, found.value.unit)
        for found in luoshi.read(content.encode()).find("quantity")
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # below nothing
        ("云溪市出口增速为负3.9%。", ("为负3.9%", "=", -0.039, None, "")),
        ("全年投资增速-2.5%。", ("-2.5%", "=", -0.025, None, "")),
        ("增速由正转负，为负百分之三。", ("为负百分之三", "=", -0.03, None, "")),
        ("为企业减负3.5亿元。", ("3.5亿元", "=", 3.5e8, None, "元")),
        ("减轻企业税负12亿元。", ("12亿元", "=", 1.2e9, None, "元")),
        # tenths and discounts
        ("七成半村庄通了公交。", ("七成半", "=", 0.75, None, "")),
        ("约7.2成农户参加。", ("约7.2成", "about", 0.72, None, "")),
        ("十成农户都参加。", ("十成", "=", 1.0, None, "")),
        ("老人进景区门票打对折。", ("对折", "=", 0.5, None, "")),
        ("公共停车按八五折收费。", ("八五折", "=", 0.85, None, "")),
        # broken numbers
        ("产量占全县16分之5。", ("占全县16分之5", "=", 0.3125, None, "")),
        ("面积扩大到原来的二又二分之一。", ("二又二分之一", "=", 2.5, None, "")),
        ("罚款为货值的万分之肆。", ("万分之肆", "=", 0.0004, None, "")),
        ("增长百分之１，２３４。", ("增长百分之1,234", "=", 12.34, None, "")),
        ("提高六点五个百分点。", ("提高六点五个百分点", "=", 0.065, None, "pp")),
        ("提高2.4 个百分 点。", ("提高2.4个百分点", "=", 0.024, None, "pp")),
        ("拨付资金壹佰贰拾万元。", ("壹佰贰拾万元", "=", 1.2e6, None, "元")),
        # ranges
        ("每乡办好三至五家农庄。", ("三至五家", "range", 3.0, 5.0, "家")),
        ("开垦三到五万亩。", ("三到五万亩", "range", 3e4, 5e4, "亩")),
        ("失业率在4%-5%之间。", ("在4%-5%之间", "range", 0.04, 0.05, "")),
        ("每个镇建20 - 30个站。", ("20 - 30个", "range", 20.0, 30.0, "个")),
        # money, temperature, area
        ("援助资金400日元。", ("400日元", "=", 400.0, None, "日元")),
        ("最低气温-12℃。", ("-12℃", "=", -12.0, None, "℃")),
        ("造林35公顷。", ("35公顷", "=", 35.0, None, "公顷")),
        ("水质综合指数同比改善10.8%。", ("同比改善10.8%", "=", 0.108, None, "")),
        # mixed and approximate
        ("惠及3万4000户。", ("3万4000户", "=", 34000.0, None, "户")),
        ("惠及25万6千人。", ("25万6千人", "=", 256000.0, None, "人")),
        ("惠及十几万人。", ("十几万人", ">", 1e5, None, "人")),
        ("惠及二百三十余万人。", ("二百三十余万人", ">", 2.3e6, None, "人")),
        # bounds
        ("比例大于等于30%。", ("大于等于30%", ">=", 0.3, None, "")),
        ("浓度≤35微克/立方米。", ("≤35微克/立方米", "<=", 35.0, None, "微克/立方米")),
        ("每县至少有2所医院。", ("至少有2所", ">=", 2.0, None, "所")),
        ("产值超过了80亿元。", ("超过了80亿元", ">", 8e9, None, "元")),
        ("六十周岁或以上的居民。", ("六十周岁或以上", ">=", 60.0, None, "周岁")),
    ],
)
def test_found(words, found):
    assert read(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "详见 http://yunxi.example/search?q=30%25%2020%",
        "改革一波三折。",
        "队伍陆续到达，收拾行装。",
        "二三十个百分点",
        "工作成效明显，五折叠屏亮相。",
    ],
)
def test_no_quantity(words):
    assert read(words) == []


def test_a_short_traditional_text_is_read():
    assert read("上升兩個百分點") == [("上升两个百分点", "=", 0.02, None, "pp")]
