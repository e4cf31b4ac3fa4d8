"""The outline against the real documents: seed 003 and its gold, false alarms and speed on the corpus.

python benchmarks/outline.py [SHARED]
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from pathlib import Path

from corpus import SHARED

from luoshi.cleaning import clean
from luoshi.model import Section, Span, Text
from luoshi.outline import outline
from luoshi.outline.gaps import gaps
from luoshi.sources import open_source


def seed_003(shared: Path) -> None:
    gold = json.loads((shared / "gold/seed_003_outline.json").read_text("utf-8"))
    text = clean(open_source(shared / "seeds" / gold["doc"]))
    chapters = [node for node in outline(text).children if node.kind == "chapter"]

    def start(node: Section) -> int:
        return text.back(Span(node.span.start, node.span.start + 1)).start

    expected = {(chapter["start"], chapter["heading_lost"]) for chapter in gold["chapters"]}
    found = {(start(node), node.heading is None) for node in chapters}
    items = {(i["start"], i["number"], c["order"]) for c in gold["chapters"] for i in c["items"]}
    read = {(start(i), i.number, c.number) for c in chapters for i in c.children if i.kind == "item"}
    print(f"seed 003: chapters {len(found & expected)} of {len(expected)}, {len(found - expected)} false; "
          f"lost {sum(n.heading is None for n in chapters)}; items {len(read & items)} of {len(items)}, "
          f"{len(read - items)} false")  # fmt: skip


def corpus(shared: Path) -> None:
    texts: list[tuple[str, Text]] = [
        (path.name, clean(open_source(path))) for path in sorted((shared / "corpus").glob("*.txt"))
    ]
    seconds = characters = alarms = 0.0
    for name, text in texts:
        begun = time.process_time()
        root = outline(text)
        seconds += time.process_time() - begun
        characters += len(text)
        kinds = Counter(node.kind for node in root.walk() if node is not root)
        found = list(gaps(root))
        inferred = [node for node in root.walk() if node.inferred]
        alarms += len(inferred)
        counts = " ".join(f"{kind} {count}" for kind, count in kinds.items())
        print(f"{name}: {counts or 'no nodes'}; {len(found)} gaps, {len(inferred)} inferred")
        for gap in found[:5]:
            print(f"    {gap.fault} {gap.node.id} {gap.missing[:5]} {text[gap.node.span][:30]!r}")
    print(f"{len(texts)} documents, {characters:.0f} characters, {alarms:.0f} nodes inferred (raw scans included), "
          f"{seconds / characters * 1e6:.3f} µs a character")  # fmt: skip


if __name__ == "__main__":
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else SHARED)
    seed_003(folder)
    corpus(folder)
