"""Tables of indicators, as files have them: every value with its cell, unit, years and base. All places are invented."""

from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources import docx_making as word

import luoshi
from luoshi.chinese.numerals import number
from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.statements import statements
from luoshi.extraction.compounds.tables import tables
from luoshi.extraction.tables.amounts import BARE, PERCENT, amounts, size_of
from luoshi.extraction.tables.grids import table_spans
from luoshi.model import Document, Finding, Original, Period, Profile, Section, Span, Text

PLAN = ("松原湾市国民经济和社会发展第十四个五年规划纲要", "（2021年2月6日松原湾市第八届人民代表大会第五次会议批准）")
STATISTICS = ("松原湾市2025年国民经济和社会发展统计公报", "松原湾市统计局", "2026年3月9日")
TITLE = "表1 主要指标"
SAMPLES = Path(__file__).parents[2] / "samples"


def markdown(rows, lines=PLAN):
    """The lines and one table as Markdown; a row is written ``a|b|c``."""
    width = rows[0].count("|") + 1
    table = [rows[0], "|".join(["---"] * width), *rows[1:]]
    paragraphs = [f"# {lines[0]}", *lines[1:], TITLE]
    return ("\n\n".join(paragraphs) + "\n\n" + "\n".join(f"|{row}|" for row in table) + "\n").encode()


def page(rows, lines=PLAN):
    """The same as HTML: ``2x3 words`` in braces makes a cell of 2 rows and 3 columns; ``<`` leaves a cell out."""
    written = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            if cell == "<":
                continue
            size, _, words = cell.rpartition("}")
            tall, _, wide = size.removeprefix("{").partition("x")
            cells.append(f'<td rowspan="{tall or 1}" colspan="{wide or 1}">{escape(words)}</td>')
        written.append(f"<tr>{''.join(cells)}</tr>")
    body = "".join(f"<p>{line}</p>" for line in (*lines[1:], TITLE))
    return f"<html><body><h1>{lines[0]}</h1>{body}<table>{''.join(written)}</table></body></html>".encode()


def docx(rows, lines=PLAN):
    """The same as a Word file."""
    cells = (word.row(*(word.cell(escape(cell)) for cell in row.split("|"))) for row in rows)
    table = f"<w:tbl>{''.join(cells)}</w:tbl>"
    return word.docx("".join(map(word.paragraph, (*lines, TITLE))) + table)


def plain(rows, lines=PLAN):
    """The same as text with TABs."""
    return "\n".join((*lines, TITLE, *(row.replace("|", "\t") for row in rows))).encode()


def found(data, name="plan.md"):
    """The statements of the tables, after the law was checked."""
    document = luoshi.read(data, name=name)
    holds(document)
    return [each for each in document.findings if each.rule == "tables"]


def holds(document):
    """The law of tables: span and quote agree, the quantity lies in a cell of the row, and recomputes from it."""
    text = document.text
    for each in document.findings:
        if each.rule != "tables":
            continue
        assert text[each.span] == each.quote
        assert "\n" not in each.quote
        value = each.value
        assert each.span.contains(value.quantity_span)
        cell = text[value.quantity_span]
        assert cell
        assert "\t" not in cell
        assert value.indicator_span is not None
        assert text[value.indicator_span] in value.indicator
        assert recomputes(cell, value.quantity), (cell, value.quantity)


def recomputes(cell, quantity):
    """Whether the cell's digits are the value's, a power of ten and the sign apart."""
    digits = [figures(part) for part in _numbers(cell)]
    ends = [quantity.value] if quantity.high is None else [quantity.value, quantity.high]
    return digits[: len(ends)] == [figures(f"{abs(end):.12g}") for end in ends]


def _numbers(cell):
    kept = "".join(char if char in "0123456789.," else " " for char in cell)
    return [part for part in kept.split() if part.strip(".,")]


def figures(written):
    mantissa = f"{float(number(written.replace(',', '')) or float(written)):.9e}".partition("e")[0]
    return mantissa.rstrip("0").rstrip(".")


def said(each):
    """A statement on one line: what it is, how much, of which years, from where."""
    value, quantity = each.value, each.value.quantity
    much = f"{quantity.value:.10g}" + (f"..{quantity.high:.10g}" if quantity.high is not None else "")
    base = f" from {value.base.value:.10g} in {value.base.year}" if value.base else ""
    years = str(value.period)
    return f"{each.kind} {value.indicator} {quantity.measure} {quantity.comparator} {much}{quantity.unit} {years}{base}"


