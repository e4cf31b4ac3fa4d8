"""Verifying, backing up, restoring: what was kept stays what it was, in either database."""

import sqlite3
import sys
import zlib
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import delete, update
from tests import factories
from tests.library.test_store import PLAN, WHEN, bring, everything, kept

from luoshi.errors import BadRequest, CannotKeep, CannotOpen, NewerLibrary
from luoshi.library import Correction, backup, open_library, restore, verify
from luoshi.library.tables import correction, document, finding, original, record


@pytest.fixture
def filled(library):
    library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
    bring(library)
    library.correct(factories.plan().id, CORRECTION)
    return library


def _correction():
    span = next(factories.plan().find("place")).span
    return Correction("place", *span, "临江新区", "edit", "林", WHEN, {"name": "临江新区", "kind": "region"}, "是新区")


CORRECTION = _correction()


def problems(library):
    return [problem for problem in verify(library) if problem]


def test_a_library_as_it_was_made_is_sound(filled):
    assert list(verify(filled)) == [None, None]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (update(original).values(data=zlib.compress(b"other")), "not the hash"),
        (update(original).values(size=1), "not the hash"),
        (update(record).values(data=b"\x00\x01"), "record is damaged"),
        (update(record).values(data=zlib.compress(b"{}")), "record is wrong"),
        (update(document).values(title="另一个标题"), "what the record says: title"),
        (update(document).values(grade="A", year=1999), "what the record says: grade, year"),
        (update(finding).where(finding.c.concept == "gdp").values(value=1.0), "rows of its findings"),
        (delete(finding).where(finding.c.kind == "doubt"), "rows of its findings"),
        (delete(record), "record is missing"),
    ],
)
def test_what_is_wrong_is_found_and_said(library, spoil, says):
    plan = factories.plan()
    library.add(plan, PLAN, name="plan.txt", when=WHEN)
    with library.writing() as connection:
        connection.execute(spoil)
    (problem,) = problems(library)
    assert problem.id == plan.id
    assert says in problem.what.en
    assert problem.what.zh != problem.what.en


def test_a_record_of_another_document_is_found(filled):
    with filled.writing() as connection:
        (first,) = connection.execute(record.select().order_by(record.c.document).limit(1)).all()
        connection.execute(update(record).values(data=first.data))
    (problem,) = problems(filled)
    assert "another document's" in problem.what.en


def test_what_belongs_to_no_document_is_found(library):
    with library.writing() as connection:
        row = {"sha256": "ab" * 32, "media_type": "text/plain", "size": 0, "data": zlib.compress(b"")}
        connection.execute(original.insert(), row)
    (problem,) = problems(library)
    assert problem.id == ""
    assert "belongs to no document" in problem.what.en


def test_a_backup_is_one_file_that_holds_everything(filled, tmp_path):
    path = tmp_path / "safe" / "backup.db"
    assert backup(filled, path) == 2
    assert list(path.parent.iterdir()) == [path]
    with open_library(path, create=False, read_only=True) as copy:
        assert everything(copy) == everything(filled)
        assert copy.get(factories.plan().id, as_read=True) == factories.plan()
        assert list(verify(copy)) == [None, None]


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_backup_of_either_goes_into_either(filled, target, tmp_path, new_database):
    path = tmp_path / "backup.db"
    backup(filled, path)
    before = path.read_bytes()
    with open_library(tmp_path / "new.db" if target == "sqlite" else new_database()) as restored:
        assert restore(restored, path) == 2
        assert everything(restored) == everything(filled)
        assert restored.corrections(factories.plan().id) == filled.corrections(factories.plan().id)
        assert bring(restored, "又一份").new, "numbers go on after those that were restored"
        restored.correct(factories.plan().id, replace(CORRECTION, action="accept", value=None))
        assert list(verify(restored)) == [None, None, None]
    assert path.read_bytes() == before


def test_a_backup_replaces_nothing(filled, tmp_path):
    path = tmp_path / "backup.db"
    path.write_bytes(b"something of mine")
    with pytest.raises(BadRequest, match="is there already"):
        backup(filled, path)
    assert path.read_bytes() == b"something of mine"


def test_a_backup_where_nothing_can_be_written_is_refused(filled, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotKeep, match="cannot be written to"):
        backup(filled, tmp_path / "file" / "backup.db")


def test_restoring_wants_an_empty_library(filled, tmp_path):
    backup(filled, tmp_path / "backup.db")
    before = everything(filled)
    with pytest.raises(BadRequest, match="has 2 documents") as caught:
        restore(filled, tmp_path / "backup.db")
    assert "--library" in caught.value.advice.zh
    assert everything(filled) == before


@pytest.mark.parametrize("spoil", ["missing", "text", "cut", "newer"])
def test_what_is_no_backup_restores_nothing(library, spoil, tmp_path):
    path = tmp_path / "backup.db"
    with open_library(path) as source:
        source.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
    if spoil == "missing":
        path.unlink()
    elif spoil == "text":
        path.write_text("云溪" * 1000, "utf-8")
    elif spoil == "cut":
        path.write_bytes(path.read_bytes()[:-20_000])
    else:
        connection = sqlite3.connect(path)
        connection.execute("UPDATE schema_version SET version_num = '99'")
        connection.commit()
        connection.close()
    with pytest.raises(NewerLibrary if spoil == "newer" else CannotOpen):
        restore(library, path)
    assert library.count() == 0
    assert everything(library)["original"] == []
    assert spoil == "missing" or not list(Path(tmp_path).glob("backup.db-*"))


def test_a_backup_made_while_others_write_is_of_one_moment(filled, tmp_path, monkeypatch):
    module = sys.modules["luoshi.library.backup"]
    carry = module._carry

    def disturbed(source, target, tables):
        source.execute(document.select().limit(1)).all()  # the moment begins
        bring(filled, "备份时加入的")
        carry(source, target, tables)

    monkeypatch.setattr(module, "_carry", disturbed)
    assert backup(filled, tmp_path / "backup.db") == 2
    assert filled.count() == 3
    with open_library(tmp_path / "backup.db", create=False) as copy:
        assert list(verify(copy)) == [None, None]
        with copy.reading() as connection:
            assert len(connection.execute(correction.select()).all()) == 1


def test_restoring_tells_keepers_of_each_document(filled, tmp_path):
    backup(filled, tmp_path / "backup.db")
    documents = {}
    with open_library(tmp_path / "new.db", keepers=(kept(documents),)) as restored:
        restore(restored, tmp_path / "backup.db")
    assert sorted(documents.values()) == sorted((10, len(factories.plan().text)))
