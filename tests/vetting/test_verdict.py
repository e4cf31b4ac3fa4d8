"""The verdict as a whole: on real texts, on damaged ones, on any text."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dating import dated, document, identified, original
from luoshi.model import Words
from luoshi.vetting import CHECKS, vet


def test_the_forged_seed_is_not_what_it_claims(shared):
    [path] = (shared / "seeds").glob("000_*.txt")
    read = vet(identified(path.read_text(encoding="utf-8")))
    assert read.verdict.grade == "D"
    assert read.verdict.not_before >= "2021-11"
    assert "两个确立" in [read.text[span] for span in read.verdict.proofs]
    impossible = [finding for finding in read.find("doubt") if finding.value.check == "era"]
    assert {"两个确立", "碳达峰碳中和", "乡村振兴战略"} <= {finding.quote for finding in impossible}
    assert all("http" in finding.value.explanation.zh for finding in impossible)


@pytest.mark.parametrize(("seed", "grade"), [("001", "A"), ("002", "A"), ("003", "B"), ("004", "A")])
def test_the_other_seeds(shared, seed, grade):
    [path] = (shared / "seeds").glob(f"{seed}_*.txt")
    read = vet(identified(path.read_text(encoding="utf-8")))
    assert read.verdict.grade == grade
    assert not [finding for finding in read.find("doubt") if finding.value.check in ("era", "sessions", "subject")]


def test_clean_documents_raise_no_alarm(shared):
    for name, day, text in dated(shared):
        if name.startswith(("plan_19", "plan_2001")):
            continue  # raw recognition and a broken text layer: doubts are right
        read = vet(identified(text))
        grave = [finding for finding in read.find("doubt") if finding.value.severity in ("major", "fatal")]
        assert not grave, (name, grave)
        wrong = {"era", "sessions", "repeats", "endings", "subject", "letters", "intrusions", "headings"}
        assert not [finding for finding in read.find("doubt") if finding.value.check in wrong], name
        assert read.verdict.not_before is None or read.verdict.not_before <= day, name


def test_a_shortened_text_is_noticed(shared):
    noticed = total = 0
    for name, _, text in dated(shared):
        if name.startswith(("plan_", "daily_")):
            continue
        read = vet(identified(text[: len(text) * 2 // 3]))
        total += 1
        noticed += any(finding.value.check == "endings" for finding in read.find("doubt"))
    assert noticed > 0.85 * total


def test_remarks_of_the_source_become_notes():
    made = document("云泽市行动方案。")
    text = replace(
        made.text, original=replace(original("云泽市行动方案。"), remarks=(Words("编码有误", "wrong encoding"),))
    )
    read = vet(replace(made, text=text))
    [note] = [finding for finding in read.find("doubt") if finding.value.check == "remarks"]
    assert note.value.severity == "note"
    assert all(finding.value.severity == "note" for finding in read.find("doubt") if finding.value.check != "enough")


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from(
                "第届次全会一二三四五十2025年月日至将于“十五”规划的建议，。；：%亿元增长到占比\n\t《》〔〕号"
            ),
            st.characters(),
        ),
        max_size=300,
    )
)
def test_any_text_can_be_vetted(text):
    read = vet(document(text))
    assert read.verdict.grade in "ABCD"
    for finding in read.find("doubt"):
        assert read.text[finding.span] == finding.quote


@pytest.mark.parametrize(
    "unit",
    ["“十四五”时期2025年1月1日在", "届一次全会", "12%提高到13%，", "到2030年，", "，", "9", "第十四个五年规划的建议》"],
)
def test_a_very_long_line_can_be_vetted(unit):
    made = document(unit * (400_000 // len(unit)))
    for check in CHECKS:
        for finding in islice(check(made), 200):
            assert made.text[finding.span] == finding.quote
