"""Which style of number stands for which level in this document."""

from __future__ import annotations

from luoshi.outline.numbering import FREE, POINTS, RANKS
from luoshi.outline.signs import Sign

_KINDS = {"annex": "annex", "编": "part", "章": "chapter", "节": "section", "条": "item", "box": "box"}
_KINDS |= dict.fromkeys(("plain", "marked"), "heading") | dict.fromkeys(POINTS, "point")
_CHAPTERS = frozenset(("chapter", "section", "item", "subitem"))
_NUMBERED = frozenset(("section", "item", "subitem"))

Under = dict[tuple[str, str], int]


def set_ranks(signs: list[Sign]) -> None:
    """Give every numbered or marked sign its rank: smaller numbers stand further out.

    The order is that of ``RANKS`` unless the document shows another: where between two successive
    numbers of one style a run of the other begins at 1 (``1.`` … ``（一）（二）`` … ``2.``), the second
    is below the first.
    """
    free = [style for style in FREE if any(sign.style == style for sign in signs)]
    under = _seen_under(signs)
    order = list(free)
    for _ in order:
        for index in range(len(order) - 1):
            outer, inner = order[index], order[index + 1]
            if under.get((outer, inner), 0) > under.get((inner, outer), 0):
                order[index], order[index + 1] = inner, outer
    ranks = dict(RANKS)
    ranks.update(zip(order, sorted(RANKS[style] for style in free), strict=True))
    for sign in signs:
        sign.rank = ranks.get(sign.style, sign.rank)
    _rank_marked(signs)


def kind_of(style: str, above: list[str]) -> str:
    """The kind of node that a sign of ``style`` makes below nodes of the kinds ``above``."""
    if style in _KINDS:
        return _KINDS[style]
    if style in ("一、", "Ⅰ.") and not _CHAPTERS.intersection(above):
        return "chapter"
    if style == "（一）" and not _NUMBERED.intersection(above):
        return "section"
    return "subitem" if style in ("①", "甲、") or "item" in above else "item"


def _seen_under(signs: list[Sign]) -> Under:
    """How often a run of one style (first) begins between successive numbers of another (second).

    Not where a number of a style outside both stands between them: items that run on through
    （一） of the next 一、 do not hold it.
    """
    under: Under = {}
    last: dict[str, int] = {}
    begun: dict[str, set[str]] = {}
    seen: dict[str, set[str]] = {}
    for sign in signs:
        style, number = sign.style, sign.number
        if style == "annex":
            last.clear()
        if number is None or style not in RANKS:
            continue
        if style in FREE and last.get(style) == number - 1:
            for inner in begun[style]:
                between = min((RANKS[other] for other in seen[style] if other != inner), default=99.0)
                if between >= min(RANKS[inner], RANKS[style]):
                    under[inner, style] = under.get((inner, style), 0) + 1
        for outer in last:
            seen[outer].add(style)
            if number == 1 and style in FREE and outer != style:
                begun[outer].add(style)
        last[style], begun[style], seen[style] = number, set(), set()
    return under


def _rank_marked(signs: list[Sign]) -> None:
    """Headings by format without a number: outside all numbers, or among those of their level."""
    levels = {sign.rank: sign.level for sign in signs if sign.level and sign.style != "marked"}
    for sign in signs:
        if sign.style != "marked":
            continue
        same = [rank for rank, level in levels.items() if level == sign.level]
        outer = [rank for rank, level in levels.items() if level < sign.level]
        if same:
            sign.rank = min(same)
        elif outer:
            sign.rank = max(outer) + sign.level / 100
        else:
            sign.rank = -0.9 + sign.level / 100
