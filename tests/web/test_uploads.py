"""Files sent by a browser: each is read beside the server, fails alone, and says why; nothing is half there."""

from __future__ import annotations

import io
import re
import time
import zipfile

import pytest
from litestar.testing import TestClient
from sqlalchemy import func, select
from tests.web.conftest import HOST
from tests.web.test_signing_in import form_cookie

from luoshi.actions import uploads
from luoshi.actions.library import at
from luoshi.actions.uploads import ADDED, FAILED, THERE, Sent, Uploads
from luoshi.errors import CannotKeep, NotInLibrary, TooLarge
from luoshi.library import Keeper, verify
from luoshi.library import queue as kept
from luoshi.library.tables import piece
from luoshi.server import app

PLAN = "云溪市“十五五”规划建议\n到2030年，全市地区生产总值达到8000亿元。\n"


def settled(ask, seconds=120):
    """What an upload becomes when all its files are read."""
    until = time.monotonic() + seconds
    while (upload := ask()).open:
        assert time.monotonic() < until, upload
        time.sleep(0.05)
    return upload


def wait(site, address):
    until = time.monotonic() + 120
    while (told := site.get(f"{address}.json").json())["open"]:
        assert time.monotonic() < until, told
        time.sleep(0.05)
    return told["files"]


def token(site):
    return {"x-csrftoken": form_cookie(site)[1]}


def bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 300_000_000)
    return file.getvalue()


def test_each_file_becomes_what_it_is_and_fails_alone(site, shelf, samples):
    hostile = b"<html><title>x</title><body><script>alert(1)</script><p>" + PLAN.encode() + b"</p></body></html>"
    sent = [
        ("规划.txt", PLAN.encode()),
        ("again.txt", PLAN.encode()),
        ("../../etc/8-statistics.md", (samples / "8-statistics-2025.md").read_bytes()),
        ("scripts.html", hostile),
        ("empty.txt", b""),
        ("bytes.bin", bytes(range(256)) * 40),
        ("bomb.docx", bomb()),
        ("half.pdf", (samples / "7-work-report-2026.pdf").read_bytes()[:3000]),
        ("报告\u202efdp" + "长" * 600 + ".exe", bytes(range(256)) * 41),
    ]
    answer = site.post(
        "/uploads", files=[("files", each) for each in sent], headers=token(site), follow_redirects=False
    )
    assert answer.status_code == 303
    address = answer.headers["location"]
    files = wait(site, address)
    states = [file["state"] for file in files]
    assert sorted(states[:2]) == [ADDED, THERE], "whichever of the two is read first"
    assert states[2:] == [THERE, ADDED, FAILED, FAILED, FAILED, FAILED, FAILED]
    assert files[2]["name"] == "8-statistics.md"
    assert len(files[8]["name"]) <= 120
    assert all(file["what"] and file["advice"] for file in files[4:])
    assert len({file["what"] for file in files[4:]}) >= 4
    assert site.get(files[0]["address"]).status_code == 200
    assert "<script>alert" not in site.get(files[3]["address"]).text
    page = site.get(address).text
    assert "全部读完" in page
    assert page.count("<li class=") == 9
    assert "http-equiv" not in page
    assert shelf.count() == 11
    assert [problem for problem in verify(shelf) if problem] == []


def test_a_script_sends_file_after_file_to_one_upload(site):
    headers = {**token(site), "accept": "application/json"}
    first = site.post("/uploads", files={"files": ("a.txt", PLAN.encode())}, headers=headers)
    assert first.status_code == 201
    upload = first.json()
    more = {"files": ("b.txt", b"")}
    second = site.post("/uploads", files=more, data={"upload": upload["id"]}, headers=headers).json()
    assert second["id"] == upload["id"]
    assert [file["name"] for file in second["files"]] == ["a.txt", "b.txt"]
    files = wait(site, upload["address"])
    assert [file["state"] for file in files] == [ADDED, FAILED]
    english = site.get(upload["status"], headers={"accept-language": "en"}).json()
    assert english["files"][0]["says"] == "on the shelf"


def test_without_a_file_or_a_token_nothing_is_taken(site, shelf):
    said = token(site)
    nothing = site.post("/uploads", files={"other": ("a", b"")}, headers=said)
    assert nothing.status_code == 400
    assert "没有选文件" in nothing.text
    assert site.post("/uploads", data={"upload": "x"}).status_code == 403
    assert site.post("/uploads", files={"files": ("长" * 10_000, b"x")}, headers=said).status_code == 400
    assert site.post("/uploads", data={"files": "words"}, headers=said).status_code in (400, 415)
    assert site.post("/uploads", content=b"\xff" * 99, headers=said).status_code in (400, 415)
    broken = {**said, "content-type": "multipart/form-data; boundary=x"}
    assert site.post("/uploads", content=b"--x\r\nbroken", headers=broken).status_code == 400
    unknown = site.post("/uploads", files={"files": ("a.txt", b"x")}, data={"upload": "zz"}, headers=said)
    assert unknown.status_code == 404
    assert shelf.count() == 9


def test_a_form_without_script_carries_its_token(site):
    page = site.get("/").text
    field = re.search(r'name="_csrf_token" value="([^"]+)"', page)[1]
    sent = {"_csrf_token": field}
    answer = site.post("/uploads", data=sent, files={"files": ("a.txt", b"")}, follow_redirects=False)
    assert answer.status_code == 303
    assert wait(site, answer.headers["location"])[0]["state"] == FAILED


def held_back(library):
    """Uploads of which nothing is read."""
    made = Uploads(library)
    made._crew.call = lambda _: None
    return made


