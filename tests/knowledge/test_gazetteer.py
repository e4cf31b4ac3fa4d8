"""The few names that a text can hold find in it what all names find."""

import pytest

from luoshi.knowledge import gazetteer as module
from luoshi.knowledge.automata import find_words
from luoshi.knowledge.gazetteer import gazetteer


def found(content):
    names = gazetteer(content)
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
    monkeypatch.setattr(module._Memory, "searched", 0)
    few = found(content)
    monkeypatch.setattr(module._Memory, "searched", module._MANY)
    assert found(content) == few
    assert bool(few) == ("州" in content or "南" in content)
