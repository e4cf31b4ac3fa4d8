"""The steps from each form of a library to the next, numbered, for both databases (Alembic)."""
