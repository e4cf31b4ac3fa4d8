"""Outlines, lines and paragraphs: gold for invented texts, read by the real pipeline."""

import json

import pytest

from luoshi.actions import read_one
from luoshi.errors import BadRequest
from luoshi.evaluation import Score, measure, read_gold

PLAN = """\
首页 > 要闻 > 正文
云溪市“十五五”规划建议
一、总体要求
1. 发展基础。过去五年，云溪的桥多了，路宽了。
2. 面临形势。机会与难处都在。

二、重点工作
3. 做强茶业。建好茶园，办好茶市。
4. 做优旅游。把老街修旧如旧。
"""


@pytest.fixture(scope="module")
def plan():
    return read_one(PLAN.encode(), name="plan.txt")


def score(tmp_path, gold, document):
    (tmp_path / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    total = Score()
    for sheet in read_gold(tmp_path).sheets:
        assert sheet.doc == "plan.txt"
        total.add(measure(sheet, document))
    return total


def counts(total):
    return total.right, len(total.missed), len(total.false)


def node(words, number=None, **more):
    return {"start": PLAN.index(words), "number": number, **more}


def outline(**more):
    chapters = [
        node("一、", heading_lost=False, items=[node("1.", 1, title="发展基础"), node("2.", 2, title="面临形势")]),
        node("二、", heading_lost=False, items=[node("3.", 3, title="做强茶业"), node("4.", 4, title="做优旅游")]),
    ]
    return {"doc": "plan.txt", "chapters": chapters, **more}


def test_nodes_are_right_where_they_start(tmp_path, plan):
    total = score(tmp_path, outline(), plan)
    assert counts(total) == (6, 0, 0)
    assert total.fields == {"number": (4, 4), "title": (4, 4), "lost": (2, 2)}


def test_a_node_that_is_not_there_is_missed_and_one_that_gold_lacks_is_false(tmp_path, plan):
    gold = outline()
    gold["chapters"][1]["items"][1] = node("把老街", 4)
    total = score(tmp_path, gold, plan)
    assert counts(total) == (5, 1, 1)
    assert total.missed[0].row == "gold.json:chapters[1].items[1]"
    assert total.false[0].start == PLAN.index("4.")
    assert "做优旅游" in total.false[0].words


def test_wrong_number_title_and_loss_are_fields(tmp_path, plan):
    gold = outline()
    gold["chapters"][0]["heading_lost"] = True
    gold["chapters"][0]["items"][0].update(number=9, title="别的")
    total = score(tmp_path, gold, plan)
    assert counts(total) == (6, 0, 0)
    assert total.fields == {"number": (3, 4), "title": (3, 4), "lost": (1, 2)}
    assert {each.field for each in total.wrong} == {"number", "title", "lost"}


def nodes(*rows):
    return {"doc": "plan.txt", "nodes": list(rows)}


EVERY = (
    node("一、", 1, level=1, label="一、"),
    node("1.", 1, level=2, label="1."),
    node("2.", 2, level=2),
    node("二、", 2, level=1),
    node("3.", 3),
    node("4.", 4, level=2, label="4．"),
)


def test_every_node_is_asked_for_where_gold_lists_them_with_their_level(tmp_path, plan):
    total = score(tmp_path, nodes(*EVERY), plan)
    assert counts(total) == (6, 0, 0)
    assert total.fields == {"number": (6, 6), "level": (5, 5), "label": (3, 3)}


def test_a_wrong_level_is_a_field_and_a_node_that_gold_lacks_is_false(tmp_path, plan):
    total = score(tmp_path, nodes({**EVERY[0], "level": 2}, *EVERY[1:4], node("市“十五五”", level=1)), plan)
    assert counts(total) == (4, 1, 2)
    assert [(each.field, each.gold, each.found) for each in total.wrong] == [("level", {"level": 2}, {"level": 1})]


def test_a_text_without_any_node_has_gold_too(tmp_path, plan):
    assert counts(score(tmp_path, nodes(), plan)) == (0, 0, 6)


def test_a_level_counts_from_one(tmp_path, plan):
    with pytest.raises(BadRequest, match=r"nodes\[0\]"):
        score(tmp_path, nodes(node("一、", 1, level=0)), plan)


def test_an_optional_node_counts_neither_way(tmp_path, plan):
    gold = outline()
    gold["chapters"][0]["items"][0]["optional"] = True
    assert counts(score(tmp_path, gold, plan)) == (5, 0, 0)


def line(words, role):
    start = PLAN.index(words)
    return {"line": 1, "start": start, "end": start + len(words), "role": role}


def test_furniture_that_went_is_right(tmp_path, plan):
    gold = {"files": {"plan.txt": [line("首页 > 要闻 > 正文", "furniture"), line("云溪市“十五五”规划建议", "title")]}}
    assert counts(score(tmp_path, gold, plan)) == (1, 0, 0)


def test_a_line_that_stayed_is_missed_and_one_that_went_is_false(tmp_path, plan):
    gold = {"files": {"plan.txt": [line("做优旅游。", "intrusion")]}}
    total = score(tmp_path, gold, plan)
    assert counts(total) == (0, 1, 1)
    assert total.missed[0].gold == {"role": "intrusion"}
    assert total.false[0].words == "首页 > 要闻 > 正文"
    assert total.false[0].found["removed"]


def paragraph(first, last):
    return {"start": PLAN.index(first), "end": PLAN.index(last) + len(last)}


def test_paragraphs_are_right_with_both_ends(tmp_path, plan):
    rows = [paragraph("1. 发", "宽了。"), paragraph("2. 面", "都在。\n\n")]
    assert counts(score(tmp_path, {"doc": "plan.txt", "paragraphs": rows}, plan)) == (2, 0, 0)
    joined = [paragraph("1. 发", "都在。"), paragraph("二、", "工作")]
    total = score(tmp_path, {"doc": "plan.txt", "paragraphs": joined}, plan)
    assert counts(total) == (1, 1, 2)


def test_offsets_are_those_of_the_file_with_its_line_ends(tmp_path):
    words = PLAN.replace("\n", "\r\n")
    start = words.index("3. ")
    gold = {"doc": "plan.txt", "paragraphs": [{"start": start, "end": words.index("茶市。") + 3}]}
    assert counts(score(tmp_path, gold, read_one(words.encode(), name="plan.txt"))) == (1, 0, 0)