HEAD = "指标|单位|2020年|2025年|年均增速〔累计〕|属性"
CASES = [
    (
        "地区生产总值|亿元|910|—|6.5左右|预期性",
        ["target 地区生产总值 growth_annual about 0.065 2021/2025 from 9.1e+10 in 2020"],
    ),
    ("地区生产总值|亿元|910|1,250.5|-|预期性", ["target 地区生产总值 level = 1.2505e+11元 2025 from 9.1e+10 in 2020"]),
    ("粮食产量|万吨|96|≥98||约束性", ["target 粮食产量 level >= 980000吨 2025 from 960000 in 2020"]),
    ("电商交易额|亿元|30|＞60|－|预期性", ["target 电商交易额 level > 6000000000元 2025 from 3000000000 in 2020"]),
    ("城镇调查失业率|%|5.3|控制在5.5以内|—|预期性", ["target 城镇调查失业率 level <= 0.055 2025 from 0.053 in 2020"]),
    ("研发强度|%|2.1|2.8—3.2|—|预期性", ["target 研发强度 level range 0.028..0.032 2025 from 0.021 in 2020"]),
    ("城镇新增就业|万人|—|—|〔25〕|预期性", ["target 城镇新增就业 count = 250000人 2021/2025"]),
    ("森林覆盖率|%|41.2|—|[1.3]|约束性", ["target 森林覆盖率 change = 0.013pp 2021/2025 from 0.412 in 2020"]),
    ("单位GDP能耗降低|%|—|—|【13.5】|约束性", ["target 单位GDP能耗 growth = -0.135 2021/2025"]),
    ("全员劳动生产率|万元/人|12.1|15|—|预期性", ["target 全员劳动生产率 level = 150000元/人 2025 from 121000 in 2020"]),
    (
        "人均预期寿命|岁|78.4|79.6|〔1.2〕|预期性",
        [
            "target 人均预期寿命 level = 79.6岁 2025 from 78.4 in 2020",
            "target 人均预期寿命 change = 1.2岁 2021/2025 from 78.4 in 2020",
        ],
    ),
    ("平均受教育年限|年|10.4|11.3|—|约束性", ["target 平均受教育年限 duration = 11.3年 2025 from 10.4 in 2020"]),
    (
        "养老保险参保率|%|91|95〔4〕|—|预期性",
        [
            "target 养老保险参保率 coverage = 0.95 2025 from 0.91 in 2020",
            "target 养老保险参保率 change = 0.04pp 2021/2025 from 0.91 in 2020",
        ],
    ),
    ("公路里程|公里|2100|突破2500|—|预期性", ["target 公路里程 level > 2500公里 2025 from 2100 in 2020"]),
    ("港口吞吐量|万吨|800|0.12亿吨|—|预期性", ["target 港口吞吐量 level = 12000000吨 2025 from 8000000 in 2020"]),
    ("居民收入增长|%|—|—|与经济增长同步|预期性", []),
    ("空气质量优良天数比率|%|88.2|完成上级任务|—|约束性", ["achievement 空气质量优良天数比率 level = 0.882 2020"]),
    ("3.城乡居民收入比||2.2|<2.0||预期性", ["target 城乡居民收入比 level < 2 2025 from 2.2 in 2020"]),
    ("水稻面积（万亩）||30|31||预期性", ["target 水稻面积 level = 310000亩 2025 from 300000 in 2020"]),
]


@pytest.mark.parametrize(("row", "expected"), CASES)
def test_a_row(row, expected):
    assert list(map(said, found(markdown([HEAD, row])))) == expected


WRITERS = {"plan.md": markdown, "plan.html": page, "plan.docx": docx, "plan.txt": plain}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_says_the_same(name):
    rows = [HEAD, *(row for row, _ in CASES)]
    read = found(WRITERS[name](rows), name)
    assert list(map(said, read)) == [line for _, lines in CASES for line in lines]
    assert read[0].value.cell == "t1.r2.c5"
    assert read[0].value.binding == "anticipatory"
    assert read[2].value.binding == "binding"


def test_a_run_of_empty_cells_moves_no_value():
    rows = ["指标|单位|2018年|2019年|2020年|2025年|属性", "造林面积|万亩||||30|约束性"]
    (each,) = found(markdown(rows))
    assert said(each) == "target 造林面积 level = 300000亩 2025"
    assert each.value.cell == "t1.r2.c6"


