"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
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
def new_database() -> Iterator[Callable[..., str]]:
    """Makes databases on a PostgreSQL of the tests' own, empty or like the one at an address; each call gives an address."""
    from tests.database_server import Server

    server = Server()
    numbers = count(1)

    def make(like: str = "template1") -> str:
        name = f"shelf{next(numbers)}"
        server.execute(f"CREATE DATABASE {name} TEMPLATE {like.partition('?')[0].rpartition('/')[2]}")
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


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser():
    """One real Chromium for all tests of a process: Playwright allows no second one beside it."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        try:
            found = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        except sync_api.Error as error:
            pytest.skip(f"no Chromium on PATH ({', '.join(BROWSERS)}), none of playwright's own: {str(error)[:80]}")
        yield found
        found.close()
