"""Bodies of Party, state and society: full names, the short names in use, and what became of each."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from luoshi.knowledge.automata import Finder, automaton_of, held_in
from luoshi.knowledge.table import columns

CLASSES = "省市区县州旗盟"
"""Class words that stand for the place in a local body's short name: 市发改委."""

KINDS = (
    "department", "government", "congress", "party", "region_party", "league", "zone", "national", "firm", "vertical",
    "institution",
)  # fmt: skip


COLUMNS = ("name", "uses", "edged", "kind", "since", "until", "successor", "still", "source")


class BodyKind(Struct, frozen=True):
    """A row of ``bodies.csv``: the ``name`` after the place (发展和改革委员会; ``{}`` is where else the place
    stands: 中共{}委员会), the ``uses`` (发改委), and the kind.

    ``department`` stands after a place or alone; ``government``, ``congress`` and ``party`` need their
    place (市政府, 市委; ``region_party`` 自治区党委; ``league`` 团市委); ``zone`` stands after a development
    zone; ``national`` is a whole name, ``firm`` one that 集团 or 公司 may follow; ``vertical`` answers to
    the capital and keeps its short name (上海海关); ``institution`` ends the name of a school, a firm, a
    society or a working group.

    ``edged`` are short names that also arise where two words meet (中建 in 其中建成): they count only
    between the edges of a phrase.

    ``since`` and ``until`` are the years of reforms, empty where not known; a local body may keep an
    old name into the year after. ``successor`` is the ``name`` of the row that it became; ``still``
    are the first two digits of the codes (GB/T 2260) of places that kept the old name.
    """

    name: str
    uses: tuple[str, ...]
    edged: tuple[str, ...]
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
    return columns("bodies", COLUMNS, _body)


def _body(cells: tuple[str, ...]) -> BodyKind:
    name, uses, edged, kind, since, until, successor, still, source = cells
    if kind not in KINDS:
        raise ValueError(kind)
    return BodyKind(
        name,
        tuple(uses.split(";")) if uses else (),
        tuple(edged.split(";")) if edged else (),
        kind,
        since,
        until,
        successor,
        tuple(still.split(";")) if still else (),
        source,
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
    """One automaton of names in use; ``bodies`` says for each pattern what it names."""

    automaton: Finder
    bodies: tuple[tuple[str, BodyKind], ...]
    """The class word that the pattern begins with (``市`` of 市政府; else empty) and the body."""


def names_held(content: str) -> BodyNames:
    """What finds those names that a text may hold."""
    patterns = _patterns()
    held = {name: patterns[name] for name in held_in(content, patterns)}
    return BodyNames(automaton_of(held), tuple(held.values()))


def names_by(finder: Finder) -> BodyNames:
    """All names, with what finds ``words()``."""
    return BodyNames(finder, tuple(_patterns().values()))


def words() -> tuple[str, ...]:
    """All names in use, in the order of their numbers."""
    return tuple(_patterns())


@cache
def _patterns() -> dict[str, tuple[str, BodyKind]]:
    patterns: dict[str, tuple[str, BodyKind]] = {}
    for body in bodies():
        kind = body.kind
        if kind == "league":
            for place in CLASSES:
                patterns[f"团{place}委"] = place, body
        for use in (body.name, *body.uses, *body.edged):
            if "{}" in use or (kind == "party" and use not in _COMMITTEES):
                continue
            if kind in ("government", "congress", "party"):
                for place in CLASSES:
                    patterns.setdefault(place + use, (place, body))
                if kind == "government":
                    patterns.setdefault(f"）{use}", ("", body))  # 各县（市、区）人民政府
                    patterns.setdefault(f"镇{use}", ("", body))  # 各乡镇人民政府
            else:
                patterns.setdefault(use, ("", body))
    return patterns


_COMMITTEES = ("委员会", "委")
"""The names in use of a Party committee itself; those of its offices go on from there (市委宣传部)."""


@cache
def offices() -> dict[str, tuple[dict[str, BodyKind], frozenset[str]]]:
    """The offices of a Party committee (``party``) and of a ``government`` by what follows the body's own
    name (宣传部), and the first characters of these words.
    """
    return {"party": _offices("party", _COMMITTEES), "government": _offices("department", _GOVERNMENTS)}


_GOVERNMENTS = ("人民政府", "政府")


def _offices(kind: str, fronts: tuple[str, ...]) -> tuple[dict[str, BodyKind], frozenset[str]]:
    found: dict[str, BodyKind] = {}
    for body in bodies():
        for use in (body.name, *body.uses) if body.kind == kind else ():
            front = next((each for each in fronts if use.startswith(each)), use)
            if use != front:
                found[use.removeprefix(front)] = body
    return found, frozenset(words[0] for words in found)
