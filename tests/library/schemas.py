"""Libraries of the released forms, for the tests of migrations.

    python -m tests.library.schemas

writes ``schema_N.json`` (rows) and ``schema_N.DIALECT.sql`` (statements) for the newest form: once, when it is
released.
"""

import base64
import io
import json
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from msgspec.structs import replace
from sqlalchemy import MetaData, insert, make_url, select
from sqlalchemy.schema import Table
from tests import factories

import luoshi.library
from luoshi.library import Correction, Library, open_library, postgresql, sqlite
from luoshi.library.migrate import HEAD, migrate
from luoshi.library.tables import metadata
from luoshi.model import Edition

FOLDER = Path(__file__).parent / "schemas"
RELEASED = sorted(path.stem.removeprefix("schema_") for path in FOLDER.glob("schema_*.json"))
WHEN = "2026-11-22T08:00:00Z"


def plan():
    return replace(factories.plan(), edition=Edition("0.1.0", "0123456789abcdef"))


def make(place, version):
    """A library of this form at a place, as its release left it."""
    if "://" in place:
        engine = postgresql.engine(place, read_only=False)
    else:
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        engine = sqlite._engine(Path(place), "rwc")
    migrate(engine, version)
    rows = json.loads((FOLDER / f"schema_{version}.json").read_text("utf-8"))
    with engine.execution_options(writes=True).begin() as connection:
        there = MetaData()
        for name, lines in rows.items():
            connection.execute(
                insert(Table(name, there, autoload_with=connection)),
                [{key: _back(value) for key, value in line.items()} for line in lines],
            )
            if "://" in place and name in ("document", "correction"):
                column = "key" if name == "document" else "id"
                connection.exec_driver_sql(
                    f"SELECT setval(pg_get_serial_sequence('{name}', '{column}'), (SELECT max({column}) FROM {name}))"
                )
    engine.dispose()


def statements(dialect, version):
    """The SQL that makes a library of this form."""
    out = io.StringIO()
    config = Config(output_buffer=out)
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(Path(luoshi.library.__file__).parent / "migrations"))
    config.attributes["url"] = make_url(f"{dialect}://")
    command.upgrade(config, version, sql=True)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines() if line.strip()) + "\n"


def _fill(library: Library) -> None:
    library.add(plan(), factories.CONTENT.encode(), name="plan.txt", when=WHEN)
    library.add(factories.document(), "云溪市今年增长5%。".encode(), name="short.txt", when=WHEN)
    span = next(plan().find("place")).span
    value = {"name": "临江新区", "code": None, "kind": "region"}
    library.correct(plan().id, Correction("place", *span, "临江新区", "edit", "林", WHEN, value, "是新区"))


def _out(value):
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _back(value):
    return base64.b64decode(value["base64"]) if isinstance(value, dict) and "base64" in value else value


def main():
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "plans.db") as library:
        _fill(library)
        with library.reading() as connection:
            rows = {
                table.name: [
                    {key: _out(value) for key, value in line.items()}
                    for line in connection.execute(select(table).order_by(*table.primary_key)).mappings()
                ]
                for table in metadata.sorted_tables
            }
    (FOLDER / f"schema_{HEAD}.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for dialect in ("sqlite", "postgresql"):
        (FOLDER / f"schema_{HEAD}.{dialect}.sql").write_text(statements(dialect, HEAD), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
