"""What cleaning does, through its door: cases in a table, then the laws on any text."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.cleaning import REASONS, STEPS, clean
from luoshi.model import Mark, Original, Span

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))["case"]


def original(content, media_type="text/plain", marks=()):
    return Original(content, media_type, "0" * 64, marks=tuple(marks))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    text = clean(original(case["before"], case.get("media_type", "text/plain")))
    assert text.content == case["after"].strip("\n")
    reasons = {edit.reason for edit in text.edits}
    assert set(case.get("reasons", [])) <= reasons, reasons
    for reason in case.get("never", []):
        assert not any(code.startswith(reason) for code in reasons), reasons


CHARACTERS = st.one_of(
    st.sampled_from(
        [*"甲乙发展和的，。；：“”（）、》《一二（1）.,;:()!?0123456789abkj \n\t\u3000\r\xa0<>/#*|-%％０Ａ．－…—", "\n\n", "　　", "\ufeff", "\u200b", "\x00", "\ud800",
         "第一章 ", "一、", "1.", "一是", "二是", "<p>", "</p>", "&amp;", "&nbsp;", "娱乐城", "官网", "www.a1.com", "首页", "打印", "版权所有", "来源：", "相关链接",
         "# ", "| ", " |", "---", "國", "發", "經", "隨著", "⼯", "推动高质量发展取得新成效，"]
    ),
    st.characters(),
)  # fmt: skip
TEXTS = st.lists(CHARACTERS, max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=400, deadline=None)
@example("来源：甲乙\n甲乙\n打印\n甲。\n版权所有")
@example("# # # 甲\n- - 乙")
@example(" # 甲")
def test_cleaning_twice_is_cleaning_once(content):
    once = clean(original(content)).content
    assert clean(original(once)).content == once


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_the_text_is_as_promised(content):
    lines = clean(original(content)).content.split("\n")
    for line in lines if lines != [""] else []:
        assert line.strip("\t")
        assert line.strip() == line or "\t" in line
        assert not re.search("[０-９Ａ-Ｚａ-ｚ％\u3000\xa0\ufeff\u200b\x00]|[\ud800-\udfff]", line)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_character_leads_back_and_in_order(content):
    text = clean(original(content))
    touched = bytearray(len(content) + 1)
    for edit in text.edits:
        assert edit.reason in REASONS
        assert 0 <= edit.start <= edit.end <= len(content)
        for place in range(edit.start, edit.end):
            touched[place] = 1
    places = [text.back(Span(index, index + 1)) for index in range(len(text))]
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))
    for index, place in enumerate(places):
        if place.length == 1 and not touched[place.start]:
            assert content[place.start] == text.content[index]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_in_silence(content):
    """Each visible character of the original is in the clean text, or in the span of an edit."""
    text = clean(original(content))
    covered = bytearray(len(content))
    for edit in text.edits:
        covered[edit.start : edit.end] = b"\1" * (edit.end - edit.start)
    for run in text.runs:
        covered[run.original : run.original + run.original_length] = b"\1" * run.original_length
    assert all(covered)


def test_each_step_gives_only_reasons_that_are_explained():
    assert {step.__name__ for step in STEPS} == {code.partition(".")[0] for code in REASONS}
    assert all(words.zh and words.en for words in REASONS.values())
    named = "\n".join(
        path.read_text(encoding="utf-8") for path in (HERE.parents[1] / "src/luoshi/cleaning").glob("*.py")
    )
    for code in re.findall(r'"((?:encoding|markup|lines|spaces)\.[a-z_]+)"', named):
        assert code in REASONS


def test_marked_parts_go_and_their_reasons_say_what_they_were():
    content = "云泽市门户\n政府工作报告\n各位代表：现在，我向大会报告工作，请予审议。\n— 3 —\n我们要删去的增加就业，扩大开放。"
    spans = {"chrome": "云泽市门户", "pagenumber": "— 3 —", "deleted": "删去的"}
    marks = [Mark(Span(content.index(part), content.index(part) + len(part)), kind, "") for kind, part in spans.items()]
    text = clean(original(content, "text/html", marks))
    assert text.content == "政府工作报告\n各位代表：现在，我向大会报告工作，请予审议。\n我们要增加就业，扩大开放。"
    assert {edit.reason: edit.before for edit in text.edits if edit.reason.startswith("marked")} == {
        f"marked.{kind}": part for kind, part in spans.items()
    }


def test_chrome_that_holds_the_article_is_no_chrome():
    content = "政府工作报告\n各位代表：现在，我向大会报告工作，请予审议。\n完"
    text = clean(original(content, "text/html", [Mark(Span(0, len(content) - 2), "chrome", "aside")]))
    assert text.content == content


def test_headings_that_the_format_marks_are_never_joined():
    lines = ["坚持创新驱动和绿色发展，推动制造业转", "型升级，培育壮大新兴产业集群，建设现"] * 5
    heading = "加快建设更高水平开放型经济新体制示范"
    content = "\n".join([*lines[:4], heading, *lines])
    start = content.index(heading)
    text = clean(original(content, "text/html", [Mark(Span(start, start + len(heading)), "heading", "2")]))
    assert heading in text.content.split("\n")


def test_a_marked_table_keeps_its_empty_cells():
    content = "指标\t2025年\t2030年\n地区生产总值\t\t1.2万亿元\n\t约束性\t\n单位\t\t\t\t\t亿元"
    text = clean(original(content, "text/html", [Mark(Span(0, len(content)), "table", "1")]))
    assert text.content == content


@pytest.mark.parametrize(
    "content", ["", " ", "\n\n", "\ufeff", "\r\n\r\n", "\x00\x00", "\ud800", "<p>", "# ", "|||", "a", "。"]
)
def test_next_to_nothing_is_no_accident(content):
    text = clean(original(content))
    assert len(text) <= max(1, len(content))


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", "<script>", "&amp;", "[", "](", "**", "|", "| a |\n", " ", "\t", "\n", "　　", "a.", "www.a.com", "（", "(", ",", "娱乐城", "１", "1，000", "\r", "國",
     "甲", "甲 ", "“", "#", "# ", "- ", "...", "图", "来源：", "来源：甲\n", "首页 > ", "1\n", "第1页\n"],
)  # fmt: skip
def test_a_long_text_of_anything_can_be_cleaned(unit):
    """A quadratic rule would not end: the limit of the test run stops it."""
    text = clean(original(unit * (100_000 // len(unit))))
    assert sum(run.clean_length for run in text.runs) == len(text)
