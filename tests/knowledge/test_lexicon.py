"""A part of the one pass over a text finds what an automaton of its words alone finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.knowledge import lexicon
from luoshi.knowledge.automata import automaton_of, find_words

WORDS = (("市", "市委", "云市", "委书"), ("市委", "市委办", "委"), ("书记", "市委书记"), ("市委书", "书"))


@pytest.fixture(autouse=True)
def few_words(monkeypatch):
    def forget():
        lexicon._automaton.cache_clear()
        lexicon._hits.cache_clear()

    forget()
    monkeypatch.setattr(lexicon, "_tables", lambda: WORDS)
    yield
    forget()


@given(st.text(alphabet="云市委办书记，a\ud800𠀀", max_size=40))
def test_each_part_finds_what_its_own_automaton_finds(content):
    for part, words in zip((lexicon.PLACES, lexicon.BODIES, lexicon.POSTS, lexicon.FORMULATIONS), WORDS, strict=True):
        assert find_words(part, content) == find_words(automaton_of(words), content)


def test_words_inside_others_are_found_too_where_they_are_asked_for():
    found = lexicon.BODIES.find_matches_as_indexes("在市委办", overlapping=True)
    assert [WORDS[1][number] for number, _, _ in found] == ["市委办", "市委", "委"]
    found.clear()
    assert lexicon.BODIES.find_matches_as_indexes("在市委办"), "what was handed out is the asker's own"
