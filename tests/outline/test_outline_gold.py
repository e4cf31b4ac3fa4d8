"""The floors below which no change may take the outlines: ``evaluation/outlines/floors.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from luoshi.actions.evaluate import evaluate

HERE = Path(__file__).parents[2] / "evaluation/outlines"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
CASES = [(group, figure) for group in FLOORS for figure in FLOORS[group]["node"]]


@pytest.fixture(scope="module")
def today(shared: Path) -> dict[str, dict]:
    if not (shared / "corpus").is_dir():
        pytest.skip(f"no corpus at {shared}")
    found = {group: evaluate(HERE / group, shared / "corpus") for group in FLOORS}
    assert not any(each.unmeasured for each in found.values())
    return {group: each.as_json()["node"] for group, each in found.items()}


@pytest.mark.parametrize(("group", "figure"), CASES, ids=map(".".join, CASES))
def test_no_figure_is_below_its_floor(today: dict[str, dict], group: str, figure: str) -> None:
    now = today[group][figure]
    now = now["rate"] if isinstance(now, dict) else now
    floor = FLOORS[group]["node"][figure]["floor"]
    assert now is not None
    assert now >= floor, f"{group} {figure} is {now:.4f}: mend it, or lower the floor and write why"


@pytest.mark.parametrize(("group", "figure"), CASES, ids=map(".".join, CASES))
def test_a_floor_below_its_highest_has_a_written_reason(group: str, figure: str) -> None:
    entry = FLOORS[group]["node"][figure]
    assert set(entry) == {"floor", "highest", "measured", "reason"}
    assert 0 < entry["floor"] <= entry["highest"] <= 1
    assert entry["floor"] <= entry["measured"] <= 1
    assert entry["floor"] == entry["highest"] or len(entry["reason"]) >= 20, "say why it was lowered"
