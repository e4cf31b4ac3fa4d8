"""Bring a library to the form that this version knows, step by step, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from sqlalchemy import Connection, Engine, text

KNOWN = ("1", "2", "3", "4", "5", "6", "7", "8", "9")
"""The versions of a library's form, in order; each is a file in ``migrations/versions``."""

HEAD = KNOWN[-1]
"""The version that this Luoshi reads and writes."""

TABLE = "schema_version"
"""Where a library says its version."""

LOCK = 0x4C75_6F53
"""The number of the advisory lock that keeps two from bringing one PostgreSQL library up to date at once."""


def migrate(engine: Engine, version: str = "head", then: Callable[[Connection], None] | None = None) -> None:
    """Take all steps that are missing, and do what follows ``then``, in one transaction; a new library begins with the first."""
    from alembic import command  # noqa: PLC0415 — a tenth of a second, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("path_separator", "os")
    with (
        resources.as_file(resources.files("luoshi.library") / "migrations") as folder,
        engine.execution_options(writes=True).begin() as connection,
    ):
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        if then is not None:
            then(connection)
