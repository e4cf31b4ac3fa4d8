"""The regions that two annotators read apart: their gold is what both made, and keeps no sentence of a document."""

import json
import subprocess
import sys
from pathlib import Path

REGIONS = Path(__file__).parents[2] / "evaluation/regions"


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
