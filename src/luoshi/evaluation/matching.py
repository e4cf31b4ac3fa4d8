"""Which finding answers which row of gold: each used once, as many as can be, the closest first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from luoshi.model import Span


def overlapping(place: Span, places: Sequence[Span], longest: int) -> list[int]:
    """The indices of the ``places`` (sorted, none over ``longest``) that share a character with ``place``."""
    first = bisect_left(places, (place.start - longest, 0))
    last = bisect_right(places, (place.end, -1))
    return [index for index in range(first, last) if places[index].overlaps(place)]


def match(wanted: Sequence[Sequence[int]], closeness: Callable[[int, int], int]) -> dict[int, int]:
    """Pairs of row and finding: row ``i`` may be answered by any finding of ``wanted[i]``.

    The closest pairs are made first; where that leaves a row without an answer that another row
    could give up for a second one, it does (augmenting paths), so that the order decides nothing.
    """
    edges = sorted(
        ((closeness(row, finding), row, finding) for row, findings in enumerate(wanted) for finding in findings),
        key=lambda edge: (-edge[0], edge[1], edge[2]),
    )
    answer: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, row, finding in edges:
        if row not in answer and finding not in taken:
            answer[row], taken[finding] = finding, row
    for row in range(len(wanted)):
        if row not in answer:
            _give(row, wanted, answer, taken)
    return answer


def _give(row: int, wanted: Sequence[Sequence[int]], answer: dict[int, int], taken: dict[int, int]) -> None:
    """Find an answer for ``row`` by moving others to their second choice; breadth first, no recursion."""
    came: dict[int, int] = {}  # finding → the row that reached for it
    waiting = [row]
    for reaching in waiting:
        for finding in wanted[reaching]:
            if finding in came:
                continue
            came[finding] = reaching
            if finding in taken:
                waiting.append(taken[finding])
                continue
            while True:
                mover = came[finding]
                before = answer.get(mover)
                answer[mover], taken[finding] = finding, mover
                if before is None:
                    return
                finding = before  # noqa: PLW2901 — what the mover held goes to the row that reached for it


def shared_run(first: str, second: str) -> int:
    """How many characters in a row the two have in common."""
    best = 0
    for start in range(len(first)):
        while start + best < len(first) and first[start : start + best + 1] in second:
            best += 1
    return best
