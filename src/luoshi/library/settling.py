"""What follows from a document's record and its corrections: its line, its findings' rows, what keepers keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import asdict, replace
from sqlalchemy import Connection, delete, select, update

from luoshi.library.corrected import corrected, decide
from luoshi.library.corrections import Correction, meant, nearest
from luoshi.library.entry import entry_of
from luoshi.library.many import insert_many
from luoshi.library.parcel import Keeper
from luoshi.library.rows import rows
from luoshi.library.saying import moved
from luoshi.library.tables import correction, document, finding, record
from luoshi.model import Document, Span
from luoshi.record import from_packed
from luoshi.record.values import to_plain

STAYS = frozenset({"id", "name", "added"})
"""What no reading and no correction changes in a document's line."""

KEPT = tuple(correction.c[name] for name in Correction.__struct_fields__)
"""The columns of a correction."""


def read_of(connection: Connection, key: int) -> Document:
    """A document as rules read it."""
    return from_packed(connection.execute(select(record.c.data).where(record.c.document == key)).scalar_one())


def corrections_of(connection: Connection, key: int) -> list[Correction]:
    """What people decided about a document, oldest first."""
    query = select(*KEPT).where(correction.c.document == key).order_by(correction.c.id)
    return [Correction(**row) for row in connection.execute(query).mappings()]


def corrected_of(connection: Connection, key: int) -> Document:
    """A document as people corrected it."""
    return corrected(read_of(connection, key), corrections_of(connection, key))


def settle(connection: Connection, key: int, made: Document, keepers: Iterable[Keeper] = ()) -> None:
    """Write anew what follows from a document as it was corrected."""
    line = {name: value for name, value in asdict(entry_of(made, "")).items() if name not in STAYS}
    grown = document.c.revision + 1
    connection.execute(update(document).where(document.c.key == key).values(revision=grown, **line))
    connection.execute(delete(finding).where(finding.c.document == key))
    insert_many(connection, finding, [row | {"document": key} for row in rows(made)])
    for keeper in keepers:
        keeper.put(connection, key, keeper.pack(made))


def settle_all(connection: Connection) -> None:
    """Write anew what follows from every document: a library of an older form has not all of it."""
    for key in connection.execute(select(document.c.key).order_by(document.c.key)).scalars().all():
        read, decisions = read_of(connection, key), corrections_of(connection, key)
        for each in decisions:
            found = meant(each, read) if each.finding is None and each.action != "add" else None
            if found is not None and each.start == found[1].span.start:
                now = {"finding": found[0], "before": to_plain(found[1].kind, found[1].value)}
                connection.execute(update(correction).where(correction.c.id == each.id).values(now))
        settle(connection, key, corrected_of(connection, key) if decisions else read)


def led_over(old: Document, new: Document, decisions: list[Correction]) -> list[Correction]:
    """The corrections of one reading, each with the place, the id and the inner places that fit another reading.

    One about what a person added goes where that went.
    """
    adds = {name: number for number, name in decide(old, decisions).added.items()}
    way = _way(old, new)
    done = [each if each.finding in adds else _led(each, new, way) for each in decisions]
    now, by_number = decide(new, done).added, {each.id: each for each in done}
    for index, each in enumerate(done):
        base = by_number.get(adds.get(each.finding or ""))
        if base is not None:
            span = Span(base.start, base.end) if base.start is not None and base.end is not None else None
            done[index] = _at(each, span, now.get(base.id or 0) or base.finding or each.finding, way, len(new.text))
    return done


Way = Callable[[Span], Span] | None
"""Where a stretch of one reading stands in another; ``None`` where the original itself was read in another way."""


def _way(old: Document, new: Document) -> Way:
    if old.text.content == new.text.content:
        return lambda span: span
    if old.original.content != new.original.content:
        return None
    return lambda span: new.text.forward(old.text.back(span))


def _led(each: Correction, new: Document, way: Way) -> Correction:
    near = each.start
    if way is not None and each.start is not None and each.end is not None:
        near = way(Span(each.start, each.end)).start
    found = None if each.action == "add" else meant(each, new, near)
    if found is not None:
        return _at(each, found[1].span, found[0], way, len(new.text))
    return _at(each, nearest(each, new, near), each.finding, way, len(new.text))


def _at(each: Correction, span: Span | None, name: str | None, way: Way, size: int) -> Correction:
    """The correction at its new place, and what it says with its places moved alike."""
    if span is None:
        return replace(each, start=None, end=None)
    shift = None if each.start is None else span.start - each.start

    def move(inner: Span) -> Span:
        if way is not None and shift is not None:
            return way(inner)
        low, high = (inner.start + shift, inner.end + shift) if shift is not None else span
        return Span(low, high) if 0 <= low <= high <= size else span

    return replace(
        each,
        start=span.start,
        end=span.end,
        finding=name,
        value=moved(each.kind, each.value, move),
        before=moved(each.kind, each.before, move),
    )
