"""Numbers without unit that are no share of a whole: a ratio of incomes of 2.1 is not 210%."""

from __future__ import annotations

from luoshi.patterns import regex


def stands_bare(number: float, written: str) -> bool:
    """Whether ``written`` has the number in just these digits, not as percent, 成, 折 or 分之.

    ``收入比降到2.1`` has 2.1 bare; ``占比达到4.5%`` has no bare 0.045, nor has a cell ``4.5`` of a
    table whose head says per cent.
    """
    return any(float(found[1]) == number for found in _BARE.finditer(written))


_BARE = regex(r"(?<![\d.])(?<!分之)(\d{1,15}(?:\.\d{1,15})?)(?!\d|\.\d|\s?[%％‰成折]|个百分点|个千分点)")
