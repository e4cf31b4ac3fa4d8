"""Opening a library: made where there is none, refused with a reason where it cannot be used."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text
from tests import factories
from tests.library.test_store import PLAN, WHEN, bring

from luoshi.errors import BadRequest, CannotKeep, CannotOpen, LuoshiError, MissingExtra, NewerLibrary
from luoshi.library import open_library, verify
from luoshi.library.faults import KINDS, told


def execute(place, command):
    with open_library(place) as library, library.writing() as connection:
        connection.execute(text(command))


def test_a_library_is_one_file(tmp_path):
    path = tmp_path / "new folder" / "规划 %41?#.db"
    with open_library(path) as library:
        bring(library)
    assert list(path.parent.iterdir()) == [path]
    with open_library(str(path), create=False) as library:
        assert library.count() == 1


def test_an_empty_file_becomes_a_library(tmp_path):
    path = tmp_path / "plans.db"
    path.touch()
    with open_library(path) as library:
        assert library.count() == 0


def test_two_handles_see_the_same(place):
    with open_library(place) as one, open_library(place) as other:
        bring(one)
        assert other.count() == 1
        bring(other, "另一份")
        assert one.count() == 2


@pytest.mark.parametrize("more", [{"create": False}, {"read_only": True}])
def test_one_that_is_not_there_is_not_made_unasked(place, more, tmp_path):
    with pytest.raises(CannotOpen, match=r"no library at .* yet") as caught:
        open_library(place, **more)
    assert "luoshi add" in caught.value.advice.zh
    assert list(tmp_path.rglob("*.db")) == []


def test_one_of_a_newer_version_is_left_as_it_is(place):
    execute(place, "UPDATE schema_version SET version_num = '9x'")
    for read_only in (False, True):
        with pytest.raises(NewerLibrary, match="form 9x; known here up to") as caught:
            open_library(place, read_only=read_only)
        assert "Upgrade Luoshi here too" in caught.value.advice.en
        assert "升级" in caught.value.told("zh")


def test_another_program_s_tables_are_no_library(place):
    if "://" in place:
        import psycopg

        with psycopg.connect(place) as connection:
            connection.execute("CREATE TABLE invoice (number int)")
    else:
        Path(place).parent.mkdir()
        sqlite3.connect(place).execute("CREATE TABLE invoice (number int)").connection.close()
    with pytest.raises(CannotOpen, match="is no library of Luoshi"):
        open_library(place)


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("云溪市今年增长5%。" * 100, "utf-8")
    before = path.read_bytes()
    with pytest.raises(CannotOpen, match="is no library of Luoshi"):
        open_library(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("address", ["mysql://user@host/plans", "sqlite:///plans.db"])
def test_an_address_of_something_else_becomes_no_file(tmp_path, monkeypatch, address):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CannotOpen, match="no address that Luoshi knows"):
        open_library(address)
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_became_newer_while_it_was_open_is_not_written_to(place):
    """An old ``luoshi serve`` goes on while somebody upgrades: what it wrote would be of the old form."""
    with open_library(place) as library:
        library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
        with library.writing() as connection:
            connection.execute(text("UPDATE schema_version SET version_num = '9x'"))
        with pytest.raises(NewerLibrary, match="form 9x"):
            library.remove(factories.plan().id)
        assert library.count() == 1


def test_what_rows_pack_and_does_not_come_out_again_is_damage(tmp_path):
    with open_library(tmp_path / "plans.db") as library:
        for spoilt in (lambda: zlib.decompress(b"no"), lambda: msgspec.msgpack.decode(b"\xc1")):
            with pytest.raises(CannotOpen, match="is damaged"), library.reading():
                spoilt()


def test_a_file_is_opened_without_what_only_postgresql_needs():
    code = "import sys, luoshi.library; print([n for n in sys.modules if n.startswith(('sqlalchemy.dialects.postgresql', 'psycopg'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_damaged_library_says_so(tmp_path):
    path = tmp_path / "plans.db"
    with open_library(path) as library:
        library.add(factories.plan(), PLAN, name="plan.txt", when=WHEN)
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x5a" * (len(whole) - 4096))
    with pytest.raises(CannotOpen) as caught, open_library(path) as library:
        library.entries()
    assert "damaged" in str(caught.value)
    assert "luoshi restore" in caught.value.advice.zh


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("postgresql://luoshi:secret@/x?host=/nowhere", "cannot be reached"),
        ("postgresql://luoshi:secret@127.0.0.1:1/x", "cannot be reached"),
        ("postgresql://luoshi:secret@host:port/x", "no address"),
    ],
)
def test_a_server_that_does_not_answer_is_told_without_the_password(where, says):
    with pytest.raises(LuoshiError, match=says) as caught:
        open_library(where)
    assert "secret" not in caught.value.told("zh") + str(caught.value)
    assert isinstance(caught.value, CannotOpen | BadRequest)


def test_a_database_that_is_not_there_is_told(new_database):
    address = new_database().replace("/shelf", "/nothing")
    with pytest.raises(CannotOpen, match="no database for the library") as caught:
        open_library(address)
    assert "createdb" in caught.value.advice.en


def test_a_database_that_cannot_hold_chinese_is_refused(new_database):
    address = new_database()
    execute_raw(address, "CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C'")
    with pytest.raises(CannotOpen, match="keeps text as LATIN1"):
        open_library(address.replace("/shelf", "/latin").split("latin")[0] + "latin?" + address.partition("?")[2])


def execute_raw(address, command):
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(command)


def test_a_role_that_may_only_read_reads(new_database):
    address = new_database()
    with open_library(address) as library:
        identity = bring(library).id
    execute_raw(address, "CREATE ROLE reader LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    try:
        with open_library(address.replace("//luoshi@", "//reader@")) as library:
            assert library.ids() == [identity]
            with pytest.raises(CannotKeep, match="read-only"):
                bring(library, "另一份")
    finally:
        execute_raw(address, "DROP OWNED BY reader; DROP ROLE reader")


def test_without_the_driver_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra, match=r"pip install 'psycopg\[binary\]'"):
        open_library("postgresql://luoshi@/plans")


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(CannotOpen, match="is a folder"):
        open_library(tmp_path)


def test_a_path_through_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotOpen, match="cannot be opened"):
        open_library(tmp_path / "file" / "plans.db")


READ = """
import os, sys
from pathlib import Path
from luoshi.errors import CannotKeep
from luoshi.library import open_library, verify
from tests.library.test_store import bring
with open_library(Path(sys.argv[1]).with_name("warm") / "x.db") as warm:
    bring(warm), warm.entries()
