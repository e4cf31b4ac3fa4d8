"""How many of Recognizers-Text's own Chinese cases we meet, for each of its models and at which level.

``text``: the quantities of ``luoshi.read``; ``number``: the reader of bare numbers that quantities are
read with (see ``tests/peers/recognizers.py``). Out of scope: ``tests/peers/out_of_scope.csv``.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests" / "peers"))

from corpus import SHARED  # noqa: E402
from recognizers import MODELS, cases, level  # noqa: E402


def main() -> None:
    with (HOUSE / "tests" / "peers" / "out_of_scope.csv").open(encoding="utf-8") as file:
        reasons = {f"{row['model']}:{row['index']}:{row['hash']}": row["reason"] for row in csv.DictReader(file)}
    print(f"{'model':18}{'met':>6}{'in scope':>10}{'total':>7}   at the level of")
    for model in MODELS:
        every = cases(SHARED, model)
        met = Counter(level(case) for case in every)
        passed = met["text"] + met["number"]
        in_scope = sum(case.key not in reasons for case in every)
        print(f"{model:18}{passed:6}{in_scope:10}{len(every):7}   text {met['text']}, number {met['number']}")
    for reason, count in Counter(reasons.values()).most_common():
        print(f"out of scope: {reason} {count}")


if __name__ == "__main__":
    main()
