"""The way back: whatever edits are made, every clean character leads to where it came from."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.model import Edit, Original, Span, Text


def original(content):
    return Original(content, "text/plain", "0" * 64)


@st.composite
def edited(draw):
    """A text after up to four steps of random edits, made of letters never seen in the original."""
    text = Text.of(original(draw(st.text("甲乙丙丁戊己庚辛", max_size=40))))
    for _ in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
        edits, position = [], 0
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if start >= position:
                edits.append(Edit(start, end, draw(st.text("xyz", max_size=4)), "test"))
                position = end
        text = text.apply(edits)
    return text


@given(edited())
def test_untouched_characters_come_back_unchanged(text):
    for index, character in enumerate(text.content):
        if character not in "xyz":
            back = text.back(Span(index, index + 1))
            assert text.original.content[back.start : back.end] == character


@given(edited())
def test_the_way_back_never_runs_backwards_and_stays_inside(text):
    places = [text.back(Span(index, index + 1)) for index in range(len(text))]
    assert all(0 <= place.start <= place.end <= len(text.original.content) for place in places)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(places))


@given(edited())
def test_runs_tile_the_clean_text(text):
    position = 0
    for run in text.runs:
        assert run.clean == position
        assert run.clean_length > 0
        position += run.clean_length
    assert position == len(text)


@given(edited(), st.data())
def test_forward_undoes_back_for_kept_text(text, data):
    kept = [i for i, c in enumerate(text.content) if c not in "xyz"]
    if kept:
        index = data.draw(st.sampled_from(kept))
        assert text.forward(text.back(Span(index, index + 1))) == Span(index, index + 1)


@given(edited())
def test_pieces_lie_inside_the_hull(text):
    whole = Span(0, len(text))
    hull = text.back(whole)
    pieces = list(text.pieces(whole))
    assert all(hull.contains(piece) for piece in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))


def test_edits_keep_what_stood_there_and_why():
    text = Text.of(original("全力 推进,工作")).apply([Edit(2, 3, "", "spaces.inside")])
    text = text.apply([Edit(4, 5, "，", "width.punctuation")])

    assert text.content == "全力推进，工作"
    assert [(edit.span, edit.before, edit.after, edit.reason) for edit in text.edits] == [
        ((2, 3), " ", "", "spaces.inside"),
        ((5, 6), ",", "，", "width.punctuation"),
    ]
    assert text.back(Span(4, 5)) == (5, 6)


def test_edits_out_of_order_are_refused():
    with pytest.raises(ValueError, match="out of order"):
        Text.of(original("甲乙丙")).apply([Edit(1, 2, "", "a"), Edit(0, 1, "", "b")])


def test_lines_are_the_paragraphs():
    text = Text.of(original("一\n二二\n\n三"))
    assert [text[span] for span in text.lines()] == ["一", "二二", "", "三"]
