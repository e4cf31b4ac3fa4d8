"""Killed in the middle, two at once, many readers: nothing is lost, nothing is half there, on both databases."""

import os
import random
import subprocess
import sys
import threading
import time

import pytest
from tests.library import importing

import luoshi
from luoshi.library import open_library, verify

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(["tests", *sys.path]), "LC_ALL": "C.UTF-8"}


def start(place, first=0, last=importing.NUMBER):
    command = [sys.executable, "-m", "tests.library.importing", place, str(first), str(last)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    ready = process.stdout.readline()
    assert ready == "ready\n", process.communicate()
    return process


def problems(library):
    return [problem for problem in verify(library) if problem]


def test_an_import_that_is_killed_loses_nothing_and_goes_on(place):
    """Five times here, at random moments; fifty times in benchmarks/library.py."""
    told = set()
    for seed in range(5):
        process = start(place)
        time.sleep(random.Random(seed).uniform(0.02, 0.4))
        process.kill()
        out, _ = process.communicate()
        told |= {line for line in out.splitlines() if len(line) == 64}
        with open_library(place, create=False) as library:
            kept = set(library.ids())
            assert told <= kept <= importing.ids()
            assert problems(library) == []
    process = start(place)
    out, err = process.communicate(timeout=200)
    assert process.returncode == 0, err
    with open_library(place, create=False) as library:
        assert set(library.ids()) == importing.ids()
        assert list(verify(library)) == [None] * importing.NUMBER


def test_two_processes_may_add_at_once(place):
    """Even while the library is being made, and with documents that both bring."""
    both = [start_soon(place, 0, 60), start_soon(place, 30, 90)]
    for process in both:
        _, err = process.communicate(timeout=200)
        assert process.returncode == 0, err
    with open_library(place, create=False) as library:
        assert set(library.ids()) == importing.ids(range(90))
        assert list(verify(library)) == [None] * 90


def start_soon(place, first, last):
    command = [sys.executable, "-m", "tests.library.importing", place, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)


def test_readers_go_on_while_one_writes(library):
    failures, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            try:
                for line in library.entries():
                    assert line.counts["programme"] == 60
                    assert library.get(line.id).id == line.id
            except Exception as error:  # noqa: BLE001 — whatever it is, the test tells
                failures.append(error)
                return

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    importing.bring(library, range(15))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert library.count() == 15


def test_the_command_that_is_killed_goes_on_when_it_is_given_again(place, tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    for number in range(24):
        (folder / f"{number:02}.txt").write_text(
            f"云溪市第{number}号规划\n到2030年，建成公园{number}个。\n" * 20, "utf-8"
        )
    command = [sys.executable, "-m", "luoshi", "add", str(folder), "--jobs", "2", "--library", place]
    with open_library(place) as library:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, start_new_session=True
        ) as process:
            until = time.monotonic() + 120
            while library.count() < 3 and time.monotonic() < until:
                time.sleep(0.01)
            os.killpg(process.pid, 9)
            process.communicate()
        there = library.count()
        assert there >= 3
        assert problems(library) == []
        outcomes = luoshi.add(library, folder, jobs=2)
        assert sum(outcome.skipped for outcome in outcomes) == there
        assert list(verify(library)) == [None] * 24


@pytest.mark.parametrize("ask", ["ids", "count", "entries"])
def test_a_library_that_is_closed_may_be_asked_again(library, ask):
    """Closing lets go of the database; what is asked later opens it anew."""
    library.close()
    assert not getattr(library, ask)()
