"""Requests that mean no good, or are broken: each gets a clear answer, none a 500, and nothing is given away."""

from __future__ import annotations

import gzip
import logging
import re
import time

import pytest
from litestar.testing import TestClient
from tests.web.aside import run
from tests.web.conftest import HOST
from tests.web.test_signing_in import form, form_cookie

from luoshi.server import app

ROUTES = ("/", "/search", "/targets", "/targets.csv", "/indicators", "/bodies/x", "/doubts", "/corrections", "/d/{id}",
          "/d/{id}.json", "/d/{id}/original", "/d/{id}/remove", "/d/{id}/removal", "/d/{id}/f/x", "/d/{id}/add",
          "/d/{id}/corrections", "/d/{id}/corrections/1", "/uploads", "/uploads/x", "/login", "/logout", "/account",
          "/accounts", "/accounts/x", "/account/keys", "/account/keys/1/drop", "/audit", "/static/site.css", "/nothing",
          "/api/v1/")  # fmt: skip
"""One of each shape."""

ODD = ("%00", "%ed%a0%80", "%ff%fe", "%e2%80%ae", "..%2f..%2fetc%2fpasswd", "%2e%2e", "..\\..", "%252e%252e%252f", "'--",
       "%0d%0aset-cookie:%20a=b", "<script>alert(1)", "{{7*7}}", "a" * 5000)  # fmt: skip


@pytest.fixture
def name(shelf):
    return shelf.ids()[0][:12]


@pytest.fixture(autouse=True)
def nothing_unforeseen(caplog):
    """What nobody foresaw is logged as an error: no test here may leave one."""
    yield
    assert [each.getMessage() for each in caplog.records if each.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_a_method_that_an_address_does_not_take_is_told_those_that_it_does(site, name, method):
    for route in ROUTES:
        answer = site.request(method, route.format(id=name), headers={"x-csrftoken": "x"})
        assert answer.status_code in (403, 405), route
        if answer.status_code == 405:
            assert set(answer.headers["allow"].split(", ")) & {"GET", "POST"}, route


def test_head_is_get_without_the_content(site, name):
    for route in (
        "/",
        "/targets",
        "/targets.csv",
        "/d/{id}",
        "/d/{id}.json",
        "/d/{id}/original",
        "/nothing",
        "/api/v1/",
    ):
        path = route.format(id=name)
        got, head = site.get(path), site.head(path)
        assert (head.status_code, head.content) == (got.status_code, b""), path
        assert head.headers["content-length"] == got.headers["content-length"], path
        assert head.headers["content-type"] == got.headers["content-type"], path


def test_a_head_never_does_what_only_a_post_may(site, name, shelf):
    assert site.head(f"/d/{name}/removal").status_code == 405
    assert shelf.has(shelf.full(name))


@pytest.mark.parametrize("odd", ODD)
def test_odd_paths_are_not_found(site, name, odd):
    for path in (
        "/",
        "/d/",
        f"/d/{name}/f/",
        f"/d/{name}.",
        "/bodies/",
        "/indicators/",
        "/uploads/",
        "/static/",
        "/api/v1/",
    ):
        answer = site.get(path + odd, follow_redirects=False)
        assert answer.status_code in (400, 404), path
        assert "root:" not in answer.text
        assert not re.search(r"(?:^|[;,\s])a=b", answer.headers.get("set-cookie", ""))


@pytest.mark.parametrize("odd", ODD)
def test_odd_parameters_are_answered(site, name, odd):
    for path in ("/?region=", "/?level=", "/?page=", "/?year=", "/search?words=", "/search?words=发展&region=", "/targets?words=",
                 "/targets?indicator=", "/targets?sort=", "/targets?due_to=", "/bodies?words=", "/doubts?region=",
                 "/corrections?page=", "/?language=", f"/d/{name}?as_read=", f"/d/{name}/add?words=", "/audit?words="):  # fmt: skip
        answer = site.get(path + odd)
        assert answer.status_code in (200, 400), path
        assert "<script>alert" not in answer.text
        assert "set-cookie" not in answer.headers or "a=b" not in answer.headers["set-cookie"]


def test_deep_and_many_keys_are_passed_over(site):
    assert site.get("/targets?" + "a[b]" * 500 + "=1").status_code == 200
    assert site.get("/?" + "&".join(f"k{number}=1" for number in range(7_000))).status_code == 200


@pytest.mark.parametrize(
    "cookie",
    [b"luoshi_language=\x01", b"\xff\xfe=\xff", b"=;;;=", b"luoshi_form=" + b"x" * 9000, b"luoshi_session=%00"],
)
def test_odd_cookies_are_passed_over(shelf, cookie):
    for local in (True, False):
        with TestClient(app(shelf, local=local), base_url=HOST) as client:
            said = cookie.replace(b"luoshi_form", form_cookie(client)[0].encode())
            client.cookies.clear()
            answer = client.get("/", headers={"cookie": said}, follow_redirects=False)
        assert answer.status_code == (200 if local else 303)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name="),
        ("multipart/form-data; boundary=" + "x" * 5000, b"--x--"),
        ("application/json", b'{"_words": ' + b"[" * 5000),
        ("application/x-www-form-urlencoded", b"_action=%ed%a0%80&_note=%00&%ff=%fe&=&&&=="),
        ("application/x-www-form-urlencoded; charset=nonsense", b"_action=edit"),
        ("text/plain", b"_action=edit"),
        ("\xff/\xfe".encode("latin-1"), b"x"),
        ("", b""),
    ],
)
def test_a_form_that_is_none_changes_nothing(site, shelf, name, kind, content):
    token = form(site, "/")
    for path in ("/uploads", f"/d/{name}/add", f"/d/{name}/f/profile.title", f"/d/{name}/corrections/1", "/accounts"):
        answer = site.post(path, content=content, headers={"content-type": kind, "x-csrftoken": token})
        assert answer.status_code in (400, 403, 413, 415), path
    assert not shelf.corrections(name)
    assert shelf.count() == 9


