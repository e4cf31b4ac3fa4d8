"""How fast quantities, deadlines and statements are found, each after the pipeline before it has run.

How right they are: `luoshi evaluate --gold ../shared/gold --texts ../shared`.
"""

from __future__ import annotations

import time

from corpus import files

from luoshi.cleaning import clean
from luoshi.extraction.atoms.deadlines import deadlines
from luoshi.extraction.atoms.quantities import quantities
from luoshi.extraction.compounds.statements import statements
from luoshi.model import Document, Profile
from luoshi.outline import outline
from luoshi.profile import identify
from luoshi.sources import open_source


def main() -> None:
    documents = []
    for path in files():
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


if __name__ == "__main__":
    main()
