"""Texts of invented places for the outline's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from luoshi.model import Text


@pytest.fixture(scope="session")
def read() -> Callable[[Path], Text]:
    from luoshi.cleaning import clean
    from luoshi.sources import open_source

    return lambda path: clean(open_source(path))
