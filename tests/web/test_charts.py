"""Pictures: an image with its words, no style of its own, nothing of a text's markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.web import charts
from luoshi.web.charts import Bar, Dot, Mark
from luoshi.web.pictures import scale, when

HOSTILE = '<b onload="x">&"\''
NS = "{http://www.w3.org/2000/svg}"
PAINT = ("style", "fill", "stroke", "font-family", "font-size")

PICTURES = {
    "lines": lambda: charts.lines(
        [Mark(2026, 5, HOSTILE), Mark(2030, 7, "b", 1, solid=False, high=9)],
        [[Mark(2026, 5, "a"), Mark(2028, 6, "b")]],
        title=HOSTILE,
        description="d",
        unit=HOSTILE,
        number=str,
    ),
    "columns": lambda: charts.columns(
        [Bar(2026, ((0, 3), (2, 1)), HOSTILE)], title=HOSTILE, description="d", unit=HOSTILE
    ),
    "timeline": lambda: charts.timeline(
        [Dot(2025.5, HOSTILE, 3, HOSTILE)], [HOSTILE], first=2024.2, title=HOSTILE, description="d"
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_an_image_with_title_and_description_and_no_colours_of_its_own(name):
    text = str(PICTURES[name]())
    svg = ET.fromstring(text)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby").split() == [svg[0].get("id"), svg[1].get("id")]
    assert svg[0].text == HOSTILE
    assert "<b " not in text
    for element in svg.iter():
        assert not set(PAINT) & set(element.attrib)
        assert not any(key.startswith("on") for key in element.attrib)
        assert element.tag.removeprefix(NS) not in ("a", "script", "style", "image", "foreignObject")


def test_hollow_is_a_target_and_a_range_is_a_bar():
    svg = str(PICTURES["lines"]())
    assert 'class="mark s1 hollow"' in svg
    assert 'class="mark s0 solid"' in svg
    assert svg.count("V") == 1


def test_columns_stand_on_the_ground_and_are_as_high_as_their_numbers():
    svg = ET.fromstring(
        str(
            charts.columns(
                [Bar(2020, ((0, 4),), "a"), Bar(2021, ((0, 2), (1, 2)), "b")], title="t", description="d", unit="u"
            )
        )
    )
    parts = [rect for rect in svg.iter() if rect.tag.endswith("rect")]
    heights = [float(rect.get("height")) for rect in parts]
    assert heights[0] == pytest.approx(heights[1] + heights[2], abs=0.2)
    assert float(parts[0].get("y")) == pytest.approx(float(parts[2].get("y")), abs=0.2)


NUMBERS = st.floats(-1e15, 1e15, allow_nan=False)


@given(st.lists(st.tuples(st.integers(1900, 2100), NUMBERS), min_size=1, max_size=12))
def test_any_numbers_can_be_drawn(values):
    marks = [Mark(year, value, "x") for year, value in values]
    svg = charts.lines(marks, [marks], title="t", description="d", unit="u", number=lambda value: f"{value:g}")
    assert ET.fromstring(str(svg)).get("class") == "chart"
    assert "nan" not in svg.lower().replace("finance", "")


@pytest.mark.parametrize(
    ("unit", "measure", "most", "divisor", "zh"),
    [
        ("元", "level", 3e12, 1e12, "万亿元"),
        ("元", "level", 4.6e11, 1e8, "亿元"),
        ("人", "count", 120_000, 1e4, "万人"),
        ("人", "count", 900, 1, "人"),
        ("", "growth", 0.08, 0.01, "%"),
        ("pp", "change", 0.02, 0.01, "个百分点"),
        ("", "multiple", 2, 1, "倍"),
        ("位", "rank", 20, 1, "第几位"),
    ],
)
def test_an_axis_has_short_numbers(unit, measure, most, divisor, zh):
    assert scale(unit, measure, most) == (divisor, scale(unit, measure, most)[1])
    assert scale(unit, measure, most)[1].zh == zh


@pytest.mark.parametrize(
    ("date", "time"),
    [("2026", 2026.5), ("2026-07-01", 2026.503), ("2025-12-17", 2025.964), (None, None), ("2024/2026", 2024.5)],
)
def test_a_date_of_any_precision_has_a_place(date, time):
    assert when(date) == (pytest.approx(time, abs=0.002) if time else None)
