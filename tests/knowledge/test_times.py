"""The tables that date a text: formulations, sessions, plan periods."""

import re

import pytest

from luoshi.knowledge.formulations import formulations, spellings
from luoshi.knowledge.periods import period_by_name, period_by_number, periods
from luoshi.knowledge.sessions import CENTRAL, known_session, plenum_after, plenums, sessions, terms
from luoshi.model import Period

ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?$")


def test_every_formulation_has_a_real_first_day_and_an_address():
    for known in formulations():
        assert ISO.match(known.first), known.term
        assert ISO.match(known.seen), known.term
        assert known.first <= known.seen, known.term
        assert known.source.startswith("http"), known.term
        assert Period.of(known.first).first_day <= Period.of(known.seen).last_day


def test_terms_are_unique_and_spellings_belong_to_one_formulation():
    terms_ = [known.term for known in formulations()]
    assert len(set(terms_)) == len(terms_)
    assert all(len(spelling) >= 3 or known.pattern for spelling, known in spellings().items())


def test_quotation_marks_and_enumeration_commas_are_optional():
    found = spellings()
    assert found["碳达峰碳中和"] is found["碳达峰、碳中和"]
    assert found["“平急两用”公共基础设施".strip("“")] is found["平急两用公共基础设施"]


def test_plan_periods_follow_each_other():
    numbers = [period.number for period in periods()]
    assert numbers == sorted(numbers)
    assert (period_by_name()["十五五"].start, period_by_name()["十五五"].end) == (2026, 2030)
    for number in range(7, 16):
        assert period_by_number()[number].start == period_by_number()[number - 1].end + 1
    for period in periods():
        if period.recommended:
            assert str(period.start - 1) == period.recommended[:4]


def test_plenums_of_a_term_are_in_order():
    for before, after in zip(plenums(), plenums()[1:], strict=False):
        assert before.start < after.start
        assert (before.term, before.number) < (after.term, after.number)


@pytest.mark.parametrize(
    ("term", "number", "following"), [(20, 2, (20, 3)), (20, 3, (20, 4)), (19, 7, (20, 2)), (18, 5, (18, 6))]
)
def test_plenum_after(term, number, following):
    known = known_session(CENTRAL, term, number)
    assert known is not None
    after = plenum_after(known)
    assert after is not None
    assert (after.term, after.number) == following


def test_terms_run_from_congress_to_congress():
    term = terms()["中共江苏省委员会", 12]
    assert (term.since, term.until[:4]) == ("2011-11-06", "2016")
    assert terms()["中共江苏省委员会", 14].until == ""
    assert all(known.source for known in sessions())
