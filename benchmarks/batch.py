"""A folder of documents through the command line: rate with one job and with all cores, peak memory.

    python benchmarks/batch.py [--documents N]

The documents are 5,000-character stretches of the corpus, each from another place. Peak memory is that
of the largest process (``ru_maxrss`` of the children); a second folder, ten times smaller, shows
whether it grows with the number of documents.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import files

CHILD = "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True,capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


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
                command = [
                    luoshi,
                    "read",
                    str(folder),
                    "--format",
                    "json",
                    "-o",
                    str(out),
                    "--jobs",
                    str(jobs),
                    "--quiet",
                ]
                begin = time.perf_counter()
                done = subprocess.run(
                    [sys.executable, "-c", CHILD, *command], check=True, capture_output=True, text=True
                )
                spent = time.perf_counter() - begin
                print(
                    f"{count:>6} documents, {jobs} job(s): {spent:7.1f} s, {count * 5_000 / spent:10,.0f} characters/s, "
                    f"largest process {int(done.stdout) / 1024:5,.0f} MB"
                )


if __name__ == "__main__":
    main()
