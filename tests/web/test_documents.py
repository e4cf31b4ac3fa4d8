"""A document's downloads, its own bytes, and taking it off the shelf."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest
from litestar.testing import TestClient
from tests import factories
from tests.web.conftest import HOST
from tests.web.test_signing_in import form_cookie

from luoshi.accounts import READER
from luoshi.actions.library import at
from luoshi.actions.naming import attachment, harmless_name
from luoshi.http import Visitor
from luoshi.library import correction_of
from luoshi.record import from_json
from luoshi.server import app

WHEN = "2026-11-22T08:00:00Z"


@pytest.fixture
def plan(shelf):
    return next(entry for entry in shelf.entries() if entry.genre == "纲要")


def test_every_format_is_the_document(site, shelf, plan):
    base = f"/d/{plan.id[:12]}"
    document = shelf.get(plan.id)
    assert from_json(site.get(f"{base}.json").content) == document
    assert from_json(site.get(f"{base}.jsonl").content) == document
    assert len(site.get(f"{base}.csv").text.splitlines()) > len(document.findings)
    assert openpyxl.load_workbook(io.BytesIO(site.get(f"{base}.xlsx").content)).sheetnames
    assert site.get(f"{base}.html").text.startswith("<!doctype html>")
    for ending in ("json", "jsonl", "csv", "xlsx", "html"):
        said = site.get(f"{base}.{ending}").headers["content-disposition"]
        assert said.startswith(f"attachment; filename=\"document.{ending}\"; filename*=UTF-8''")


def test_the_reading_page_has_a_policy_of_its_own(site, plan):
    answer = site.get(f"/d/{plan.id[:12]}")
    assert "sha256-" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert plan.title in answer.text


def test_the_file_comes_as_it_came_and_is_never_shown(site, shelf, samples):
    mirror = samples / "1-recommendation-mirror.html"
    line = next(entry for entry in shelf.entries() if entry.name.endswith(mirror.name))
    answer = site.get(f"/d/{line.id}/original")
    assert answer.content == mirror.read_bytes()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="{mirror.name}"'
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = site.get(f"/d/{line.id}/original", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ["/d/zzz", "/d/00000000", "/d/00000000.json", "/d/0000/original", "/d/x/remove"])
def test_unknown_documents(site, address):
    assert site.get(address).status_code == 404


def test_an_unknown_format(site, plan):
    assert site.get(f"/d/{plan.id[:12]}.exe").status_code == 404
    assert site.get(f"/d/{plan.id[:12]}.").status_code == 404


def test_removing_asks_first_and_says_what_goes(site, shelf, plan):
    document = shelf.get(plan.id)
    identity = next(name for name, each in document.ids().items() if each.kind == "target")
    shelf.correct(plan.id, correction_of(document, identity, "reject", who="李", when=WHEN))
    page = site.get(f"/d/{plan.id[:12]}/remove")
    assert "人工更正 1 条" in page.text
    assert shelf.has(plan.id)
    assert site.post(f"/d/{plan.id}/removal").status_code == 403, "no token of the form"
    token = re.search(r'name="_csrf_token" value="([^"]+)"', page.text)[1]
    done = site.post(f"/d/{plan.id}/removal", data={"_csrf_token": token}, follow_redirects=False)
    assert (done.status_code, done.headers["location"]) == (303, "/")
    assert not shelf.has(plan.id)
    assert site.get(f"/d/{plan.id}").status_code == 404
    assert site.post(f"/d/{plan.id}/removal", data={"_csrf_token": token}).status_code == 404


def test_who_may_only_read_changes_nothing(shelf, plan, monkeypatch):
    monkeypatch.setattr("luoshi.http.signed.LOCAL", Visitor("guest", READER))
    with TestClient(app(shelf), base_url=HOST) as site:
        text = site.get("/").text
        token = {"x-csrftoken": form_cookie(site)[1]}
        assert "添加文档" not in text
        assert site.get(f"/d/{plan.id}/remove").status_code == 403
        assert site.post(f"/d/{plan.id}/removal", headers=token).status_code == 403
        assert site.post("/uploads", files={"files": ("a.txt", b"x")}, headers=token).status_code == 403
        assert site.get("/uploads/x").status_code == 403
        assert site.get(f"/d/{plan.id}.json").status_code == 200
    assert shelf.has(plan.id)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("规划.txt", "规划.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\某人\\纲要.docx", "纲要.docx"),
        ("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie: x=1.txt"),
        ("报告\u202etxt.exe", "报告txt.exe"),
        ("\0\x1b[31m.txt", "[31m.txt"),
        (".htaccess", "htaccess"),
        ("..", ""),
        ("/", ""),
        ("\ud800.txt", "?.txt"),
        ("长" * 10_000 + ".docx", "长" * 114 + "….docx"),
        ("x" * 10_000, "x" * 119 + "…"),
        ("  a  b .txt ", "a b .txt"),
    ],
)
def test_names_are_made_harmless(sent, kept):
    assert harmless_name(sent) == kept
    assert len(harmless_name(sent)) <= 120


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("plan.txt", 'attachment; filename="plan.txt"'),
        ("", 'attachment; filename="document"'),
        ('a"b\\c.txt', 'attachment; filename="c.txt"'),
        ('a"b;c.txt', "attachment; filename=\"a_b_c.txt\"; filename*=UTF-8''a%22b%3Bc.txt"),
        ("规划.txt", "attachment; filename=\"document.txt\"; filename*=UTF-8''%E8%A7%84%E5%88%92.txt"),
        ("x\r\nSet-Cookie: a", "attachment; filename=\"xSet-Cookie_ a\"; filename*=UTF-8''xSet-Cookie%3A%20a"),
    ],
)
def test_names_in_headers(name, header):
    assert attachment(name) == header
    assert attachment(name).isascii()


def test_a_hostile_name_comes_back_harmless(tmp_path):
    document = factories.document("正文。")
    with at(str(tmp_path / "new.db"), create=True) as library:
        library.add(document, "正文。".encode(), name='../"x\r\nSet-Cookie: a=b\u202e.html', when=WHEN)
        with TestClient(app(library), base_url=HOST) as site:
            answer = site.get(f"/d/{document.id}/original")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers or "a=b" not in answer.headers["set-cookie"]
    assert "\n" not in answer.headers["content-disposition"]
    assert json.dumps(answer.headers["content-disposition"]).count("..") == 0
