"""Two different values for one thing: the same indicator, of the same place, for the same time."""

from __future__ import annotations

from collections.abc import Iterator

from luoshi.model import Document, Finding, Words
from luoshi.model.values import Doubt, Statement
from luoshi.vetting.doubts import doubt

_EXACT = ("=",)
_REAL = ("实际", "扣除", "可比", "同口径", "不变价", "名义")  # growth of another kind than the bare figure's
_SAME = 0.02  # figures that differ by less are one figure, rounded


def twice(document: Document) -> Iterator[Finding[Doubt]]:
    """Each value that contradicts the one given before it."""
    first: dict[tuple[object, ...], Finding[Statement]] = {}
    for kind in ("target", "achievement"):
        for finding in document.find(kind):
            value: Statement = finding.value
            quantity = value.quantity
            if (
                value.concept is None
                or value.period is None
                or not value.period_stated
                or quantity.comparator not in _EXACT
                or not quantity.value
                or not value.indicator
            ):
                continue
            real = any(word in finding.quote for word in _REAL)
            key = (kind, value.indicator, str(value.period), value.actor, quantity.unit, quantity.measure, real)
            before = first.setdefault(key, finding)
            other = before.value.quantity.value
            if before.span.overlaps(finding.span):
                continue  # 达到60万吨，比上年的50万吨增长20%: one sentence, two years
            if other and abs(quantity.value - other) > _SAME * max(abs(other), abs(quantity.value)):
                yield doubt(
                    document,
                    "twice",
                    "minor",
                    finding.span,
                    Words(
                        f"“{value.indicator}”同一时期另有一个数值：{before.quote}。",
                        f"“{value.indicator}” has another value for the same time: {before.quote}.",
                    ),
                    settles=Words("对照统计公报或首发版本。", "The statistical communiqué or the first edition."),
                    evidence=(before.span,),
                )
