"""A process that brings many documents into a library and tells of each one that is kept: to be killed."""

import hashlib
import sys

import factories
from luoshi.library import Library

WHEN = "2026-11-22T08:00:00Z"
NUMBER = 400


def content(number):
    return f"云溪市第{number}号规划。到2030年，全市建成公园{number}个。\n" + "推进产业升级。" * 300


def document(number):
    """A document of some size with as many findings as a short plan has, each its own."""
    made = factories.document(content(number))
    quote = f"建成公园{number}个"
    return made.with_findings(
        factories.finding(made.text, "programme", quote, factories.Programme(f"公园{number}-{each}", "工程"))
        for each in range(60)
    )


def bring(library, numbers):
    for number in numbers:
        added = library.add(document(number), content(number).encode(), name=f"{number}.txt", when=WHEN)
        tell(added.id)


def tell(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ids(numbers=range(NUMBER)):
    return {hashlib.sha256(content(number).encode()).hexdigest() for number in numbers}


if __name__ == "__main__":
    place, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Library(place) as opened:
        tell("ready")
        bring(opened, range(first, last))
