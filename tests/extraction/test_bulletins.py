"""A bulletin carries the news of others: what one item says holds for none of the others. All of it is invented."""

import pytest
from test_statements import read

LEAD = "云溪台消息（新闻联播）：\n"
AHEAD = "云溪计划今年安排重点工作\n今年发展主要预期目标是：渔港吞吐量增长5%。\n"


def kinds(content, genre="新闻联播文字稿"):
    return [(each.kind, each.value.quantity.value) for each in read(content, genre=genre)]


def test_an_item_that_looks_ahead_says_nothing_of_the_next():
    next_item = "云溪渔获超过万吨\n去年的渔获达到1.2万吨，同比增长9%。\n"
    found = kinds(LEAD + AHEAD + LEAD + next_item)
    assert found[0] == ("target", 0.05)
    assert {kind for kind, _ in found[1:]} == {"achievement"}
    assert len(found) >= 3


def test_in_a_report_the_section_goes_on():
    assert [kind for kind, _ in kinds(AHEAD + "渔获达到1.2万吨。\n", genre="政府工作报告")] == ["target", "target"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("渔港已累计将40条船改造一新，为船东节省费用900万元。", "achievement"),
        ("“春潮计划”启动，签约金额50亿元。", "achievement"),
        ("打造渔业强区三年来，云溪区渔业总产值达到76亿元。", "achievement"),
        ("2023年第一季度至2025年第一季度，渔获下降了29%。", "achievement"),
        ("今年前11个月，云溪港吞吐量超过310万吨。", "achievement"),
        ("云溪区打造渔业强区，渔业总产值将达到76亿元。", "target"),
        ("云溪区计划新建泊位12个。", "target"),
    ],
)
def test_what_was_reached_is_told_from_what_is_promised(sentence, kind):
    assert [each.kind for each in read(sentence, date="2025-12-11", genre=None)][-1] == kind
