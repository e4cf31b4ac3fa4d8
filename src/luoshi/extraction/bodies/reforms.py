"""Bodies that reforms renamed: the name today, and a remark where a text names one out of its time."""

from __future__ import annotations

from msgspec import Struct

from luoshi.knowledge.bodies import BodyKind, today
from luoshi.model import Words

_FORMER = ("原", "时任", "原来的", "原为")
"""Words that say that the writer knows it is an old name: 原国土资源局."""


class Standing(Struct, frozen=True):
    """``successor`` is the full name today, ``remark`` what is odd about the name at that date."""

    successor: str | None
    remark: Words | None


def standing(body: BodyKind, name: str, year: str | None, home: str | None, before: str) -> Standing:
    """How a body stands at a year; ``home`` is the code of the document's place, ``before`` the words before it."""
    if not body.since and not body.until:
        return _PLAIN
    if home is not None and home[:2] in body.still:
        return _PLAIN
    if body.kind != "national" and name.startswith("国家"):
        return _PLAIN  # the table's years are those of the local offices
    if body.kind == "national" and len(name) < _LONG_NAME and _is_foreign(before):
        return _PLAIN
    national = body.kind == "national" or name == body.bare
    now = today(body)
    successor = None
    if now is not body:
        place = name.removesuffix(body.name) if name.endswith(body.name) else ""
        successor = now.name if now.kind == "national" or not place else now.of(place)
    if year is None or before.endswith(_FORMER):
        return Standing(successor, None)
    if body.since and year < body.since:
        return Standing(
            successor,
            Words(
                f"{name}自{body.since}年才有（{body.source}），早于此的文件不应提到",
                f"{name} exists since {body.since} ({body.source}): an earlier document cannot name it",
            ),
        )
    if body.until and int(year) > int(body.until) + (not national):
        return Standing(
            successor,
            Words(
                f"{name}已于{body.until}年改革，今为{successor}（{body.source}）",
                f"{name} was reformed in {body.until}; today it is {successor} ({body.source})",
            ),
        )
    return Standing(successor, None)


def _is_foreign(before: str) -> bool:
    """Whether a bare name such as 卫生部 stands behind a word that may be another country's name."""
    left = before[-1:]
    return "一" <= left <= "龥" and left not in _MAY_STAND_BEFORE and not before.endswith(_FORMER)


_PLAIN = Standing(None, None)
_LONG_NAME = 5
_MAY_STAND_BEFORE = "由和与及同经对向在从请为据让受被的了"
