"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
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


@pytest.fixture(scope="session")
def new_database() -> Iterator[Callable[[], str]]:
    """Makes empty databases on a PostgreSQL of the tests' own; each call gives an address."""
    from tests.database_server import Server

    server = Server()
    numbers = count(1)

    def make() -> str:
        name = f"shelf{next(numbers)}"
        server.execute(f"CREATE DATABASE {name}")
        return server.address(name)

    yield make
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a library can be made: a test that asks for it runs on both databases."""
    if request.param == "sqlite":
        return str(tmp_path / "library" / "plans.db")
    address: str = request.getfixturevalue("new_database")()
    return address


@pytest.fixture
def library(place: str):
    """An empty library, once on each database."""
    from luoshi.library import open_library

    with open_library(place) as opened:
        yield opened
