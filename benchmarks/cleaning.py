"""What cleaning takes out of real documents, and how fast: every removed line is printed, to be read.

`python benchmarks/cleaning.py [PART OF A NAME]`. On clean documents intrusions must be none and
furniture only furniture: a line that says otherwise is a false alarm.
"""

from __future__ import annotations

import sys
from collections import Counter
from time import process_time

from corpus import SHARED, files

from luoshi.cleaning import clean
from luoshi.model import Original

SHOWN = ("furniture.", "intrusions.", "marked.")


def main(wanted: str = "") -> None:
    characters, seconds = 0, 0.0
    reasons: Counter[str] = Counter()
    alarms = 0
    clean(Original("预热。", "text/plain", ""))
    for path in [*sorted((SHARED / "seeds").glob("*.txt")), *files()]:
        if wanted not in path.name:
            continue
        content = path.read_bytes().decode("utf-8")
        start = process_time()
        text = clean(Original(content, "text/plain", ""))
        if path.parent.name == "corpus":
            seconds += process_time() - start
            characters += len(content)
            alarms += sum(edit.reason.startswith("intrusions.") for edit in text.edits)
        print(
            f"{path.name}: {len(content)} characters, {len(text)} clean, {text.content.count(chr(10)) + 1} paragraphs"
        )
        for edit in text.edits:
            reasons[edit.reason] += 1
            if edit.reason.startswith(SHOWN):
                print(f"    {edit.reason:26} {edit.before!r}")
    print()
    for reason, count in reasons.most_common():
        print(f"{count:7} {reason}")
    if characters:
        print(
            f"corpus: {characters} characters, {seconds / characters * 1e6:.2f} µs each, intrusions reported: {alarms}"
        )


if __name__ == "__main__":
    main(*sys.argv[1:2])
