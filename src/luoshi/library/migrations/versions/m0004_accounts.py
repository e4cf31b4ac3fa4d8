"""The fourth form: accounts of those whom the library is served to, and the audit log."""

import sqlalchemy as sa
from alembic import op

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the tables."""
    words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", words, nullable=False),
        sa.Column("folded", words, nullable=False, unique=True),
        sa.Column("role", words, nullable=False),
        sa.Column("password", words, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("made", words, nullable=False),
        sa.CheckConstraint("role IN ('reader', 'editor', 'administrator')", name="account_role"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "session",
        sa.Column("token", words, primary_key=True),
        sa.Column("account", sa.Integer, _account(), nullable=False),
        sa.Column("began", words, nullable=False),
        sa.Column("seen", words, nullable=False),
    )
    op.create_index("session_by_account", "session", ["account"])
    op.create_table(
        "key",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("token", words, nullable=False, unique=True),
        sa.Column("account", sa.Integer, _account(), nullable=False),
        sa.Column("label", words, nullable=False),
        sa.Column("made", words, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("key_by_account", "key", ["account"])
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("when", words, nullable=False),
        sa.Column("who", words, nullable=False),
        sa.Column("what", words, nullable=False),
        sa.Column("about", words, nullable=False),
        sa.Column("address", words, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("event_by_what", "event", ["what", "when"])


def _account() -> sa.ForeignKey:
    return sa.ForeignKey("account.id", ondelete="CASCADE")
