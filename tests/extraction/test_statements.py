"""Targets, achievements and context: what is measured, for when, and how it is meant. All places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.statements import statements
from luoshi.model import Document, Finding, Original, Period, Profile, Section, Span, Text


def document(content, date="2026-01-20", plan=None, genre="政府工作报告"):
    text = Text.of(Original(content, "text/plain", "0" * 64))

    def field(kind, value):
        return Finding(kind, value, Span(0, 0), "", "test")

    profile = Profile(
        genre=field("genre", genre) if genre else None,
        written=field("written", Period.of(date)) if date else None,
        period=field("period", Period.of(plan)) if plan else None,
    )
    bare = Document(text, Section("d", "document", "", None, "", Span(0, len(content))), profile)
    return bare.with_findings((*quantities(bare), *deadlines(bare)))


def read(content, **more):
    return list(statements(document(content, **more)))


REVIEW = "一、2025年工作回顾\n"
AHEAD = "二、2026年工作安排\n"


def words(found):
    return [(each.kind, each.value.indicator, each.value.quantity.value) for each in found]


def test_the_same_sentence_is_both():
    sentence = "全市新建公园12个。\n"
    kinds = [each.kind for each in read(REVIEW + sentence + AHEAD + sentence)]
    assert kinds == ["achievement", "target"]


def test_periods_of_the_sections():
    found = read(REVIEW + "生产总值增长6%。\n" + AHEAD + "生产总值增长5%。")
    assert [(str(each.value.period), each.value.period_stated) for each in found] == [("2025", False), ("2026", False)]
    assert all(each.basis == "inferred" and each.why for each in found)


def test_a_stated_period():
    (found,) = read(AHEAD + "到2030年，云溪市城镇化率达到70%。")
    assert str(found.value.period) == "2030"
    assert found.value.period_stated
    assert found.basis == "stated"


def test_a_stock_holds_at_the_end_of_several_years_and_a_flow_over_them():
    found = read("一、“十四五”时期工作回顾\n城镇化率达到70%，新建学校40所，生产总值年均增长6%。")
    assert [str(each.value.period) for each in found] == ["2025", "2021/2025", "2021/2025"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("力争财政收入增长5%。", "target"),
        ("财政收入已达40亿元。", "achievement"),
        ("全市外贸连续三年居全省第一。", "achievement"),
        ("将新建学校3所。", "target"),
    ],
)
def test_tense_where_no_section_tells(sentence, kind):
    assert {each.kind for each in read(sentence, genre="署名文章")} == {kind}


def test_a_promise_inside_a_review():
    found = read(REVIEW + "完成投资30亿元，力争到2028年达到60亿元。")
    assert [each.kind for each in found] == ["achievement", "target"]


@pytest.mark.parametrize(
    "sentence",
    ["推进总投资超5亿元的项目落地。", "开工5万千瓦风电项目。", "加快220千伏变电站建设。", "建设年产2000辆农机车项目。"],
)
def test_sizes_that_only_say_which_thing_are_context(sentence):
    assert [each.kind for each in read(AHEAD + sentence)] == ["context"]


def test_a_threshold_beside_a_count():
    found = read(AHEAD + "推进12个30亿元以上重大项目。")
    assert [(each.kind, each.value.quantity.value) for each in found] == [("target", 12.0), ("context", 3e9)]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("生产总值完成186.4亿元，同比增长12.7%。", ["生产总值", "生产总值"]),
        ("一、二、三产业增加值分别增长3%、5%、6%。", ["一产业增加值", "二产业增加值", "三产业增加值"]),
        ("财政收入、居民收入均增长5%以上。", ["财政收入", "居民收入"]),
        ("化学需氧量、氨氮排放分别减少8%。", ["化学需氧量排放", "氨氮排放"]),
        ("牵头建设4家重点实验室。", ["牵头建设重点实验室"]),
        ("9所高校入选名单。", ["高校入选名单"]),
        ("入选国家示范工厂2家、5G工厂30家。", ["入选国家示范工厂", "入选国家5G工厂"]),
        ("示范企业增至30家、小微企业增至9万家，均居全省第一。", ["示范企业", "小微企业", "示范企业", "小微企业"]),
        ("数字产业、海洋产业产值占工业比重分别达31.6%、11.4%。", ["数字产业产值占工业比重", "海洋产业产值占工业比重"]),
        ("旅游人数达260万人次，旅游收入达21亿元，分别增长17%、9%。", ["旅游人数", "旅游收入", "旅游人数", "旅游收入"]),
        ("新能源汽车产量达8万辆、占比达45%。", ["新能源汽车产量", "新能源汽车产量占比"]),
        ("民间投资增长4.6%、高于全省3个百分点。", ["民间投资", "民间投资"]),
    ],
)
def test_indicators(sentence, indicators):
    assert [each.value.indicator for each in read(REVIEW + sentence)] == indicators


def test_a_known_indicator_has_its_id_and_keeps_its_words():
    (found,) = read(AHEAD + "单位地区生产总值能耗下降3%。")
    assert found.value.concept == "energy_intensity"
    assert found.value.indicator == "单位地区生产总值能耗"


def test_baselines():
    (found,) = read(REVIEW + "参保率由91.2%提高到95%。")
    assert found.value.base.value == 0.912
    assert found.value.quantity.value == 0.95
    (found,) = read("到2030年，单位产值能耗比2025年降低12.5%。", plan="2026/2030", genre="纲要")
    assert found.value.base.year == "2025"
    assert str(found.value.period) == "2030"


def test_softness():
    (found,) = read(AHEAD + "力争社会消费品零售总额增长5%左右。")
    assert found.value.softness == ("力争", "左右")
    (found,) = read(AHEAD + "基本医保参保率达到95%，".replace("，", "。"))
    assert found.value.softness == ()


def test_completions_need_a_date():
    found = read("到2027年率先基本实现农业现代化，到2030年建成云溪新城。", plan="2026/2030", genre="建议")
    assert [(each.value.quantity.measure, str(each.value.period)) for each in found] == [
        ("completion", "2027"),
        ("completion", "2030"),
    ]
    assert [each.value.indicator for each in found] == ["农业现代化", "云溪新城"]
    assert read("率先基本实现农业现代化。", plan="2026/2030", genre="建议") == []


def test_what_a_plan_says_of_the_last_years_is_reached():
    content = "1.“十四五”时期云溪发展取得重大成就。生产总值稳居全省第三，入选5个国家集群。\n2.“十五五”时期面临新机遇。建成2个国家集群。"
    assert [each.kind for each in read(content, date="2025-12-10", plan="2026/2030", genre="建议")] == [
        "achievement",
        "achievement",
        "target",
    ]


def test_the_law_of_quotes():
    content = REVIEW + "云溪市生产总值达198亿元，增长6%；示范企业、小微企业均居全省第一。\n" + AHEAD + "年内建成新城。"
    for found in read(content):
        assert content[found.span.start : found.span.end] == found.quote
        assert found.span.start <= found.value.quantity_span.start
        assert found.value.quantity_span.end <= found.span.end


@given(
    st.text(
        alphabet="云溪收入和、，。；：\n增长达到均分别占比重5%3个亿元2026年到以上力争将已的第一居全省（）《》“”一、、二",
        max_size=90,
    )
)
def test_laws(content):
    doc = document(content)
    for found in statements(doc):
        assert content[found.span.start : found.span.end] == found.quote
        assert found.kind in {"target", "achievement", "context"}
        span = found.value.indicator_span
        assert span is None or 0 <= span.start <= span.end <= len(content)


def test_a_long_line_takes_linear_time():
    import time

    spent = []
    for count in (2_000, 8_000):
        doc = document("收入增长5%，到2030年建成，" * count)
        start = time.process_time()
        assert sum(1 for _ in statements(doc)) >= count
        spent.append(time.process_time() - start)
    assert spent[1] < 10 * spent[0] + 0.1


PLAN = {"date": "2025-12-20", "plan": "2026/2030", "genre": "建议"}


def test_a_look_beyond_the_plan_ends_with_its_paragraph():
    found = read("展望2035年，人均产值比2020年翻一番。\n5.做强产业。新建工厂60家。", **PLAN)
    assert [str(each.value.period) for each in found] == ["2035", "2026/2030"]


def test_the_year_that_a_doubling_starts_from_is_no_period():
    (found,) = read("展望2035年，人均产值在2020年基础上翻一番。", **PLAN)
    assert str(found.value.period) == "2035"
    assert found.value.base.year == "2020"


def test_what_was_missed_is_no_target():
    found = read("存在的短板是，每万人专利仅11.6件，没有达到12件的目标。", **PLAN)
    assert words(found)[0][0] == "achievement"
    assert found[1].kind == "context"


def test_an_age_says_who_is_meant():
    found = read("为70岁以上老人体检5万人次。", **PLAN)
    assert [each.kind for each in found if each.value.quantity.unit == "岁"] == ["context"]
