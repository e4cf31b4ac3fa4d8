"""The fifth form: beside each statement its quantity as the text writes it, beside each doubt what it says.

What follows for documents that are there already is written after all steps (``settling.settle_all``).
"""

import sqlalchemy as sa
from alembic import op

revision = "5"
down_revision = "4"

WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    for name in ("written", "says"):
        op.add_column("finding", sa.Column(name, WORDS))