def test_evidence_is_the_head_of_the_column():
    document = luoshi.read(markdown([HEAD, CASES[1][0]]), name="plan.md")
    (each,) = (each for each in document.findings if each.rule == "tables")
    assert [document.text[span] for span in each.evidence] == ["2025年"]
    assert (each.value.period_stated, each.value.concept) == (True, "gdp")


def test_heads_over_two_rows_and_merged_categories():
    rows = [
        "{2x1}类别|{2x2}指标|{2x1}2020年|{1x2}目标值|{2x1}年均增长（%）|{2x1}属性",
        "2022年|2025年",
        "{3x1}发展|{1x2}地区生产总值（亿元）|640|700|850|6|{3x1}预期性",
        "{2x1}居民人均可支配收入（元）|城镇居民|41000|45000|5.2万|5",
        "农村居民|20000|2.3万|2.6万|6",
    ]
    read = found(page(rows), "plan.html")
    assert [said(each) for each in read if each.value.quantity.measure == "level"] == [
        "target 地区生产总值 level = 7e+10元 2022 from 6.4e+10 in 2020",
        "target 地区生产总值 level = 8.5e+10元 2025 from 6.4e+10 in 2020",
        "target 城镇居民人均可支配收入 level = 45000元 2022 from 41000 in 2020",
        "target 城镇居民人均可支配收入 level = 52000元 2025 from 41000 in 2020",
        "target 农村居民人均可支配收入 level = 23000元 2022 from 20000 in 2020",
        "target 农村居民人均可支配收入 level = 26000元 2025 from 20000 in 2020",
    ]
    assert {each.value.binding for each in read} == {"anticipatory"}


def test_statistics_are_achievements():
    rows = ["指标|单位|2025年|比上年增长（%）", "财政收入|亿元|88.6|4.1", "出口额|亿美元|3.2|-2.5"]
    assert list(map(said, found(markdown(rows, STATISTICS)))) == [
        "achievement 财政收入 level = 8860000000元 2025",
        "achievement 财政收入 growth = 0.041 2025",
        "achievement 出口额 level = 320000000美元 2025",
        "achievement 出口额 growth = -0.025 2025",
    ]


def test_what_a_column_measures_joins_the_name():
    rows = ["产品名称|单位|产量|比上年增长（%）", "陶瓷|万件|12|3", "发电量|亿千瓦时|9|-1"]
    read = found(plain(rows, STATISTICS), "plan.txt")
    assert [each.value.indicator for each in read] == ["陶瓷产量", "陶瓷产量", "发电量", "发电量"]
    assert str(read[0].value.period) == "2025"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["指标|2020年|2025年", "单位：亿元||", "工业增加值|300|400"], 4e10),
        (["指标|2020年（万元）|2025年（万元）", "工业增加值|300|400"], 4e6),
        (["指标（单位：万元）|2020年|2025年", "工业增加值（亿元）|300|400"], 4e10),
        (["主要指标||", "指标|2020|2025", "工业增加值（亿元）|300|400"], 4e10),
    ],
)
def test_where_the_unit_stands(rows, expected):
    (each,) = found(markdown(rows))
    assert each.value.quantity.value == expected
    assert each.value.quantity.unit == "元"


def test_a_unit_above_the_table():
    (each,) = found(markdown(["指标|2020年|2025年", "工业增加值|300|400"], (*PLAN, "单位：亿元")))
    assert said(each) == "target 工业增加值 level = 4e+10元 2025 from 3e+10 in 2020"


def test_a_review_halfway_keeps_the_base_of_the_plan():
    lines = ("松原湾市“十四五”规划中期评估报告", "2024年1月9日")
    rows = ["指标|单位|2020年|2023年完成|2025年目标", "地区生产总值|亿元|700|800|950"]
    assert list(map(said, found(markdown(rows, lines)))) == [
        "achievement 地区生产总值 level = 8e+10元 2023",
        "target 地区生产总值 level = 9.5e+10元 2025 from 7e+10 in 2020",
    ]


