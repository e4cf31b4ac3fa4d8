"""Bodies: committees, governments, departments, institutions, and what the text makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from luoshi.extraction.bodies.companies import in_company
from luoshi.extraction.bodies.duties import Duty, duties, duty_at
from luoshi.extraction.bodies.mentions import Mention
from luoshi.extraction.bodies.naming import named, office
from luoshi.extraction.bodies.places import PlaceOf
from luoshi.extraction.bodies.reforms import standing
from luoshi.extraction.bodies.roles import roles
from luoshi.knowledge.automata import find_words
from luoshi.knowledge.lexicon import body_names
from luoshi.model import Document, Finding, Span, Words
from luoshi.model.values import Body, Doubt


def bodies(document: Document) -> Iterator[Finding[Body] | Finding[Doubt]]:
    """Every mention of a body, in order. The value's name is the full one, with the document's place put in
    (市发改委 of a Suzhou text is 苏州市发展和改革委员会): then ``basis`` is ``normalised`` and ``why``
    says how. A body that did not exist at the document's date, or no longer, raises a doubt, once.
    """
    content = document.text.content
    place_of = PlaceOf(document)
    labelled = duties(document)
    mentions = list(in_company(content, list(_mentions(content, place_of, labelled))))
    doubted: set[str] = set()
    for mention, role in zip(mentions, roles(content, mentions, labelled), strict=True):
        start, end, name, kind, owner = mention
        span, quote = Span(start, end), content[start:end]
        at_date = standing(kind, name, place_of.year, place_of.home, content[max(0, start - 2) : start])
        why = None if quote == name else _why(quote, name, owner)
        basis = "stated" if why is None else "normalised"
        yield Finding("body", Body(name, role, at_date.successor), span, quote, f"bodies.{kind.kind}", basis, why)
        if at_date.remark is not None and name not in doubted:
            doubted.add(name)
            doubt = Doubt("bodies", "note", at_date.remark)
            yield Finding("doubt", doubt, span, quote, "bodies.reforms", "inferred", at_date.remark)


def _mentions(content: str, place_of: PlaceOf, labelled: list[Duty]) -> Iterator[Mention]:
    names = body_names(content)
    listed = -1  # where the last body ended, if a list may go on from it
    shared: str | None = None  # the place that the list has so far: 市 of 市教育局、民政局
    for number, start, stop in find_words(names.automaton, content):
        end = stop
        place, body = names.bodies[number]
        if body.kind in ("party", "government"):
            body, end = office(content, end, body)
        duty = bool(labelled) and duty_at(labelled, start) is not None
        in_list = listed >= 0 and content[listed:start] == "、"
        found = named(content, start, end, place, body, place_of=place_of, in_list=in_list or duty)
        if found is None or found.start < listed:
            continue
        if content[listed : found.start] != "、":
            shared = None
        if found.start == start and not place and body.kind == "department":
            left = content[start - 1 : start]
            owner = shared or place_of.owner(left, content[start:end], body, labelled=duty)
            if owner and found.name in (body.bare, content[start:end]) and "{}" not in body.name:
                found, shared = found._replace(name=body.of(owner), owner=owner), owner
        elif "{}" not in body.name and found.name.endswith(body.name) and body.kind == "department":
            shared = found.name.removesuffix(body.name) or None
        yield found
        listed = found.end


@lru_cache(maxsize=512)
def _why(quote: str, name: str, owner: str | None) -> Words:
    """How the full name follows from the words: 市 is the document's city, 发改委 a short name."""
    if owner is not None and owner in name:
        return Words(
            f"“{quote}”是“{name}”的简称，所属地“{owner}”由本文地区推定",
            f"“{quote}” is short for “{name}”; whose it is, {owner}, follows from the document's region",
        )
    return Words(f"“{quote}”是“{name}”的简称", f"“{quote}” is short for “{name}”")
