"""A document keeps its findings in the order of the text, and knows them by kind."""

import pickle
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from factories import original
from luoshi.model import Document, Finding, Profile, Section, Span, Text

PLACE = attrgetter("span")


def document():
    text = Text.of(original("甲" * 40))
    return Document(text, Section("document", "document", "", None, "", Span(0, 40)), Profile())


def finding(kind, start, length, number):
    return Finding(kind, number, Span(start, start + length), "甲" * length, "rule")


GROUPS = st.lists(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.integers(1, 3)), max_size=30), max_size=6
)


@given(GROUPS)
def test_findings_stand_in_the_order_of_the_text_and_at_one_place_in_the_order_of_their_coming(groups):
    whole, all_of, number = document(), [], 0
    for group in groups:
        added = [finding(*each, number + index) for index, each in enumerate(group)]
        number += len(added)
        whole = whole.with_findings(iter(added))
        all_of = sorted([*all_of, *added], key=PLACE)
    assert list(whole.findings) == all_of
    for kind in "abcd":
        assert list(whole.find(kind)) == [each for each in all_of if each.kind == kind]
    assert [each.span for each in whole.find("a", "b")] == [each.span for each in all_of if each.kind in "ab"]
    assert pickle.loads(pickle.dumps(whole)) == whole


def test_what_is_kept_beside_the_fields_is_no_part_of_the_document():
    asked, fresh = document().with_findings([finding("a", 1, 2, 0)]), document().with_findings([finding("a", 1, 2, 0)])
    assert list(asked.find("a")) == list(fresh.findings)
    assert asked == fresh


def test_no_findings_make_no_new_document():
    whole = document()
    assert whole.with_findings(iter(())) is whole


def test_walking_an_outline_meets_parents_before_their_children_in_the_order_of_the_text():
    leaf = Section("c1-i1", "item", "", 1, "", Span(1, 2))
    first = Section("c1", "chapter", "", 1, "", Span(0, 2), None, (leaf,))
    second = Section("c2", "chapter", "", 2, "", Span(2, 4))
    root = Section("document", "document", "", None, "", Span(0, 4), None, (first, second))
    assert [section.id for section in root.walk()] == ["document", "c1", "c1-i1", "c2"]
