"""Page numbers: lone figures that rise through the text, and the line that each page repeats."""

from __future__ import annotations

from collections.abc import Sequence

from luoshi.cleaning.shape import Line, is_final
from luoshi.patterns import regex

_PAGE = regex(r"(?:[-—–·.．•~～\s]{0,6}|第\s?|[Pp]\.?\s?)([0-9]{1,4})(?:[-—–·.．•~～\s]{0,6}|\s?页)\Z")
_FIRST = frozenset("-—–·.．•~～第Pp0123456789")
_LAST = frozenset("-—–·.．•~～页0123456789")


def page_numbers(lines: Sequence[Line], kinds: list[str | None]) -> None:
    """Lone numbers that rise through the text, three or more; and the line that each page repeats."""
    lone = [
        (index, int(match[1]))
        for index, (_, _, line, row) in enumerate(lines)
        if len(line) <= 14 and line[-1] in _LAST and line[0] in _FIRST and not row and (match := _PAGE.match(line))
    ]
    chains: list[list[tuple[int, int]]] = []
    for index, number in lone:
        last, before = chains[-1][-1] if chains else (0, 0)
        # a bare number may be the first cell of a row: pages are further apart
        enough = 20 if not lines[index].text.isdigit() else 300
        if chains and 0 < number - before <= 3 and lines[index].start - lines[last].end >= enough:
            chains[-1].append((index, number))
        else:
            chains.append([(index, number)])
    pages = [index for chain in chains if len(chain) >= 3 for index, _ in chain]
    if not pages:
        return
    beside: dict[str, list[int]] = {}
    for index in pages:
        kinds[index] = "page_number"
        for other in (index - 1, index + 1):
            if 0 <= other < len(lines) and kinds[other] is None and len(lines[other].text) <= 40:
                beside.setdefault(lines[other].text, []).append(other)
    for line, places in beside.items():
        if len(places) >= 3 and not is_final(line):
            for other in places:
                kinds[other] = "running_head"
