import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.chinese.numerals import integer, number, scale


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3.5", 3.5),
        ("1,234.5", 1234.5),
        ("二〇二五", 2025.0),
        ("一九五七", 1957.0),
        ("三十六", 36.0),
        ("十", 10.0),
        ("两万亿", 2e12),
        ("百亿", 1e10),
        ("万亿", 1e12),
        ("1亿5000万", 1.5e8),
        ("186.4亿", 18640000000.0),
        ("5千万", 5e7),
        ("三点五", 3.5),
        ("三一·九亿", 3.19e9),
        ("一百零五", 105.0),
        ("一百五", 150.0),
        ("一万五", 15000.0),
        ("三千二百万", 3.2e7),
        ("二十亿零五百万", 2.005e9),
        ("两万三千亿", 2.3e12),
        ("一万零十二", 10012.0),
        ("一百零十万", 1.1e6),
        ("3万4000", 34000.0),
        ("25万6千", 256000.0),
        ("1千零20", 1020.0),
        ("壹佰贰拾叁万", 1.23e6),
        ("俩千", 2000.0),
        ("卅六", 36.0),
        ("三億五千萬", 3.5e8),
        ("两兆三千亿", 2.3e12),
    ],
)
def test_value(written, value):
    assert number(written) == value


@pytest.mark.parametrize(
    "written", ["", "1.2.3", "约", "三五百", "5G", "一" * 100, "五十千", "三十五百", "-3", "1e9", "٣", "十亿零点"]
)
def test_no_number(written):
    assert number(written) is None


def test_shift_is_exact():
    assert number("23.2", -2) == 0.232
    assert number("10.48", -3) == 0.01048
    assert number("五", -2) == 0.05
    assert number("3.2万亿", -2) == 3.2e10


def test_scale():
    assert scale("万亿") == 12
    assert scale("") == 0


CHARS = "零一二三四五六七八九"


def spell(value: int) -> str:
    """A whole number below 10^12 in characters, by the school rule."""
    if value < 10_000:
        digits, words, gap = f"{value:04d}", "", False
        for digit, place in zip(digits, "千百十 ", strict=True):
            if digit == "0":
                gap = bool(words)
            else:
                words += ("零" if gap else "") + CHARS[int(digit)] + place.strip()
                gap = False
        return words
    unit, word = (10**8, "亿") if value >= 10**8 else (10**4, "万")
    rest = value % unit
    zero = "零" if 0 < rest < unit // 10 else ""
    return spell(value // unit) + word + zero + spell(rest)


@given(st.integers(1, 10**12 - 1))
def test_every_number_that_one_can_spell(value):
    assert integer(spell(value)) == value


@given(st.integers(0, 10**15), st.integers(0, 6), st.sampled_from(["", "万", "亿", "万亿"]))
def test_decimals_are_those_of_the_text(value, places, scales):
    digits = f"{value:0{places + 1}d}"
    written = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    assert number(written + scales) == float(f"{written}e{scale(scales)}")


@given(st.text(alphabet="0123456789.,〇一二两三四五六七八九十百千万亿点·", max_size=80))
def test_anything_gives_a_number_or_none(written):
    value = number(written)
    assert value is None or value >= 0
