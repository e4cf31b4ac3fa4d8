"""Whom a statement binds: its own subject, the heading's, or the document's place."""

from __future__ import annotations

import pytest
from named import head, read

from luoshi.extraction.atoms.bodies import bodies
from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.places import places
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.measures import measures
from luoshi.extraction.compounds.statements import statements


def bound(words: str, place: str = "苏州市") -> list[tuple[str | None, str | None]]:
    document = read(head(place) + words, quantities, deadlines, bodies, places, statements)
    kinds = ("target", "achievement", "context")
    return [(finding.value.actor, finding.value.actor_from) for finding in document.find(*kinds)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("码头总数达到30个。", [("苏州市", "document")]),
        ("全市码头总数达到30个。", [("苏州市", "normalised")]),
        ("我省码头总数达到300个。", [("江苏省", "normalised")]),
        ("到2030年，昆山码头总数达到30个。", [("昆山市", "normalised")]),
        ("太仓市码头总数达到30个，渡口总数达到20个。", [("太仓市", "stated"), ("苏州市", "document")]),
        ("全市码头总数达到30个，渡口总数达到20个。", [("苏州市", "normalised"), ("苏州市", "normalised")]),
        ("码头总数居全省第二。", [("苏州市", "document")]),
        ("市财政局压减支出500万元。", [("苏州市财政局", "normalised")]),
        ("昆山至太仓公路里程达到30公里。", [("苏州市", "document")]),
        ("昆山机场旅客达到30万人。", [("苏州市", "document")]),
    ],
)
def test_whom_it_binds(words: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert bound(words) == expected


def test_a_heading_that_is_a_name() -> None:
    assert bound("一、昆山市\n码头总数达到30个。\n二、太仓市\n渡口总数达到20个。\n") == [
        ("昆山市", "heading"),
        ("太仓市", "heading"),
    ]


def test_measures_under_such_a_heading() -> None:
    document = read(
        head("苏州市") + "一、昆山市\n加快建设新渡口。\n二、其他\n加快建设旧渡口。\n", bodies, places, measures
    )
    assert [(finding.value.actor, finding.value.actor_from) for finding in document.find("measure")] == [
        ("昆山市", "heading"),
        (None, None),
    ]


def test_nothing_is_bound_where_the_place_is_not_known() -> None:
    document = read("码头总数达到30个。", quantities, deadlines, bodies, places, statements)
    assert [finding.value.actor for finding in document.find("target", "achievement")] in ([None], [])


def test_what_a_bulletin_carries_binds_only_whom_it_names() -> None:
    news = "《新闻联播》（20251211）\n央视网消息（新闻联播）：\n渔港吞吐量达到30万吨。\n昆山市渔港吞吐量达到3万吨。\n"
    document = read(news, quantities, deadlines, bodies, places, statements)
    assert document.profile.region
    assert document.profile.region.value.name == "全国"
    kinds = ("target", "achievement", "context")
    assert [finding.value.actor for finding in document.find(*kinds)] == [None, "昆山市"]
