"""A peer's own Chinese cases: all that are in the scope of plan texts are met, the others are listed with why."""

import csv
from pathlib import Path

import pytest
from tests.peers.recognizers import FOLDER, MODELS, cases, level

REASONS = {
    "notation": "k and M for thousand and million, e and ^ for powers: no official Chinese text writes numbers so",
    "dozen": "打 is shop talk for twelve; a plan counts in 个",
    "comparison": "比…大, 比…低 with a bare number: a plan compares with a year, a plan or a place, and by how much",
    "two_readings": "a space or comma parts the digits: one number or several, nothing in the text decides",
    "peer_error": "what the suite holds to be right is wrong (20万 as 20 000; a number in the name of a mountain)",
}


@pytest.fixture(scope="module")
def out_of_scope():
    with (Path(__file__).parent / "out_of_scope.csv").open(encoding="utf-8") as file:
        return {f"{row['model']}:{row['index']}:{row['hash']}": row["reason"] for row in csv.DictReader(file)}


def test_every_reason_is_explained(out_of_scope):
    assert set(out_of_scope.values()) == set(REASONS)


@pytest.mark.parametrize("model", MODELS)
def test_cases(model, shared, out_of_scope):
    if not (shared / FOLDER).is_dir():
        pytest.skip(f"no cases of Recognizers-Text at {shared / FOLDER}")
    every = cases(shared, model)
    missed = {case.key for case in every if not level(case)}
    listed = {key for key in out_of_scope if key.startswith(f"{model}:")}
    assert every
    assert missed - listed == set(), "neither met nor listed"
    assert listed - missed == set(), "listed as out of scope, but met (or the suite has changed)"
