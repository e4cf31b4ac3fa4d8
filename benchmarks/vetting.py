"""How well texts are dated and vetted: not_before against the true day, and every doubt on clean documents.

    python benchmarks/vetting.py [FOLDER]

FOLDER is the folder of real documents (default: LUOSHI_SHARED, else ../shared). Prints for each dated text
the earliest day that was proved, the true day and the days between, then each doubt above a note.
Exits with 1 where an earliest day is later than the true one or a clean document has a major doubt.
"""

from __future__ import annotations

import os
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median

HOUSE = Path(__file__).parents[1]
sys.path[:0] = [str(HOUSE / "src"), str(HOUSE / "tests")]

from dating import dated, identified  # noqa: E402
from luoshi.vetting import CHECKS, vet  # noqa: E402

DAMAGED = ("plan_19", "plan_2001")
"""Raw recognition and a broken text layer: there doubts are right."""


def main() -> int:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("LUOSHI_SHARED", HOUSE.parent / "shared"))
    wrong, distances, characters = 0, [], 0
    spent = dict.fromkeys((check.__name__ for check in CHECKS), 0.0)
    doubts = []
    for name, day, text in dated(shared):
        document = identified(text)
        characters += len(document.text)
        for check in CHECKS:
            started = time.process_time()
            list(check(document))
            spent[check.__name__] += time.process_time() - started
        read = vet(document)
        earliest = read.verdict.not_before
        distance = (date.fromisoformat(day) - date.fromisoformat(earliest)).days if earliest else None
        if distance is not None:
            distances.append(distance)
            wrong += distance < 0
        proofs = " ".join(read.text[span][:16] for span in read.verdict.proofs[:2])
        print(
            f"{read.verdict.grade} {earliest or '-':10} {day} {'-' if distance is None else distance:>5}  {name[:40]}  {proofs}"
        )
        for finding in read.find("doubt"):
            value = finding.value
            if value.severity != "note" and not name.startswith(DAMAGED):
                doubts.append((value.severity, value.check, name, finding.quote, value.explanation.zh))
                wrong += value.severity in ("major", "fatal")
    print("\nDoubts above a note on clean documents:")
    for severity, check, name, quote, words in doubts:
        print(f"  {severity:6} {check:10} {name[:40]}  {quote[:30]!r} {words}")
    near = sum(1 for each in distances if each <= 31)
    print(
        f"\n{len(distances)} dated texts: too late {sum(each < 0 for each in distances)}, "
        f"median distance {median(distances)} days, within a month {near}"
    )
    print("µs a character: " + ", ".join(f"{name} {each / characters * 1e6:.3f}" for name, each in spent.items()))
    print(f"all checks {sum(spent.values()) / characters * 1e6:.3f}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
