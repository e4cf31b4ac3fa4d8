"""The floors of the reports that we wrote ourselves: ``evaluation/invented/floors.toml``."""

import tomllib
from pathlib import Path

import pytest

from luoshi.actions.evaluate import evaluate

INVENTED = Path(__file__).parents[2] / "evaluation/invented"
FLOORS = tomllib.loads((INVENTED / "floors.toml").read_text("utf-8"))
CASES = [(kind, figure) for kind, figures in FLOORS.items() for figure in figures]


@pytest.fixture(scope="module")
def today():
    evaluation = evaluate(INVENTED / "gold", INVENTED / "reports")
    assert not evaluation.unmeasured
    assert evaluation.texts == len(list((INVENTED / "reports").glob("*.txt")))
    return evaluation.as_json()


@pytest.mark.parametrize(("kind", "figure"), CASES, ids=map(".".join, CASES))
def test_no_figure_is_below_its_floor(today, kind, figure):
    now = today[kind][figure]
    now = now["rate"] if isinstance(now, dict) else now
    assert now >= FLOORS[kind][figure]["floor"]


@pytest.mark.parametrize(("kind", "figure"), CASES, ids=map(".".join, CASES))
def test_a_floor_below_its_highest_has_a_written_reason(kind, figure):
    entry = FLOORS[kind][figure]
    assert set(entry) == {"floor", "highest", "measured", "reason"}
    assert 0 < entry["floor"] <= entry["highest"] <= 1
    assert entry["floor"] == entry["highest"] or len(entry["reason"]) >= 20
