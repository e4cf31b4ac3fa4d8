import pytest

from luoshi.knowledge.indicators import concept, indicators
from luoshi.knowledge.units import units

KINDS = {
    "count",
    "money",
    "length",
    "area",
    "volume",
    "mass",
    "energy",
    "data",
    "degree",
    "age",
    "time",
    "share",
    "multiple",
    "rate",
}


def test_units_have_a_known_kind_and_a_source():
    assert len(units()) > 250
    assert {unit.kind for unit in units().values()} <= KINDS
    assert all(unit.source for unit in units().values())


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("元", "money"),
        ("个", "count"),
        ("亩", "area"),
        ("千瓦时", "energy"),
        ("%", "share"),
        ("个百分点", "share"),
        ("岁", "age"),
    ],
)
def test_units(word, kind):
    assert units()[word].kind == kind


def test_no_name_belongs_to_two_indicators():
    names = [name for indicator in indicators() for name in indicator.names]
    assert len(names) == len(set(names))
    assert len({indicator.id for indicator in indicators()}) == len(indicators())
    assert {indicator.direction for indicator in indicators()} <= {"up", "down", "hold"}


@pytest.mark.parametrize(
    ("words", "identity"),
    [
        ("单位GDP能耗", "energy_intensity"),
        ("单位地区生产总值能源消耗", "energy_intensity"),
        ("全省单位GDP能耗", "energy_intensity"),
        ("地区生产总值", "gdp"),
        ("地区生产总值增速", "gdp"),
        ("我市居民人均可支配收入", "disposable_income"),
        ("居民消费价格涨幅", "cpi"),
        ("高技术制造业增加值", "high_tech_value_added"),
        ("高端制造业增加值", None),  # more than 制造业增加值
        ("人均GDP", "gdp_per_head"),
        ("海洋生产总值", "ocean_product"),
        ("单位生产总值二氧化碳排放量", "carbon_intensity"),
        ("数字经济核心产业增加值占地区生产总值的比重", "digital_core_share"),
        ("数字经济核心产业增加值", "digital_core_value_added"),
        ("研究与试验发展（R&D）经费投入强度", "rd_intensity"),
        ("非化石能源占一次能源消费的比例", "non_fossil_share"),
        ("地表水达到或好于III类水体比例", "surface_water"),
        ("规上工业增加值", "industry_value_added"),
        ("工业增加值", "industry_all"),
        ("完成固定资产投资", "fixed_investment"),
        ("PM_2.5平均浓度", "pm25"),
        ("新增就业", None),  # of towns only, or of all
        ("能耗", None),
        ("云溪区产业基金规模", None),
        ("", None),
    ],
)
def test_concept(words, identity):
    assert concept(words) == identity
