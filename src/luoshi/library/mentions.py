"""Findings over all documents of a library: which are wanted, in what order."""

from __future__ import annotations

from typing import Any, NamedTuple, TypedDict

import msgspec
from msgspec import Struct
from sqlalchemy import BigInteger, ColumnElement, Connection, Select, bindparam, cast, func, select

from luoshi.errors import BadRequest
from luoshi.library.choosing import in_region
from luoshi.library.entry import storable
from luoshi.library.memory import Recall
from luoshi.library.naming import full_id
from luoshi.library.rows import id_of
from luoshi.library.tables import document, finding
from luoshi.words import Words

MOST = 1_000
"""So many findings are given at once, at most."""


class Says(TypedDict):
    """What a doubt says, each in Chinese and English, and the further words that it rests on (each cut at 200 characters)."""

    explanation: list[str]
    settles: list[str] | None
    evidence: list[str]


class Mention(Struct, frozen=True):
    """A finding with the document that it stands in.

    ``document`` is the document's id, ``number`` the index among its findings, ``id`` the finding's id;
    ``quote`` its words, cut at 200 characters. The columns that a kind does not fill are ``None``; they mean
    what the columns of the same name mean in exported tables. ``first_day`` and ``last_day`` are those of
    the finding's period, ``year`` that of the document. ``written`` is a statement's quantity as the text writes
    it; ``says`` is what a doubt says.
    """

    document: str
    title: str
    genre: str | None
    issuer: str | None
    level: str | None
    region: str | None
    year: int | None
    number: int
    id: str
    kind: str
    start: int
    end: int
    quote: str
    section: str
    basis: str
    name: str | None
    indicator: str | None
    concept: str | None
    value: float | None
    high: float | None
    unit: str | None
    comparator: str | None
    measure: str | None
    first_day: str | None
    last_day: str | None
    actor: str | None
    form: str | None
    code: str | None
    binding: str | None
    severity: str | None
    written: str | None
    says: Says | None


class Sought(NamedTuple):
    """Which findings are wanted: those that fit all that is said.

    Of the finding: ``kinds``; ``concept`` (id), ``indicator`` and ``words`` (a part of the indicator, of
    the quote), ``name`` (of a body, place, programme, formulation, check …, whole; or several), ``actor`` (a part), ``days``
    (the last day of its period lies from one to the other; either may be ``None``), ``values`` (likewise),
    ``unit``, ``measure``, ``binding``, ``severity``, ``basis``, ``form``, ``section``. Parts are compared without
    regard to A and a. Of its document: ``document`` (id, may be short; or several whole ones), ``level``, ``region`` (a part of the
    name, or how the code begins), ``years`` (from, to), ``genre``, ``issuer``, ``grades``.
    """

    kinds: tuple[str, ...] = ()
    concept: str | None = None
    indicator: str | None = None
    words: str | None = None
    name: str | tuple[str, ...] | None = None
    actor: str | None = None
    days: tuple[str | None, str | None] | None = None
    values: tuple[float | None, float | None] | None = None
    unit: str | None = None
    measure: str | None = None
    binding: str | None = None
    severity: str | None = None
    basis: str | None = None
    form: str | None = None
    section: str | None = None
    document: str | tuple[str, ...] | None = None
    level: str | None = None
    region: str | None = None
    years: tuple[int, int] | None = None
    genre: str | None = None
    issuer: str | None = None
    grades: str | None = None


ALL = Sought()

SAME_FINDING = ("concept", "name", "unit", "measure", "binding", "severity", "basis", "form", "section")
SAME_DOCUMENT = ("level", "genre", "issuer")
"""Filters by the whole of a column."""

COLUMNS: dict[str, ColumnElement[Any]] = {
    name: document.c.id.label("document")
    if name == "document"
    else document.c[name]
    if name in ("title", "genre", "issuer", "level", "region", "year")
    else finding.c[name]
    for name in Mention.__struct_fields__
}
"""The column of each field of a ``Mention``."""

