"""The site under load: how long readers wait for the first byte while somebody adds documents; how heavy its pages are.

    python benchmarks/site.py [--documents N] [--readers N] [--seconds N] [--database sqlite|postgresql] [--idle]

``luoshi serve`` runs as a process of its own over documents of 5,000 characters (see ``library.py``). So many
readers ask for one page after the other, each on its own connection, without a pause and taking gzip; one writer
adds further documents with ``luoshi add`` all the while (``--idle``: none). Told are p50 and p95 of the time to
the first byte for each page, the processor time of an answer (which other work on the machine changes little), and
the weight of each page. "Cold" is a reading page that nobody has asked for since the
server was started. Without a pause, fifty readers ask as a thousand people do who look at a page for some seconds.
Times are those of a wall clock: they mean something on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from statistics import quantiles

import httpx
from corpus import HOUSE

from library import made

sys.path.insert(0, str(HOUSE))
COMMAND = [sys.executable, "-m", "luoshi"]
WORDS = ("发展", "产业", "创新驱动", "乡村振兴", "绿色 低碳", "科技 -脱贫", "高质量发展")


def pages(identities: list[str]) -> dict[str, list[str]]:
    """The addresses of each kind of page."""
    return {
        "shelf": ["/", "/?page=2", "/?sort=targets"],
        "search": [f"/search?words={words}" for words in WORDS],
        "reading (warm)": [f"/d/{each[:12]}" for each in identities[:10]],
        "reading (cold)": [f"/d/{each[:12]}" for each in identities[10:]],
        "targets": ["/targets", "/targets?sort=value", "/targets?words=发展"],
        "indicator": ["/indicators/gdp", "/indicators/urbanisation"],
        "api": ["/api/v1/documents"],
    }


async def read(address: str, wanted: dict[str, list[str]], readers: int, seconds: float) -> dict[str, list[float]]:
    """Ask until the time is over; the waits for first bytes by kind of page."""
    waits: dict[str, list[float]] = defaultdict(list)
    failures: dict[str, int] = defaultdict(int)
    cold = list(wanted["reading (cold)"])
    until = time.perf_counter() + seconds

    async def one(number: int) -> None:
        draw = random.Random(number)
        async with httpx.AsyncClient(
            base_url=address, timeout=120, verify=False, headers={"accept-encoding": "gzip"}
        ) as client:
            while time.perf_counter() < until:
                kind = draw.choice(list(wanted))
                if kind == "reading (cold)" and not cold:
                    continue
                path = cold.pop() if kind == "reading (cold)" else draw.choice(wanted[kind])
                begin = time.perf_counter()
                try:
                    async with client.stream("GET", path) as answer:
                        first = time.perf_counter() - begin
                        async for _ in answer.aiter_raw():
                            pass
                except httpx.HTTPError as error:
                    failures[type(error).__name__] += 1
                    continue
                waits[kind].append(first)
                if answer.status_code != 200:
                    failures[f"{answer.status_code} {path}"] += 1

    await asyncio.gather(*(one(number) for number in range(readers)))
    for what, number in failures.items():
        print(f"  {number} times {what}")
    return waits


def tell(waits: dict[str, list[float]], seconds: float) -> None:
    total = sum(map(len, waits.values()))
    print(f"  {total} answers in {seconds:.0f} s: {total / seconds:.0f} a second")
    for kind, each in waits.items():
        cuts = quantiles(each, n=20) if len(each) > 1 else each * 19
        print(f"  {kind:<16} {len(each):>6} times  p50 {cuts[9] * 1000:7.0f} ms  p95 {cuts[18] * 1000:7.0f} ms")


def seconds_of(process: int) -> float:
    """The processor time that a process took until now."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def weigh(address: str, wanted: dict[str, list[str]]) -> None:
    with httpx.Client(base_url=address, timeout=60) as client:
        for kind, (path, *_) in wanted.items():
            plain = client.get(path, headers={"accept-encoding": "identity"})
            begin = time.perf_counter()
            with client.stream("GET", path, headers={"accept-encoding": "gzip"}) as answer:
                alone = time.perf_counter() - begin
                packed = sum(len(piece) for piece in answer.iter_raw())
            raw = len(plain.content)
            print(f"  {kind:<16} {raw / 1000:8.1f} kB, gzip {packed / 1000:7.1f} kB; alone {alone * 1000:5.0f} ms")


def run(where: str, folder: Path, more: Path, arguments: argparse.Namespace) -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([*COMMAND, "add", str(folder), "--library", where], check=True, **quiet)
    from luoshi.library import Library

    with Library(where) as library:
        identities = library.ids()
    serve = subprocess.Popen([*COMMAND, "serve", "--port", "0", "--library", where], stdout=subprocess.PIPE, text=True)
    try:
        address = serve.stdout.readline().strip()
        wanted = pages(identities)
        for path in wanted["reading (warm)"]:
            httpx.get(address.rstrip("/") + path, timeout=60)
        writer = None
        if not arguments.idle:
            environment = {**os.environ, "LUOSHI_JOBS": "1"}
            writer = subprocess.Popen([*COMMAND, "add", str(more), "--library", where], env=environment, **quiet)
        before, ours = seconds_of(serve.pid), time.process_time()
        waits = asyncio.run(read(address, wanted, arguments.readers, arguments.seconds))
        spent, ours = seconds_of(serve.pid) - before, time.process_time() - ours
        if writer:
            busy = writer.poll() is None
            writer.terminate()
            writer.wait()
            with Library(where) as library:
                print(
                    f"  the writer {'was still at work' if busy else 'was done'}: {library.count() - len(identities)} added"
                )
        tell(waits, arguments.seconds)
        each = 1000 / (sum(map(len, waits.values())) or 1)
        print(f"  processor time of an answer: the server's {spent * each:.1f} ms, its reader's {ours * each:.1f} ms")
        weigh(address, wanted)
        with suppress(FileNotFoundError), Path(f"/proc/{serve.pid}/status").open() as status:
            print(
                "  memory of the server:", next(line.split(maxsplit=1)[1].strip() for line in status if "VmHWM" in line)
            )
    finally:
        serve.terminate()
        serve.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), nargs="*", default=["sqlite", "postgresql"])
    parser.add_argument("--idle", action="store_true", help="nobody adds documents")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, more = Path(name) / "plans", Path(name) / "more"
        for each in (folder, more):
            each.mkdir()
        for number, text in enumerate(made(arguments.documents * 3, arguments.seed)):
            ((folder if number < arguments.documents else more) / f"{number:06}.txt").write_text(text, "utf-8")
        for database in arguments.database:
            print(database)
            if database == "sqlite":
                run(str(Path(name) / "site.db"), folder, more, arguments)
                continue
            from tests.database_server import Server

            server = Server()
            try:
                server.execute("CREATE DATABASE site")
                run(server.address("site"), folder, more, arguments)
            finally:
                server.stop()


if __name__ == "__main__":
    main()
