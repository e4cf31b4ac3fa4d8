import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.chinese.dates import TIME, Anchor, is_by, plan_period, resolve, times
from luoshi.model import Period

WINTER = Anchor.of(Period.of("2026-01-20"))
AUTUMN = Anchor.of(Period.of("2025-12-17"), Period.of("2026/2030"))


def meaning(words, anchor=WINTER, current=None):
    found = list(times(words))
    assert len(found) == 1, [each[0] for each in found]
    period = resolve(found[0], anchor, current)
    return found[0][0], str(period) if period else None, is_by(found[0])


@pytest.mark.parametrize(
    ("words", "quote", "period", "by"),
    [
        ("到2027年底前完成改造", "到2027年底前", "2027-12-31", True),
        ("到2035年建成", "到2035年", "2035", True),
        ("力争到二〇三五年建成", "力争到二〇三五年", "2035", True),
        ("2028年6月底前投产", "2028年6月底前", "2028-06-30", True),
        ("2024年2月底前", "2024年2月底前", "2024-02-29", True),
        ("2027年上半年开工", "2027年上半年", "2027-01/2027-06", False),
        ("2026—2030年新建三座", "2026—2030年", "2026/2030", False),
        ("2021年至2025年", "2021年至2025年", "2021/2025", False),
        ("今年投产", "今年", "2026", False),
        ("今年上半年", "今年上半年", "2026-01/2026-06", False),
        ("今年底前开工", "今年底前", "2026-12-31", True),
        ("明年启动", "明年", "2027", False),
        ("去年", "去年", "2025", False),
        ("年内开工", "年内", "2026", True),
        ("6月底前交付", "6月底前", "2026-06-30", True),
        ("五月底前交付", "五月底前", "2026-05-31", True),
        ("今年九月底前交付", "今年九月底前", "2026-09-30", True),
        ("三月二十一日前交付", "三月二十一日前", "2026-03-21", True),
        ("前三季度", "前三季度", "2026-01/2026-09", False),
        ("今年前11个月", "今年前11个月", "2026-01/2026-11", False),
        ("前两个月", "前两个月", "2026-01/2026-02", False),
        ("2025年1至9月", "2025年1至9月", "2025-01/2025-09", False),
        ("3—10月份", "3—10月份", "2026-03/2026-10", False),
        ("去年前几个月", "去年前几个月", None, False),
        ("今年前完成", "今年前", "2026", True),
        ("三年内建成", "三年内", "2026/2028", True),
        ("过去五年", "过去五年", "2021/2025", False),
        ("五年来", "五年来", "2021/2025", False),
        ("今后五年", "今后五年", "2026/2030", False),
        ("“十五五”时期", "“十五五”时期", "2026/2030", False),
        ("到“十五五”末", "到“十五五”末", "2030", True),
        ("第十四个五年规划", "第十四个五年规划", "2021/2025", False),
        ("到本世纪中叶", "到本世纪中叶", "2050", True),
        ("每年新增", "每年", None, False),
        ("二〇二五年十二月十七日通过", "二〇二五年十二月十七日", "2025-12-17", False),
        ("11月20日至22日", "11月20日至22日", "2026-11-20/2026-11-22", False),
        ("发布于2025-08-11 09:30", "2025-08-11", "2025-08-11", False),
    ],
)
def test_meaning_in_a_report_of_january(words, quote, period, by):
    assert meaning(words) == (quote, period, by)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("三年内", "2026/2028"),
        ("过去五年", "2021/2025"),
        ("今后五年", "2026/2030"),
        ("今年", "2025"),
        ("新的一年", "2026"),
    ],
)
def test_meaning_at_the_end_of_a_year(words, period):
    assert meaning(words, AUTUMN)[1] == period


def test_a_passage_may_be_about_another_year():
    assert meaning("全年接待", WINTER, 2025)[1] == "2025"
    assert meaning("12月底", WINTER, 2025)[1] == "2025-12-31"


def test_without_a_date_only_absolute_times_mean_something():
    nothing = Anchor.of(None)
    assert meaning("今年", nothing)[1] is None
    assert meaning("三年内", nothing)[1] is None
    assert meaning("2027年", nothing)[1] == "2027"


@pytest.mark.parametrize("words", ["全长2000公里", "投资3541.07万元", "四个全面", "“1+3”功能区", "2000家", "13月45日"])
def test_no_time(words):
    assert [resolve(found, WINTER) for found in times(words) if resolve(found, WINTER)] == []


def test_plan_periods():
    assert plan_period(1) == Period("1953", "1957")
    assert plan_period(3) == Period("1966", "1970")
    assert plan_period(15) == Period("2026", "2030")
    assert plan_period(0) is None


@given(
    st.text(
        alphabet="到至“”年月日0123456789一二三四五十〇今明去前后上下半内底末期间时来本世纪全第个季度每-—至\n",
        max_size=120,
    )
)
def test_any_text_gives_ordered_times(text):
    end = 0
    for found in times(text):
        assert found.start() >= end
        end = found.end()
        assert TIME.search(found[0])
        period = resolve(found, WINTER)
        assert period is None or period.first_day <= period.last_day or period.start > period.end


@pytest.mark.parametrize("piece", ["2025", "年", "二", "到", "“十", "到年", "到2"])
def test_a_long_line_of_anything_ends(piece):
    text = piece * (400_000 // len(piece))
    assert all(found.end() <= len(text) for found in times(text))


NEAR_A_YEAR = "年年0123456789一二三四五六七八九十〇两几个的半今去前明后本当上全每逐下内底末初度季月日世纪头来间里以之近过新第“”期到至截—青"


@given(st.text(alphabet=NEAR_A_YEAR, max_size=16))
def test_no_expression_is_missed_for_what_stands_beside_its_year(words):
    """Every place is tried here; ``times`` tries only those from which an expression can reach a year or month."""
    found, place = [], 0
    while place < len(words):
        match = TIME.match(words, place)
        if match:
            found.append(match.span())
        place = match.end() if match else place + 1
    assert [match.span() for match in times(words)] == found
