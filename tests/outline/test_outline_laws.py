"""What holds for the outline of any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outline_texts import text_of

from luoshi.model import Section
from luoshi.outline import outline
from luoshi.outline.gaps import gaps

PIECES = st.sampled_from(
    ["一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "3.", "4.", "12.", "（1）", "(2)", "①", "②", "第一章", "第二章", "第一节", "第三条", "第一编",
     "专栏1", "附件", "附件1", "目录", "一是", "二是", "三是", "第一，", "第二，", "一要", "二要", "# ", "## ", "\n", "\n", "\n", "。", "，", "；", "：", " ", "\t", "　",
     "水网建设", "修缮老屋", "今年是新计划的第一年", "坚持治水为先，实施清源工程，固堤安澜", "名词解释", "的", "—", "\ud800", "\x00", "1", "9", "第", "、"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=80).map("".join) | st.text(max_size=200)


def check(root: Section, content: str) -> None:
    assert (root.kind, root.span.start, root.span.end) == ("document", 0, len(content))
    ids = [node.id for node in root.walk()]
    assert len(ids) == len(set(ids))
    for node in root.walk():
        position = node.lead.end
        for index, child in enumerate(node.children):
            assert child.span.start == position or node.children[index - 1].kind == "point"
            assert position <= child.span.start < child.span.end <= node.span.end
            assert child.id.startswith("" if node is root else f"{node.id}-")
            position = child.span.end
        if node.children:
            assert position == node.span.end or node.children[-1].kind == "point"
        if node.heading is not None:
            assert node.span.contains(node.heading)
            words = content[slice(*node.heading)]
            assert words.startswith(node.label)
            assert node.title in words
        else:
            assert node is root or node.inferred is not None
        assert node.lead.start <= node.lead.end


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_tree(content: str) -> None:
    root = outline(text_of(content))
    check(root, content)
    for gap in gaps(root):
        assert gap.fault in ("skipped", "doubled", "backward")
        assert bool(gap.missing) == (gap.fault == "skipped")
    assert outline(text_of(content)) == root


TITLES = [
    "修堤",
    "疏河",
    "造船",
    "设标",
    "办学堂",
    "开集市",
    "改良稻田",
    "兴修水利",
    "培育渔业",
    "保护古桥",
    "传承船艺",
    "整治水巷",
]
BODIES = [
    "全市动员，分片包干。",
    "年内见到成效，让群众满意。",
    "经费由市里承担，不足部分由乡镇补齐，账目公开，接受监督。",
]
SYSTEMS = [
    ("c{}、", "s（{}）", "i#."),
    ("c第{}章 ", "s第{}节 ", "i#."),
    ("p第{}篇 ", "c第{}章 ", "s第{}节 "),
    ("c{}、", "i（#）"),
    ("c第{}章 ", "i{}、", "j（#）"),
]
CN = ["", "一", "二", "三", "四", "五", "六"]


@st.composite
def outlines(draw: st.DrawFn) -> tuple[str, list[tuple[str, int, str]]]:
    """A text with its outline: id, start and title of every node."""
    system = draw(st.sampled_from(SYSTEMS))
    lines: list[str] = ["云泽市规划"]
    nodes: list[tuple[str, int, str]] = []

    def grow(depth: int, prefix: str) -> None:
        for number in range(1, draw(st.integers(2, 4)) + 1):
            letter, label = system[depth][0], system[depth][1:].replace("{}", CN[number]).replace("#", str(number))
            title = draw(st.sampled_from(TITLES))
            start = sum(len(line) + 1 for line in lines)
            run_on = depth == len(system) - 1
            texts = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=3))
            lines.append(f"{label}{title}。{texts[0]}" if run_on else f"{label}{title}")
            lines.extend(texts[1:] if run_on else texts)
            nodes.append((f"{prefix}{letter}{number}", start, title))
            if not run_on:
                grow(depth + 1, f"{prefix}{letter}{number}-")

    grow(0, "")
    return "\n".join(lines), nodes


@settings(max_examples=50, deadline=None)
@given(outlines())
def test_what_is_built_is_read(built: tuple[str, list[tuple[str, int, str]]]) -> None:
    content, nodes = built
    root = outline(text_of(content))
    check(root, content)
    assert [(node.id, node.span.start, node.title) for node in root.walk()][1:] == nodes
    assert not list(gaps(root))
    assert not any(node.inferred for node in root.walk())


@pytest.mark.parametrize(
    "content",
    [
        "水" * 1_000_000,
        "一是水" * 300_000,
        "。一是水。二是河" * 8_000,
        "一、" * 300_000,
        "1." * 300_000,
        "一、水\n" * 50_000,
        "\n".join(f"{n}.水网。修堤" for n in range(0, 30_000, 3)),
        "第一章 水 " * 40_000,
        " " * 500_000 + "一、",
        "（" * 500_000,
        "\n" * 500_000,
    ],
    ids=[
        "one line",
        "points",
        "true points",
        "labels",
        "figures",
        "chapters",
        "gaps",
        "glued",
        "blanks",
        "brackets",
        "line ends",
    ],
)
def test_a_very_long_text_has_an_outline(content: str) -> None:
    """A quadratic rule would not end: the limit of the test run stops it."""
    text = text_of(content)
    assert outline(text).span == (0, len(text))
