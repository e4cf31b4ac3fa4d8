"""Which style of number stands for which level in this document."""

from __future__ import annotations

from luoshi.outline.numbering import FREE, POINTS, RANKS
from luoshi.outline.signs import Sign

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


def kinds(signs: list[Sign]) -> dict[str, str]:
    """The kind of node that each style makes in this document."""
    found = {"annex": "annex", "编": "part", "章": "chapter", "节": "section", "条": "item", "box": "box"}
    found |= dict.fromkeys(("plain", "marked"), "heading") | dict.fromkeys(POINTS, "point")
    present = {sign.style for sign in signs}
    free = sorted((style for style in FREE if style in present), key=lambda style: _rank_of(signs, style))
    has_item = "条" in present
    for style in free:
        if style == "一、" and not present & {"章", "节"}:
            found[style] = "chapter"
        elif style == "（一）" and not present & {"章", "节"}:
            found[style] = "section"
        else:
            found[style] = "subitem" if has_item or style in ("①", "甲、") else "item"
            has_item = True
    return found


def _rank_of(signs: list[Sign], style: str) -> float:
    return next(sign.rank for sign in signs if sign.style == style)


def _seen_under(signs: list[Sign]) -> Under:
    """How often a run of one style (first) begins between successive numbers of another (second)."""
    under: Under = {}
    last: dict[str, int] = {}
    begun: dict[str, set[str]] = {}
    for sign in signs:
        style, number = sign.style, sign.number
        if style == "annex":
            last.clear()
            begun.clear()
        if style not in FREE or number is None:
            continue
        if last.get(style) == number - 1:
            for inner in begun.get(style, ()):
                under[inner, style] = under.get((inner, style), 0) + 1
        begun[style] = set()
        last[style] = number
        if number == 1:
            for other, inside in begun.items():
                if other != style:
                    inside.add(style)
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
