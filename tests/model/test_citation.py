"""References as GB/T 7714—2015 writes them, and places as the document numbers them."""

from __future__ import annotations

import pytest

from luoshi.model import Finding, Original, Period, Profile, Section, Span, Text
from luoshi.model.citation import cite, item_at
from luoshi.model.values import Person

BODY = "到2030年森林覆盖率达到43%。\n全市要继续造林。\n"
DATE = Period.of("2026-01-18")


def field(value):
    return Finding("field", value, Span(0, 0), "", "test") if value is not None else None


def cited(*, genre=None, title="临澜市绿化情况", issuer=None, author=None, date=DATE, metadata=(), body=BODY):
    text = Text.of(Original(body, "text/plain", "00", metadata=metadata))
    profile = Profile(
        title=field(title), genre=field(genre), issuer=field(issuer), author=field(author), published=field(date)
    )
    where = Span(0, 3)
    root = Section("", "document", "", None, "", Span(0, len(body)))
    return cite(text, root, profile, Finding("target", None, where, text[where], "test"))


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"genre": "政府工作报告", "issuer": "临澜市人民政府"}, "临澜市人民政府. 临澜市绿化情况[R]. 2026-01-18."),
        ({"genre": "统计公报", "issuer": "临澜市统计局"}, "临澜市统计局. 临澜市绿化情况[R]. 2026-01-18."),
        ({"genre": "建议", "issuer": "中共临澜市委"}, "中共临澜市委. 临澜市绿化情况[Z]. 2026-01-18."),
        ({}, "临澜市绿化情况[Z]. 2026-01-18."),
        ({"date": None}, "临澜市绿化情况[Z]."),
        ({"genre": "署名文章", "author": Person("沈望澜")}, "沈望澜. 临澜市绿化情况[N]. 2026-01-18."),
        ({"genre": "侧记"}, "临澜市绿化情况[Z]. 2026-01-18."),
        (
            {"genre": "侧记", "metadata": (("ContentSource", "临澜日报"),)},
            "临澜市绿化情况[N]. 临澜日报, 2026-01-18.",
        ),
        (
            {"genre": "会议通稿", "body": BODY + "来源：临澜晚报\n"},
            "临澜市绿化情况[N]. 临澜晚报, 2026-01-18.",
        ),
        (
            {"genre": "纲要", "metadata": (("og:url", "https://example.org/a.html"),)},
            "临澜市绿化情况[Z/OL]. (2026-01-18). https://example.org/a.html.",
        ),
        ({"metadata": (("url", "javascript:alert(1)"),)}, "临澜市绿化情况[Z]. 2026-01-18."),
        ({"metadata": (("canonical", "/a.html"),)}, "临澜市绿化情况[Z]. 2026-01-18."),
    ],
)
def test_the_reference_says_what_kind_of_text_it_is(facts, expected):
    assert cited(**facts).gb7714 == expected


def test_a_document_without_title_is_cited_by_its_opening_words_in_brackets():
    citation = cited(title=None)
    assert citation.title == "［到2030年森林覆盖率达到43%…］"
    assert str(citation).startswith("［到2030年森林覆盖率达到43%…］第1段：“")
    assert citation.gb7714 == "［到2030年森林覆盖率达到43%…］[Z]. 2026-01-18."


def tree(*nodes):
    """Nodes within each other, each ``(kind, label, number, title)``, all over ten characters."""
    span, children = Span(0, 10), ()
    for kind, label, number, title in reversed(nodes):
        children = (Section("x", kind, label, number, title, span, None, children),)
    return Section("", "document", "", None, "", span, None, children)


@pytest.mark.parametrize(
    ("nodes", "item"),
    [
        ([("chapter", "一、", 1, "总体要求"), ("item", "1.", 1, "")], "一、1."),
        ([("chapter", "第三章", 3, "产业"), ("section", "第一节", 1, "港口")], "第三章第一节"),
        ([("chapter", "三、", 3, ""), ("section", "（一）", 1, "")], "三、（一）"),
        ([("chapter", "", 5, ""), ("item", "", 16, "")], "［5］［16］"),
        ([("chapter", "二、", 2, "")], "二"),
        ([("item", "1.", 1, ""), ("subitem", "1.2", 2, "")], "1. 1.2"),
        ([("heading", "", None, "向海图强")], "“向海图强”"),
        ([], None),
    ],
)
def test_an_item_is_said_as_the_document_numbers_it(nodes, item):
    assert item_at(tree(*nodes), 4) == item
