"""The library of the project's samples, asked by a program; on both databases."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from tests.web.conftest import HOST, read_samples, site

from luoshi.accounts import Accounts
from luoshi.actions.add import add
from luoshi.actions.library import at
from luoshi.library import Library

__all__ = ["read_samples", "site"]

ROOT = f"{HOST}/api/v1"


@pytest.fixture(scope="session")
def served(samples: Path, new_database: Callable[..., str]) -> str:
    """A library of the samples on PostgreSQL; nobody writes into it."""
    place = new_database()
    with at(place, create=True) as library:
        add(library, samples)
    return place


@pytest.fixture(scope="session")
def untouched() -> list[str]:
    """Libraries on PostgreSQL in which a test changed nothing: to make one takes half a second."""
    return []


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """A library of the samples, for one test, which runs on each database."""
    if request.param == "sqlite":
        with at(str(shutil.copy(request.getfixturevalue("read_samples"), tmp_path / "samples.db"))) as library:
            yield library
        return
    untouched: list[str] = request.getfixturevalue("untouched")
    place = (
        untouched.pop()
        if untouched
        else request.getfixturevalue("new_database")(like=request.getfixturevalue("served"))
    )
    with at(place) as library:
        before = library.state()
        yield library
        if library.state() == before and not Accounts(library).all():
            untouched.append(place)


@pytest.fixture
def api(site: TestClient) -> TestClient:
    """A program on this machine, whose addresses begin below ``/api/v1``."""
    site.base_url = ROOT
    site.headers["accept-language"] = "en"
    return site


@pytest.fixture
def plan(shelf: Library) -> str:
    """The id of the sample that has targets."""
    return next(each.id for each in shelf.entries() if each.name.endswith("1-recommendation-mirror.html"))
