"""A site over the project's samples, asked without a network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from luoshi.actions.add import add
from luoshi.actions.library import at
from luoshi.library import Library
from luoshi.server import app

HOST = "http://127.0.0.1"


@pytest.fixture(scope="session")
def read_samples(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the samples; nobody writes into it."""
    path = tmp_path_factory.mktemp("web") / "samples.db"
    with at(str(path), create=True) as library:
        add(library, samples)
    return path


@pytest.fixture
def shelf(read_samples: Path, tmp_path: Path) -> Iterator[Library]:
    """A library of the samples, for one test."""
    path = tmp_path / "samples.db"
    shutil.copy(read_samples, path)
    with at(str(path)) as library:
        yield library


@pytest.fixture
def site(shelf: Library) -> Iterator[TestClient]:
    """A browser without scripts, on this machine."""
    with TestClient(app(shelf), base_url=HOST) as client:
        client.headers["accept-language"] = "zh-CN"
        yield client
