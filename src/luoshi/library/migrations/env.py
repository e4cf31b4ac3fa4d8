"""What Alembic runs around the steps; ``migrate`` gives the connection, in a transaction of its own.

Asked for SQL only, it writes the statements for the dialect of ``url``.
"""

from alembic import context

from luoshi.library.migrate import TABLE

given = context.config.attributes
if context.is_offline_mode():
    context.configure(url=str(given["url"]), version_table=TABLE, literal_binds=True)
else:
    context.configure(connection=given["connection"], version_table=TABLE)
with context.begin_transaction():
    context.run_migrations()
