"""The ninth form: files that were sent wait in the library until they are read, whatever becomes of the server."""

import sqlalchemy as sa
from alembic import op

revision = "9"
down_revision = "8"


def upgrade() -> None:
    """Make the tables."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "upload",
        sa.Column("id", words, primary_key=True),
        sa.Column("who", words, nullable=False),
        sa.Column("began", words, nullable=False),
        sa.Column("seen", sa.Boolean, nullable=False),
    )
    op.create_index("upload_by_began", "upload", ["began"])
    op.create_table(
        "sent",
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("upload", words, sa.ForeignKey("upload.id", ondelete="CASCADE"), nullable=False),
        sa.Column("name", words, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", words, nullable=False),
        sa.Column("state", words, nullable=False),
        sa.Column("reader", words),
        sa.Column("until", sa.Double),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("title", words, nullable=False),
        sa.Column("grade", words),
        sa.Column("failure", sa.JSON),
        sa.CheckConstraint("state IN ('waiting', 'reading', 'added', 'there', 'failed')", name="sent_state"),
        sqlite_autoincrement=True,
    )
    op.create_index("sent_by_upload", "sent", ["upload", "key"])
    op.create_index("sent_by_state", "sent", ["state", "key"])
    op.create_table(
        "piece",
        sa.Column(
            "sent", sa.Integer, sa.ForeignKey("sent.key", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
