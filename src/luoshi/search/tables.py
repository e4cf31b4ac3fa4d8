"""The tables of the search index, beside those of the library; the same in both databases.

=============== ====================================================================================
search_text     of each document its clean text and the facts about its paragraphs (zlib)
search_place    in which segment a document is, and the how-manieth there; none yet while it waits. ``id``
                is a new number each time that the document is indexed
search_segment  some hundreds of documents as one piece of the index, never changed once made: columns
search_page     the pages of a segment's postings; ``id`` is ``segment << PAGE_BITS | number``
search_gone     which documents of a segment no longer count: a trigger writes it
=============== ====================================================================================

What is known of a document goes with its record, whoever takes that away: the index has no more than the
library has. What it has not yet, ``index.catch_up`` finds.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, Table

from luoshi.library.tables import metadata

PAGE_BITS = 24
"""A segment has fewer pages than ``1 << PAGE_BITS``."""

BIG = BigInteger().with_variant(Integer, "sqlite")
"""A number of 64 bits; in SQLite the row's own number."""

_RECORD = "record.document"

text = Table(
    "search_text",
    metadata,
    Column("document", Integer, ForeignKey(_RECORD, ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("characters", Integer, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("facts", LargeBinary, nullable=False),
)

segment = Table(
    "search_segment",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("documents", Integer, nullable=False),
    Column("characters", BIG, nullable=False),
    Column("columns", LargeBinary, nullable=False),
    sqlite_autoincrement=True,  # what is kept in memory of a segment is known by its number
)

place = Table(
    "search_place",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", Integer, ForeignKey(_RECORD, ondelete="CASCADE"), nullable=False, unique=True),
    Column("segment", Integer, ForeignKey("search_segment.id")),
    Column("place", Integer),
    Index("search_place_by_segment", "segment"),
    sqlite_autoincrement=True,
)

page = Table(
    "search_page",
    metadata,
    Column("id", BIG, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

gone = Table(
    "search_gone",
    metadata,
    Column("segment", Integer, ForeignKey("search_segment.id"), primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
)
