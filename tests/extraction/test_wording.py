"""Statements whose meaning lies in the words around the number. All places are invented."""

import pytest
from tests.extraction.test_statements import AHEAD, REVIEW, read


def amounts(found):
    return [
        (each.kind, each.value.quantity.measure, each.value.quantity.comparator, each.value.quantity.value)
        for each in found
    ]


@pytest.mark.parametrize(
    ("sentence", "number", "unit"),
    [
        ("为12万失能老人提供护理。", 120_000, "人"),
        ("全年有4.6万失业人员领到补助。", 46_000, "人"),
        ("改造老屋惠及近百万家庭。", 1_000_000, "户"),
        ("转移云溪劳动力2万，增收有望。", 20_000, "人"),
        ("全市贫困人口减少3万多。", -30_000, "人"),
    ],
)
def test_people_are_counted_without_a_measure_word(sentence, number, unit):
    (found,) = read(REVIEW + sentence)
    assert (found.value.quantity.value, found.value.quantity.unit) == (number, unit)
    assert found.basis != "stated"
    assert f"“{unit}”" in found.why.zh


@pytest.mark.parametrize(
    "sentence", ["万家灯火映云溪。", "千万群众齐动手。", "用户数突破5亿。", "浏览量达3亿。", "亿万人民创造历史。"]
)
def test_no_people_and_no_money_where_none_are_named(sentence):
    assert all(each.value.quantity.unit not in {"元", "户"} for each in read(REVIEW + sentence))


def test_a_unit_that_stands_before_its_number():
    (found,) = read(REVIEW + "细颗粒物浓度低于每立方米21微克。")
    quantity = found.value.quantity
    assert (quantity.comparator, quantity.value, quantity.unit) == ("<", 21, "微克/立方米")
    assert found.value.indicator == "细颗粒物浓度"
    (found,) = read(REVIEW + "云溪智算规模达6000P，居全省前列。")
    assert (found.value.quantity.value, found.value.quantity.unit) == (6000, "P")


def test_how_long_something_was_missing_is_context():
    found = read(REVIEW + "打破7年无重大项目的局面。")
    assert amounts(found) == [("context", "duration", "=", 7)]


def test_a_review_holds_results_against_quoted_aims():
    found = read(REVIEW + "云溪工业增加值预期目标为“增长4.5%左右”，实际增长4.1%。")
    assert amounts(found) == [("target", "growth", "about", 0.045), ("achievement", "growth", "=", 0.041)]
    assert {each.value.indicator for each in found} == {"云溪工业增加值"}
    assert {str(each.value.period) for each in found} == {"2025"}


@pytest.mark.parametrize(
    ("sentence", "aim"),
    [
        ("单位产值能耗下降2.6%，低于3%左右的计划目标。", ("target", "growth", "about", -0.03)),
        ("财政收入增长6%，高于5%的预期目标。", ("target", "growth", "=", 0.05)),
        ("城镇调查失业率为5.1%，低于5.5%左右的预期目标。", ("target", "level", "about", 0.055)),
        ("财政收入增长6%，高于预期目标1个百分点。", ("achievement", "change", "=", 0.01)),
        ("居民收入增长5%，低于云溪市生产总值6.1%的增速。", ("achievement", "growth", "=", 0.061)),
    ],
)
def test_what_a_result_is_held_against(sentence, aim):
    result, other = read(REVIEW + sentence)
    assert result.kind == "achievement"
    assert amounts([other]) == [aim]


@pytest.mark.parametrize(
    ("sentence", "measure", "value", "indicator"),
    [
        ("一律按不低于6%的幅度压减会议经费。", "growth", -0.06, "会议经费"),
        ("城镇新增就业目标比去年多2万人。", "change", 20_000, "城镇新增就业"),
        ("城镇新增就业比上年少2万人。", "change", -20_000, "城镇新增就业"),
        ("机器人产业营收保持20%以上。", "growth", 0.2, "机器人产业营收"),
        ("机器人产业营收保持20%以上增长。", "growth", 0.2, "机器人产业营收"),
    ],
)
def test_the_measure_that_the_clause_says(sentence, measure, value, indicator):
    (found,) = read(AHEAD + sentence)
    assert (found.value.quantity.measure, found.value.quantity.value) == (measure, value)
    assert found.value.indicator == indicator


def test_a_growth_that_is_only_concluded_says_so():
    (found,) = read(AHEAD + "机器人产业营收保持20%以上。")
    assert "share" in found.why.en
    assert found.basis == "inferred"


