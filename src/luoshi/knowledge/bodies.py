"""Bodies of Party, state and society: full names, the short names in use, and what became of each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.knowledge.automata import automaton_of
from luoshi.knowledge.table import rows

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

CLASSES = "省市区县州旗盟"
"""Class words that stand for the place in a local body's short name: 市发改委."""

KINDS = (
    "department",
    "government",
    "congress",
    "party",
    "region_party",
    "league",
    "zone",
    "national",
    "vertical",
    "institution",
)


class BodyKind(Struct, frozen=True):
    """A row of ``bodies.csv``: the ``name`` after the place (发展和改革委员会; ``{}`` is where else the place
    stands: 中共{}委员会), the ``uses`` (发改委), and the kind.

    ``department`` stands after a place or alone; ``government``, ``congress`` and ``party`` need their
    place (市政府, 市委; ``region_party`` 自治区党委; ``league`` 团市委); ``zone`` stands after a development
    zone; ``national`` is a whole name; ``vertical`` answers to the capital and keeps its short name
    (上海海关); ``institution`` ends the name of a school, a firm, a society or a working group.

    ``since`` and ``until`` are the years of reforms, empty where not known; a local body may keep an
    old name into the year after. ``successor`` is the ``name`` of the row that it became; ``still``
    are the first two digits of the codes (GB/T 2260) of places that kept the old name.
    """

    name: str
    uses: tuple[str, ...]
    kind: str
    since: str
    until: str
    successor: str
    still: tuple[str, ...]
    source: str

    def of(self, place: str) -> str:
        """The full name of the body of a place."""
        return self.name.replace("{}", place) if "{}" in self.name else f"{place}{self.name}"

    @property
    def bare(self) -> str:
        """The name without a place."""
        return self.name.replace("{}", "")


@cache
def bodies() -> tuple[BodyKind, ...]:
    """Every kind of body that the table knows."""
    return rows("bodies", _body)


def _body(row: dict[str, str]) -> BodyKind:
    if row["kind"] not in KINDS:
        raise ValueError(row["kind"])
    return BodyKind(
        row["name"],
        tuple(filter(None, row["uses"].split(";"))),
        row["kind"],
        row["since"],
        row["until"],
        row["successor"],
        tuple(filter(None, row["still"].split(";"))),
        row["source"],
    )


@cache
def bodies_by_name() -> dict[str, BodyKind]:
    """The rows by their ``name``."""
    return {body.name: body for body in bodies()}


def today(body: BodyKind) -> BodyKind:
    """What a body is called today: itself, or the last of its successors."""
    for _ in range(9):
        if not body.until or not body.successor:
            break
        body = bodies_by_name()[body.successor]
    return body


class BodyNames(Struct, frozen=True):
    """One automaton of all names in use; ``bodies`` says for each pattern what it names."""

    automaton: AhoCorasick
    bodies: tuple[tuple[str, BodyKind], ...]
    """The class word that the pattern begins with (``市`` of 市政府; else empty) and the body."""


@cache
def body_names() -> BodyNames:
    """The automaton; built once, when a text is read for the first time."""
    patterns: dict[str, tuple[str, BodyKind]] = {}
    for body in bodies():
        if body.kind == "league":
            for place in CLASSES:
                patterns.setdefault(f"团{place}委", (place, body))
        for use in (body.name, *body.uses):
            if "{}" in use:
                continue
            if body.kind in ("government", "congress", "party"):
                for place in CLASSES:
                    patterns.setdefault(place + use, (place, body))
                if body.kind == "government":
                    patterns.setdefault(f"）{use}", ("", body))  # 各县（市、区）人民政府
            else:
                patterns.setdefault(use, ("", body))
    return BodyNames(automaton_of(patterns), tuple(patterns.values()))
