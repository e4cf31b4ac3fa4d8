"""What was sent is read whatever becomes of the server: killed, started anew, two at once, a full disk; on both databases."""

from __future__ import annotations

import io
import os
import sqlite3
import time
from random import Random

import httpx
import pytest
from tests.web.processes import serving
from tests.web.test_signing_in import form_cookie

from luoshi.actions import crew, uploads
from luoshi.actions.library import at
from luoshi.actions.uploads import ADDED, FAILED, THERE, WAITING, Sent, Uploads
from luoshi.errors import CannotKeep
from luoshi.library import queue, verify
from luoshi.library.tables import piece

NUMBER = 8


def plan(number):
    lines = (f"第{number}项：到2030年，渔港泊位达到{number * 100 + each}个。" for each in range(40))
    return (f"临江新区“十五五”规划建议（之{number}）\n" + "\n".join(lines)).encode()


def send(address, name, data, upload=""):
    with httpx.Client(base_url=address, timeout=60) as browser:
        browser.get("/")
        token = {"x-csrftoken": form_cookie(browser)[1], "accept": "application/json"}
        answer = browser.post("/uploads", files={"files": (name, data)}, data={"upload": upload}, headers=token)
        assert answer.status_code == 201, answer.text
        return answer.json()["id"]


def told(address, upload):
    return httpx.get(f"{address}/uploads/{upload}.json", timeout=60).json()


def bytes_waiting(library):
    with library.reading() as connection:
        return connection.execute(piece.select()).all()


def test_a_server_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing(place):
    upload = ""
    draw = Random(7)
    for round_ in range(2):
        with serving(place) as (process, address):
            for number in range(round_ * 4, round_ * 4 + 4):
                upload = send(address, f"{number}.txt", plan(number), upload)
            time.sleep(draw.uniform(0, 1.5))
            process.kill()  # not told to stop: nothing can be put in order
            process.wait()
    with serving(place) as (_, address):
        until = time.monotonic() + 240
        while (now := told(address, upload))["open"]:
            assert time.monotonic() < until, now
            time.sleep(0.3)
    assert [file["name"] for file in now["files"]] == [f"{number}.txt" for number in range(NUMBER)]
    assert {file["state"] for file in now["files"]} <= {ADDED, THERE}, "there: it was kept, but not yet told"
    with at(place) as library:
        assert library.count() == NUMBER
        assert [problem for problem in verify(library) if problem] == []
        assert bytes_waiting(library) == []


def settled(ask, seconds=120):
    until = time.monotonic() + seconds
    while (upload := ask()).open:
        assert time.monotonic() < until, upload
        time.sleep(0.05)
    return upload


def test_two_servers_share_what_waits_and_tell_the_same(place):
    with at(place, create=True) as one, at(place) as other:
        first, second = Uploads(one), Uploads(other)
        sent = [Sent(f"{number}.txt", io.BytesIO(plan(number))) for number in range(6)]
        upload = first.take(sent, who="林")
        second.look(upload.id, "林")  # who looks there sets it reading, too
        files = settled(lambda: second.get(upload.id)).files
        assert files == first.get(upload.id).files
        assert [file.state for file in files] == [ADDED] * 6
        assert one.count() == 6
        for each in (first, second):
            each.close()


def test_what_a_dead_reader_held_is_read_when_its_hold_runs_out(place, monkeypatch):
    monkeypatch.setattr(crew, "PAUSE", 0.1)
    with at(place, create=True) as library:
        taken = Uploads(library)
        taken._crew.call = lambda _: None
        upload = taken.take([Sent("a.txt", io.BytesIO(plan(1)))], who="林")
        with library.writing() as connection:
            held = queue.hold(connection, "dead", time.time(), time.time() + 2)
            assert held.name == "a.txt"
            assert queue.data_of(connection, held.key) == plan(1)
            assert queue.hold(connection, "other", time.time(), 0) is None
        following = Uploads(library)
        assert following.look(upload.id, "林").open == 1
        assert settled(lambda: following.get(upload.id)).files[0].state == ADDED
        with library.writing() as connection:
            assert not queue.settle(connection, held.key, "dead", state=FAILED), "it came too late"
        assert following.get(upload.id).files[0].state == ADDED
        following.close()


def test_a_file_with_which_servers_die_is_given_up(place):
    with at(place, create=True) as library:
        taken = Uploads(library)
        call, taken._crew.call = taken._crew.call, lambda _: None
        upload = taken.take([Sent("a.txt", io.BytesIO(plan(1))), Sent("b.txt", io.BytesIO(plan(2)))], who="林")
        for number in range(crew.TRIES):
            with library.writing() as connection:
                assert queue.hold(connection, f"dead {number}", number * 10.0, number * 10.0 + 5).name == "a.txt"
        call(1)
        files = settled(lambda: taken.get(upload.id)).files
        assert [file.state for file in files] == [FAILED, ADDED]
        assert files[0].failure.kind == "died"
        taken.close()


def test_a_library_that_cannot_be_written_for_a_while_costs_no_file(place, monkeypatch):
    monkeypatch.setattr(crew, "PAUSE", 0.05)
    refused = []
    with at(place, create=True) as library:
        real = library.put

        def put(parcel, when):
            if len(refused) < 2:
                refused.append(parcel)
                raise CannotKeep(uploads.Words("磁盘已满。", "The disk is full."))
            return real(parcel, when)

        library.put = put
        taken = Uploads(library)
        upload = taken.take([Sent("a.txt", io.BytesIO(plan(1)))], who="林")
        assert settled(lambda: taken.get(upload.id)).files[0].state == ADDED
        assert len(refused) == 2
        taken.close()


def test_a_full_disk_takes_nothing_in_and_says_so(tmp_path):
    where = str(tmp_path / "plans.db")
    with at(where, create=True) as library:
        taken = Uploads(library)
        with library.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        from sqlalchemy import event

        event.listen(
            library.engine, "begin", lambda found: found.exec_driver_sql(f"PRAGMA max_page_count={pages + 20}")
        )
        with pytest.raises(CannotKeep, match="full"):
            taken.take([Sent("a.txt", io.BytesIO(os.urandom(1 << 20)))], who="林")
        assert taken.going() == []
        assert bytes_waiting(library) == []
        assert sqlite3.connect(where).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_waits_is_told_as_waiting(place):
    with at(place, create=True) as library:
        taken = Uploads(library)
        taken._crew.call = lambda _: None
        upload = taken.take([Sent("甲.txt", io.BytesIO(plan(1)))], who="林")
        again = Uploads(library).get(upload.id)
        assert again == upload
        assert (again.who, again.files[0].name, again.files[0].state) == ("林", "甲.txt", WAITING)
