"""A site that others can ask: sign in, roles, keys, the audit log."""

from __future__ import annotations

import re

import pytest
from litestar.testing import TestClient
from tests.web.conftest import HOST

from luoshi.accounts import Accounts
from luoshi.errors import BadRequest
from luoshi.server import app, for_others

WHEN = "2026-11-22T08:00:00Z"
PASSWORD = "七月流火 九月授衣 二之日"


@pytest.fixture
def accounts(shelf):
    made = Accounts(shelf)
    for name, role in (("掌柜", "administrator"), ("编者", "editor"), ("读者", "reader")):
        made.add(name, role, PASSWORD, by="root", when=WHEN)
    return made


@pytest.fixture
def served(shelf, accounts):  # noqa: ARG001 — they must be there
    with TestClient(app(shelf, local=False), base_url=HOST) as client:
        client.headers["accept-language"] = "zh-CN"
        yield client


def form(client, path):
    """The hidden field that a form must hold."""
    return re.search(r'name="_csrf_token" value="([^"]+)"', client.get(path).text)[1]


def form_cookie(client):
    """The name of the cookie that a form's token must be like, and its value."""
    client.get("/", follow_redirects=False)
    return next((name, value) for name, value in client.cookies.items() if name.startswith("luoshi_form"))


def sign_in(client, name, password=PASSWORD, back="/"):
    given = {"name": name, "password": password, "back": back, "_csrf_token": form(client, "/login")}
    return client.post("/login", data=given, follow_redirects=False)


def test_who_has_not_signed_in_is_asked_to_and_comes_back(served):
    answer = served.get("/?words=a", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/login?back=%2F%3Fwords%3Da"
    assert served.get("/api/v1/").status_code == 401
    assert sign_in(served, "读者", back="/?words=a").headers["location"] == "/?words=a"
    assert served.get("/").status_code == 200


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nx: y", ""]
)
def test_signing_in_leads_nowhere_else(served, back):
    assert sign_in(served, "读者", back=back).headers["location"] == "/"


def test_the_cookie_is_out_of_reach_of_scripts(served):
    cookie = sign_in(served, "读者").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def test_a_wrong_password_says_nothing_about_the_name(served):
    known, unknown = sign_in(served, "读者", "不对的密码一二三四"), sign_in(served, "无名", "不对的密码一二三四")
    assert known.status_code == unknown.status_code == 401
    assert "用户名和密码不符" in known.text
    assert "用户名和密码不符" in unknown.text


def test_a_form_without_its_token_is_refused(served):
    assert served.post("/login", data={"name": "读者", "password": PASSWORD}).status_code == 403


def test_too_many_attempts_wait(served):
    for _ in range(10):
        sign_in(served, "读者", "不对的密码一二三四")
    assert sign_in(served, "读者").status_code == 429


@pytest.mark.parametrize(("name", "status"), [("读者", 403), ("编者", 403), ("掌柜", 200)])
def test_only_administrators_see_accounts_and_the_log(served, name, status):
    sign_in(served, name)
    assert served.get("/accounts").status_code == status
    assert served.get("/audit").status_code == status


def test_a_key_opens_the_api_until_it_ends(served, accounts):
    key = accounts.new_key("读者", "脚本", by="读者", when=WHEN)
    asked = {"authorization": f"Bearer {key}"}
    assert served.get("/api/v1/", headers=asked).status_code == 200
    for wrong in (f"Bearer {key}x", "Bearer", "Basic eDp5", "Bearer \xff"):
        assert served.get("/api/v1/", headers={"authorization": wrong.encode("latin-1")}).status_code == 401
    accounts.drop_key("读者", accounts.keys("读者")[0].id, by="读者", when=WHEN)
    assert served.get("/api/v1/", headers=asked).status_code == 401


def test_an_administrator_lets_somebody_in_and_out_and_the_log_tells(served):
    sign_in(served, "掌柜")
    token = form(served, "/accounts")
    given = {"name": "新人", "role": "editor", "password": PASSWORD, "_csrf_token": token}
    assert "新人" in served.post("/accounts", data=given).text
    again = served.post("/accounts", data=given)
    assert again.status_code == 400
    assert "已经有名为" in again.text
    served.post("/accounts/新人", data={"role": "editor", "active": "off", "_csrf_token": token})
    log = served.get("/audit").text
    assert "account-change" in log
    assert "新人 off" in log
    served.cookies.delete("luoshi_session")
    assert sign_in(served, "新人").status_code == 401


def test_one_changes_ones_password_and_makes_keys(served):
    sign_in(served, "读者")
    token = form(served, "/account")
    shown = served.post("/account/keys", data={"label": "笔记本", "_csrf_token": token}).text
    key = re.search(r"<code>(luoshi_[^<]+)</code>", shown)[1]
    assert served.get("/account").text.count(key) == 0
    new = "八月其获 十月陨萚 一之日"
    wrong = served.post("/account/password", data={"old": "不是这个", "new": new, "again": new, "_csrf_token": token})
    assert wrong.status_code == 400
    served.post("/account/password", data={"old": PASSWORD, "new": new, "again": new, "_csrf_token": token})
    assert served.get("/account", follow_redirects=False).status_code == 303
    assert sign_in(served, "读者", new).status_code == 303


def test_signing_out_ends_the_session_itself(served):
    cookie = sign_in(served, "读者").cookies["luoshi_session"]
    served.post("/logout", data={"_csrf_token": form(served, "/account")})
    served.cookies.set("luoshi_session", cookie)
    assert served.get("/account", follow_redirects=False).status_code == 303


def test_nobody_serves_others_without_an_administrator(shelf):
    assert not for_others(shelf, "127.0.0.1", [])
    for host, names in (("0.0.0.0", []), ("127.0.0.1", ["plans.example"])):
        with pytest.raises(BadRequest, match="administrator"):
            for_others(shelf, host, names)
    Accounts(shelf).add("掌柜", "administrator", PASSWORD, by="root", when=WHEN)
    assert for_others(shelf, "0.0.0.0", [])


def test_where_only_this_machine_asks_there_are_no_accounts(site):
    assert site.get("/account").status_code == 400
    assert "只在本机使用" in site.get("/account").text
