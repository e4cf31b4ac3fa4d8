"""Classes of wording that once came out wrong, each with sentences about invented places."""

import pytest
from tests.extraction.test_statements import AHEAD, REVIEW, read


def rows(content):
    return [
        (each.kind[0], each.value.indicator, each.value.quantity.value)
        for each in read(content)
        if each.value.quantity.measure != "completion"
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # one number for each of a list
        ("转移就业和新增培训各 450 万人。", [("t", "转移就业", 4.5e6), ("t", "新增培训", 4.5e6)]),
        ("甲村、乙村各新建学校3所。", [("t", "甲村新建学校", 3), ("t", "乙村新建学校", 3)]),
        (
            "生产总值、财政收入、居民收入增长6%、7%、8%。",
            [("t", "生产总值", 0.06), ("t", "财政收入", 0.07), ("t", "居民收入", 0.08)],
        ),
        ("充电站、充电桩数量增长10%。", [("t", "充电站数量", 0.1), ("t", "充电桩数量", 0.1)]),
        ("交通运输、仓储和邮政业增加值增长5%。", [("t", "交通运输、仓储和邮政业增加值", 0.05)]),
        ("生产总值和居民人均收入翻一番。", [("t", "生产总值", 2), ("t", "居民人均收入", 2)]),
        (
            "单位生产总值用水量、能耗分别下降3%、2%。",
            [("t", "单位生产总值用水量", -0.03), ("t", "单位生产总值能耗", -0.02)],
        ),
        (
            "接待游客人次和旅游收入分别增长7%、6%。",
            [("t", "接待游客人次", 0.07), ("t", "旅游收入", 0.06)],
        ),
        (
            "公路、水利、电网投资分别比“十三五”时期增长9%、8%、7%。",
            [("t", "公路投资", 0.09), ("t", "水利投资", 0.08), ("t", "电网投资", 0.07)],
        ),
        ("外贸增长5%，投资增长6%。", [("t", "外贸", 0.05), ("t", "投资", 0.06)]),
        ("12类45件民生实事全面完成。", [("t", "民生实事全面完成", 12), ("t", "民生实事全面完成", 45)]),
        # sizes beside what they are the size of
        (
            "超200亿元县2个、百亿元以上产业链达到5条。",
            [("c", "县", 2e10), ("t", "超200亿元县", 2), ("c", "产业链", 1e10), ("t", "百亿元以上产业链", 5)],
        ),
        ("建成20个500千伏输变电工程。", [("t", "建成500千伏输变电工程", 20), ("c", "输变电工程", 500)]),
        # what is there already
        ("做强3个先进制造业集群，建设2个产业园。", [("c", "做强先进制造业集群", 3), ("t", "建设产业园", 2)]),
        ("壮大6个产业集群和18条产业链。", [("c", "壮大产业集群", 6), ("c", "产业链", 18)]),
        ("水利工程已开工的57个项目要加快建设。", [("c", "水利工程已开工项目要加快建设", 57)]),
        ("新增1000处信号灯联网、累计达8000处。", [("t", "新增信号灯联网", 1000), ("t", "信号灯联网", 8000)]),
        (
            "公交与轨道50米内换乘比例提升至93%。",
            [("c", "公交与轨道内换乘比例", 50), ("t", "公交与轨道内换乘比例", 0.93)],
        ),
        # aims, means and bare verbs
        ("赤字率按4%左右安排、比上年提高1个百分点。", [("t", "赤字率", 0.04), ("t", "赤字率", 0.01)]),
        ("确定4.5%左右的增长目标。", [("t", "增长目标", 0.045)]),
        ("经济增速是综合指标，今年预期目标设定为6%以上。", [("t", "经济增速", 0.06)]),
        ("提升39个乡镇帮扶质效。", [("t", "提升乡镇帮扶质效", 39)]),
        ("继续实施退耕还林，今年拟安排500万亩。", [("t", "安排退耕还林", 5e6)]),
        ("投资3亿元，对旧管网进行改造。", [("t", "对旧管网进行改造投资", 3e8)]),
        ("进出口总值翻番达到206亿元。", [("t", "进出口总值", 2), ("t", "进出口总值", 2.06e10)]),
        ("省属企业研发投入增速高于全省平均2个百分点。", [("t", "省属企业研发投入增速", 0.02)]),
        ("使8000户居民家庭的供热质量得到改善。", [("t", "居民家庭的供热质量得到改善", 8000)]),
        ("（3）重点企业钢材利用率达到95%。", [("t", "重点企业钢材利用率", 0.95)]),
        # no quantities: names, and decimals that a scan broke
        ("提升15分钟社区生活圈功能。", []),
        ("总产值增长12 · 8%，产量1，84吨。", []),
    ],
)
def test_who_is_counted(sentence, expected):
    assert rows(AHEAD + sentence) == [(kind, words, pytest.approx(value)) for kind, words, value in expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("产量从2020年的3万吨提高到2024年的5万吨。", [("产量", 5e4, 3e4, "2020")]),
        (
            "铁和钢产量分别从2020年的3万吨、5万吨提高到2024年的6万吨、8万吨。",
            [("铁产量", 6e4, 3e4, "2020"), ("钢产量", 8e4, 5e4, "2020")],
        ),
        (
            "煤炭产量达到510万吨，比2020年的450万吨增加60万吨。",
            [("煤炭产量", 5.1e6, 4.5e6, "2020"), ("煤炭产量", 6e5, 4.5e6, "2020")],
        ),
        ("居民收入增速由负3%升至5%。", [("居民收入增速", 0.05, -0.03, None)]),
        ("渔业总产值从不到7亿元增加到超过10亿元。", [("渔业总产值", 1e9, 7e8, None)]),
        ("补助标准由每人每年240元提高到280元。", [("补助标准", 280, 240, None)]),
    ],
)
def test_old_values_are_bases(sentence, expected):
    found = read(REVIEW + sentence)
    assert [
        (each.value.indicator, each.value.quantity.value, each.value.base.value, each.value.base.year) for each in found
    ] == [(words, pytest.approx(value), pytest.approx(base), year) for words, value, base, year in expected]
    assert {each.kind for each in found} == {"achievement"}


