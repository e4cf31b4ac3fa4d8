"""The floors below which no change may take the figures: ``evaluation/floors.toml``."""

import tomllib
from pathlib import Path

import pytest

from luoshi.actions.evaluate import evaluate

FLOORS = tomllib.loads((Path(__file__).parents[2] / "evaluation/floors.toml").read_text("utf-8"))
CASES = [(kind, figure) for kind, figures in FLOORS.items() for figure in figures]


@pytest.fixture(scope="module")
def today(shared):
    if not (shared / "gold").is_dir():
        pytest.skip(f"no gold at {shared}")
    evaluation = evaluate(shared / "gold", shared)
    assert not evaluation.unmeasured
    return evaluation.as_json()


@pytest.mark.parametrize(("kind", "figure"), CASES, ids=map(".".join, CASES))
def test_no_figure_is_below_its_floor(today, kind, figure):
    now = today[kind][figure]
    now = now["rate"] if isinstance(now, dict) else now
    floor = FLOORS[kind][figure]["floor"]
    assert now is not None
    assert now >= floor, f"{kind} {figure} is {now:.4f}: mend it, or lower the floor and write why"


@pytest.mark.parametrize(("kind", "figure"), CASES, ids=map(".".join, CASES))
def test_a_floor_below_its_highest_has_a_written_reason(kind, figure):
    entry = FLOORS[kind][figure]
    assert set(entry) == {"floor", "highest", "measured", "reason"}
    assert 0 < entry["floor"] <= entry["highest"] <= 1
    assert entry["floor"] <= entry["measured"] <= 1
    assert entry["floor"] == entry["highest"] or len(entry["reason"]) >= 20, "say why it was lowered"
