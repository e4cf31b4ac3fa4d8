"""Markdown, and text with HTML inside."""

from pathlib import Path

import pytest
from checking import check, marked

from luoshi.model import Original
from luoshi.sources import open_source


def read(text: str) -> Original:
    original = open_source(text.encode(), name="x.md")
    check(original)
    return original


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("# 纲要\n\n正文\n", "纲要\n\n正文\n\n"),
        ("## 第一章 ##\n一", "第一章\n一\n"),
        ("#不是标题", "#不是标题\n"),
        ("标题\n===\n一", "标题\n一\n"),
        ('到**2030年**，用`岸电`[全文](http://x/y "t")![图](a.png)', "到2030年，用岸电全文图\n"),
        ("一、目标\n1. 港口\n- 航道\n> 引文\n* 泊位", "一、目标\n1. 港口\n航道\n引文\n泊位\n"),
        ("一\n\n---\n\n二\n***", "一\n\n\n二\n"),
        ("```\n# 原样\n```\n二", "# 原样\n二\n"),
        ("甲&nbsp;乙 1 < 2 & 3*4*5 \\*星", "甲\u00a0乙 1 < 2 & 3*4*5 *星\n"),
        ("　　一、目标\r\n二\r\n", "　　一、目标\n二\n"),
        ("<p>一、<b>目标</b></p><p>二</p>\n\n三", "一、目标\n二\n\n三\n"),
        ("前<br>后", "前\n后\n"),
        ("|指标|2030年|\n|:--|--:|\n|吞吐\\|量|**3**亿吨|\n后", "指标\t2030年\n吞吐|量\t3亿吨\n后\n"),
        ("指标 | 值\n--- | ---\n泊位 | 6", "指标\t值\n泊位\t6\n"),
        ("甲|乙\n丙|丁", "甲|乙\n丙|丁\n"),
        (
            "<table>\n<tr><td>指标</td><td>值</td></tr>\n\n<tr><td>泊位</td>\n<td>6</td></tr>\n</table>\n后",
            "指标\t值\n泊位\t6\n后\n",
        ),
    ],
)
def test_only_the_markup_goes(text: str, content: str) -> None:
    assert read(text).content == content


def test_marks_and_front_matter() -> None:
    original = read(
        "---\ntitle: 港口规划\ndate: 2026-01-09\n---\n# 规划\n### 一\n|指标|值|\n|-|-|\n|泊位|6|\n<table><tr><td>a</td><td>b</td><td>c</td></tr></table>\n"
    )
    assert original.metadata == (("title", "港口规划"), ("date", "2026-01-09"))
    assert marked(original, "heading") == [("规划", "1"), ("一", "3")]
    assert marked(original, "header") == [("指标", "t1.r1.c1"), ("值", "t1.r1.c2")]
    assert ("b", "t2.r1.c2") in marked(original, "cell")
    assert [value for _, value in marked(original, "table")] == ["1", "2"]


def test_real_text_with_html_inside(shared: Path) -> None:
    for path in (shared / "corpus").glob("daily_*.txt"):
        original = open_source(path)
        check(original)
        assert original.marked("heading")
        assert "<p" not in original.content
        assert "</" not in original.content
