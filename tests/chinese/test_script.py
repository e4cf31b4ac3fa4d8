"""Traditional to Simplified: only Traditional text, one character for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.chinese.script import simplified

TRADITIONAL = "雲澤市將牢記總書記囑託,全面貫徹新發展理念,推動經濟實現質的提升。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("隨著", "随着"),
        ("著力", "着力"),
        ("沿著名城的方向", "沿着名城的方向"),
        ("顯著", "显著"),
        ("著名", "著名"),
        ("名著", "名著"),
        ("意味著", "意味着"),
        ("示范", "示范"),
        ("示範", "示范"),
        ("製造", "制造"),
        ("嚮往", "向往"),
        ("計畫", "计划"),
        ("甚麼", "什么"),
        ("瞭解", "了解"),
        ("乾坤", "乾坤"),
        ("乾淨", "干净"),
        ("挑大樑", "挑大梁"),
        ("紮實", "扎实"),
        ("衞生", "卫生"),
    ],
)
def test_words_in_a_traditional_text(before, after):
    assert simplified(TRADITIONAL + before)[len(TRADITIONAL) :] == after


def test_a_traditional_line_in_a_simplified_text_is_converted_alone():
    simple = "全市上下要坚定信心、扛起责任，推动高质量发展取得新成效。副市长鍾某出席。"
    assert simplified(f"{simple}\n{TRADITIONAL}\n{simple}\n{simple}").split("\n")[::2] == [simple, simple]
    assert "总书记嘱托" in simplified(f"{simple}\n{TRADITIONAL}\n{simple}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("上升兩個百分點", "上升两个百分点"),
        ("五萬噸", "五万吨"),
        ("約三百億", "约三百亿"),
        ("提高2.5個點", "提高2.5个点"),
    ],
)
def test_a_short_text_needs_no_three_telltales(before, after):
    assert simplified(before) == after


def test_a_name_in_a_short_simplified_text_stays():
    assert simplified("东岭镇负责人陳某说，产业还要发展。") == "东岭镇负责人陳某说，产业还要发展。"


def test_simplified_text_is_the_same_object():
    text = "推动经济社会发展全面绿色转型，显著提升产业能级，于后勤、台账、乾坤、著作处着力。"
    assert simplified(text) is text


@given(st.text(alphabet=st.one_of(st.sampled_from("國發經產業會實現着著后後里裏发展\n"), st.characters()), max_size=60))
def test_the_length_is_kept(content):
    assert len(simplified(content)) == len(content)
    assert [len(line) for line in simplified(content).split("\n")] == [len(line) for line in content.split("\n")]
