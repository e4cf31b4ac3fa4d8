"""Targets, achievements and context: what is measured, for when, and how it is meant. All places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.statements import statements
from luoshi.model import Document, Finding, Original, Period, Profile, Section, Span, Text
from luoshi.model.values import Pledge


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
        ("主要河流治理12公里。", "achievement"),  # 主要 asks for nothing
        ("要治理河流12公里。", "target"),
    ],
)
def test_tense_where_no_section_tells(sentence, kind):
    assert {each.kind for each in read(sentence, genre="署名文章")} == {kind}


def test_a_promise_inside_a_review():
    found = read(REVIEW + "完成投资30亿元，力争到2028年达到60亿元。")
    assert [each.kind for each in found] == ["achievement", "target"]


def test_what_is_spent_is_told_from_what_each_gets():
    found = read(AHEAD + "安排渔民转产补助资金8亿元。每户给予补助资金5万元。建设30万人口的渔业城市。")
    assert [each.kind for each in found] == ["target", "context", "context"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("全市18项民生实事圆满完成。", "achievement"),
        ("规划确定的30项重大工程胜利完成。", "achievement"),
        ("“十三五”规划确定的18项主要任务顺利完成。", "achievement"),
        ("“十五五”规划确定的18项主要任务圆满完成。", "achievement"),  # names the plan, not the time
        ("确保18项民生实事圆满完成。", "target"),
        ("实施民生实事18项。", "target"),
    ],
)
def test_how_well_it_went_is_said_afterwards(sentence, kind):
    assert {each.kind for each in read(AHEAD + sentence)} == {kind}


@pytest.mark.parametrize(
    "sentence",
    [
        "推进总投资超5亿元的项目落地。",
        "开工5万千瓦风电项目。",
        "加快220千伏变电站建设。",
        "建设年产2000辆农机车项目。",
        "东滩400万吨制盐项目开工建设。",
        "30万吨冷库建成投用。",
    ],
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
        ("今年全市发展主要预期目标是外贸增长4%。", ["外贸"]),
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
        ("渔民医保和船员体检经费人均补助标准分别提高30元和5元。", ["渔民医保人均补助标准", "船员体检经费人均补助标准"]),
        ("老渔民、船工等困难群体生活补助标准提高20%。", ["老渔民、船工等困难群体生活补助标准"]),
        ("渔港、码头改造标准均提高20%。", ["渔港改造标准", "码头改造标准"]),
        ("发展主要预期目标是渔获增长5%。", ["渔获"]),
        ("新登记渔船增长21%，平均每天新增12艘。", ["新登记渔船", "新登记渔船"]),
        ("渔业产值占全区比重达15%，对增长贡献率超过30%。", ["渔业产值占全区比重", "渔业产值对增长贡献率"]),
        ("渔港供水覆盖30万人口，新建渔具厂2座。", ["渔港供水人口", "新建渔具厂"]),
        ("淘汰水泥2万吨、平板玻璃7万重量箱、电解铝1万吨。", ["淘汰水泥", "平板玻璃", "电解铝"]),
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


def test_what_is_done_away_with_by_a_date_is_a_completion():
    (found,) = read(AHEAD + "两年内基本取消渔港收费站。")
    assert (found.value.quantity.measure, found.value.indicator) == ("completion", "取消渔港收费站")


@pytest.mark.parametrize(
    ("sentence", "soft"),
    [
        ("城区用地减量约50平方公里。", [("约",)]),
        ("涉渔收费减少约2000万元，渔税减少300万元左右。", [("约",), ("左右",)]),
        ("渔业签约资金3亿元。", [()]),
        ("争取上级渔业资金3亿元。", [()]),  # got, in a review
        ("争取到2027年渔业产值突破80亿元。", [("争取",)]),
    ],
)
def test_softness_in_a_review(sentence, soft):
    assert [each.value.softness for each in read(REVIEW + sentence)] == soft


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


def test_a_long_line_ends():
    doc = document("收入增长5%，到2030年建成，" * 12_000)
    assert sum(1 for _ in statements(doc)) >= 12_000


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


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("推动外贸总额增长5%。", ["外贸总额"]),
        ("可再生能源装机占比超过40%。", ["可再生能源装机占比"]),
        ("并网光伏装机达到90万千瓦。", ["并网光伏装机"]),
        ("服务业规模首次突破300亿元。", ["服务业规模"]),
        ("稻谷产量连续6年稳定在90万吨以上。", ["稻谷产量", "稻谷产量"]),
        ("生产总值连跨2000亿元、3000亿元两个台阶。", ["生产总值", "生产总值", "生产总值"]),
        ("三次产业结构为6.0∶44.0∶50.0。", [f"三次产业结构（第{each}产业）" for each in "一二三"]),
        ("船舶装备、新型储能产业规模分别达到86亿元、41亿元。", ["船舶装备产业规模", "新型储能产业规模"]),
        ("金融业、软件和信息服务业增加值分别增长9%、15%。", ["金融业增加值", "软件和信息服务业增加值"]),
        ("航空旅客和货邮吞吐量分别增长8%、7%。", ["航空旅客吞吐量", "货邮吞吐量"]),
        ("完成工业投资30亿元，占年度计划的104.1%。", ["完成工业投资", "完成工业投资占年度计划"]),
        ("新增高新技术企业21家，总数达148家。", ["新增高新技术企业", "高新技术企业总数"]),
        ("新增公园12座、累计达到90座。", ["新增公园", "公园"]),
        ("首批8个园区集聚企业超120家。", ["首批园区", "集聚企业"]),
        ("90家工业企业营业收入超10亿元。", ["工业企业", "工业企业营业收入"]),
        ("民生支出97亿元，占全年支出的80.2%。", ["民生支出", "民生支出占全年支出比重"]),
        ("生产总值达到300亿元，五年年均增长5.6%。", ["生产总值", "生产总值"]),
        ("低保户补助全年人均增加240元。", ["低保户补助全年人均"]),
        ("豆类等4种作物产量居全国第一。", ["豆类等作物产量", "豆类等作物产量"]),
        ("东湖区和西湖区生产总值均增长5%。", ["东湖区生产总值", "西湖区生产总值"]),
        ("建成5个示范区、90个和美乡村。", ["建成示范区", "建成和美乡村"]),
        ("经济总量跨过两个千亿元大关、超过3000亿元。", ["经济总量", "经济总量"]),
        ("推进8个投资30亿元以上的重大项目。", ["推进重大项目", "投资重大项目"]),
        # one number for each of a list; between 、 and 、 a 和 belongs to one name
        (
            "海水制盐和提镁、海洋风电、海上观光增速保持在10%以上。",
            ["海水制盐和提镁增速", "海洋风电增速", "海上观光增速"],
        ),
        ("每万人口渔业专利拥有量、渔业企业数量较2020年翻番。", ["每万人口渔业专利拥有量", "渔业企业数量"]),
        ("网箱数量、冷库容量分别是2020年的2.1倍、3倍。", ["网箱数量", "冷库容量"]),
        ("渔业收入总额为“十三五”时期的2.2倍。", ["渔业收入总额"]),
        # whom it is for; where the aim is set
        ("为超2000名视力、听力、肢体等残疾儿童免费提供康复服务。", ["视力、听力、肢体等残疾儿童"]),
        ("经过反复权衡，把渔业产值增速定在6%以上。", ["渔业产值增速"]),
        ("产值增速是综合指标，预期目标设定为6%以上。", ["产值增速"]),
    ],
)
def test_indicators_without_the_words_around_them(sentence, indicators):
    assert [each.value.indicator for each in read(REVIEW + sentence)] == indicators


def test_what_a_paragraph_began_with_holds_for_its_sentences():
    content = "第一节 形势\n“十三五”时期，生产总值达到312亿元。研发强度达到2.6%，城镇化率达到68%。\n第二节 目标\n城镇化率达到72%。"
    found = read(content, date="2021-02-04", plan="2021/2025", genre="纲要")
    assert [(each.kind, str(each.value.period)[-4:]) for each in found] == [
        ("achievement", "2020"),
        ("achievement", "2020"),
        ("achievement", "2020"),
        ("target", "2025"),
    ]


def test_a_section_on_what_was_reached_inside_a_plan():
    content = "第一节 发展基础\n城镇化率达到68%。\n第二节 主要目标\n城镇化率达到72%。"
    found = read(content, date="2021-02-04", plan="2021/2025", genre="纲要")
    assert [each.kind for each in found] == ["achievement", "target"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("云溪市商务局局长何青表示，将支持企业出海，跨境交易额增长30%以上。", "target"),
        ("云溪市卫健委主任何青表示，将建设新院区，新增床位800张。", "target"),
        ("云溪市商务局局长何青介绍，交易额增长30%。", "achievement"),
        ("推进老城焕新，改造老旧小区120个。", "target"),
        ("推动3个百亿级项目落地。", "context"),
    ],
)
def test_a_story_or_an_article_without_years(sentence, kind):
    assert {each.kind for each in read("突出重点。力争有为。" + sentence, genre="侧记")} == {kind}


def test_what_was_obtained_is_no_promise():
    found = read(REVIEW + "争取上级资金3亿元，力争明年达到5亿元。")
    assert [each.kind for each in found] == ["achievement", "target"]


@pytest.mark.parametrize(
    "sentence",
    [
        "基础设施（10%）。",
        "20户以上自然村通硬化路。",
        "5万吨级航道开工。",
        "规划提出7项指标。",
        "规划设置了9项主要指标。",
    ],
)
def test_weights_thresholds_and_announcements_are_context(sentence):
    assert [each.kind for each in read(AHEAD + sentence)] == ["context"]
    assert [each.value.period for each in read(AHEAD + sentence)] == [None]


def test_a_number_of_things_done_within_the_year_is_one_target():
    found = read("要推动12个重大项目年内竣工投产。", genre="侧记")
    assert [(each.kind, each.value.quantity.measure, str(each.value.period)) for each in found] == [
        ("target", "count", "2026")
    ]


def test_all_the_year_follows_the_year_of_its_sentence():
    (found,) = read("确保明年6月底前开工，全年吞吐量达到18万标箱。", genre="侧记")
    assert str(found.value.period) == "2027"


def test_a_yearly_growth_holds_over_the_plan_and_a_level_at_its_end():
    found = read("到2030年，生产总值年均增长6%，城镇化率达到72%，能耗累计降低14%，五年新增就业3万人。", **PLAN)
    assert [str(each.value.period) for each in found] == ["2026/2030", "2030", "2026/2030", "2026/2030"]


def test_the_year_that_a_multiple_is_of():
    (found,) = read(REVIEW + "高新技术企业数量是2020年的2.1倍。")
    assert found.value.base.year == "2020"


def test_a_base_after_a_few_words():
    (found,) = read(REVIEW + "起征点由月销售额3万元提高到10万元。")
    assert (found.value.base.value, found.value.quantity.value) == (30000.0, 100000.0)


def test_half_of_the_time_is_no_quantity():
    assert read(REVIEW + "全年时间将近过半。") == []


def test_days_are_counted_where_they_are_the_indicator():
    (found,) = read(REVIEW + "优良天数增加25天。")
    assert found.kind == "achievement"


def test_a_unit_for_each_of_something():
    (found,) = read(AHEAD + "生产安全事故死亡率控制在0.6人/百亿元以下。")
    assert (found.value.quantity.unit, found.value.quantity.measure) == ("人/百亿元", "level")


def test_the_year_before_school_is_no_time():
    (found,) = read("学前一年毛入园率提高到85%。", **PLAN)
    assert (found.kind, str(found.value.period)) == ("target", "2030")


def test_a_statement_in_a_pledge_binds_whoever_pledges():
    words = "市商务局局长王晓明表示，将扩大出口，出口额增长8%以上。全市出口形势稳定。"
    bare = document(words)
    end = words.index("全市")
    pledge = Finding("pledge", Pledge("王晓明", None, "云溪市商务局", "indirect"), Span(0, end), words[:end], "test")
    (found,) = statements(bare.with_findings([pledge]))
    assert (found.value.actor, found.value.actor_from) == ("云溪市商务局", "pledge")
