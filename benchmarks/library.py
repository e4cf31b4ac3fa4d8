"""The library: how fast documents come in, with reading and without; how large it is; what fifty kills cost.

    python benchmarks/library.py [--documents N | --folder PATH] [--kills N] [--postgresql ADDRESS] [--seed N]

The documents are 10,000 of 5,000 characters each, put together from sentences of the corpus by a generator
with a seed, under the head of an invented city; or the files of a folder. With reading they come in as
``luoshi add`` brings them: read by as many processes as there are cores, each kept in a transaction of its own,
with the search index. Without reading those same documents, read before, are made ready and kept in another
library by one process. Sizes are those of the file (SQLite) or the database (PostgreSQL, after ``VACUUM``, less
what an empty one has), over the UTF-8 of the clean texts.

``--kills N`` does something else: ``kill -9`` on the process group of ``luoshi add`` at N random moments of an
import of ``--documents`` (300); after each, everything that was told to be added must be there, and every
document whole.

Without an address a PostgreSQL of the tests' own is started, with fsync off: name a real one for its rates.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from corpus import HOUSE, files

sys.path.insert(0, str(HOUSE))
LENGTH = 5_000


def made(number: int, seed: int) -> Iterator[str]:
    """So many documents: heads of their own, paragraphs of sentences drawn from the corpus."""
    texts = [path.read_text("utf-8", "replace") for path in files() if "html" not in path.name]
    sentences = [each for text in texts for each in re.findall(r"[^。\n]{12,160}。", text)]
    draw = random.Random(seed)
    for each in range(number):
        lines = [f"云溪市第{each}号规划纲要", f"（20{draw.randrange(10, 27)}年{draw.randrange(1, 13)}月1日）"]
        length = 0
        while length < LENGTH:
            paragraph = "".join(draw.choices(sentences, k=draw.randrange(2, 6)))
            lines += [f"第{len(lines)}章 主要任务"] if draw.random() < 0.1 else []
            lines.append(paragraph)
            length += len(paragraph)
        yield "\n".join(lines)


def size_of(library) -> int:
    from sqlalchemy import text

    if "://" not in library.where:
        return Path(library.where).stat().st_size
    with library.reading() as connection:
        return connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one()


def rates(place: str, other: str, folder: Path, jobs: int) -> None:
    """Import the folder with reading; then the same documents, already read, into another library."""
    from luoshi.actions.add import add
    from luoshi.actions.library import at

    with at(place, create=True) as library:
        empty = size_of(library)
        files = sum(path.is_file() for path in folder.rglob("*"))
        begin, used = time.perf_counter(), time.process_time()
        add(library, folder, jobs=jobs)
        seconds, writer = time.perf_counter() - begin, time.process_time() - used
        number = library.count()
        told("with reading", number, seconds, f"{jobs} processes read; who writes took {writer:.0f} s of CPU")
        begin = time.perf_counter()
        add(library, folder, jobs=jobs)
        told("again (all there)", files, time.perf_counter() - begin)
        text = 0
        seconds = used = 0.0
        with at(other, create=True) as second:
            for each in library.ids():
                document, data, name = library.get(each), library.original(each), library.entry(each).name
                text += len(document.text.content.encode())
                begin, began = time.perf_counter(), time.process_time()
                second.add(document, data, name=name, when="2026-01-01T00:00:00Z")
                seconds, used = seconds + time.perf_counter() - begin, used + time.process_time() - began
        told("without reading", number, seconds, f"one process, {used:.0f} s of CPU")
    with at(place) as library:  # closed in between: a file is one file again
        vacuum(library)
        size = size_of(library)
    if "://" in place:
        size -= empty
    print(f"  size {size / 1e6:.1f} MB (empty {empty / 1e6:.1f} MB), text {text / 1e6:.1f} MB: {size / text:.2f} times")


def vacuum(library) -> None:
    """What a server does by itself within minutes."""
    if library.engine.dialect.name == "postgresql":
        with library.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def told(what: str, number: int, seconds: float, more: str = "") -> None:
    rate = number / seconds
    print(f"  {what:<18} {number:>6} documents {seconds:8.1f} s {rate:8.1f} a second  {more}", flush=True)


def kills(place: str, folder: Path, number: int, jobs: int, seed: int) -> None:
    """Kill the import again and again; look each time whether all is there and whole."""
    from luoshi.library import Library, verify

    draw = random.Random(seed)
    command = [sys.executable, "-m", "luoshi", "add", str(folder), "--jobs", str(jobs), "--library", place]
    lost = half = 0
    kept: set[str] = set()
    with Library(place):
        pass
    landed = 0
    for _ in range(number):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        with Library(place) as library:
            before = library.count()
            until = time.monotonic() + 60
            while library.count() == before and process.poll() is None and time.monotonic() < until:
                time.sleep(0.01)  # it has begun to write
            time.sleep(draw.uniform(0, 0.5))
            kept |= set(library.ids())  # what another process saw must stay
            landed += process.poll() is None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            there = set(library.ids())
            lost += len(kept - there)
            half += sum(problem is not None for problem in verify(library))
            if len(there) == len(list(folder.iterdir())):
                for each in library.ids():
                    library.remove(each)
                kept = set()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with Library(place) as library:
        whole = sum(problem is None for problem in verify(library))
    print(
        f"  {number} kills, {landed} while it worked: {lost} documents lost, {half} problems; then {whole} documents, all whole"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, help="how many are made: 10,000; 300 for kills")
    parser.add_argument("--folder", type=Path, help="files to import instead")
    parser.add_argument("--kills", type=int, default=0, help="kill so many imports, and measure nothing else")
    parser.add_argument("--postgresql", help="an empty database, and NAME2, NAME3 beside it")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    jobs = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    from tests.database_server import Server

    server = None if arguments.postgresql else Server()
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = arguments.folder or Path(name) / "plans"
            if not arguments.folder:
                folder.mkdir()
                number = arguments.documents or (300 if arguments.kills else 10_000)
                for each, text in enumerate(made(number, arguments.seed)):
                    (folder / f"{each:06}.txt").write_text(text, "utf-8")
            for database in ("sqlite", "postgresql"):
                print(database)
                if database == "sqlite":
                    places = [str(Path(name) / f"{each}.db") for each in range(3)]
                elif server:
                    for each in range(3):
                        server.execute(f"CREATE DATABASE bench{each}")
                    places = [server.address(f"bench{each}") for each in range(3)]
                else:
                    places = [f"{arguments.postgresql}{end}" for end in ("", "2", "3")]
                if arguments.kills:
                    kills(places[2], folder, arguments.kills, jobs, arguments.seed)
                else:
                    rates(places[0], places[1], folder, jobs)
    finally:
        if server:
            server.stop()


if __name__ == "__main__":
    main()
