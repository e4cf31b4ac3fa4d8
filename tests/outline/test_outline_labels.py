"""What labels look like and what they are worth."""

from __future__ import annotations

import pytest

from luoshi.outline.numbering import chinese, label_at, written


@pytest.mark.parametrize(
    ("line", "style", "number", "label"),
    [
        ("第一编 总则", "编", 1, "第一编"),
        ("第三篇　水网", "编", 3, "第三篇"),
        ("第二部分 渔业", "编", 2, "第二部分"),
        ("第十二章 古镇", "章", 12, "第十二章"),
        ("第21章 渡口", "章", 21, "第21章"),
        ("第三节河道", "节", 3, "第三节"),
        ("第一百零五条 渔民应当登记。", "条", 105, "第一百零五条"),
        ("十一、修堤", "一、", 11, "十一、"),
        ("（十）修堤", "（一）", 10, "（十）"),
        ("(四)修堤", "（一）", 4, "(四)"),
        ("5.疏浚河道。", "1.", 5, "5."),
        ("5．疏浚河道。", "1.", 5, "5．"),
        ("5﹒疏浚河道。", "1.", 5, "5﹒"),
        ("12、疏浚河道。", "1.", 12, "12、"),
        ("（7）疏浚河道。", "（1）", 7, "（7）"),
        ("(60)疏浚河道。", "（1）", 60, "(60)"),
        ("3）疏浚河道", "1）", 3, "3）"),
        ("③疏浚河道", "①", 3, "③"),
        ("丙、疏浚河道", "甲、", 3, "丙、"),
        ("三是疏浚河道。", "一是", 3, "三是"),
        ("二要疏浚河道。", "一要", 2, "二要"),
        ("第二，疏浚河道。", "第一，", 2, "第二，"),
        ("专栏4 水网工程", "box", 4, "专栏4"),
        ("专栏：水网工程", "box", None, "专栏"),
        ("附件2", "annex", 2, "附件2"),
        ("附件：渡口名录", "annex", None, "附件"),
    ],
)
def test_reads(line: str, style: str, number: int | None, label: str) -> None:
    found = label_at(line, 0, len(line))
    assert found is not None
    assert (found.style, found.number, line[: found.end].rstrip()) == (style, number, label)


@pytest.mark.parametrize(
    "line",
    [
        "5.5%左右的增长",
        "2.5",
        "3、5两月",
        "一、二、三产业协调发展",
        "二、六○○人",
        "一般性支出",
        "第一产业增长",
        "第一，第二产业",
        "第三章所列的工程",
        "2019.年鉴",
        "一是的",
        "（一期）工程",
        "（2019）12号",
        "十十、",
        "附件所列",
        "专",
        "",
    ],
)
def test_is_no_label(line: str) -> None:
    assert label_at(line, 0, len(line)) is None


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 35, 99, 100, 101, 110, 119, 120, 250])
@pytest.mark.parametrize("style", ["章", "节", "一、", "（一）", "1.", "（1）"])
def test_what_is_written_is_read(style: str, number: int) -> None:
    for label in written(style, number):
        found = label_at(f"{label}河道", 0, len(label) + 2)
        assert found is not None
        assert (found.style, found.number) == (style, number)


def test_numerals() -> None:
    assert [chinese(n) for n in (1, 10, 12, 20, 47, 100, 103, 113)] == [
        "一", "十", "十二", "二十", "四十七", "一百", "一百零三", "一百一十三",
    ]  # fmt: skip
