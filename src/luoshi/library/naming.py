"""Ids as people type them: the beginning is enough where it fits one document only."""

from __future__ import annotations

from itertools import pairwise

from sqlalchemy import Connection, select

from luoshi.errors import NotInLibrary
from luoshi.library.tables import document
from luoshi.words import Words

SHORT = 8
"""How many characters of an id must be given."""

WHOLE = 64


def full_id(connection: Connection, shortened: str, where: str) -> str:
    """The id that begins so. Raises ``NotInLibrary`` where that is too short, or fits none or several."""
    given = shortened.strip().lower()
    if not SHORT <= len(given) <= WHOLE or not set(given) <= _HEXADECIMAL:
        raise NotInLibrary(
            Words(f"“{_short(given)}” 不是文档编号。", f"“{_short(given)}” is no document's id."),
            Words(
                f"编号是 {SHORT} 到 {WHOLE} 位十六进制数；luoshi list 列出它们。",
                f"Ids have {SHORT} to {WHOLE} hexadecimal digits; luoshi list shows them.",
            ),
        )
    query = select(document.c.id).where(document.c.id >= given, document.c.id < given + "g").limit(3)
    found = list(connection.execute(query.order_by(document.c.id)).scalars())
    if not found:
        raise NotInLibrary(
            Words(f"文库 {where} 中没有编号为 {given} 的文档。", f"The library {where} has no document {given}."),
            Words("luoshi list 列出所有文档。", "luoshi list shows all documents."),
        )
    if len(found) > 1:
        examples = [each[: _apart(found)] for each in found]
        raise NotInLibrary(
            Words(f"有几份文档的编号以 {given} 开头。", f"Several documents have an id that begins with {given}."),
            Words(f"请多写几位：{'、'.join(examples)}。", f"Give more of it: {', '.join(examples)}."),
        )
    return str(found[0])


def short_ids(ids: list[str]) -> dict[str, str]:
    """For each of these ids a beginning that tells it from the others, at least ``SHORT`` long."""
    ordered = sorted(set(ids))
    shortened = {}
    for before, each, after in zip(["", *ordered], ordered, [*ordered[1:], ""], strict=False):
        shortened[each] = each[: max(SHORT, _alike(before, each) + 1, _alike(each, after) + 1)]
    return shortened


def _apart(ids: list[str]) -> int:
    return max(_alike(a, b) for a, b in pairwise(ids)) + 1


def _alike(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _short(given: str) -> str:
    return given if len(given) <= WHOLE else given[:WHOLE] + "…"


_HEXADECIMAL = set("0123456789abcdef")
