"""Numbers in running text: their values, where they stand, and words that only look like numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.chinese.spelled import numbers


def read(content):
    return [(content[one.start : one.end], one.value) for one in numbers(content)]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        # whole numbers, in characters, figures and both
        ("修渠三百零七公里", [("三百零七", 307)]),
        ("栽树一万零十六棵", [("一万零十六", 10016)]),
        ("共一百零十户", [("一百零十", 110)]),
        ("投入3万5000元", [("3万5000", 35000)]),
        ("筹款42万8千元", [("42万8千", 428000)]),
        ("收到2千零60份", [("2千零60", 2060)]),
        ("人民币壹佰贰拾万元整", [("壹佰贰拾万", 1200000)]),
        ("年届廿八", [("廿八", 28)]),
        ("总额三兆五千亿元", [("三兆五千亿", 3.5e12)]),
        ("拨款１，２３４元".translate(str.maketrans("１２３４，", "1234,")), [("1,234", 1234)]),
        ("捐書兩萬冊", [("兩萬", 20000)]),
        # approximate: the value is the lower end
        ("二百多人", [("二百", 200)]),
        ("十几万人", [("十几万", 100000)]),
        ("七十余万亩", [("七十余万", 700000)]),
        # signs, decimals, fractions
        ("气温负十二度", [("负十二", -12)]),
        ("最低-3.5度", [("-3.5", -3.5)]),
        ("三点一四", [("三点一四", 3.14)]),
        ("四分之三", [("四分之三", 0.75)]),
        ("6分之5", [("6分之5", 5 / 6)]),
        ("二又五分之一", [("二又五分之一", 2.2)]),
        ("剩3又.", [("3", 3)]),
        ("负一又四分之一", [("负一又四分之一", -1.25)]),
        ("1/4和2 1/2", [("1/4", 0.25), ("2 1/2", 2.5)]),
        ("百分之八", [("八", 8)]),
        # lone characters
        ("有五个村", [("五", 5)]),
        ("从三到七。", [("三", 3), ("七", 7)]),
        ("七百 二十 五", [("七百 二十 五", 725)]),
        # what only looks like a number
        ("一切一定一样", []),
        ("走遍四川和九州", []),
        ("收拾行装，队伍登上大陆", []),
        ("千万小心", []),
        ("来了二三十人", []),
        ("5G网络、2e5", []),
        ("减负5万元", [("5万", 50000)]),
        ("图2.3.1", [("2", 2), ("3", 3), ("1", 1)]),
    ],
)
def test_numbers(content, found):
    assert read(content) == found


def test_more_is_said():
    assert [one.more for one in numbers("三十余万和三十万")] == [True, False]


@given(st.text(alphabet="0123456789.,/ -负又分之点半百一二三十千万亿兆几多壹佰个人，", max_size=60))
def test_numbers_are_in_order_and_apart(content):
    end = 0
    for one in numbers(content):
        assert end <= one.start < one.end <= len(content)
        end = one.end


def test_a_long_row_of_numerals_ends():
    for row in ("一" * 20_000, "1" * 20_000, "十万" * 10_000, "三又" * 10_000, "1." * 10_000):
        assert all(one.end <= len(row) for one in numbers(row))
