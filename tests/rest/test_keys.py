"""``/api/v1`` where others can ask: keys and what they allow."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient
from tests.rest.conftest import ROOT

from luoshi.accounts import Accounts
from luoshi.server import app

WHEN = "2026-11-22T08:00:00Z"
ROLES = ("reader", "editor", "administrator")


@pytest.fixture
def keys(shelf):
    accounts = Accounts(shelf)
    for role in ROLES:
        accounts.add(role, role, "七月流火 九月授衣 二之日", by="root", when=WHEN)
    return {role: accounts.new_key(role, "tests", by=role, when=WHEN) for role in ROLES}


@pytest.fixture
def client(shelf, keys):  # noqa: ARG001 — they must be there
    with TestClient(app(shelf, local=False), base_url=ROOT) as made:
        yield made


def test_without_a_key_nothing_but_the_description_is_told(client):
    answer = client.get("/documents")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    described = client.get("/openapi.json").json()
    assert set(described["components"]["securitySchemes"]) == {"key", "session"}
    assert all(
        operation["security"]
        for path, methods in described["paths"].items()
        for operation in methods.values()
        if "schema" not in path and "openapi" not in path
    )


@pytest.mark.parametrize(
    ("asked", "least"),
    [
        (("GET", "/"), "reader"),
        (("GET", "/documents/{plan}/original"), "reader"),
        (("GET", "/uploads/none"), "editor"),
        (("POST", "/documents?name=a.md&wait=0"), "editor"),
        (("POST", "/documents/{plan}/corrections"), "editor"),
        (("DELETE", "/documents/{plan}/corrections/1"), "editor"),
        (("DELETE", "/documents/{plan}"), "administrator"),
    ],
)
def test_each_role_may_what_it_may(client, keys, plan, asked, least):
    method, path = asked
    for role in ROLES:
        key = {"authorization": f"Bearer {keys[role]}"}
        answer = client.request(method, path.format(plan=plan), headers=key)
        assert (answer.status_code == 403) == (ROLES.index(role) < ROLES.index(least)), (role, answer.text)


def test_a_correction_names_who_made_it(client, keys, plan):
    asked = {"authorization": f"Bearer {keys['editor']}"}
    place = client.get(f"/documents/{plan}/findings?kind=place&limit=1", headers=asked).json()["items"][0]
    body = {"action": "accept", "finding": place["id"]}
    answer = client.post(f"/documents/{plan}/corrections", json=body, headers=asked)
    assert answer.json()["who"] == "editor"


def test_a_page_elsewhere_changes_nothing(client, keys, plan):
    asked = {"authorization": f"Bearer {keys['administrator']}", "origin": "http://evil.example"}
    assert client.delete(f"/documents/{plan}", headers=asked).status_code == 403
    assert "access-control-allow-origin" not in client.get("/", headers=asked).headers