def test_ten_megabytes_in_a_field_are_told_to_be_too_much(site, shelf, name):
    given = {"_csrf_token": form(site, "/"), "_action": "edit", "title": "长" * 3_400_000}
    assert site.post(f"/d/{name}/f/profile.title", data=given).status_code in (400, 413)
    given = {"_csrf_token": form(site, "/"), "_action": "accept", "_note": "长" * 3_400_000}
    assert site.post(f"/d/{name}/f/profile.title", data=given).status_code in (400, 413)
    assert not shelf.corrections(name)


def test_ten_megabytes_of_query_are_answered(shelf):
    answer: list[dict] = []

    async def ask() -> None:
        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            answer.append(message)

        for path in ("/", "/search", "/targets", "/bodies"):
            await app(shelf)(scope(path, b"words=" + b"%E8%A7%84" * 1_200_000), receive, send)

    run(ask())
    assert [each["status"] for each in answer if "status" in each] == [200, 400, 400, 400]
    assert all(len(each.get("body", b"")) < 100_000 for each in answer)


def scope(path: str, query: bytes) -> dict:
    """What a server says of a request; a client of tests would not send so much."""
    return {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query, "root_path": "", "state": {},
        "headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "extensions": {},
    }  # fmt: skip


@pytest.mark.parametrize(
    "file", ["a\r\nset-cookie: a=b.txt", 'a"; filename="b.txt', "../../b.txt", "规\u202e划.txt", "\x00.txt"]
)
def test_the_name_of_a_file_gets_into_no_header(site, shelf, file):
    token = form(site, "/")
    content = f"松岭市今年植树{len(file)}万株。\n{file!r}"
    sent = site.post("/uploads", data={"_csrf_token": token}, files={"files": (file, content.encode())})
    assert sent.status_code in (200, 400)
    until = 400
    while site.get(f"{sent.url.path}.json").json()["open"] and until:
        until -= 1
        time.sleep(0.05)
    uploaded = [line for line in shelf.entries() if not line.name.startswith("/")]
    assert len(uploaded) == (sent.status_code != 400)
    for line in uploaded:
        answer = site.get(f"/d/{line.id[:12]}/original")
        assert "\r" not in line.name
        assert "/" not in line.name
        assert "set-cookie" not in answer.headers
        assert answer.headers["content-disposition"].startswith("attachment;")
        assert answer.headers["content-disposition"].isascii()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:99999", "127.0.0.1:x", "user@127.0.0.1", "127.0.0.1/evil", "127.0.0.1#", "127.0.0.1, evil", "", "[::1"],
)
def test_a_host_that_makes_no_sense_is_turned_away(site, shelf, host):
    assert site.get("/", headers={"host": host}).status_code in (400, 421)
    with TestClient(app(shelf, names=frozenset({"*"})), base_url=HOST) as anywhere:
        assert anywhere.get("/", headers={"host": host}).status_code in (200, 400, 421)


