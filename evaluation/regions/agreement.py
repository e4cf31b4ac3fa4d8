"""How far two annotators who worked apart agree, and the gold that comes of their two passes.

    python evaluation/regions/agreement.py                  prints the agreement for each kind and field
    python evaluation/regions/agreement.py --write FOLDER   also writes the gold, as in evaluation/regions/gold

`passes/first` and `passes/second` hold what each wrote down, without sentences: offsets into the files of
`../shared/corpus`, and labels (an indicator by its first 16 characters at most). A row that both have is
gold; a row that only one has, or that one calls optional, is optional. Where they differ in the period both
readings stand (`period_other`); where they differ in a label of a finding, the label is left out; of the
other fields the first reading stands, with a note.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIELDS = {
    "quantities": ("kind", "measure", "comparator", "value", "value_high", "unit", "period", "base", "softness"),
    "findings": ("verb", "kind", "role"),
}
Row = dict[str, Any]


def main() -> None:
    """Print the agreement; with ``--write`` make the gold in that folder."""
    folder = Path(sys.argv[2]) if sys.argv[1:2] == ["--write"] else None
    for form, fields in FIELDS.items():
        tally: dict[str, Counter[str]] = {}
        for file in sorted((HERE / "passes" / "first" / form).glob("*.jsonl")):
            head, *first = _rows(file)
            _, *second = _rows(HERE / "passes" / "second" / form / file.name)
            pairs = list(_pairs(first, second))
            for one, other in pairs:
                _count(tally, form, one, other)
            if folder:
                _write(folder / form / file.name, head, [_merged(form, *pair) for pair in pairs])
        for kind, counts in tally.items():
            _print(kind, counts, fields)


def _rows(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _pairs(first: list[Row], second: list[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Each row of the first with the likest overlapping row of the second that is still free; then the rest."""
    free = list(second)
    for one in first:
        near = [
            other
            for other in free
            if one["start"] < other["end"]
            and other["start"] < one["end"]
            and one.get("finding") == other.get("finding")
        ]
        best = max(near, key=lambda other: _likeness(one, other), default=None)
        if best is not None:
            free.remove(best)
        yield one, best
    yield from ((None, other) for other in free)


def _likeness(one: Row, other: Row) -> tuple[int, int, int]:
    same = sum(one.get(field) == other.get(field) for field in ("value", "value_high", "unit", "comparator", "measure"))
    words = len(set(one.get("indicator", "")) & set(other.get("indicator", "")))
    return same, words, min(one["end"], other["end"]) - max(one["start"], other["start"])


def _count(tally: dict[str, Counter[str]], form: str, one: Row | None, other: Row | None) -> None:
    kind = (one or other or {}).get("finding", "quantity")
    counts = tally.setdefault(kind, Counter())
    if one is None or other is None:
        single = one or other or {}
        counts["optional single" if single.get("optional") else "single"] += 1
        return
    counts["both"] += 1
    counts["span"] += (one["start"], one["end"]) == (other["start"], other["end"])
    for field in FIELDS[form]:
        counts[field] += (one.get(field) or None) == (other.get(field) or None)


def _merged(form: str, one: Row | None, other: Row | None) -> Row:
    if one is None or other is None:
        return {**(one or other or {}), "optional": True}
    row = dict(one)
    if other.get("optional"):
        row["optional"] = True
    for field in FIELDS[form]:
        if (one.get(field) or None) == (other.get(field) or None):
            continue
        if form == "findings":
            row.pop(field, None)
        elif field == "period":
            row["period_other"] = other["period"]
        else:
            row["note"] = "; ".join(filter(None, [one.get("note"), f"second reading: {field} {other.get(field)!r}"]))
    return row


def _write(file: Path, head: Row, rows: list[Row]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    rows.sort(key=lambda row: (row["start"], row["end"]))
    lines = (json.dumps(row, ensure_ascii=False) for row in [head, *rows])
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _print(kind: str, counts: Counter[str], fields: tuple[str, ...]) -> None:
    both, single = counts["both"], counts["single"]
    print(f"{kind:10} both {both:4}  one only {single:3}  F1 {2 * both / (2 * both + single):.3f}", end="")
    print(f"  (and {counts['optional single']} optional)", end="")
    print("".join(f"  {field} {counts[field] / both:.2f}" for field in ("span", *fields) if counts[field]))


if __name__ == "__main__":
    main()