def test_aims_of_a_year_beside_what_was_reached():
    lines = ("松原湾市2026年政府工作报告", "2026年1月8日在松原湾市第九届人民代表大会第一次会议上")
    rows = ["指标|2025年预期目标|2025年完成|2026年目标", "地区生产总值（亿元）|900|912|960左右"]
    assert list(map(said, found(markdown(rows, lines)))) == [
        "target 地区生产总值 level = 9e+10元 2025",
        "achievement 地区生产总值 level = 9.12e+10元 2025",
        "target 地区生产总值 level about 9.6e+10元 2026 from 9.12e+10 in 2025",
    ]


def test_a_final_review_has_aims_and_results_and_no_base():
    lines = ("松原湾市“十四五”规划总结评估报告", "2026年1月9日")
    rows = ["指标|“十四五”末目标|2025年完成|完成率（%）", "高速公路里程（公里）|300|326|108.7"]
    assert list(map(said, found(markdown(rows, lines)))) == [
        "target 高速公路里程 level = 300公里 2025",
        "achievement 高速公路里程 level = 326公里 2025",
    ]


def test_a_base_without_a_year():
    rows = ["指标|单位|基期值|目标值|指标属性", "公园面积|公顷|520|600|预期性"]
    (each,) = found(markdown(rows, (*PLAN, "“十四五”时期生态建设主要指标")))
    assert said(each) == "target 公园面积 level = 600公顷 2025 from 520 in None"


def test_parts_of_what_falls_fall():
    rows = [HEAD, "主要污染物减排|||||约束性", "其中：化学需氧量|吨|—|〔1200〕||约束性"]
    (each,) = found(markdown(rows))
    assert said(each) == "target 化学需氧量 change = -1200吨 2021/2025"


def test_growth_of_two_plans():
    rows = [
        "指标|单位|2015年|2020年|“十三五”年均增长（%）|2025年|“十四五”年均增长（%）",
        "用电量|亿千瓦时|5|8|9.9|10|4.6",
    ]
    assert list(map(said, found(markdown(rows)))) == [
        "achievement 用电量 level = 500000000千瓦时 2015",
        "achievement 用电量 growth_annual = 0.099 2016/2020 from 500000000 in 2015",
        "target 用电量 level = 1000000000千瓦时 2025 from 800000000 in 2020",
        "target 用电量 growth_annual = 0.046 2021/2025 from 800000000 in 2020",
    ]


def test_a_table_goes_on_after_a_page():
    data = (
        plain([HEAD, CASES[1][0]])
        + "\n续表\n".encode()
        + "粮食产量\t万吨\t96\t98\t—\t约束性\n用水量\t万吨\t9\t8\t—\t约束性".encode()
    )
    read = found(data, "plan.txt")
    assert [each.value.indicator for each in read] == ["地区生产总值", "粮食产量", "用水量"]


LEDGER = [
    "序号|重点任务|牵头单位|责任单位|完成时限",
    "1|建成产业园2个，引进企业30家|市发展改革委|各县区|2026年12月底前",
    "2|修订第3号办法|市司法局|4|2026年6月",
    "3|完善制度|市财政局|5|长期",
]


def test_a_ledger_of_tasks_has_no_indicators():
    document = luoshi.read(markdown(LEDGER, ("松原湾市2026年重点任务分工方案",)), name="plan.md")
    assert [each for each in document.findings if each.rule == "tables"] == []
    read = [each for each in document.findings if each.kind in ("target", "achievement", "context")]
    assert [each.quote for each in read if each.rule == "statements"] == [
        "建成产业园2个",
        "引进企业30家",
    ]  # the clauses of a cell, none across cells
    due = [each.value for each in read if each.rule == "statements.due"]
    assert [(each.indicator, str(each.period), each.cell) for each in due] == [
        ("建成产业园2个，引进企业30家", "2026-12-31", "t1.r2.c5"),
        ("修订第3号办法", "2026-06", "t1.r3.c5"),
    ]


def test_rows_are_no_sentences():
    document = luoshi.read(markdown([HEAD, *(row for row, _ in CASES)]), name="plan.md")
    spans = table_spans(document.text)
    assert spans
    assert not [
        each
        for each in document.findings
        if each.rule.startswith("statements") and any(span.contains(each.span) for span in spans)
    ]


@pytest.mark.parametrize(
    "content",
    [
        "1.\t到2030年，新建学校5所。\n2.\t到2030年，新建医院3家。",
        "全年生产总值\t增长5.8%，财政收入增长3%。\n全年用电量\t增长2.1%。",
        "一、\t新建学校5所\n二、\t新建医院3家",
    ],
)
def test_paragraphs_with_tabs_stay_sentences(content):
    document = bare(content)
    assert table_spans(document.text) == []
    assert len(list(statements(document))) >= 2


