"""What counts as a quantity, and its value, unit, comparator and measure. All places are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.extraction.atoms.quantities import quantities
from luoshi.model import Document, Original, Profile, Section, Span, Text


def document(content):
    text = Text.of(Original(content, "text/plain", "0" * 64))
    return Document(text, Section("d", "document", "", None, "", Span(0, len(content))), Profile())


def read(content):
    return [
        (finding.quote, value.comparator, value.value, value.high, value.unit, value.measure)
        for finding in quantities(document(content))
        for value in [finding.value]
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # growth, share, level, change
        ("云溪市生产总值增长6.5%左右", ("增长6.5%左右", "about", 0.065, None, "", "growth")),
        ("工业增加值年均增长8%以上", ("年均增长8%以上", ">=", 0.08, None, "", "growth_annual")),
        ("单位产值能耗下降12.5%", ("下降12.5%", "=", -0.125, None, "", "growth")),
        ("云溪区旅游收入同比增长23.2%", ("同比增长23.2%", "=", 0.232, None, "", "growth")),
        ("居民消费价格涨幅控制在3%以内", ("控制在3%以内", "<=", 0.03, None, "", "growth")),
        ("城镇化率提高2.5个百分点", ("提高2.5个百分点", "=", 0.025, None, "pp", "change")),
        ("制造业占全市比重达到31.4%", ("达到31.4%", "=", 0.314, None, "", "share")),
        ("森林覆盖率提高到40%以上", ("提高到40%以上", ">=", 0.4, None, "", "level")),
        ("养老保险参保率稳定在92%以上", ("92%以上", ">=", 0.92, None, "", "coverage")),
        ("城镇调查失业率不超过5.5%", ("不超过5.5%", "<=", 0.055, None, "", "level")),
        ("出生率为6.4‰", ("为6.4‰", "=", 0.0064, None, "", "level")),
        ("城镇化率达到68.25%", ("达到68.25%", "=", 0.6825, None, "", "level")),
        # amounts
        ("财政收入突破1.2万亿元", ("突破1.2万亿元", ">", 1.2e12, None, "元", "level")),
        ("集群总规模突破2万亿", ("突破2万亿", ">", 2e12, None, "元", "level")),
        ("完成投资142.6亿元", ("142.6亿元", "=", 14260000000.0, None, "元", "level")),
        ("农民收入达18640元", ("达18640元", "=", 18640.0, None, "元", "level")),
        ("建成公路近2000公里", ("近2000公里", "about", 2000.0, None, "公里", "level")),
        ("装机5万千瓦", ("5万千瓦", "=", 50000.0, None, "千瓦", "level")),
        ("220千伏变电站", ("220千伏", "=", 220.0, None, "千伏", "level")),
        ("2×35万千瓦机组", ("2×35万千瓦", "=", 700000.0, None, "千瓦", "level")),
        ("粮食产量1亿5000万吨", ("1亿5000万吨", "=", 1.5e8, None, "吨", "level")),
        ("细颗粒物浓度降至28微克/立方米", ("降至28微克/立方米", "=", 28.0, None, "微克/立方米", "level")),
        ("百亿级产业园", ("百亿级", "about", 1e10, None, "元", "level")),
        ("人均预期寿命提高1岁", ("提高1岁", "=", 1.0, None, "岁", "change")),
        ("灌溉系数提高到0.58", ("提高到0.58", "=", 0.58, None, "", "level")),
        # counts
        ("新建幼儿园38所", ("38所", "=", 38.0, None, "所", "count")),
        ("实施帮扶项目800余个", ("800余个", ">", 800.0, None, "个", "count")),
        ("培训技工超9.5万人次", ("超9.5万人次", ">", 95000.0, None, "人次", "count")),
        ("村图书室数量新增52家。", ("新增52家", "=", 52.0, None, "家", "change")),
        ("新增8个文化站", ("新增8个", "=", 8.0, None, "个", "count")),
        ("突破12项关键核心技术", ("突破12项", "=", 12.0, None, "项", "count")),
        ("新建两百六十个村级站点", ("两百六十个", "=", 260.0, None, "个", "count")),
        ("筹集住房3.8万套（间）", ("3.8万套（间）", "=", 38000.0, None, "套（间）", "count")),
        ("千人口床位数达5.2个", ("达5.2个", "=", 5.2, None, "个", "level")),
        # ranges
        ("再建1—2个集群", ("再建1—2个", "range", 1.0, 2.0, "个", "count")),
        ("增长5%至6%", ("增长5%至6%", "range", 0.05, 0.06, "", "growth")),
        ("补助2万—3万元", ("2万—3万元", "range", 2e4, 3e4, "元", "level")),
        ("投入1-2亿元", ("1-2亿元", "range", 1e8, 2e8, "元", "level")),
        # fractions, multiples, ranks
        ("产量占全省五分之一", ("占全省五分之一", "=", 0.2, None, "", "share")),
        ("出口占全国1/10以上", ("占全国1/10以上", ">=", 0.1, None, "", "share")),
        ("七成以上村庄", ("七成以上", ">=", 0.7, None, "", "share")),
        ("占全省一半", ("占全省一半", "=", 0.5, None, "", "share")),
        ("百分之五点六", ("百分之五点六", "=", 0.056, None, "", "share")),
        ("收入比2020年翻一番", ("翻一番", "=", 2.0, None, "倍", "multiple")),
        ("专利数翻两番", ("翻两番", "=", 4.0, None, "倍", "multiple")),
        ("算力规模增长3.5倍", ("增长3.5倍", "=", 3.5, None, "倍", "multiple")),
        ("总量位居全省第六", ("全省第六", "=", 6.0, None, "位", "rank")),
        ("创新能力升至第9位", ("升至第9位", "=", 9.0, None, "位", "rank")),
        ("密度居全国首位", ("全国首位", "=", 1.0, None, "位", "rank")),
        ("进入全国城市前20强", ("前20强", "<=", 20.0, None, "位", "rank")),
        # no number of its own
        ("实现区县全覆盖", ("全覆盖", "=", 1.0, None, "", "coverage")),
        ("社区服务基本覆盖", ("基本覆盖", "about", 1.0, None, "", "coverage")),
        ("夺得文明城市“六连冠”", ("“六连冠”", "=", 6.0, None, "次", "count")),
        ("粮食实现5连增", ("5连增", "=", 5.0, None, "次", "count")),
        ("青河水质保持Ⅱ类", ("保持Ⅱ类", "=", 2.0, None, "类", "level")),
        ("外贸连续18年增长", ("连续18年", "=", 18.0, None, "年", "duration")),
        ("承包期再延长三十年", ("再延长三十年", "=", 30.0, None, "年", "duration")),
        ("审批压缩至3个工作日", ("压缩至3个工作日", "=", 3.0, None, "个工作日", "duration")),
    ],
)
def test_one_quantity(words, found):
    read_words = read(words)
    assert len(read_words) == 1, read_words
    quote, *rest = read_words[0]
    assert tuple(rest) == found[1:]
    assert quote in found[0] or found[0] in quote


@pytest.mark.parametrize(
    "words",
    [
        "2025年3月1日",
        "二〇二五年",
        "“十四五”时期",
        "“1+3”功能区建设",
        "深化“1226”产业体系",
        "构建“颐养365”体系",
        "协调推进四个全面",
        "建设5G基站，沿G60走廊",
        "办好双12购物节",
        "第三次全体会议，第一产业，第一书记",
        "云溪市委十二届十一次全会",
        "按照云溪市委十届十五次全会和市委经济工作会议部署",
        "云政发〔2025〕12号",
        "一是抓改革，二是促开放",
        "进一步统一思想，一体推进",
        "拨打12345热线，电话0512-66668888",
        "前三季度",
        "落实《云溪市空间规划（2021—2035年）》第8条",
        "健全覆盖全民的保障体系",
        "把安全摆在首位，首位度提升",
        "千方百计稳岗，百家争鸣",
        "一成不变，事半功倍",
        "未来三年行动",
        "24小时不打烊",
        "第3页",
        "1.2.3",
        "云溪1830化肥",
        "重点做好以下10个方面工作",
    ],
)
def test_no_quantity(words):
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("一、二、三产业增加值分别增长3%、5%、6%", [0.03, 0.05, 0.06]),
        ("推动12个30亿元以上项目", [12.0, 3e9]),
        ("产业结构调整为5.5:41:53.5", [0.055, 0.41, 0.535]),
        ("分别提高3个和4个百分点", [0.03, 0.04]),
        ("日客流量分别达1200万、905万人次", [12000000.0, 9050000.0]),
        ("标准从610元提高至655元", [655.0]),
        ("由23.2%提高到24.1%", [0.241]),
        ("从第15位升至第9位", [9.0]),
        ("城市连续4年保持全国首位", [4.0, 1.0]),
    ],
)
def test_several(words, values):
    assert [value for _, _, value, *_ in read(words)] == values


def test_a_falling_list_falls():
    assert [value for _, _, value, *_ in read("起数、人数分别下降12%、9.5%")] == [-0.12, -0.095]


@pytest.mark.parametrize(
    "words", ["9" * 1_000_000, "1.2.3.4", "12,34,5元", "增长99999999%", "0/0", "百分之", "第", "前"]
)
def test_malformed_numbers_do_no_harm(words):
    for quote, *_ in read(words):
        assert quote in words


@given(
    st.text(
        alphabet="0123456789.,%‰一二三四五十百千万亿第前位强元个年约超以上下内至到—、，。“”（）增长下降占全覆盖翻番 ×/:：",
        max_size=80,
    )
)
def test_laws(words):
    end = 0
    for finding in quantities(document(words)):
        assert words[finding.span.start : finding.span.end] == finding.quote
        assert finding.span.start >= end
        assert finding.value.comparator in {"=", ">=", ">", "<=", "<", "about", "range"}
        assert (finding.value.high is not None) == (finding.value.comparator == "range")
        end = finding.span.end


@pytest.mark.parametrize(
    "piece", ["5%至", "第一", "“1", "居首位", "增长增长5%", "1:", "三分之", "从5个增加到", "5 ", "全覆盖"]
)
def test_a_long_line_of_anything_ends(piece):
    """A quadratic rule would not: the limit of the test run stops it."""
    made = document(piece * (200_000 // len(piece)))
    assert all(made.text[finding.span] == finding.quote for finding in quantities(made))
