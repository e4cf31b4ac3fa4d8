"""The third form: a correction says which finding it is about, what that said, and whether it was taken back.

Findings have their words beside them. What follows from a document's record, for those that are there already, is
written after all steps, in the same transaction (``settling.settle_all``). Corrected documents are indexed anew when
they are next searched.
"""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns, and the index by kind."""
    for name in ("finding", "withdrawn_by", "withdrawn"):
        op.add_column("correction", sa.Column(name, WORDS))
    op.add_column("correction", sa.Column("before", sa.JSON))
    op.add_column("finding", sa.Column("quote", WORDS))
    op.create_index("finding_by_kind", "finding", ["kind", "document", "number"])
    for table in ("search_place", "search_text"):
        op.execute(f"DELETE FROM {table} WHERE document IN (SELECT document FROM correction)")  # noqa: S608 — our own names