@pytest.mark.parametrize(
    ("name", "kind", "count"), [("6-outline-2021.docx", "target", 12), ("8-statistics-2025.md", "achievement", 8)]
)
def test_the_samples(name, kind, count):
    read = found((SAMPLES / name).read_bytes(), name)
    assert [each.kind for each in read] == [kind] * count
    assert all(each.value.period and each.value.cell for each in read)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("亿元", (8, "元")),
        ("万千瓦", (4, "千瓦")),
        ("千瓦时", (0, "千瓦时")),
        ("件/万人", (0, "件/万人")),
        ("（%）", (0, "%")),
    ],
)
def test_units(words, value):
    size = size_of(words)
    assert size
    assert (size.power, size.unit) == value


@pytest.mark.parametrize("words", ["", "R&D", "PM2.5", "上年=100", "市发展改革委", "万"])
def test_no_units(words):
    assert size_of(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "",
        "—",
        "--",
        "第3",
        "2025年",
        "完成2项任务",
        "详见附件1",
        "前20强",
        "建成3个园区，引进2家企业",
        "/",
        "…",
        "1.2.3",
    ],
)
def test_cells_without_an_amount(words):
    assert list(amounts(words, BARE, PERCENT)) == []


def bare(content, marks=()):
    """A document of this text, read no further than quantities and times."""
    text = Text.of(Original(content, "text/plain", "0" * 64, marks))
    profile = Profile(period=Finding("period", Period("2021", "2025"), Span(0, 0), "", "test"))
    document = Document(text, Section("d", "document", "", None, "", Span(0, len(content))), profile)
    return document.with_findings((*quantities(document), *deadlines(document)))


PIECES = st.sampled_from(
    [
        "指标",
        "单位",
        "2020年",
        "2025年目标",
        "年均增速〔累计〕",
        "属性",
        "%",
        "亿元",
        "〔30〕",
        "6左右",
        "≥5",
        "—",
        "",
        "1,2",
        "-3.2",
        "城镇",
        "地区生产总值（亿元）",
        "其中：农村",
        "2025",
        "9" * 19,
        "〔",
        "〕3",
        "5-",
        "~6",
        "（%）",
        "约束性",
        "3—",
        "“十四五”末",
        "2021—",
        "\t",
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(PIECES, min_size=1, max_size=7), min_size=1, max_size=7))
def test_ragged_tables_raise_nothing(rows):
    document = bare("\n".join("\t".join(row) for row in rows))
    for each in tables(document):
        assert document.text[each.span] == each.quote
        assert each.span.contains(each.value.quantity_span)
        assert "\t" not in document.text[each.value.quantity_span]
        assert each.value.quantity.value == each.value.quantity.value  # no NaN
    list(statements(document))


def test_a_huge_row_takes_no_longer_than_its_length():
    rows = ["指标\t单位\t2020年\t2025年", "\t".join(["地区生产总值", "亿元", *["12.5"] * 20_000])]
    assert len(list(tables(bare("\n".join([*rows, *["x\ty"] * 20_000]))))) == 1


@pytest.mark.parametrize(
    "rows",
    [
        ["年份|工业增加值（亿元）|常住人口（万人）", "2024年|120.5|30.1", "2025年|140.8|30.9"],
        ["年份|工业增加值|常住人口", "|亿元|万人", "2024|120.5|30.1", "2025|140.8|30.9"],
    ],
)
def test_years_down_the_side(rows):
    statements_found = found(markdown(rows, STATISTICS))
    assert [
        (each.value.indicator, each.value.quantity.value, str(each.value.period), each.kind)
        for each in statements_found
    ] == [
        ("工业增加值", 12_050_000_000, "2024", "achievement"),
        ("常住人口", 301_000, "2024", "achievement"),
        ("工业增加值", 14_080_000_000, "2025", "achievement"),
        ("常住人口", 309_000, "2025", "achievement"),
    ]


def test_rows_of_units_between_the_indicators():
    rows = ["指标|2020年|2025年", "|亿元|亿元", "工业增加值|100|150", "|%|%", "城镇化率|60|66"]
    assert [(each.value.quantity.value, each.value.quantity.unit) for each in found(markdown(rows))] == [
        (15_000_000_000, "元"),
        (0.66, ""),
    ]
