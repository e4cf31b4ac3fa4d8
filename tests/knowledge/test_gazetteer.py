"""The few names that a text can hold find in it what all names find."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.knowledge import lexicon
from luoshi.knowledge.automata import find_words, held_in
from luoshi.knowledge.bodies import _patterns
from luoshi.knowledge.gazetteer import _names
from luoshi.knowledge.lexicon import place_names


def found(content):
    names = place_names(content)
    kinds = (names.divisions, names.zones)
    return [
        (names.names[number], sum(number >= first for first in kinds), start, end)
        for number, start, end in find_words(names.automaton, content)
    ]


@pytest.mark.parametrize(
    "content",
    [
        "从苏州市昆山市到长三角，再到昆山高新区和呼伦贝尔市。",
        "内蒙古自治区与内蒙古、蒙古族自治县，南京市场。",
        "没有地名的句子。",
        "",
        "plain words",
        "\ud800苏州",
    ],
)
def test_short_and_long_texts_are_searched_for_the_same_names(content, monkeypatch):
    monkeypatch.setattr(lexicon._Memory, "searched", 0)
    few = found(content)
    monkeypatch.setattr(lexicon._Memory, "searched", lexicon.MANY)
    assert found(content) == few
    assert bool(few) == ("州" in content or "南" in content)


@given(st.text(alphabet="甲乙丙丁州市𠀀\ud800 ", max_size=40))
def test_no_name_that_a_text_holds_is_left_out(content):
    names = ["".join(pair) for size in (2, 3) for pair in product("甲乙丙州市", repeat=size)]
    kept = held_in(content, names)
    assert {name for name in names if name in content} <= set(kept)
    assert all(name[:2] in content and name[-2:] in content for name in kept if "𠀀" not in content)


def test_every_name_is_one_that_can_be_looked_for_in_pairs():
    """Two characters or more, none beyond the first plane of Unicode."""
    for names in (*_names(), _patterns()):
        assert [name for name in names if len(name) < 2 or max(name) > "\uffff"] == []
