"""Lists inside a paragraph: ``三件实事：（1）修堤；（2）疏河；（3）造船``, with （一）, 1. and ① too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from luoshi.outline.numbering import RANKS, label_at
from luoshi.outline.signs import Lines, Sign
from luoshi.outline.titles import heading_of
from luoshi.patterns import regex

_BEFORE = frozenset("。；：，、！？”;: \u3000")
_ways = (
    (("（2）",), regex(r"（\d{1,2}）(?=[^\W\dA-Za-z_]|[“《])")),
    (("（二）",), regex(r"（[一二三四五六七八九十]{1,3}）(?=[^\W\dA-Za-z_]|[“《])")),
    (("②",), regex(r"[①-⑳](?=[^\W\dA-Za-z_]|[“《])")),
    (("；2.", "。2.", "；2、", "。2、"), regex(r"\d{1,2}[.、](?=[^\W\dA-Za-z_]|[“《])")),
)
"""Each way of numbering: what every list of it holds, and the pattern of its numbers."""

_STARTS = frozenset("；。")
"""1. begins a list only behind these or a colon: 列第1、2位 does not."""


def listed(content: str, lines: Lines, signs: list[Sign]) -> list[Sign]:
    """The points that such lists make: each counts from 1 and lies in one paragraph."""
    starts = {sign.start for sign in signs}
    found: list[Sign] = []
    for words, pattern in _ways:
        tried: set[int] = set()
        for word in words:
            position = content.find(word)
            while position >= 0:
                line = lines.at(position)
                if line not in tried:
                    tried.add(line)
                    for run in _runs(content, pattern.finditer(content, lines.starts[line], lines.end(line))):
                        if starts.isdisjoint(start for start, _ in run):
                            found += _points(content, run, line, lines.end(line))
                position = content.find(word, lines.end(line))
    return found


def _runs(content: str, numbers: Iterator[re.Match[str]]) -> Iterator[list[tuple[int, str]]]:
    """Those that count from 1 without a leap, two at least."""
    run: list[tuple[int, str]] = []
    for match in numbers:
        before = content[match.start() - 1] if match.start() else "\n"
        if before not in _BEFORE or (match[0][0].isdigit() and before not in _STARTS and before != "："):
            continue
        label = label_at(match[0], 0, len(match[0]))
        if label is not None and label.number == len(run) + 1:
            run.append((match.start(), match[0]))
        else:
            if len(run) > 1:
                yield run
            run = [(match.start(), match[0])] if label is not None and label.number == 1 else []
    if len(run) > 1:
        yield run


def _points(content: str, run: list[tuple[int, str]], line: int, end: int) -> Iterator[Sign]:
    ends = [after for _, (after, _) in pairwise(run)] + [end]
    for number, ((start, label), stop) in enumerate(zip(run, ends, strict=True), 1):
        heading, title = heading_of(content, start, start + len(label), stop, "listed")
        yield Sign(start, "listed", number, label, title, heading, line, rank=RANKS["listed"], end=stop)
