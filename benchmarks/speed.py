"""Characters a second of the text path (cleaning to vetting, all findings) on one core, and the peers'.

    python benchmarks/speed.py [--peers PYTHON] [--repeat N]

``--peers`` is the interpreter of an environment with recognizers-text-suite and jionlp.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import time
from pathlib import Path
from statistics import median

from corpus import files
from msgspec.structs import replace

from luoshi import reading
from luoshi.model import Document, Original, Profile


def stages(original: Original, times: dict[str, float]) -> None:
    """Read one text with a clock at every stage (the same calls as ``reading.understand``)."""

    def timed(name, call):
        start = time.process_time()
        result = call()
        times[name] = times.get(name, 0.0) + time.process_time() - start
        return result

    text = timed("cleaning", lambda: reading.clean(original))
    document = Document(text, timed("outline", lambda: reading.outline(text)), Profile())
    document = document.with_findings(timed("formulations", lambda: list(reading.formulations(document))))
    document = replace(document, profile=timed("profile", lambda: reading.identify(document)))
    for extractor in (*reading.ATOMS, *reading.COMPOUNDS):
        document = document.with_findings(timed(extractor.__name__, lambda: list(extractor(document))))  # noqa: B023
    timed("vetting", lambda: reading.vet(document))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    gc.set_threshold(100_000)  # as the command does

    originals = [reading.open_source(path) for path in files()]
    total = sum(len(original.content) for original in originals)
    reading.understand(originals[0])  # build the tables before the clock runs
    seconds = []
    for _ in range(arguments.repeat):
        start = time.process_time()
        found = sum(len(reading.understand(original).findings) for original in originals)
        seconds.append(time.process_time() - start)
    ours = total / median(seconds)
    print(f"{len(originals)} documents, {total:,} characters, {found:,} findings")
    print(
        f"{'Luoshi, cleaning to vetting':36} {ours:12,.0f} characters/s of CPU  (runs: "
        f"{', '.join(f'{total / s:,.0f}' for s in seconds)})"
    )

    times: dict[str, float] = {}
    for original in originals:
        stages(original, times)
    for name, spent in sorted(times.items(), key=lambda item: -item[1]):
        print(f"    {name:32} {spent / total * 1e6:8.3f} µs/character")

    if arguments.peers:
        text = "\n".join(original.content for original in originals[:: len(originals) // 20])
        command = [str(arguments.peers), str(Path(__file__).with_name("peers.py"))]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        for name, row in json.loads(done.stdout.splitlines()[-1]).items():
            rate = row["characters"] / row["seconds"]
            print(f"{name + ' ' + row['version']:44} {rate:10,.0f} characters/s   Luoshi / peer = {ours / rate:6.1f}")


if __name__ == "__main__":
    main()
