"""Official formulations in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dating import dated, document
from luoshi.extraction.formulations import formulations

FOUND = [
    ("全市加快发展新质生产力。", ["新质生产力"]),
    ("做好碳达峰碳中和工作", ["碳达峰、碳中和"]),
    ("做好碳达峰、碳中和工作", ["碳达峰、碳中和"]),
    ("实施“互联网+”行动", ["互联网+行动"]),
    ("贯彻新发展理念", ["新发展理念"]),
    ("按照自然资源部门的意见办理", []),
    ("报自然资源部批准", ["自然资源部"]),
    ("转变创新发展理念", []),
    ("因地制宜发展新质生产力", ["因地制宜发展新质生产力"]),
    ("落实“六稳”“六保”", ["六稳", "六保"]),
    ("计生服务做到六保障", []),
    ("增强“四个意识”、坚定“四个自信”、做到“两个维护”", ["四个意识", "四个自信", "两个维护"]),
    ("工会要坚持两个维护相统一", []),
    ("A text in English.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "terms"), FOUND)
def test_what_is_found(text, terms):
    found = list(formulations(document(text)))
    assert [finding.value.term for finding in found] == terms


def test_the_quote_is_whole():
    [finding] = formulations(document("推进“人工智能+”行动"))
    assert finding.quote == "“人工智能+”行动"
    assert finding.value.first.startswith("2024-03")
    assert finding.value.source.startswith("https://")


def test_a_lone_surrogate_does_no_harm():
    [finding] = formulations(document("坏\ud800字，新质生产力"))
    assert finding.quote == "新质生产力"


@given(st.text(alphabet="新质生产力“”、碳达峰中和六稳保 \n两个维护\ud83d", max_size=200))
def test_spans_lead_back(text):
    made = document(text)
    end = 0
    for finding in formulations(made):
        assert made.text[finding.span] == finding.quote != ""
        assert finding.span.start >= end
        end = finding.span.end


@pytest.fixture(scope="module")
def dated_texts(shared):
    return dated(shared)


def test_no_formulation_is_younger_than_the_dated_texts_that_use_it(dated_texts):
    for name, day, text in dated_texts:
        for finding in formulations(document(text)):
            if finding.value.datable:
                first = finding.value.first
                assert first <= day[: len(first)], f"{finding.quote} in {name}"