def test_pairs_of_starts_and_ends():
    found = read(REVIEW + "城镇化率、参保率分别从60%、85%提高到66%、95%。")
    assert [(each.value.indicator, each.value.quantity.value, each.value.base.value) for each in found] == [
        ("城镇化率", 0.66, 0.6),
        ("参保率", 0.95, 0.85),
    ]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("对甲国、乙国进出口分别增长16%、40%。", ["对甲国进出口", "对乙国进出口"]),
        ("财政收入增加近10亿元，稳步达到90亿元以上。", ["财政收入", "财政收入"]),
        ("高铁通车里程进至全省第2位。", ["高铁通车里程"]),
        ("钢产量300万吨，铁200万吨。", ["钢产量", "铁"]),
        ("建立年度任务清单150项。", ["建立年度任务清单"]),
        ("提出150项年度任务清单。", ["提出年度任务清单"]),
    ],
)
def test_indicators_without_adverbs_and_with_what_they_share(sentence, indicators):
    assert [each.value.indicator for each in read(REVIEW + sentence)] == indicators


def test_a_softening_word_reaches_as_far_as_it_is_meant():
    found = read(AHEAD + "力争年内，云溪游客突破60万人次，旅游收入突破6亿元。")
    assert [each.value.softness for each in found] == [("力争",), ("力争",)]
    found = read(AHEAD + "减税30亿元左右、减费2亿元。")
    assert [each.value.softness for each in found] == [("左右",), ()]
    (found,) = read(REVIEW + "经过艰苦努力，生产总值增长6%。")
    assert found.value.softness == ()


def test_the_whole_cost_of_projects_is_no_aim_of_the_year():
    found = read(AHEAD + "安排项目80个，总投资90亿元，年度计划完成投资20亿元。")
    assert [(each.kind, each.value.period is None) for each in found] == [
        ("target", False),
        ("context", True),
        ("target", False),
    ]


def test_the_stock_at_the_end_of_the_year_is_the_years():
    (found,) = read(REVIEW + "年末总人口达40万人。")
    assert str(found.value.period) == "2025"


def test_what_is_told_after_an_event_is_not_all_of_its_day():
    content = "一、“十四五”时期工作回顾\n2023年6月，国务院出台意见。12个部门制定配套文件。"
    (found,) = read(content)
    assert str(found.value.period) == "2021/2025"


def test_what_is_there_is_no_aim():
    (found,) = read(AHEAD + "全市有30万学生在校。")
    assert found.kind == "achievement"


def test_how_a_plan_was_made_is_no_aim():
    content = "一、《建议》稿起草过程\n今年1月启动起草。先后组织6个调研组，收到留言3万多条。"
    found = read(content, date=None, plan="2026/2030", genre="说明")
    assert [each.kind for each in found] == ["achievement", "achievement"]


def test_a_proposal_without_a_date_is_of_the_year_before_its_plan():
    found = read("今年生产总值达到90亿元。", date=None, plan="2026/2030", genre="建议")
    assert str(found[0].value.period) == "2025"


def test_a_decision_that_names_no_years_sets_none():
    found = read("一、总体要求\n今后，建成网点30家。", date="2024-07-18", genre="决定")
    assert [each.value.period for each in found] == [None]


def test_explanations_of_words_are_context():
    found = read(AHEAD + "新建公园3个。\n名词解释\n双十工程：建设10个园区，产值达到5亿元。")
    assert [each.kind for each in found] == ["target", "context", "context"]


def others(found):
    return [(each.field, each.value) for each in found.value.alternatives]


def test_a_time_without_a_year_keeps_the_other_year():
    content = "一、2027年工作安排\n3月底前开工学校5所。"
    (found,) = read(content, date="2026-12-20")
    assert str(found.value.period) == "2027-03-31"
    assert others(found) == [("period", "2026-03-31")]
    (found,) = read(REVIEW + "3月底建成学校5所。")
    assert others(found) == []  # a review does not look ahead


def test_years_counted_late_in_a_year_may_begin_in_it():
    content = "新区负责人表示，三年内新建学校5所。"
    (found,) = read(content, date="2026-12-20", genre="侧记")
    assert (str(found.value.period), others(found)) == ("2027/2029", [("period", "2026/2028")])
    (found,) = read(content, date="2026-01-20", genre="侧记")
    assert others(found) == []


def test_an_increase_by_times_has_two_readings():
    assert others(read(REVIEW + "专利数增加两倍。")[0]) == [("quantity.value", "3")]
    assert others(read(REVIEW + "专利数增加到原来的两倍。")[0]) == []
    assert others(read(REVIEW + "专利数增加一倍。")[0]) == []


def test_a_growth_that_may_be_a_share_keeps_that_reading():
    (found,) = read(AHEAD + "机器人产业营收保持20%以上。")
    assert others(found) == [("quantity.measure", "share")]


def test_the_end_of_the_year_in_which_the_text_was_written():
    (found,) = read("到2026年，学校达到90所。", date="2026-11-20", plan="2027/2031", genre="建议")
    assert (found.kind, others(found)) == ("target", [("kind", "achievement")])
