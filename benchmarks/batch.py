"""A folder of documents through the command line: rate with one job and with all cores, peak memory.

    python benchmarks/batch.py [--documents N]

The documents are 5,000-character stretches of the corpus, each from another place. Peak memory is that
of the largest of all processes at work (``VmHWM``, looked up while they run; Linux); a folder ten times
smaller shows whether it grows with the number of documents.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import files


def peak_of_session(session: int) -> int:
    """The largest peak of the processes of a session, in kB."""
    peak = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if int((process / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                found = re.search(r"VmHWM:\s+(\d+)", (process / "status").read_text())
                peak = max(peak, int(found[1]) if found else 0)
        except (OSError, IndexError):
            continue
    return peak


def run(command: list[str]) -> tuple[float, int]:
    """Seconds and peak of the largest process in kB."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while child.poll() is None:
        peak = max(peak, peak_of_session(child.pid))
        time.sleep(0.2)
    if child.returncode:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    return time.perf_counter() - begin, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    arguments = parser.parse_args()
    whole = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files() if "html" not in path.name)
    luoshi = str(Path(sys.executable).with_name("luoshi"))
    with tempfile.TemporaryDirectory() as name:
        for count in (arguments.documents // 10, arguments.documents):
            folder = Path(name) / str(count)
            folder.mkdir()
            for number in range(count):
                start = number * 7_919 % (len(whole) - 5_000)
                (folder / f"{number:05}.txt").write_text(whole[start : start + 5_000], encoding="utf-8")
            for jobs in (1, os.cpu_count() or 1):
                out = Path(name) / f"out-{count}-{jobs}"
                options = ["--format", "json", "-o", str(out), "--jobs", str(jobs), "--quiet"]
                seconds, peak = run([luoshi, "read", str(folder), *options])
                print(
                    f"{count:>6} documents, {jobs} job(s): {seconds:7.1f} s, {count * 5_000 / seconds:10,.0f} characters/s, "
                    f"largest process {peak / 1024:5,.0f} MB"
                )


if __name__ == "__main__":
    main()
