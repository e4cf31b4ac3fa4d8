"""Lists of places come back as they were, in whatever form they are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.search.grams import cover, folded, forms
from luoshi.search.postings import LINES, PLAIN, STEPS, Listed, Page, pages, plain, shortest
from luoshi.search.query import KINDS
from luoshi.search.texts import ROOM, Pieces
from luoshi.search.view import STANDS

PLACES = st.sets(st.integers(0, (1 << 24) - 1), min_size=1, max_size=300).map(sorted)


@given(PLACES, st.sampled_from([3, 4]))
def test_a_list_comes_back(places, width):
    form, data = shortest(np.array(places, np.int32), width)
    ((_, page),) = pages(iter([Listed(7, form, data)]), width)
    assert [each.tolist() for each in Page.read(page).places(7, 7)] == [places]
    assert len(data) <= width * len(places)


def test_close_places_are_kept_as_steps_and_far_ones_as_numbers():
    assert shortest(np.arange(0, 90_000, 300, dtype=np.int32), 3)[0] == STEPS
    assert shortest(np.arange(0, 9_000_000, 300_000, dtype=np.int32), 3)[0] == PLAIN


@pytest.mark.parametrize("gap", [65_534, 65_535, 65_536, 131_070, 131_071])
def test_steps_over_the_largest_number_of_two_bytes(gap):
    places = [0, *range(gap, gap + 400), gap * 3]
    form, data = shortest(np.array(places, np.int32), 3)
    assert form == STEPS
    ((_, page),) = pages(iter([Listed(1, form, data)]), 3)
    assert Page.read(page).places(1, 1)[0].tolist() == places


@given(st.dictionaries(st.integers(0, 1 << 43), PLACES, min_size=1, max_size=40), st.data())
def test_pages_give_what_lies_between_two_keys(lists, data):
    every = [Listed(key, *shortest(np.array(lists[key], np.int32), 3)) for key in sorted(lists)]
    made = [page for _, page in pages(iter(every), 3)]
    low = data.draw(st.sampled_from(sorted(lists)))
    high = data.draw(st.integers(low, 1 << 43))
    found = [place for page in made for each in Page.read(page).places(low, high) for place in each.tolist()]
    assert found == [place for key in sorted(lists) if low <= key <= high for place in lists[key]]


def test_lines_are_kept_as_bits():
    bits = np.packbits(np.array([1, 0, 1, 1, 0, 0, 0, 0, 1], np.bool_))
    every = [Listed(3, PLAIN, plain(np.array([5], np.int32), 3)), Listed(9, LINES, bits.tobytes())]
    ((first, page),) = pages(iter(every), 3)
    assert first == 3
    assert Page.read(page).lines(9).tolist() == bits.tolist()


@given(st.text())
def test_folding_keeps_every_character_at_its_place(text):
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)
    assert "".join(map(folded, text)) == folded(text)


@pytest.mark.parametrize(
    ("typed", "found_as"),
    [
        ("５Ｇ", ("5g",)),
        ("（试行）", ("(试行)",)),
        ("鄉村振興", ("鄉村振興", "乡村振兴")),
        ("綠色低碳", ("綠色低碳", "绿色低碳")),
        ("著力", ("著力", "着力")),
        ("AI 技术", ("ai 技术", "ai技术")),
        ("work plan", ("work plan",)),
        ("２０２１—２０２５", ("2021-2025",)),
    ],
)
def test_words_are_looked_for_as_texts_have_them(typed, found_as):
    assert forms(typed) == found_as


@given(st.text(min_size=2, max_size=30))
def test_pairs_cover_a_word(word):
    assert {place for start in cover(word) for place in (start, start + 1)} == set(range(len(word)))


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=ROOM // 3), max_size=12), st.data())
def test_a_line_is_read_without_the_rest(lines, data):
    text = "\n".join(lines)
    pieces = Pieces.read(Pieces.of(text).written())
    assert pieces.whole() == text
    number = data.draw(st.integers(0, text.count("\n")))
    start, line = pieces.line(number)
    assert line == text.split("\n")[number]
    assert text[start : start + len(line)] == line


def test_there_is_room_for_every_kind_below_the_bit_of_all_lines():
    assert 1 << len(KINDS) <= STANDS
