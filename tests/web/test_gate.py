"""What the gate turns away, and what every answer says."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient
from tests.web.conftest import HOST
from tests.web.test_signing_in import form

from luoshi.server import app


@pytest.mark.parametrize("name", ["plans.invented.example", "127.0.0.1.invented.example", "[::1", ""])
def test_a_name_that_is_not_ours_is_turned_away(site, name):
    assert site.get("/", headers={"host": name}).status_code == 421


@pytest.mark.parametrize("name", ["localhost:8000", "127.0.0.1", "[::1]:80"])
def test_this_machine_is_answered(site, name):
    assert site.get("/", headers={"host": name}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
    ],
)
def test_nothing_is_changed_from_a_page_elsewhere(site, headers):
    assert site.post("/", headers=headers).status_code in (403, 405)
    assert site.post("/api/v1/", headers=headers).status_code in (403, 405)


def test_nothing_from_elsewhere_is_loaded_or_run(site):
    policy = site.get("/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    ("asked", "found"), [("en-GB,en;q=0.9", "en"), ("zh-TW,zh;q=0.9,en;q=0.8", "zh"), ("fr", "zh"), ("en;q=x", "zh")]
)
def test_the_browser_chooses_the_language(site, asked, found):
    assert f'data-lang="{found}"' in site.get("/", headers={"accept-language": asked}).text


def test_a_language_that_was_chosen_is_kept(site):
    assert 'data-lang="en"' in site.get("/?language=en").text
    assert 'data-lang="en"' in site.get("/").text


def test_behind_a_proxy_every_address_has_its_prefix(shelf):
    with TestClient(app(shelf, prefix="/plans"), base_url=HOST) as client:
        kept, taken_away = client.get("/plans/"), client.get("/")
    assert kept.status_code == taken_away.status_code == 200
    assert 'href="/plans/targets"' in kept.text
    assert 'href="/targets"' not in kept.text


def test_an_unknown_page_says_what_to_do(site):
    answer = site.get("/nothing-here")
    assert answer.status_code == 404
    assert "回到书架" in answer.text
    problem = site.get("/api/v1/nothing-here")
    assert problem.headers["content-type"].startswith("application/problem+json")
    assert problem.json()["status"] == 404


def test_two_sites_on_one_host_do_not_spoil_each_others_forms(shelf):
    """Cookies do not know ports: a browser sends both sites what either has set."""
    with (
        TestClient(app(shelf), base_url=f"{HOST}:8000") as one,
        TestClient(app(shelf), base_url=f"{HOST}:8001") as other,
    ):
        path = f"/d/{next(iter(shelf.entries())).id}/f/profile.title"
        token = form(one, path)
        other.cookies.update(one.cookies)
        form(other, path)
        one.cookies.update(other.cookies)
        given = {"_csrf_token": token, "_action": "accept"}
        assert one.post(path, data=given, follow_redirects=False).status_code == 303
        assert other.post(path, data=given, follow_redirects=False).status_code == 403
