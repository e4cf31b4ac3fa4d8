"""Time and peak memory of the text path at 10 k, 100 k, 1 M and 10 M characters, each in its own process.

    python benchmarks/scaling.py [--largest N]

The text is the corpus, document after document, repeated as often as needed.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

from corpus import files

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def one(size: int) -> None:
    from luoshi import reading

    whole = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files() if "html" not in path.name)
    step = max(1, len(whole) // size)  # small sizes take lines from all over the corpus: every size is of one mixture
    lines = whole.splitlines(keepends=True)[::step]
    text = "".join(lines) * (size // sum(map(len, lines)) + 1)
    text = text[:size]
    reading.read(text[:5_000].encode(), name="warm-up.txt")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    document = reading.read(text.encode(), name="long.txt")
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{size:>12,} characters  {seconds:8.3f} s  {size / seconds:10,.0f} characters/s  "
        f"peak {peak / 1024:7,.0f} MB (before: {before / 1024:,.0f} MB)  {len(document.findings):,} findings"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", type=int)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one)
        return
    for size in SIZES:
        if size <= arguments.largest:
            subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
