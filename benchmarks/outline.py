"""The outline of the real documents: their nodes, gaps and inferred headings (false alarms), and the speed.

python benchmarks/outline.py [SHARED]

How far an outline equals a hand-made one is counted by ``luoshi evaluate``.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from corpus import SHARED

from luoshi.cleaning import clean
from luoshi.model import Text
from luoshi.outline import outline
from luoshi.outline.gaps import gaps
from luoshi.sources import open_source


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
    corpus(Path(sys.argv[1] if len(sys.argv) > 1 else SHARED))
