"""Whole processes, start-up included, over ``python -c "import re"``: medians of alternating runs.

python benchmarks/startup.py [--document FILE] [--runs N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from corpus import HOUSE, SHARED

SAMPLE = HOUSE / "samples/1-recommendation-mirror.html"


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


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
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(arguments.runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    base = median(times['python -c "import re"'])
    for name, spent in times.items():
        print(f"{name:44} {median(spent) * 1000:8.0f} ms   {median(spent) / base:5.1f} × import re")


if __name__ == "__main__":
    main()
