"""Overlapping spans become pieces that follow one another and lose nothing."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from luoshi.model import Span
from luoshi.pages.as_found import Change, Cut
from luoshi.pages.segments import Piece, Sweep

TEXT = "建设一流海港城市群，五年见成效。"


def segments(spans, changes=(), cuts=(), stretch=None):
    return list(Sweep(TEXT, spans, changes).segments(stretch or Span(0, len(TEXT)), cuts))


def words(segment):
    return "".join(piece.text for piece in segment.pieces)


def test_nested_and_overlapping_spans_are_cut_at_every_boundary():
    found = segments([Span(0, 9), Span(2, 6), Span(4, 12)])
    assert [(words(s), s.findings) for s in found] == [
        ("建设", (0,)),
        ("一流", (0, 1)),
        ("海港", (0, 1, 2)),
        ("城市群", (0, 2)),
        ("，五年", (2,)),
        ("见成效。", ()),
    ]
    assert [s.starts for s in found] == [(0,), (1,), (2,), (), (), ()]


def test_an_empty_span_starts_somewhere_but_covers_nothing():
    found = segments([Span(3, 3), Span(len(TEXT), len(TEXT))])
    assert all(s.findings == () for s in found)
    assert sorted(index for s in found for index in s.starts) == [0, 1]


def test_changes_and_cuts_stand_inside_the_marks():
    change = Change(Span(9, 10), ",", "width.punctuation", quiet=True)
    found = segments([Span(7, 12)], [change], [Cut(11, "广告", "intrusions.brand")])
    assert found[1].pieces == (
        Piece("same", "市群"),
        Piece("quiet", "，", ",", "width.punctuation"),
        Piece("same", "五"),
        Piece("cut", "", "广告", "intrusions.brand"),
        Piece("same", "年"),
    )


def test_a_change_that_a_finding_divides_shows_its_old_words_once():
    change = Change(Span(0, 2), "建　设", "spaces.word", quiet=True)
    found = segments([Span(1, 4)], [change])
    assert [piece.before for s in found for piece in s.pieces if piece.form == "quiet"] == ["建　设", ""]


spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))


@given(st.lists(spans, max_size=12).map(sorted), st.sets(st.integers(1, len(TEXT) - 1), max_size=3))
def test_every_character_once_under_exactly_its_findings(found, limits):
    """However spans lie and wherever lines end: the text is whole, and each finding covers its words."""
    sweep = Sweep(TEXT, found, [])
    edges = [0, *sorted(limits), len(TEXT)]
    parts = [s for low, high in itertools.pairwise(edges) for s in sweep.segments(Span(low, high))]
    assert "".join(map(words, parts)) == TEXT
    for index, span in enumerate(found):
        assert "".join(words(s) for s in parts if index in s.findings) == TEXT[span.start : span.end]
        assert sum(index in s.starts for s in parts) == 1
