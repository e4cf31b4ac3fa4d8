"""The second form: the search index. Documents that are there already are indexed when they are first searched."""

import sqlalchemy as sa
from alembic import op

revision = "2"
down_revision = "1"

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "search_segment",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("characters", BIG, nullable=False),
        sa.Column("columns", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "search_text",
        sa.Column("document", sa.Integer, _record(), primary_key=True, autoincrement=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("facts", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "search_place",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document", sa.Integer, _record(), nullable=False, unique=True),
        sa.Column("segment", sa.Integer, sa.ForeignKey("search_segment.id")),
        sa.Column("place", sa.Integer),
        sqlite_autoincrement=True,
    )
    op.create_index("search_place_by_segment", "search_place", ["segment"])
    op.create_table(
        "search_page",
        sa.Column("id", BIG, primary_key=True, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "search_gone",
        sa.Column("segment", sa.Integer, sa.ForeignKey("search_segment.id"), primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
    )
    for command in _POSTGRESQL if op.get_context().dialect.name == "postgresql" else _SQLITE:
        op.execute(command)


def _record() -> sa.ForeignKey:
    return sa.ForeignKey("record.document", ondelete="CASCADE")


_SQLITE = [
    """
    CREATE TRIGGER search_forget AFTER DELETE ON search_place WHEN OLD.segment IS NOT NULL
    BEGIN INSERT OR IGNORE INTO search_gone (segment, place) VALUES (OLD.segment, OLD.place); END
    """
]

_POSTGRESQL = [
    """
    CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO search_gone (segment, place) VALUES (OLD.segment, OLD.place) ON CONFLICT DO NOTHING;
    RETURN NULL; END $$
    """,
    """
    CREATE TRIGGER search_forget AFTER DELETE ON search_place FOR EACH ROW WHEN (OLD.segment IS NOT NULL)
    EXECUTE FUNCTION search_forget()
    """,
    # these are packed already, and parts of them are not asked for: no second compression
    "ALTER TABLE search_text ALTER COLUMN text SET STORAGE EXTERNAL",
    "ALTER TABLE search_text ALTER COLUMN facts SET STORAGE EXTERNAL",
    "ALTER TABLE search_page ALTER COLUMN data SET STORAGE EXTERNAL",
]
