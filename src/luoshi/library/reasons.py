"""Why documents have their grades, without reading the documents; what was read once is kept."""

from __future__ import annotations

from sqlalchemy import Connection, select

from luoshi.library.tables import document, record
from luoshi.model import Words
from luoshi.record import verdict_reasons

Told = tuple[Words, ...]
Kept = dict[tuple[str, str | None, str | None], Told]
"""By a document's id and with what it was read: the same bytes, rules and knowledge give the same document."""

MOST = 10_000
"""So many are kept."""


def reasons(connection: Connection, ids: list[str], kept: Kept) -> dict[str, Told]:
    """The reasons of these documents' grades, by id; ``kept`` holds those of earlier questions."""
    columns = document.c
    wanted = select(columns.key, columns.id, columns.rules, columns.knowledge).where(columns.id.in_(ids))
    found: dict[str, Told] = {}
    missing = {}
    for key, *said in connection.execute(wanted):
        name = (said[0], said[1], said[2])
        if name[1] is not None and name in kept:
            found[name[0]] = kept[name]
        else:
            missing[key] = name
    if len(kept) + len(missing) > MOST:
        kept.clear()
    for key, packed in connection.execute(
        select(record.c.document, record.c.data).where(record.c.document.in_(missing))
    ):
        name = missing[key]
        found[name[0]] = kept[name] = verdict_reasons(bytes(packed))
    return {identity: told for identity, told in found.items() if told}