SORTED = tuple(name for name in COLUMNS if name not in ("id", "says"))
"""The fields that can be sorted by: all that hold one value with an order."""

OF_DOCUMENT = frozenset({"date", "document", "title", "genre", "issuer", "level", "region", "year"})
"""What can be sorted by and is the same for all findings of a document."""

_TIME = func.coalesce(document.c.date, document.c.period_first, "")
_NEWEST = (_TIME.desc(), document.c.title, document.c.id)

Key = tuple[int, int]
"""A finding's document and number."""


def mentions(
    connection: Connection,
    where: str,
    sought: Sought,
    order: str,
    recall: Recall,
    *,
    descending: bool,
    limit: int,
    offset: int,
) -> list[Mention]:
    """The findings that are wanted, by a column and then as ``date`` has it: the newest document first, each in the
    order of its text. What has nothing in the column comes last.

    Which rows they are is told first, from few columns; only these are read whole.
    """
    if order not in SORTED and order != "date":
        raise _no_order(order, ("date", *SORTED))
    if limit < 0 or offset < 0 or limit > MOST:
        raise BadRequest(
            Words(f"limit 从 0 到 {MOST}，offset 从 0 起。", f"limit is from 0 to {MOST}, offset from 0 up.")
        )
    if order in OF_DOCUMENT:
        held = by_document(connection, where, sought, recall)
        ordered = recall(("documents", order, descending), lambda: _documents(connection, order, descending))
        keys = _within(connection, where, sought, held, ordered, limit, offset)
    else:
        named = finding.c[order]
        by = (named.desc() if descending else named.asc()).nulls_last()
        query = chosen(select(finding.c.document, finding.c.number), connection, where, sought)
        query = query.order_by(by, *_NEWEST, finding.c.number).limit(limit).offset(offset)
        keys = [(row.document, row.number) for row in connection.execute(query)]
    return _whole(connection, keys)


def _documents(connection: Connection, order: str, descending: bool) -> list[int]:  # noqa: FBT001 — passed on
    """The keys of all documents by a column."""
    if order == "date":
        by = [_TIME.asc() if descending else _TIME.desc()]
    else:
        named = document.c.id if order == "document" else document.c[order]
        by = [(named.desc() if descending else named.asc()).nulls_last(), _TIME.desc()]
    return list(connection.execute(select(document.c.key).order_by(*by, *_NEWEST[1:])).scalars())


def _within(
    connection: Connection,
    where: str,
    sought: Sought,
    held: dict[int, int],
    ordered: list[int],
    limit: int,
    offset: int,
) -> list[Key]:
    """The keys of a page of findings in the order of their documents: only those documents are looked into."""
    place, start = 0, 0
    on_page: dict[int, int] = {}
    for key in ordered:
        if place >= offset + limit:
            break
        if number := held.get(key, 0):
            if place + number > offset:
                start = start if on_page else offset - place
                on_page[key] = len(on_page)
            place += number
    if not on_page:
        return []
    few = chosen(select(finding.c.document, finding.c.number), connection, where, sought, joined=asks_documents(sought))
    few = few.where(finding.c.document.in_(list(on_page)))
    found = sorted((on_page[row.document], row.number, row.document) for row in connection.execute(few))
    return [(key, number) for _, number, key in found[start : start + limit]]


