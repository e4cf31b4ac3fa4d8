"""The floors of the regions that two annotators read apart: ``evaluation/regions/floors.toml``."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from luoshi.actions.evaluate import evaluate

REGIONS = Path(__file__).parents[2] / "evaluation/regions"
FLOORS = tomllib.loads((REGIONS / "floors.toml").read_text("utf-8"))
CASES = [(kind, figure) for kind, figures in FLOORS.items() for figure in figures]


@pytest.fixture(scope="module")
def today(shared):
    if not (shared / "corpus").is_dir():
        pytest.skip(f"no corpus at {shared}")
    evaluation = evaluate(REGIONS / "gold", shared / "corpus")
    assert not evaluation.unmeasured
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


def test_the_gold_is_what_the_two_passes_make(tmp_path):
    said = subprocess.run(
        [sys.executable, REGIONS / "agreement.py", "--write", tmp_path], capture_output=True, text=True, check=True
    ).stdout
    assert said.startswith("quantity   both  421  one only   0  F1 1.000")
    written = sorted(file.relative_to(tmp_path) for file in tmp_path.rglob("*.jsonl"))
    assert written == sorted(file.relative_to(REGIONS / "gold") for file in (REGIONS / "gold").rglob("*.jsonl"))
    for file in written:
        assert (tmp_path / file).read_text("utf-8") == (REGIONS / "gold" / file).read_text("utf-8"), file


def test_no_sentence_of_a_real_document_is_kept():
    for file in REGIONS.rglob("*.jsonl"):
        for line in file.read_text("utf-8").splitlines():
            row = json.loads(line)
            assert not {"quote", "clause"} & set(row)
            assert len(row.get("indicator", "")) <= 16
