"""``luoshi serve`` as a real process: where it says it is, how it stops, what it refuses."""

from __future__ import annotations

import re
import shutil
import signal
import socket

import httpx
import pytest
from tests.web.processes import luoshi, serving
from tests.web.test_signing_in import PASSWORD


@pytest.fixture
def library(read_samples, tmp_path):
    return str(shutil.copy(read_samples, tmp_path / "plans.db"))


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_answers_there_and_stops_when_told(library, way):
    with serving(library) as (process, address):
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", address)
        answer = httpx.get(f"{address}/")
        assert answer.status_code == 200
        assert "server" not in answer.headers
        process.send_signal(way)
        told, wrong = process.communicate(timeout=30)
    assert (process.returncode, told, wrong) == (0, "", "")


def test_it_stops_while_a_browser_holds_a_connection_open(library):
    with serving(library) as (process, address), httpx.Client(base_url=address) as browser:
        assert browser.get("/").status_code == 200
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)
    assert process.returncode == 0


def test_a_port_that_is_taken_is_told(library):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = luoshi("serve", "--port", str(port), "--library", library)
    assert done.returncode != 0
    assert done.stdout == ""
    assert str(port) in done.stderr
    assert "Traceback" not in done.stderr


def test_others_are_served_only_where_somebody_can_let_them_in(library):
    refused = luoshi("serve", "--host", "0.0.0.0", "--port", "0", "--library", library)
    assert refused.returncode != 0
    assert refused.stdout == ""
    assert "users add" in refused.stderr
    added = luoshi("users", "add", "掌柜", "--role", "administrator", "--library", library, given=f"{PASSWORD}\n")
    assert added.returncode == 0, added.stderr
    with serving(library, "--host", "0.0.0.0") as (_, address):
        port = address.rpartition(":")[2]
        answer = httpx.get(f"http://127.0.0.1:{port}/")
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login")


def test_proxies_on_this_machine_are_believed_and_no_others_matter(library):
    with serving(library, "--prefix", "plans/") as (_, address):
        assert address.endswith("/plans")
        root = address.removesuffix("/plans")
        for path in ("/plans/", "/"):
            page = httpx.get(root + path, headers={"x-forwarded-host": "evil.example"}).text
            assert 'href="/plans/targets"' in page
            assert "evil" not in page