def _whole(connection: Connection, keys: list[Key]) -> list[Mention]:
    """The rows of these keys, in their order."""
    found = {}
    ordered = sorted(keys)
    for start in range(0, len(keys), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        documents, numbers = zip(*some, strict=True)
        wanted = {
            "documents": sorted({*documents}),
            "numbers": sorted({*numbers}),
            "keys": [_one(*key) for key in some],
        }
        for key, *values in connection.execute(_WHOLE, wanted):
            said = dict(zip(COLUMNS, values, strict=True))
            said |= {"id": id_of(said["kind"], said["id"]), "says": _says(said["says"])}
            found[key, said["number"]] = said
    return [Mention(**found[key]) for key in keys]


def _one(key: Any, number: Any) -> Any:  # noqa: ANN401 — numbers, or columns of them
    """A finding's key as one number."""
    return key * (1 << 24) + number


_AT_ONCE = 50
"""So many keys are looked up at once: each document with each number by the index, of which few are wanted."""
_WHOLE = (
    select(finding.c.document.label("key"), *COLUMNS.values())
    .join(document, finding.c.document == document.c.key)
    .where(finding.c.document.in_(bindparam("documents", expanding=True)))
    .where(finding.c.number.in_(bindparam("numbers", expanding=True)))
    .where(_one(cast(finding.c.document, BigInteger), finding.c.number).in_(bindparam("keys", expanding=True)))
)


def _says(kept: str | None) -> Says | None:
    return msgspec.json.decode(kept, type=Says) if kept else None


def by_document(connection: Connection, where: str, sought: Sought, recall: Recall) -> dict[int, int]:
    """How many findings that are wanted each document has, by its key."""
    columns = select(finding.c.document, func.count())
    query = chosen(columns, connection, where, sought, joined=asks_documents(sought)).group_by(finding.c.document)
    return recall(("by document", sought), lambda: {row[0]: row[1] for row in connection.execute(query)})


def _no_order(order: str, there: tuple[str, ...]) -> BadRequest:
    return BadRequest(
        Words(f"不能按 {order[:40]!r} 排序。", f"There is no order by {order[:40]!r}."),
        Words(f"可以按 {'、'.join(there)}。", f"There is {', '.join(there)}."),
    )


def asks_documents(sought: Sought) -> bool:
    """Whether the documents' lines are needed to choose."""
    return any(getattr(sought, name) is not None for name in (*SAME_DOCUMENT, "region", "years", "grades"))


def chosen(
    query: Select[Any], connection: Connection, where: str, sought: Sought, *, joined: bool = True
) -> Select[Any]:
    """The query, of those findings only that fit; ``joined`` says whether it is to ask the documents' lines too."""
    if joined:
        query = query.join(document, finding.c.document == document.c.key)
    if sought.kinds:
        query = query.where(finding.c.kind.in_([storable(kind) for kind in sought.kinds]))
    for table, columns in ((finding, SAME_FINDING), (document, SAME_DOCUMENT)):
        for name in columns:
            if (wanted := getattr(sought, name)) is not None:
                query = query.where(_is(table.c[name], wanted))
    for field, part in (("indicator", sought.indicator), ("quote", sought.words), ("actor", sought.actor)):
        if part:
            query = query.where(_has(finding.c[field], part))
    ranges: tuple[tuple[ColumnElement[Any], tuple[Any, Any] | None], ...] = (
        (finding.c.last_day, sought.days),
        (finding.c.value, sought.values),
    )
    for column, between in ranges:
        low, high = between or (None, None)
        if low is not None:
            query = query.where(column >= low)
        if high is not None:
            query = query.where(column <= high)
    if sought.region is not None:
        query = query.where(in_region(storable(sought.region)))
    if sought.years is not None:
        query = query.where(document.c.year.between(*sought.years))
    if sought.grades is not None:
        query = query.where(document.c.grade.in_(list(storable(sought.grades))))
    if sought.document is not None:
        ids = sought.document
        ids = full_id(connection, ids, where) if isinstance(ids, str) else ids
        query = query.where(finding.c.document.in_(select(document.c.key).where(_is(document.c.id, ids))))
    return query


def _is(column: ColumnElement[str], wanted: str | tuple[str, ...]) -> ColumnElement[bool]:
    return column == storable(wanted) if isinstance(wanted, str) else column.in_(list(map(storable, wanted)))


def _has(column: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """Whether the words are in a column: told in a way that both databases understand alike."""
    low = "".join(chr(ord(each) + 32) if "A" <= each <= "Z" else each for each in storable(part))
    return func.replace(func.lower(column), low, "") != func.lower(column)
