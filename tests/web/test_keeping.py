"""Answers that are kept: made once for all who may see the same, never somebody else's, never of what was changed here."""

from __future__ import annotations

import asyncio
import time
from types import SimpleNamespace

import pytest
from litestar import Response
from litestar.testing import TestClient
from tests.web.aside import run
from tests.web.conftest import HOST
from tests.web.test_signing_in import accounts, form, form_cookie, served, sign_in  # noqa: F401 — fixtures

from luoshi.actions.library import at
from luoshi.http import holes, keeping
from luoshi.http.keeping import Kept
from luoshi.web import targets

LISTS = ("/", "/search?words=发展", "/targets", "/indicators", "/indicators/gdp", "/doubts", "/api/v1/documents")


@pytest.mark.parametrize("path", [*LISTS, "/d/"])
def test_what_changes_here_is_seen_at_once(site, shelf, path):
    line = shelf.entries(order="targets")[0]
    address = f"/d/{line.id[:12]}" if path == "/d/" else path
    first = site.get(address)
    assert first.status_code == 200
    assert site.get(address).content == first.content
    shelf.remove(line.id)
    again = site.get(address)
    assert again.status_code == (404 if path == "/d/" else 200)
    assert again.content != first.content


def test_what_others_change_is_seen_soon(site, shelf, monkeypatch):
    monkeypatch.setattr(keeping, "LATE", 0.2)
    gone = shelf.entries()[0].id[:12]
    assert gone in site.get("/").text
    with at(str(shelf.where)) as other:
        other.remove(gone)
    time.sleep(0.3)
    assert gone not in site.get("/").text


def test_a_page_is_made_once_until_the_library_changes(site, shelf, monkeypatch):
    made = []
    monkeypatch.setattr(
        targets.tables, "table", lambda *given, real=targets.tables.table: made.append(1) or real(*given)
    )
    pages = {site.get("/targets").text for _ in range(3)}
    assert (len(pages), len(made)) == (1, 1)
    assert site.get("/targets", headers={"accept-language": "en"}).text not in pages
    assert len(made) == 2
    plain = site.get("/targets", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert {plain.text} == pages
    same = site.get("/targets", headers={"if-none-match": plain.headers["etag"]})
    assert (same.status_code, same.content, len(made)) == (304, b"", 2)
    shelf.remove(shelf.entries(order="targets")[0].id)
    assert site.get("/targets", headers={"if-none-match": plain.headers["etag"]}).status_code == 200
    assert len(made) == 3


def test_another_document_that_changes_leaves_the_page_of_one(site, shelf, monkeypatch):
    one, other = (each.id for each in shelf.entries()[:2])
    first = site.get(f"/d/{one[:12]}")
    shelf.remove(other)
    monkeypatch.setattr("luoshi.web.reading.reading_page", None)
    assert site.get(f"/d/{one[:12]}").content == first.content


def test_nobody_gets_what_is_anothers(served):  # noqa: F811 — the fixture
    site = served
    seen = {}
    for name in ("读者", "编者", "掌柜"):
        site.cookies.clear()
        assert sign_in(site, name).status_code == 303
        seen[name] = {path: site.get(path).text for path in LISTS}
        assert name in seen[name]["/targets"]
        others = {"读者", "编者", "掌柜"} - {name}
        assert not [other for other in others if f">{other}<" in "".join(seen[name].values())]
        assert ("_csrf_token" in seen[name]["/"]) == (name != "读者")
    site.cookies.clear()
    for path in LISTS:
        assert site.get(path, follow_redirects=False).status_code in (303, 401)
    whole = "".join(text for each in seen.values() for text in each.values())
    assert holes.NAME not in whole
    assert holes.TOKEN not in whole


def test_each_visitor_has_a_token_of_their_own(shelf):
    with TestClient(app_of(shelf), base_url=HOST) as one:
        first = form(one, "/")
        assert form(one, "/") == first == form_cookie(one)[1]
        one.cookies.clear()
        second = form(one, "/")
        assert second == form_cookie(one)[1] != first


def app_of(library):
    from luoshi.server import app

    return app(library)


def test_who_asks_at_once_waits_for_one_making():
    """And where the first was refused, each is answered for itself."""
    made = []
    library = SimpleNamespace(writes=0, state=lambda: (1,))
    request = SimpleNamespace(
        scope={"path": "/", "query_string": b"", "user": None}, query_params={}, cookies={}, headers={}
    )

    def make():
        made.append(1)
        return Response(b"x" * 5000, media_type="text/html", status_code=status)

    async def ask(kept):
        return await asyncio.gather(*(kept.answer(request, make) for _ in range(5)))

    for status, times in ((200, 1), (404, 5)):
        made.clear()
        answers = run(ask(Kept(library)))
        assert {answer.status_code or 200 for answer in answers} == {status}
        assert {answer.content for answer in answers} == {b"x" * 5000}
        assert len(made) == times


def test_no_more_is_kept_than_there_is_room_for(site, monkeypatch):
    monkeypatch.setattr(keeping, "MOST", 8 * 20_000)
    made = []
    monkeypatch.setattr(
        targets.tables, "table", lambda *given, real=targets.tables.table: made.append(1) or real(*given)
    )
    for page in range(60):
        assert site.get(f"/targets?page={page + 1}").status_code == 200
    assert len(made) == 60
    assert site.get("/targets?page=60").status_code == 200
    assert len(made) == 60
    assert site.get("/targets?page=1").status_code == 200
    assert len(made) == 61, "what was not asked for longest is gone"
