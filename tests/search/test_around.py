"""The words around a place: inside its paragraph, from the sentence, cut where it is long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.search.around import ROOM, _passage
from luoshi.search.texts import Pieces


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("甲。乙丙丁。戊", "丙", "乙丙丁。"),
        ("第一段\n第二段说到园区。别的\n第三段", "园区", "第二段说到园区。"),
        ("园区", "园区", "园区"),
    ],
)
def test_a_sentence_is_shown_whole(text, words, shown):
    start = text.index(words)
    found = _passage(Pieces.of(text), start, start + len(words))
    assert found.words == shown
    assert found.marked == words


def test_a_long_sentence_is_cut_on_both_sides():
    text = "前" * 400 + "园区" + "后" * 400
    found = _passage(Pieces.of(text), 400, 402)
    assert found.words.startswith("…")
    assert found.words.endswith("…")
    assert found.marked == "园区"
    assert len(found.words) <= ROOM + 4


@given(st.text("甲乙。；\n", min_size=1, max_size=3000), st.data())
def test_what_is_shown_stands_in_the_text_with_the_words_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    found = _passage(Pieces.of(text), start, end)
    assert found.words.strip("…") in text
    if "\n" not in text[start:end]:
        assert found.marked == text[start:end]