def test_too_many_or_too_much_is_refused_before_it_is_read(shelf, monkeypatch):
    monkeypatch.setattr(uploads, "FILES", 3)
    monkeypatch.setattr(uploads, "LARGEST", 10)
    monkeypatch.setattr(uploads, "OWN_BYTES", 12)
    monkeypatch.setattr(uploads, "WAITING_BYTES", 14)
    queue = held_back(shelf)
    with pytest.raises(TooLarge, match="4 files"):
        queue.take([Sent("a", io.BytesIO(b"a"))] * 4, who="李")
    large = queue.take([Sent("a", io.BytesIO(b"a" * 11)), Sent("b", io.BytesIO(b"b" * 8))], who="李")
    assert [file.state for file in large.files] == [FAILED, "waiting"]
    with pytest.raises(CannotKeep, match="Too many"):
        queue.take([Sent("c", io.BytesIO(b"c" * 3)), Sent("d", io.BytesIO(b"d" * 3))], who="李")
    queue.take([Sent("c", io.BytesIO(b"c" * 5))], who="王")
    with pytest.raises(CannotKeep, match="Too many"):
        queue.take([Sent("d", io.BytesIO(b"d" * 3))], who="王")
    with pytest.raises(NotInLibrary):
        queue.take([Sent("a", io.BytesIO(b"a"))], who="李", upload="none")
    with shelf.reading() as connection:
        assert kept.waiting(connection) == (2, 13)
        assert kept.waiting(connection, "李") == (1, 8)
        assert connection.execute(select(func.count()).select_from(piece)).scalar_one() == 2
    assert [(each.open, each.failed) for each in queue.going()] == [(1, 0), (1, 1)]


def test_old_uploads_are_forgotten_but_not_what_nobody_saw_fail(shelf, monkeypatch):
    monkeypatch.setattr(uploads, "KEPT", 3)
    monkeypatch.setattr(uploads, "LARGEST", 0)
    queue = held_back(shelf)
    unseen = queue.take([Sent("a", io.BytesIO(b"a"))], who="李").id
    assert queue.look(unseen, "王").id == unseen
    ids = [queue.take([Sent("a", io.BytesIO(b"a"))], who="李").id for _ in range(5)]
    assert {each.id for each in queue.going()} == {unseen, *ids}
    for each in ids:
        assert queue.look(each, "李").files[0].failure.kind == "TooLarge"
    assert [each.id for each in queue.going()] == [unseen]
    last, _ = (queue.take([Sent("a", io.BytesIO(b"a"))], who="李").id for _ in range(2))
    assert [queue.get(each).id for each in (*ids[3:], last, unseen)] == [*ids[3:], last, unseen]
    for each in ids[:3]:
        with pytest.raises(NotInLibrary):
            queue.get(each)
    monkeypatch.setattr(uploads, "DAYS", -1)
    newest = queue.take([Sent("a", io.BytesIO(b"a"))], who="李").id
    assert queue.get(newest).files[0].state == FAILED
    for each in (unseen, last):
        with pytest.raises(NotInLibrary):
            queue.get(each)


def test_a_library_that_takes_nothing_says_so_at_once(read_samples):
    with at(str(read_samples), read_only=True) as library, TestClient(app(library), base_url=HOST) as site:
        assert "添加文档" not in site.get("/").text
        answer = site.post("/uploads", files={"files": ("a.txt", b"x")}, headers=token(site))
        assert answer.status_code == 503
        assert "只读" in answer.text


def _dies(document):
    import os

    if "同归于尽" in document.text.content:
        os._exit(1)
    if "没完没了" in document.text.content:
        time.sleep(600)
    return 0


def _ignore(*_):
    pass


def test_a_process_that_dies_or_takes_too_long_costs_its_file_only(tmp_path):
    keeper = Keeper("trap", _dies, _ignore, _ignore)
    from luoshi.library import open_library

    with open_library(tmp_path / "new.db", keepers=(keeper,)) as library:
        queue = Uploads(library, jobs=1, seconds=3)
        sent = [
            Sent(f"{number}.txt", io.BytesIO(f"{words}{number}\n{PLAN}".encode()))
            for number, words in enumerate(["平安", "同归于尽", "没完没了", "到底"])
        ]
        upload = queue.take(sent, who="李")
        files = settled(lambda: queue.get(upload.id)).files
        assert [file.state for file in files] == [ADDED, FAILED, FAILED, ADDED]
        assert [file.failure and file.failure.kind for file in files] == [None, "died", "timeout", None]
        assert library.count() == 2
        queue.close()


def test_a_server_that_is_stopped_leaves_nothing_half_there_and_the_next_goes_on(tmp_path):
    from luoshi.library import open_library

    with open_library(tmp_path / "new.db", keepers=(Keeper("trap", _dies, _ignore, _ignore),)) as library:
        queue = Uploads(library, jobs=1)
        sent = [Sent(f"{number}.txt", io.BytesIO(f"没完没了{number}\n{PLAN}".encode())) for number in range(3)]
        upload = queue.take(sent, who="李")
        while queue.get(upload.id).files[0].state == "waiting":
            time.sleep(0.05)
        began = time.monotonic()
        queue.close()
        assert time.monotonic() - began < 30
        assert library.count() == 0
        assert [problem for problem in verify(library) if problem] == []
        assert [file.state for file in queue.get(upload.id).files] == ["waiting"] * 3
    with open_library(tmp_path / "new.db") as library:
        queue = Uploads(library, jobs=2)
        queue.resume()
        assert [file.state for file in settled(lambda: queue.get(upload.id)).files] == [ADDED] * 3
        assert library.count() == 3
        queue.close()
