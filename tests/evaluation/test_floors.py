"""The floors below which no change may take the figures: the ``floors.toml`` of every set of gold."""

import tomllib
from pathlib import Path

import pytest

from luoshi.actions.evaluate import evaluate

HOUSE = Path(__file__).parents[2] / "evaluation"
FILES = {"seeds": HOUSE, "regions": HOUSE / "regions", "invented": HOUSE / "invented"}
"""Of real documents: the gold by hand, and regions that two annotators read apart; and the reports that we wrote."""
FLOORS = {name: tomllib.loads((folder / "floors.toml").read_text("utf-8")) for name, folder in FILES.items()}
CASES = [
    pytest.param(name, kind, figure, id=f"{name}.{kind}.{figure}")
    for name, kinds in FLOORS.items()
    for kind, figures in kinds.items()
    for figure in figures
]


@pytest.fixture(scope="module")
def seeds(shared):
    if not (shared / "gold").is_dir():
        pytest.skip(f"no gold at {shared}")
    return evaluate(shared / "gold", shared)


@pytest.fixture(scope="module")
def regions(shared):
    if not (shared / "corpus").is_dir():
        pytest.skip(f"no corpus at {shared}")
    return evaluate(FILES["regions"] / "gold", shared / "corpus")


@pytest.fixture(scope="module")
def invented():
    reports = FILES["invented"] / "reports"
    evaluation = evaluate(FILES["invented"] / "gold", reports)
    assert evaluation.texts == len(list(reports.glob("*.txt")))
    return evaluation


@pytest.mark.parametrize(("name", "kind", "figure"), CASES)
def test_no_figure_is_below_its_floor(request, name, kind, figure):
    evaluation = request.getfixturevalue(name)
    assert not evaluation.unmeasured
    now = evaluation.as_json()[kind][figure]
    now = now["rate"] if isinstance(now, dict) else now
    assert now is not None
    floor = FLOORS[name][kind][figure]["floor"]
    assert now >= floor, f"{kind} {figure} is {now:.4f}: mend it, or lower the floor and write why"


@pytest.mark.parametrize(("name", "kind", "figure"), CASES)
def test_a_floor_below_its_highest_has_a_written_reason(name, kind, figure):
    entry = FLOORS[name][kind][figure]
    assert set(entry) == {"floor", "highest", "measured", "reason"}
    assert 0 < entry["floor"] <= entry["highest"] <= 1
    assert entry["floor"] <= entry["measured"] <= 1
    assert entry["floor"] == entry["highest"] or len(entry["reason"]) >= 20, "say why it was lowered"
