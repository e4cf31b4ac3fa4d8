"""Libraries of older versions come up to date, on both databases, with all that was in them.

``schema_1.json`` holds the rows of a library of the first form, made by ``python -m tests.library.schemas``;
``schema_1.sqlite.sql`` and ``schema_1.postgresql.sql`` the statements that make its tables: a step that was
released is never changed.
"""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from tests import factories
from tests.library import schemas
from tests.library.test_store import everything

import luoshi.accounts.tables
import luoshi.search.tables  # noqa: F401 — they belong to the same form  # noqa: F401
from luoshi.library import open_library, verify
from luoshi.library.migrate import HEAD, KNOWN, TABLE
from luoshi.library.opening import version_of
from luoshi.library.tables import metadata


@pytest.mark.parametrize("version", schemas.RELEASED)
def test_a_library_of_an_older_form_comes_up_to_date_with_all_that_is_in_it(place, version):
    schemas.make(place, version)
    with open_library(place) as library:
        assert version_of(library.engine) == HEAD
        plan = schemas.plan()
        assert library.get(plan.id, as_read=True) == plan
        assert [each.quote for each in library.get(plan.id).findings if each.basis == "corrected"] == ["临江新区"]
        assert library.original(plan.id) == factories.CONTENT.encode()
        assert [(each.action, each.quote) for each in library.corrections(plan.id)] == [("edit", "临江新区")]
        assert list(verify(library)) == [None, None]
        assert library.add(factories.document("第三份"), "第三份".encode(), name="", when="").new


@pytest.mark.parametrize("version", schemas.RELEASED)
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_step_that_was_released_is_never_changed(version, dialect):
    wanted = (schemas.FOLDER / f"schema_{version}.{dialect}.sql").read_text("utf-8")
    assert schemas.statements(dialect, version) == wanted, "python -m tests.library.schemas writes it anew"


def test_the_steps_make_the_tables_that_the_code_asks(library):
    with library.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": TABLE, "compare_type": False})
        tables = set(metadata.tables)
        differing = [
            each
            for each in compare_metadata(context, metadata)
            if not (each[0] == "remove_table" and each[1].name not in tables)
        ]
        assert differing == []
        for name, table in metadata.tables.items():
            found = {each["name"]: each for each in inspect(connection).get_columns(name)}
            assert {column.name: column.nullable for column in table.c} == {
                key: each["nullable"] for key, each in found.items()
            }


def test_a_new_library_is_of_the_newest_form(library):
    assert version_of(library.engine) == HEAD
    assert KNOWN[-1] == HEAD
    assert set(everything(library)) >= {"original", "document", "record", "finding", "correction"}


def test_a_step_that_fails_leaves_the_library_as_it_was(place, monkeypatch):
    from alembic.operations import Operations

    def fail(*_, **__):
        raise RuntimeError("in the middle")

    monkeypatch.setattr(Operations, "create_index", fail)
    with pytest.raises(RuntimeError, match="in the middle"):
        open_library(place)
    monkeypatch.undo()
    with open_library(place) as library:
        assert library.count() == 0
