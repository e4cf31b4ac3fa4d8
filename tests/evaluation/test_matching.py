"""Pairs of rows and findings: as many as can be, whatever the order."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from luoshi.evaluation.matching import match, overlapping, shared_run
from luoshi.model import Span

EDGES = st.lists(st.lists(st.integers(0, 4), max_size=4, unique=True), max_size=5)


def most(wanted):
    """How many pairs there can be, by trying all."""
    best = 0
    for order in permutations(range(5), len(wanted)):
        best = max(best, sum(finding in wanted[row] for row, finding in enumerate(order)))
    return best


@given(EDGES, st.lists(st.integers(0, 3), min_size=25, max_size=25))
def test_as_many_as_can_be_and_each_once(wanted, closeness):
    pairs = match(wanted, lambda row, finding: closeness[row * 5 + finding])
    assert all(finding in wanted[row] for row, finding in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
    assert len(pairs) == most(wanted)


def test_the_closest_are_paired():
    assert match([[0, 1], [0, 1]], lambda row, finding: int(row != finding)) == {0: 1, 1: 0}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8)), max_size=12), st.integers(0, 30), st.integers(1, 8))
def test_overlapping_finds_all(pairs, start, length):
    places = sorted(Span(each, each + more) for each, more in pairs)
    place = Span(start, start + length)
    longest = max((each.length for each in places), default=0)
    assert overlapping(place, places, longest) == [index for index, each in enumerate(places) if each.overlaps(place)]


@given(st.text("甲乙丙", max_size=8), st.text("甲乙丙", max_size=8))
def test_shared_run_is_the_longest(first, second):
    runs = [first[i:j] for i in range(len(first)) for j in range(i + 1, len(first) + 1) if first[i:j] in second]
    assert shared_run(first, second) == max(map(len, runs), default=0)
