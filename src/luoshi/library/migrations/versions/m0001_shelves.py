"""The first form: originals, documents, records, findings, corrections."""

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision = None

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "original",
        sa.Column("sha256", WORDS, primary_key=True),
        sa.Column("media_type", WORDS, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    _document()
    op.create_table(
        "record",
        _of_document(primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    _finding()
    _correction()


def _of_document(*, primary_key: bool = False) -> sa.Column[int]:
    link = sa.ForeignKey("document.key", ondelete="CASCADE")
    if primary_key:
        return sa.Column("document", sa.Integer, link, primary_key=True, autoincrement=False)
    return sa.Column("document", sa.Integer, link, nullable=False)


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", WORDS, sa.ForeignKey("original.sha256"), nullable=False, unique=True),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("title", WORDS, nullable=False),
        *(sa.Column(name, WORDS) for name in ("genre", "issuer", "level", "region", "region_code", "author")),
        *(sa.Column(name, WORDS) for name in ("adopted", "date", "earliest", "period_first", "period_last")),
        sa.Column("year", sa.Integer),
        sa.Column("grade", WORDS),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("added", WORDS, nullable=False),
        sa.Column("rules", WORDS),
        sa.Column("knowledge", WORDS),
        sqlite_autoincrement=True,
    )
    op.create_index("document_by_date", "document", ["date"])


def _finding() -> None:
    op.create_table(
        "finding",
        _of_document(primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(name, WORDS) for name in ("name", "indicator", "concept")),
        sa.Column("value", sa.Double),
        sa.Column("high", sa.Double),
        *(sa.Column(name, WORDS) for name in ("unit", "comparator", "measure", "first_day", "last_day")),
        *(sa.Column(name, WORDS) for name in ("actor", "form", "code", "binding", "severity")),
        sa.Column("section", WORDS, nullable=False),
        sa.Column("basis", WORDS, nullable=False),
        sqlite_with_rowid=False,
    )
    for name, columns in (("name", ["kind", "name"]), ("concept", ["concept"])):
        condition = sa.text(f"{name} IS NOT NULL")
        index = f"finding_by_{name}"
        op.create_index(index, "finding", columns, sqlite_where=condition, postgresql_where=condition)


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _of_document(),
        sa.Column("kind", WORDS, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("quote", WORDS, nullable=False),
        sa.Column("action", WORDS, nullable=False),
        sa.Column("value", sa.JSON),
        *(sa.Column(name, WORDS, nullable=False) for name in ("who", "when", "note")),
        sa.CheckConstraint("action IN ('accept', 'edit', 'reject', 'add')", name="correction_action"),
        sqlite_autoincrement=True,
    )
    op.create_index("correction_by_document", "correction", ["document"])
