"""Fields of work: by which key words one knows them, and what kind of body leads each at each level."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from luoshi.knowledge.automata import automaton_of
from luoshi.knowledge.bodies import bodies_by_name
from luoshi.knowledge.table import rows

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_MUNICIPALITIES = ("11", "12", "31", "50")


class FieldOfWork(Struct, frozen=True):
    """A row of ``fields_of_work.csv``.

    ``words`` are telling by themselves: few texts use them of another field. The leading body of each
    level stands without its place (``{}`` is where the place stands, else it goes before); where the
    name differs from place to place it is the law's own general one (自然资源主管部门).
    ``municipality`` is the body of the four cities under the capital, empty where they differ;
    ``not_in`` are the first two digits of the codes of provinces where the names are others.
    """

    field: str
    words: tuple[str, ...]
    nation: str
    province: str
    city: str
    county: str
    municipality: str
    not_in: tuple[str, ...]
    source: str

    def body(self, level: str, place: str, code: str, year: str | None) -> str | None:
        """The full name of the body that leads this field in a place, or ``None`` where that is not sure.

        A body that did not exist in ``year`` leads nothing.
        """
        if level == "nation":
            name, place = self.nation, ""
        elif code[:2] in self.not_in:
            return None
        elif code[:2] in _MUNICIPALITIES:
            name = self.municipality if level == "province" else ""
        else:
            name = {"province": self.province, "city": self.city, "county": self.county}.get(level, "")
        known = bodies_by_name().get(name)
        if not name or (year and known and (year < known.since or (known.until and year > known.until))):
            return None
        return name.replace("{}", place) if "{}" in name else f"{place}{name}"


@cache
def fields_of_work() -> tuple[FieldOfWork, ...]:
    """Every field of work."""
    return rows("fields_of_work", _field)


def _field(row: dict[str, str]) -> FieldOfWork:
    words = tuple(row["words"].split(";"))
    if not all(words):
        raise ValueError(row["words"])
    return FieldOfWork(
        row["field"],
        words,
        row["nation"],
        row["province"],
        row["city"],
        row["county"],
        row["municipality"],
        tuple(filter(None, row["not_in"].split(";"))),
        row["source"],
    )


class FieldWords(Struct, frozen=True):
    """One automaton of all key words; ``fields`` gives for each the field of work."""

    automaton: AhoCorasick
    fields: tuple[FieldOfWork, ...]


@cache
def field_words() -> FieldWords:
    """The automaton; built once, when a text with measures is read for the first time."""
    words = {word: field for field in fields_of_work() for word in field.words}
    return FieldWords(automaton_of(words), tuple(words.values()))
