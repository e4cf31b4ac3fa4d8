"""The sixth form: each document counts its revisions, so that what was counted over all of them can be kept in memory.

The index by indicator begins with the kind: counts by kind are taken from it alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Add the column and its index, and make the other index anew."""
    op.add_column("document", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.create_index("document_by_revision", "document", ["revision", "key"])
    there = sa.text("concept IS NOT NULL")
    op.drop_index("finding_by_concept", "finding")
    op.create_index("finding_by_concept", "finding", ["kind", "concept"], sqlite_where=there, postgresql_where=there)
