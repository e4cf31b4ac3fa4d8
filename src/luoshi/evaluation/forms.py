"""What a row of gold must hold, for each form of gold; a row that does not is refused by line."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from luoshi.model import Span, Words

Row = dict[str, Any]
"""The checked fields of a row, and ``where`` in its file it stands (a line, or ``chapters[2].items[0]``)."""


class Malformed(Exception):
    """A place in a file, and what is wrong there (``Words`` without a full stop)."""


OTHER_KINDS = (
    "measure",
    "programme",
    "body",
    "responsibility",
    "place",
    "person",
    "reference",
    "formulation",
    "deadline",
    "doubt",
)
"""Kinds of finding whose gold is a plain row: ``finding`` names the kind, further fields those of its value."""


class _Check(NamedTuple):
    holds: Callable[[Any], bool]
    name: Words


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _is_place(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _is_base(value: object) -> bool:
    return isinstance(value, dict) and _NUMBER.holds(value.get("value"))


_PLACE = _Check(_is_place, Words("从 0 起的整数", "a whole number from 0 up"))
_NAME = _Check(lambda value: isinstance(value, str) and bool(value.strip()), Words("非空的文字", "words"))
_STRING = _Check(lambda value: isinstance(value, str), Words("文字", "a string"))
_TEXT = _Check(lambda value: value is None or isinstance(value, str), Words("文字或 null", "a string or null"))
_NUMBER = _Check(lambda value: value is None or _is_number(value), Words("有限的数或 null", "a finite number or null"))
_COUNT = _Check(lambda value: value is None or _is_place(value), Words("整数或 null", "a whole number or null"))
_DEPTH = _Check(lambda value: _is_place(value) and value > 0, Words("从 1 起的整数", "a whole number from 1 up"))
_TRUTH = _Check(lambda value: isinstance(value, bool), Words("true 或 false", "true or false"))
_LIST = _Check(_is_words, Words("文字的列表", "a list of strings"))
_BASE = _Check(lambda value: value is None or _is_base(value), Words("{value, year} 或 null", "{value, year} or null"))
_KIND = _Check(lambda value: value in OTHER_KINDS, Words(" ".join(OTHER_KINDS), "one of " + " ".join(OTHER_KINDS)))

_SPAN = {"doc": _NAME, "start": _PLACE, "end": _PLACE}
_AMOUNT = {
    "kind": _STRING,
    "indicator": _STRING,
    "measure": _STRING,
    "comparator": _STRING,
    "value": _NUMBER,
    "value_high": _NUMBER,
    "unit": _STRING,
}
NEEDED: dict[str, dict[str, _Check]] = {
    "quantity": {**_SPAN, **_AMOUNT, "period": _TEXT},
    "target": {**_SPAN, **_AMOUNT, "deadline": _TEXT},
    "pledge": {**_SPAN, "person": _TEXT, "post": _TEXT, "body": _TEXT},
    "finding": {**_SPAN, "finding": _KIND},
    "outline": {"start": _PLACE},
    "node": {"start": _PLACE},
    "line": {"start": _PLACE, "end": _PLACE, "role": _NAME},
    "paragraph": {"start": _PLACE, "end": _PLACE},
}
"""The fields without which a row of a form is malformed."""

ALLOWED: dict[str, _Check] = {
    "quote": _TEXT,
    "clause": _TEXT,
    "note": _TEXT,
    "actor": _TEXT,
    "speech": _TEXT,
    "optional": _TRUTH,
    "period_stated": _TRUTH,
    "period_other": _TEXT,
    "heading_lost": _TRUTH,
    "number": _COUNT,
    "label": _TEXT,
    "title": _TEXT,
    "softness": _LIST,
    "base": _BASE,
}
"""Fields that a row may lack; where they stand they must be of this kind. Other fields are let be."""

_MEASURES = frozenset(
    {"level", "change", "growth", "growth_annual", "share", "rank", "coverage", "count", "multiple", "completion",
     "duration"}
)  # fmt: skip
_AMOUNTS = {
    "measure": _MEASURES,
    "comparator": frozenset({"=", ">=", ">", "<=", "<", "about", "range"}),
}
_ROLES = frozenset({"furniture", "intrusion", "title", "metadata", "adoption", "byline", "subheading", "body"})
KNOWN_WORDS: dict[str, dict[str, frozenset[str]]] = {
    "quantity": {**_AMOUNTS, "kind": frozenset({"target", "achievement", "context"})},
    "target": {**_AMOUNTS, "kind": frozenset({"target", "status"})},
    "line": {"role": _ROLES},
}
"""Words of the conventions; another is counted as it stands and remarked upon."""


def form_of(value: object) -> str | None:
    """The form of a row on a line of its own, by the fields that only this form has."""
    if not isinstance(value, dict):
        return None
    if "finding" in value:
        kind = value["finding"]
        return kind if kind in OTHER_KINDS else "finding"
    if "person" in value or "speech" in value:
        return "pledge"
    if "deadline" in value:
        return "target"
    if not value.keys().isdisjoint(("measure", "comparator", "period", "value")):
        return "quantity"
    return None


def row_of(value: object, form: str, where: object) -> Row:
    """The row, checked; raises ``Malformed``."""
    if not isinstance(value, dict):
        raise Malformed(str(where), Words("应为 JSON 对象", "a JSON object was expected"))
    needed = NEEDED["finding" if form in OTHER_KINDS else form]
    for field, check in needed.items():
        if field not in value:
            raise Malformed(str(where), Words(f"缺少 {field}", f"{field} is missing"))
        _demand(value, field, check, where)
    for field in sorted(ALLOWED.keys() & value.keys() - needed.keys()):
        _demand(value, field, ALLOWED[field], where)
    if "end" in needed and value["start"] >= value["end"]:
        raise Malformed(str(where), Words("start 应小于 end", "start must be less than end"))
    return {**value, "where": str(where)}


def region_of(value: dict[str, Any], where: object) -> tuple[str, Span, str | None]:
    """The text, stretch and (if given) hash that a region row names; raises ``Malformed``."""
    region = value["region"]
    if not isinstance(region, dict):
        raise Malformed(str(where), Words("region 应为 JSON 对象", "region must be a JSON object"))
    for field, check in _SPAN.items():
        if field not in region:
            raise Malformed(str(where), Words(f"region 缺少 {field}", f"region lacks {field}"))
        _demand(region, field, check, where)
    if region["start"] > region["end"]:
        raise Malformed(str(where), Words("start 应不大于 end", "start must not be greater than end"))
    return region["doc"], Span(region["start"], region["end"]), _hash(region, where)


def pages_of(value: object) -> Iterator[tuple[str, str, str | None, list[Row]]]:
    """Form, text, hash and rows of a file that is one JSON value; nothing where it is none of ours."""
    if not isinstance(value, dict):
        return
    if "chapters" in value:
        yield "outline", _doc(value), _hash(value, "sha256"), list(_outline(value))
    elif "nodes" in value:
        yield "node", _doc(value), _hash(value, "sha256"), list(_nodes(value))
    elif "paragraphs" in value:
        rows = [
            row_of(each, "paragraph", f"paragraphs[{index}]")
            for index, each in enumerate(_list(value, "paragraphs", ""))
        ]
        yield "paragraph", _doc(value), _hash(value, "sha256"), rows
    elif isinstance(value.get("files"), dict):
        for doc in value["files"]:
            lines = _list(value["files"], doc, "files.")
            yield "line", doc, None, [row_of(each, "line", f"{doc}[{index}]") for index, each in enumerate(lines)]


def _outline(value: dict[str, Any]) -> Iterator[Row]:
    """Chapters and their items as rows of one list, each with its ``level``."""
    for place, chapter in enumerate(_list(value, "chapters", "")):
        where = f"chapters[{place}]"
        yield {**row_of(chapter, "outline", where), "level": "chapter"}
        items = _list(chapter, "items", where + ".") if "items" in chapter else []
        for index, item in enumerate(items):
            yield {**row_of(item, "outline", f"{where}.items[{index}]"), "level": "item"}


def _nodes(value: dict[str, Any]) -> Iterator[Row]:
    """Every heading and numbered item; ``level`` 1 and up, which a row may lack where the text does not tell."""
    for place, each in enumerate(_list(value, "nodes", "")):
        row = row_of(each, "node", f"nodes[{place}]")
        if "level" in row:
            _demand(row, "level", _DEPTH, row["where"])
        yield row


def _list(value: dict[str, Any], field: str, inside: str) -> list[Any]:
    found = value[field]
    if not isinstance(found, list):
        raise Malformed(inside + field, Words("应为列表", "a list was expected"))
    return found


def _doc(value: dict[str, Any]) -> str:
    if "doc" not in value:
        raise Malformed("1", Words("缺少 doc", "doc is missing"))
    _demand(value, "doc", _NAME, 1)
    return str(value["doc"])


def _hash(value: dict[str, Any], where: object) -> str | None:
    _demand({"sha256": value.get("sha256")}, "sha256", _TEXT, where)
    found = value.get("sha256")
    return found.lower() if isinstance(found, str) else None


def _demand(value: dict[str, Any], field: str, check: _Check, where: object) -> None:
    if not check.holds(value[field]):
        raise Malformed(str(where), Words(f"{field} 应为{check.name.zh}", f"{field} must be {check.name.en}"))
