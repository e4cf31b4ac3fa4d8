"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)  # no test asks for speed: benchmarks do
settings.load_profile("house")

HOUSE = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; tests that need it say so where it is missing."""
    folder = Path(os.environ.get("LUOSHI_SHARED", HOUSE.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip(f"no folder of real documents at {folder} (set LUOSHI_SHARED)")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The project's own sample documents."""
    return HOUSE / "samples"
