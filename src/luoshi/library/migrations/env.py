"""What Alembic runs around the steps; ``migrate`` gives the connection, in a transaction of its own."""

from alembic import context

from luoshi.library.migrate import TABLE

context.configure(connection=context.config.attributes["connection"], version_table=TABLE)
with context.begin_transaction():
    context.run_migrations()
