"""The tables of a library, the same in both databases. ``migrations`` makes them; a test holds the two together.

========== =======================================================================================
original   the bytes that were read, once for each content (zlib)
document   a line for each document: what lists, filters and facets ask for
record     the document itself: its record ``luoshi/document/1`` as ``record.to_packed`` packs it
finding    a row for each finding of the kinds that tables over many documents show; see ``rows.py``
correction what people decided about findings; kept when a document is read again
upload     files that somebody sent together, to be read by the server
sent       a file of an upload: whether it waits, is being read (by whom, until when that holds) or what became of it
piece      its bytes, a mebibyte each, until it is read
========== =======================================================================================

``document.revision`` grows whenever a document is read again or corrected: see ``memory.state_of``.
Findings point to ``document.key``, a small number: the id is 64 characters long, and there are hundreds
of findings for each document. Of their own id they have the digest only, for their kind a number.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TypeDecorator,
    text,
)

metadata = MetaData()

WORDS = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that both databases sort in the same order: by code point."""


KINDS = (
    *("achievement", "body", "context", "doubt", "formulation", "person", "place", "pledge", "programme"),
    *("reference", "responsibility", "target"),
)
BASES = ("confirmed", "corrected", "inferred", "normalised", "stated")
"""The kinds and bases of rows. Their places are kept: what is new goes to the end."""


class OneOf(TypeDecorator[str]):
    """One of a few words, kept as its place among them."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, *words: str) -> None:
        """Give all words that there are."""
        super().__init__()
        self.words = words
        self.numbers = {word: number for number, word in enumerate(words)}

    def process_bind_param(self, value: str | None, dialect: object) -> int | None:  # noqa: ARG002 — SQLAlchemy's form
        """A word's number; one that no word has, where it is none of them."""
        return None if value is None else self.numbers.get(value, -1)

    def process_result_value(self, value: int | None, dialect: object) -> str | None:  # noqa: ARG002
        """The word of a number."""
        return None if value is None else self.words[value]


def _index(name: str, *columns: str) -> Index:
    """An index of those rows only that have what its last column is for.

    So it is on both databases: migrations make it. Said here for SQLite alone, since ``postgresql_where`` loads
    SQLAlchemy's half for PostgreSQL, asyncio with it, into every process that opens a file.
    """
    return Index(name, *columns, sqlite_where=text(f"{columns[-1]} IS NOT NULL"))


original = Table(
    "original",
    metadata,
    Column("sha256", WORDS, primary_key=True),
    Column("media_type", WORDS, nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

document = Table(
    "document",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("id", WORDS, ForeignKey("original.sha256"), nullable=False, unique=True),
    Column("name", WORDS, nullable=False),
    Column("title", WORDS, nullable=False),
    Column("genre", WORDS),
    Column("issuer", WORDS),
    Column("level", WORDS),
    Column("region", WORDS),
    Column("region_code", WORDS),
    Column("author", WORDS),
    Column("adopted", WORDS),
    Column("date", WORDS),
    Column("earliest", WORDS),
    Column("period_first", WORDS),
    Column("period_last", WORDS),
    Column("year", Integer),
    Column("grade", WORDS),
    Column("characters", Integer, nullable=False),
    Column("counts", JSON, nullable=False),
    Column("added", WORDS, nullable=False),
    Column("rules", WORDS),
    Column("knowledge", WORDS),
    Column("revision", Integer, nullable=False, server_default="0"),
    Index("document_by_date", "date"),
    Index("document_by_revision", "revision", "key"),
    sqlite_autoincrement=True,  # a key is never given again
)

record = Table(
    "record",
    metadata,
    Column("document", Integer, ForeignKey("document.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column("document", Integer, ForeignKey("document.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", LargeBinary, nullable=False),
    Column("kind", OneOf(*KINDS), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("name", WORDS),
    Column("indicator", WORDS),
    Column("concept", WORDS),
    Column("value", Double),
    Column("high", Double),
    Column("unit", WORDS),
    Column("comparator", WORDS),
    Column("measure", WORDS),
    Column("first_day", WORDS),
    Column("last_day", WORDS),
    Column("actor", WORDS),
    Column("form", WORDS),
    Column("code", WORDS),
    Column("binding", WORDS),
    Column("severity", WORDS),
    Column("section", WORDS, nullable=False),
    Column("basis", OneOf(*BASES), nullable=False),
    Column("quote", WORDS),
    Column("written", WORDS),
    Column("says", WORDS),
    _index("finding_by_name", "kind", "name"),
    _index("finding_by_concept", "kind", "concept"),
    Index("finding_by_kind", "kind", "document", "number"),
    sqlite_with_rowid=False,
)

ACTIONS = ("accept", "edit", "reject", "add")
"""What a person can decide: the finding is right; it says something else; it is wrong; one is missing."""

correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, ForeignKey("document.key", ondelete="CASCADE"), nullable=False),
    Column("kind", WORDS, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("quote", WORDS, nullable=False),
    Column("action", WORDS, nullable=False),
    Column("value", JSON),
    Column("who", WORDS, nullable=False),
    Column("when", WORDS, nullable=False),
    Column("note", WORDS, nullable=False),
    Column("finding", WORDS),
    Column("before", JSON),
    Column("withdrawn_by", WORDS),
    Column("withdrawn", WORDS),
    CheckConstraint("action IN ('accept', 'edit', 'reject', 'add')", name="correction_action"),
    Index("correction_by_document", "document"),
    sqlite_autoincrement=True,
)

upload = Table(
    "upload",
    metadata,
    Column("id", WORDS, primary_key=True),
    Column("who", WORDS, nullable=False),
    Column("began", WORDS, nullable=False),
    Column("seen", Boolean, nullable=False),
    Index("upload_by_began", "began"),
)

sent = Table(
    "sent",
    metadata,
    Column("key", Integer, primary_key=True, autoincrement=True),
    Column("upload", WORDS, ForeignKey("upload.id", ondelete="CASCADE"), nullable=False),
    Column("name", WORDS, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", WORDS, nullable=False),
    Column("state", WORDS, nullable=False),
    Column("reader", WORDS),
    Column("until", Double),
    Column("tries", Integer, nullable=False),
    Column("title", WORDS, nullable=False),
    Column("grade", WORDS),
    Column("failure", JSON),
    CheckConstraint("state IN ('waiting', 'reading', 'added', 'there', 'failed')", name="sent_state"),
    Index("sent_by_upload", "upload", "key"),
    Index("sent_by_state", "state", "key"),
    sqlite_autoincrement=True,
)

piece = Table(
    "piece",
    metadata,
    Column("sent", Integer, ForeignKey("sent.key", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
