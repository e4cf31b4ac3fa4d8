"""Quantities, targets and achievements against the hand-made gold, and their speed.

    python benchmarks/quantities.py [--verbose] [--gold FOLDER] [--texts FOLDER ...] [--file NAME] [--speed]

Reads each text through the whole pipeline, maps the gold's offsets into the clean text, and matches each
gold row with a statement whose quantity overlaps it (the one whose indicator shares most words, each
used once). A row is right when value, upper value, unit and comparator are exact; of the right ones the
rates of kind, measure, period, indicator (any two characters in a row shared), period_stated, base and
softness are given. Rows marked optional count neither way. --verbose lists every miss, false alarm and
wrong field with its clause.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import luoshi
from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.statements import statements
from luoshi.model import Document, Finding, Span
from luoshi.model.values import Statement

HOUSE = Path(__file__).parents[1]
SHARED = Path(os.environ.get("LUOSHI_SHARED", HOUSE.parent / "shared"))
FIELDS = ("kind", "measure", "period", "indicator", "period_stated", "base", "softness")


@dataclass
class Score:
    right: int = 0
    missed: int = 0
    false: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.missed + other.missed,
            self.false + other.false,
            self.fields + other.fields,
        )

    def line(self, name: str) -> str:
        found, wanted = self.right + self.false, self.right + self.missed
        precision = self.right / found if found else 1.0
        recall = self.right / wanted if wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        rates = "  ".join(f"{each} {self.fields[each] / self.right:.3f}" for each in FIELDS) if self.right else ""
        return f"{name:28} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right}/{self.missed}/{self.false})  {rates}"


def shared_run(first: str, second: str) -> int:
    """How many characters in a row the two have in common."""
    best = 0
    for start in range(len(first)):
        while start + best < len(first) and first[start : start + best + 1] in second:
            best += 1
    return best


def same(row: dict, value: Statement) -> bool:
    quantity = value.quantity
    return (quantity.value, quantity.high, quantity.unit, quantity.comparator) == (
        row["value"],
        row["value_high"],
        row["unit"],
        row["comparator"],
    )


def fields_right(row: dict, found: Finding[Statement]) -> dict[str, tuple[bool, object, object]]:
    """Each field: whether right, the gold's, ours."""
    value = found.value
    period = str(value.period) if value.period else None
    same_period = period == row["period"] or bool(
        # without a stated period the end year and the interval both count
        not row["period_stated"] and row["period"] and period and period.split("/")[-1] == row["period"].split("/")[-1]
    )
    base = value.base.value if value.base else None
    words = min(2, len(row["indicator"]))
    return {
        "kind": (found.kind == row["kind"], row["kind"], found.kind),
        "measure": (value.quantity.measure == row["measure"], row["measure"], value.quantity.measure),
        "period": (same_period, row["period"], period),
        "indicator": (shared_run(row["indicator"], value.indicator) >= words, row["indicator"], value.indicator),
        "period_stated": (value.period_stated == row["period_stated"], row["period_stated"], value.period_stated),
        "base": (base == (row["base"] or {}).get("value"), row["base"], value.base),
        "softness": (set(value.softness) == set(row["softness"]), row["softness"], value.softness),
    }


def measure(path: Path, document: Document, *, verbose: bool) -> Score:
    head, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    region = document.text.forward(Span(head["region"]["start"], head["region"]["end"]))
    found = [
        each
        for each in document.find("target", "achievement", "context")
        if region.start <= each.value.quantity_span.start < region.end
    ]
    score, used = Score(), set()

    def say(what: str, *words: object) -> None:
        if verbose:
            print(f"  {path.stem} {what}:", *words)

    for row in rows:
        place = document.text.forward(Span(row["start"], row["end"]))
        near = [
            index
            for index, each in enumerate(found)
            if index not in used
            and each.value.quantity_span.overlaps(place)
            and (each.value.quantity.measure == "completion") == (row["measure"] == "completion")
        ]
        exact = [index for index in near if same(row, found[index].value)]
        if exact:
            best = max(exact, key=lambda index: shared_run(found[index].value.indicator, row["indicator"]))
            used.add(best)
            if row.get("optional"):
                continue
            score.right += 1
            for name, (right, wanted, got) in fields_right(row, found[best]).items():
                score.fields[name] += right
                if not right:
                    say(name, f"{row['quote']} | {row['clause']} | gold {wanted} | ours {got}")
        elif row.get("optional"):
            used.update(near)
        else:
            score.missed += 1
            say("missed", row["quote"], "|", row["clause"], "| ours", [found[index].value.quantity for index in near])
    for index, each in enumerate(found):
        if index not in used:
            score.false += 1
            say("false alarm", document.text[each.value.quantity_span], "|", each.quote, "|", each.value.quantity)
    return score


def speed(folder: Path) -> None:
    """Characters a second of the three extractors, each after the pipeline before it has run."""
    from luoshi.cleaning import clean
    from luoshi.model import Profile
    from luoshi.outline import outline
    from luoshi.profile import identify
    from luoshi.sources import open_source

    documents = []
    for path in sorted(folder.glob("*.txt")):
        text = clean(open_source(path))
        bare = Document(text, outline(text), Profile())
        documents.append(Document(text, bare.outline, identify(bare)))
    length = sum(len(document.text) for document in documents)
    total = 0.0
    prepared = documents
    for name, extract in (("quantities", quantities), ("deadlines", deadlines), ("statements", statements)):
        best, results = float("inf"), []
        for _ in range(5):
            begin = time.process_time()
            results = [list(extract(document)) for document in prepared]
            best = min(best, time.process_time() - begin)
        prepared = [document.with_findings(more) for document, more in zip(prepared, results, strict=True)]
        total += best
        print(f"{name:12} {best / length * 1e6:.3f} µs/char  {sum(map(len, results))} findings")
    print(f"{'together':12} {total / length * 1e6:.3f} µs/char over {length} characters")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--gold", type=Path, default=SHARED / "gold" / "quantities")
    arguments.add_argument("--texts", type=Path, nargs="*", default=[SHARED / "corpus", SHARED / "seeds"])
    arguments.add_argument("--file", default="")
    arguments.add_argument("--verbose", action="store_true")
    arguments.add_argument("--speed", action="store_true")
    options = arguments.parse_args()
    if not options.gold.is_dir():
        sys.exit(f"no gold at {options.gold} (set LUOSHI_SHARED or --gold)")
    read: dict[Path, Document] = {}
    total = Score()
    for path in sorted(path for path in options.gold.glob("*.jsonl") if options.file in path.name):
        name = json.loads(path.open(encoding="utf-8").readline())["region"]["doc"]
        text = next((folder / name for folder in options.texts if (folder / name).exists()), None)
        if text is None:
            print(f"{path.stem:28} text {name} not found", file=sys.stderr)
            continue
        if text not in read:
            read[text] = luoshi.read(text)
        score = measure(path, read[text], verbose=options.verbose)
        print(score.line(path.stem))
        total += score
    print(total.line("total"))
    if options.speed:
        speed(options.texts[0])


if __name__ == "__main__":
    main()