def test_what_a_stranger_says_of_proxies_is_not_believed(site):
    said = {
        "x-forwarded-host": "evil.example",
        "x-forwarded-prefix": "/evil",
        "x-forwarded-proto": "https",
        "x-forwarded-for": "6.6.6.6",
        "forwarded": "host=evil.example",
        "x-original-url": "/accounts",
        "x-http-method-override": "DELETE",
    }
    answer = site.get("/", headers=said)
    assert answer.status_code == 200
    assert "evil" not in answer.text
    assert "书架" in answer.text


def test_asked_again_nothing_is_sent_that_is_there(site, name):
    for path in (f"/d/{name}", f"/d/{name}/original"):
        first = site.get(path)
        again = site.get(path, headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert site.get(path, headers={"if-none-match": '"another"'}).status_code == 200
        assert site.get(path, headers={"if-modified-since": "nonsense"}).status_code == 200


@pytest.mark.parametrize(
    "asked", ["bytes=0-10", "bytes=-1", "bytes=9-1", "bytes=0-,0-,0-,0-", "lines=1", "bytes=" + "9" * 5000]
)
def test_a_part_is_answered_with_the_whole(site, name, asked):
    whole = site.get(f"/d/{name}/original")
    part = site.get(f"/d/{name}/original", headers={"range": asked})
    assert part.status_code == 200  # RFC 9110, 14.2: a server may ignore Range
    assert part.content == whole.content


@pytest.mark.parametrize(
    "path", ["/", "/targets", "/targets.csv", "/d/{id}", "/d/{id}.json", "/static/site.css", "/api/v1/documents"]
)
def test_what_is_text_is_packed_once_and_only_for_who_takes_it(site, name, path):
    path = path.format(id=name)
    with site.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["vary"]
    assert int(answer.headers["content-length"]) == len(raw)
    unpacked = gzip.decompress(raw)
    assert unpacked[:2] != b"\x1f\x8b"
    plain = site.get(path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert abs(len(plain.content) - len(unpacked)) < 200  # a form's token may be another
    assert site.get(path, headers={"accept-encoding": "br, gzip;q=0"}).headers.get("content-encoding") is None
    assert len(raw) < len(unpacked) / 2


@pytest.mark.parametrize("path", ["/d/{id}", "/api/v1/documents", "/api/v1/documents/{id}"])
def test_packed_and_plain_answers_have_tags_of_their_own(site, name, path):
    path, tags = path.format(id=name), {}
    for way in ("gzip", "identity"):
        answer = site.get(path, headers={"accept-encoding": way})
        tag = tags[way] = answer.headers["etag"]
        again = site.get(path, headers={"accept-encoding": way, "if-none-match": f'"other", {tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert tags["gzip"] != tags["identity"]
    other = site.get(path, headers={"accept-encoding": "identity", "if-none-match": tags["gzip"]})
    assert other.status_code == 200, "who takes nothing packed has not what was packed"


def test_what_does_not_shrink_is_not_packed(site, name):
    for path in (f"/d/{name}/original", "/targets.xlsx"):
        assert "content-encoding" not in site.get(path, headers={"accept-encoding": "gzip"}).headers
