"""The real documents that the benchmarks read, where they are at hand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
SHARED = Path(os.environ.get("LUOSHI_SHARED", HOUSE.parent / "shared"))


def files() -> list[Path]:
    """Every text of the corpus, in the order of their names."""
    found = sorted((SHARED / "corpus").glob("*.txt"))
    if not found:
        sys.exit(f"No real documents at {SHARED}: set LUOSHI_SHARED to the folder that holds corpus/.")
    return found