def test_less_more_than_the_year_before():
    found = read(REVIEW + "城镇新增就业135万人，比上年少增9万人。")
    assert [(each.value.quantity.measure, each.value.quantity.value) for each in found] == [
        ("count", 1.35e6),
        ("change", -9e4),
    ]


@pytest.mark.parametrize(
    ("sentence", "comparator"),
    [("失业率控制在5%。", "="), ("失业率控制在 5%以内。", "<="), ("失业率控制在5%左右。", "about")],
)
def test_to_hold_at_a_value_is_no_bound(sentence, comparator):
    (found,) = read(AHEAD + sentence)
    assert (found.value.quantity.comparator, found.value.quantity.value) == (comparator, 0.05)


def test_containers_are_an_amount_and_passengers_are_counted():
    found = read(AHEAD + "云溪港集装箱吞吐量达到50万标准箱，旅客吞吐量达到300万人次。")
    assert [each.value.quantity.measure for each in found] == ["level", "count"]


@pytest.mark.parametrize(
    ("sentence", "soft"),
    [
        ("生产总值增长5%左右、努力争取更好，财政收入增长4%。", [("左右",), ()]),
        ("粮食产量30亿斤以上、力争更高。", [()]),
        ("力争年末，完成投资2亿元，入园企业达到14家。", [("力争",), ("力争",)]),
        ("生产总值预期目标为5%。", [()]),
        ("举办重大体育赛事20场。", [()]),
        ("力争外贸增长5%，确保粮食产量稳定在30亿斤。", [("力争",), ("确保",)]),
    ],
)
def test_soft_words_belong_to_their_clause(sentence, soft):
    assert [each.value.softness for each in read(AHEAD + sentence)] == soft


def test_the_year_end_of_one_sentence_is_the_year_of_the_next():
    found = read(REVIEW + "年末农民工总量290万人。其中，外出农民工170万人，增长0.9%。")
    assert {str(each.value.period) for each in found} == {"2025"}