if os.geteuid() == 0:  # as root everything may be written: then as nobody
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
with open_library(sys.argv[1], create=False) as library:
    print(library.count(), library.read_only)
    try:
        bring(library, "另一份")
    except CannotKeep as error:
        print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
@pytest.mark.parametrize("rights", [0o755, 0o555])
def test_a_file_that_may_only_be_read_is_read(rights):
    folder = Path(tempfile.mkdtemp())  # nobody may enter the folders above tmp_path
    try:
        with open_library(folder / "plans.db") as library:
            bring(library)
        (folder / "warm").mkdir()
        (folder / "plans.db").chmod(0o444)
        folder.chmod(rights)
        done = subprocess.run(
            [sys.executable, "-c", READ, folder / "plans.db"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert done.stdout.startswith("1 True\nThe library"), done.stderr
        assert "is read-only" in done.stdout
        assert {path.name for path in folder.iterdir()} == {"plans.db", "warm"}
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_full_disk_is_told_and_nothing_is_half_there(tmp_path):
    place = tmp_path / "plans.db"
    with open_library(place) as library:
        kept = [bring(library, f"第{number}份").id for number in range(3)]
        with library.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with open_library(place) as library:
        limit_pages(library, pages + 4)
        with pytest.raises(CannotKeep, match=r"disk of the library .* is full") as caught:
            fill(library, kept, "云溪市建成公园30个。" * 500)
        assert "再运行一次" in caught.value.advice.zh
        assert sorted(library.ids()) == sorted(kept)
        assert all(library.get(identity) for identity in kept)
    with open_library(place) as library:  # with room again
        bring(library, "有了空间" + "云溪市建成公园30个。" * 5000)
        assert library.count() == len(kept) + 1


def fill(library, kept, content):
    kept.extend(bring(library, f"再{number}份{content}").id for number in range(300))


def limit_pages(library, pages):
    """A disk with no more room than this."""
    from sqlalchemy import event

    event.listen(library.engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count={pages}"))
    library.engine.dispose()


LIMITED = """
import os, resource, signal, sys
from luoshi.errors import CannotKeep
from luoshi.library import open_library, verify
from tests.library.test_store import bring
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_library(sys.argv[1]) as library:
    bring(library)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    try:
        for number in range(300):
            print(bring(library, f"第{number}份" + os.urandom(20_000).hex()).id, flush=True)
    except CannotKeep as error:
        print(error)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits of files as POSIX has them")
def test_a_disk_that_takes_no_more_loses_nothing(tmp_path):
    """The system itself refuses to write on, in the middle of a page or a log."""
    place = tmp_path / "plans.db"
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, place],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    *kept, error = done.stdout.splitlines()
    assert "The disk of the library" in error, done.stderr
    assert len(kept) > 5
    with open_library(place, create=False) as library:
        assert set(kept) <= set(library.ids())
        assert library.count() == len(kept) + 1
        assert list(verify(library)) == [None] * (len(kept) + 1)


TOAST = """
SELECT current_setting('data_directory') || '/' || pg_relation_filepath(reltoastrelid) FROM pg_class WHERE relname = 'record'
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is always full")
def test_a_server_whose_disk_is_full_is_told_and_nothing_is_half_there(new_database):
    """The file that large records go to lies on a device that answers each write as a full disk does (ENOSPC).

    A small file system would need the rights of root, and a limit on the size of files is another error (EFBIG).
    """
    place = new_database()
    with open_library(place) as library:
        kept = [bring(library, f"第{number}份").id for number in range(3)]
        with library.reading() as connection:
            large = Path(connection.exec_driver_sql(TOAST).scalar_one())
    there = large.rename(large.with_name("aside"))
    large.symlink_to("/dev/full")
    try:
        with open_library(place) as library:
            with pytest.raises(CannotKeep, match=r"disk of the library .* is full") as caught:
                bring(library, LARGE)
            assert "再运行一次" in caught.value.advice.zh
            assert sorted(library.ids()) == sorted(kept)
            assert list(verify(library)) == [None] * len(kept)
            assert bring(library, "还放得下").new, "what needs no more of it is still kept"
    finally:
        large.unlink()
        there.rename(large)
    with open_library(place) as library:  # with room again
        assert bring(library, LARGE).new
        assert list(verify(library)) == [None] * (len(kept) + 2)


LARGE = "".join(f"第{number}项投资{number * number * 7919 % 999_983}万元。" for number in range(3_000))


@pytest.mark.parametrize(
    ("state", "cls", "says"),
    [
        ("53100", CannotKeep, "is full"),
        ("53200", CannotKeep, "was busy"),
        ("25006", CannotKeep, "is read-only"),
        ("40001", CannotKeep, "was busy"),
        ("58030", CannotKeep, "fails to read or write"),
        ("57P01", CannotOpen, "cannot be reached"),
        ("28P01", CannotOpen, "refuses entry"),
        ("XX001", CannotOpen, "is damaged"),
        ("22000", CannotKeep, "refused"),
    ],
)
def test_what_postgresql_complains_of_is_told(state, cls, says):
    import psycopg
    from sqlalchemy.exc import DBAPIError

    error = psycopg.OperationalError("broken")
    error.sqlstate = state
    with pytest.raises(cls, match=says), told("postgresql://luoshi@/plans"):
        raise DBAPIError("INSERT", {}, error)


def test_every_complaint_is_told_in_both_languages():
    for kind, (cls, what, advice) in KINDS.items():
        assert issubclass(cls, LuoshiError), kind
        for words in (what, advice):
            assert bool(words.zh) == bool(words.en)
        assert what.zh.format("甲", "乙") != what.en.format("甲", "乙")
