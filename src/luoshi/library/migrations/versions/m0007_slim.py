"""The seventh form: findings in less than half the room: their kind and basis as numbers, their id without the kind.

Their rows follow from the records and are written anew after all steps (``settling.settle_all``), those of measures,
which no table asked for, no more. A file of SQLite gives the room that is free now to what is added next.
"""

import sqlalchemy as sa
from alembic import op

revision = "7"
down_revision = "6"

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table anew."""
    op.drop_table("finding")
    link = sa.ForeignKey("document.key", ondelete="CASCADE")
    op.create_table(
        "finding",
        sa.Column("document", sa.Integer, link, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.LargeBinary, nullable=False),
        sa.Column("kind", sa.SmallInteger, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        *(sa.Column(name, WORDS) for name in ("name", "indicator", "concept")),
        sa.Column("value", sa.Double),
        sa.Column("high", sa.Double),
        *(sa.Column(name, WORDS) for name in ("unit", "comparator", "measure", "first_day", "last_day")),
        *(sa.Column(name, WORDS) for name in ("actor", "form", "code", "binding", "severity")),
        sa.Column("section", WORDS, nullable=False),
        sa.Column("basis", sa.SmallInteger, nullable=False),
        *(sa.Column(name, WORDS) for name in ("quote", "written", "says")),
        sqlite_with_rowid=False,
    )
    for name in ("name", "concept"):
        there = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"finding_by_{name}", "finding", ["kind", name], sqlite_where=there, postgresql_where=there)
    op.create_index("finding_by_kind", "finding", ["kind", "document", "number"])
