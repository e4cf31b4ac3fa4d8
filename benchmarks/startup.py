"""Whole processes, start-up included, over ``python -c "import re"``: medians of alternating runs.

    python benchmarks/startup.py [--document FILE] [--runs N]

Time is that of the processor (user and system), which other work on the machine changes least; the wall clock
stands beside it. As pip installs a package, so here too the modules are compiled to byte code before the first
run that counts (into a folder of this benchmark's own, whatever ``PYTHONDONTWRITEBYTECODE`` says); the last
column is without it: what the very first run of an editable checkout takes, or each one where no byte code may
be written.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from corpus import HOUSE, SHARED

SAMPLE = HOUSE / "samples/1-recommendation-mirror.html"


def seconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """The time of the processor, and of the wall clock."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--document", type=Path, default=next((SHARED / "seeds").glob("003*"), SAMPLE))
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    luoshi = str(Path(sys.executable).with_name("luoshi"))
    commands = {
        'python -c "import re"': [sys.executable, "-c", "import re"],
        "luoshi --version": [luoshi, "--version"],
        "luoshi --help": [luoshi, "--help"],
        f"luoshi read {arguments.document.name}": [luoshi, "read", str(arguments.document)],
    }
    with tempfile.TemporaryDirectory() as folder:
        plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled = plain | {"PYTHONPYCACHEPREFIX": folder}
        # the interpreter's own library has its byte code; a folder that is not there holds none of ours
        bare = plain | {"PYTHONDONTWRITEBYTECODE": "1"}
        used: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        first: dict[str, list[float]] = {name: [] for name in commands}
        for command in commands.values():
            seconds(command, compiled)
        for _ in range(arguments.runs):
            for name, command in commands.items():
                used[name].append(seconds(command, compiled))
                first[name].append(seconds(command, bare)[0])
    base = median(processor for processor, _ in used['python -c "import re"'])
    print(f"{'milliseconds, medians':44} {'processor':>9} {'':>14} {'wall':>8} {'no byte code':>14}")
    for name, times in used.items():
        processor, wall = (median(each) for each in zip(*times, strict=True))
        print(
            f"{name:44} {processor * 1000:9.0f} {processor / base:5.1f} × import {wall * 1000:7.0f}"
            f" {median(first[name]) * 1000:14.0f}"
        )


if __name__ == "__main__":
    main()
