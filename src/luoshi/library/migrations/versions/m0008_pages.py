"""The eighth form: pages of the search index with shorter keys. All documents are indexed anew when they are next searched."""

from alembic import op

revision = "8"
down_revision = "7"


def upgrade() -> None:
    """Empty the index."""
    for table in ("search_page", "search_place", "search_gone", "search_segment", "search_text"):
        op.execute(f"DELETE FROM {table}")  # noqa: S608 — our own names
