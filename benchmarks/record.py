"""Ways out of a document: µs a finding and characters a second for writing and reading JSON, and for rows.

    python benchmarks/record.py [--characters N]

All measured in process time on one core, over the whole corpus and over one document N characters long.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from typing import Any

from corpus import files

import luoshi
from luoshi.exports import csv, xlsx
from luoshi.model import Document
from luoshi.record import from_json, to_json


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    arguments = parser.parse_args()
    plans = [path.read_bytes() for path in files() if path.suffix == ".txt"]
    report("corpus", [luoshi.read(plan, name="plan.txt") for plan in plans[:60]])
    joined = b"\n".join(plans).decode("utf-8", "replace")
    for length in (arguments.characters // 10, arguments.characters):
        text = (joined * (length // len(joined) + 1))[:length]
        report(f"{length:,}", [luoshi.read(text.encode(), name="plan.txt")])


def report(name: str, documents: list[Document]) -> None:
    findings = sum(len(document.findings) for document in documents)
    characters = sum(len(document.text) for document in documents)
    records = [to_json(document) for document in documents]
    size = sum(map(len, records))
    print(f"{name}: {characters:,} characters, {findings:,} findings, {size:,} bytes of JSON")
    ways: tuple[tuple[str, Callable[[Any], Any], list[Any]], ...] = (
        ("to_json", to_json, documents),
        ("from_json", from_json, records),
        ("csv rows", lambda document: csv.part(document, "plan.txt", "en"), documents),
        ("xlsx rows", lambda document: xlsx.part(document, "plan.txt", "en"), documents),
    )
    for way, act, inputs in ways:
        spent = min(timed(act, inputs) for _ in range(3))
        print(f"  {way:<10} {spent / findings * 1e6:7.2f} µs a finding {characters / spent:12,.0f} characters/s")


def timed(act: Callable[[Any], Any], inputs: list[Any]) -> float:
    start = time.process_time()
    for each in inputs:
        act(each)
    return time.process_time() - start


if __name__ == "__main__":
    main()
