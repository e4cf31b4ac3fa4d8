"""The library of the project's samples, asked by a program."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient
from tests.web.conftest import HOST, read_samples, shelf, site

from luoshi.library import Library

__all__ = ["read_samples", "shelf", "site"]

ROOT = f"{HOST}/api/v1"


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
