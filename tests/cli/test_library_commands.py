"""``luoshi add, list, show, remove`` as people type them: whole processes, on both databases."""

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import openpyxl
import pytest
from msgspec.structs import replace

import luoshi
from luoshi.cli import main
from luoshi.cli.arguments import COMMANDS, LIBRARY, OPTIONS
from luoshi.cli.help import en, zh
from luoshi.cli.terminal import width
from luoshi.library import pack

PLAN = "中共云溪市委关于制定云溪市第十五个五年规划的建议\n（2025年12月12日中国共产党云溪市第九届委员会第十次全体会议通过）\n一、目标\n1. 到2030年，全市生产总值突破3000亿元。\n"
REPORT = "云溪市2026年政府工作报告\n一、目标\n1. 今年，粮食产量稳定在82万吨。\n"


def run(place, *arguments):
    """The command in this process: its exit code, and what it wrote to the standard output and error."""
    environment = {"LC_ALL": "C.UTF-8", "LUOSHI_LIBRARY": str(place), "LUOSHI_JOBS": "2"}
    with (
        mock.patch.dict(os.environ, environment),
        tempfile.TemporaryFile("w+", encoding="utf-8") as out,
        tempfile.TemporaryFile("w+", encoding="utf-8") as err,
    ):
        with redirect_stdout(out), redirect_stderr(err):
            code = main([*map(str, arguments)])
        told = []
        for stream in (out, err):
            stream.flush()
            stream.buffer.seek(0)
            told.append(stream.buffer.read().decode("utf-8-sig").replace("\r\n", "\n"))
        return code, *told


def process(place, *arguments, **more):
    """The command as a process of its own."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LUOSHI_LIBRARY": str(place)}
    command = [sys.executable, "-m", "luoshi", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=250, check=False, **more)
    return done.returncode, done.stdout.decode("utf-8-sig"), done.stderr.decode()


@pytest.fixture
def folder(tmp_path):
    """Two plans, one of them in a folder inside, and a file that cannot be read."""
    folder = tmp_path / "plans"
    (folder / "2026").mkdir(parents=True)
    (folder / "建议.txt").write_text(PLAN, "utf-8")
    (folder / "2026" / "report.txt").write_text(REPORT, "utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    return folder


def listed(place, *arguments):
    code, out, err = run(place, "list", "--format", "json", *arguments)
    assert code == 0, err
    return json.loads(out)


def test_a_folder_is_added_and_again_without_change(place, folder):
    code, out, err = run(place, "add", folder)
    assert (code, out) == (1, "")
    assert "2 added, 1 failed. library: " in err
    assert "broken.pdf" in err
    before = listed(place)
    assert [(line["genre"], line["year"]) for line in before] == [("政府工作报告", 2026), ("建议", 2025)]
    code, _, err = run(place, "add", folder)
    assert "0 added, 2 already there, 1 failed." in err
    assert listed(place) == before


def test_what_was_not_there_the_first_time_is_added(place, folder):
    run(place, "add", folder / "建议.txt", "-q")
    code, _, err = run(place, "add", folder / "建议.txt", folder / "2026", "--language", "zh")
    assert code == 0
    assert "加入 1 份，1 份已在库中" in err


def test_a_list_is_aligned_and_fits_the_terminal(place, folder):
    run(place, "add", folder)
    code, out, _ = run(place, "list")
    head, *lines, last = out.splitlines()
    assert code == 0
    assert head.split() == ["id", "year", "region", "kind", "title", "targets", "doubts"]
    assert last == "2 documents"
    assert len(lines) == 2
    assert {width(line) for line in (head, *lines)} == {80}
    assert [line.split()[2:4] for line in lines] == [["2026", "云溪市"], ["2025", "云溪市"]]
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("filters", "genres"),
    [
        (["--level", "city"], ["政府工作报告", "建议"]),
        (["--level", "市"], ["政府工作报告", "建议"]),
        (["--level", "nation"], []),
        (["--region", "云溪"], ["政府工作报告", "建议"]),
        (["--year", "2025"], ["建议"]),
        (["--year", "2026-2030"], ["政府工作报告"]),
        (["--genre", "建议", "--region", "云溪市"], ["建议"]),
        (["--grade", "abcd"], ["政府工作报告", "建议"]),
    ],
)
def test_a_list_is_filtered(library_of_two, filters, genres):
    assert [line["genre"] for line in listed(library_of_two, *filters)] == genres


@pytest.fixture(scope="module")
def library_of_two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    (folder / "plan.txt").write_text(PLAN, "utf-8")
    (folder / "report.txt").write_text(REPORT, "utf-8")
    place = folder / "plans.db"
    assert run(place, "add", folder / "plan.txt", folder / "report.txt")[0] == 0
    return place


def test_a_list_is_a_table_for_other_programs(library_of_two, tmp_path):
    code, out, _ = run(library_of_two, "list", "--format", "csv")
    rows = [*csv.DictReader(io.StringIO(out))]
    assert code == 0
    assert [row["genre"] for row in rows] == ["政府工作报告", "建议"]
    assert rows[1]["targets"] == "1"
    assert run(library_of_two, "list", "--format", "csv", "-o", tmp_path / "list.csv")[1] == ""
    assert (tmp_path / "list.csv").read_text("utf-8-sig") == out


def test_nothing_that_fits_is_said(library_of_two):
    assert run(library_of_two, "list", "--year", "1999") == (
        0,
        "",
        f"luoshi: No document of the library {library_of_two} fits.\n",
    )


def test_a_document_is_shown_as_read_shows_its_file(library_of_two, tmp_path):
    plan = library_of_two.with_name("plan.txt")
    identity = luoshi.read(plan).id
    assert run(library_of_two, "show", identity[:8])[1] == run(library_of_two, "read", plan)[1]
    for form in ("json", "html", "csv"):
        shown = run(library_of_two, "show", identity, "--format", form)
        assert shown == run(library_of_two, "read", plan, "--format", form)
    code, _, _ = run(library_of_two, "show", identity, "-f", "xlsx", "-o", tmp_path / "plan.xlsx")
    assert code == 0
    assert (tmp_path / "plan.xlsx").stat().st_size > 5000


def test_several_are_shown_and_those_that_are_not_there_are_told(library_of_two):
    one, other = (line["id"] for line in listed(library_of_two))
    code, out, err = run(library_of_two, "show", one, "00000000", other, "--format", "jsonl")
    assert code == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == [one, other]
    assert "has no document 00000000" in err
    assert run(library_of_two, "show", "00000000")[0] == 3
    assert run(library_of_two, "show", one, other, "--format", "html")[0] == 2


def test_all_that_fit_are_shown(library_of_two, tmp_path):
    code, out, _ = run(library_of_two, "show", "--all", "-f", "csv")
    assert code == 0
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {row["document"] for row in rows} == {entry["name"] for entry in listed(library_of_two)}
    code, out, _ = run(library_of_two, "show", "--year", "2026", "-f", "jsonl")
    assert (code, out.count("\n")) == (0, 1)
    code, out, err = run(library_of_two, "show", "--year", "1999")
    assert (code, out) == (3, "")
    assert "No document of the library" in err
    assert run(library_of_two, "show", "--all", "-f", "html", "-o", tmp_path / "pages")[0] == 0
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert names == sorted(
        f"{each['id'][:8]}-{each['name'].rpartition('/')[2]}.html" for each in listed(library_of_two)
    )
    code, _, err = run(library_of_two, "show", "12345678", "--all")
    assert (code, "not both" in err) == (2, True)


def test_a_list_is_a_workbook_too(library_of_two, tmp_path):
    assert run(library_of_two, "list", "-f", "xlsx", "-o", tmp_path / "list.xlsx")[0] == 0
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet.max_row == 3


def test_documents_are_removed(place, folder):
    run(place, "add", folder)
    report, plan = (line["id"] for line in listed(place))
    code, out, err = run(place, "remove", plan[:10], "12345678")
    assert code == 1
    assert out.startswith(f"removed {plan[:8]} 中共云溪市委")
    assert width(out.rstrip()) <= 80
    assert "no document 12345678" in err
    assert [line["id"] for line in listed(place)] == [report]


def test_what_people_decided_is_not_removed_by_accident(place, folder):
    run(place, "add", folder / "建议.txt")
    with luoshi.Library(place) as library:
        (plan,) = library.entries()
        target = next(library.get(plan.id).find("target"))
        library.correct(
            plan.id, luoshi.Correction("target", *target.span, target.quote, "accept", "林", "2026-11-22T08:00:00Z")
        )
    code, out, err = run(place, "remove", plan.id)
    assert (code, out) == (3, "")
    assert "has 1 corrections by people and was not removed. To remove them with it, add --force" in err
    assert len(listed(place)) == 1
    assert run(place, "remove", plan.id, "--force", "-q") == (0, "", "")
    assert listed(place) == []


def test_a_library_that_takes_nothing_says_so_before_anything_is_read(place, folder, monkeypatch):
    with luoshi.Library(place):
        pass
    monkeypatch.setattr("luoshi.cli.library.at", lambda where, **_: luoshi.Library(where, read_only=True))
    monkeypatch.setattr("luoshi.cli.add.add_many", None)
    code, out, err = run(place, "add", folder)
    assert (code, out) == (3, "")
    assert "is read-only" in err


@pytest.mark.parametrize("command", ["list", "show", "remove"])
def test_without_a_library_there_is_nothing_to_work_on(tmp_path, command):
    ids = [] if command == "list" else ["12345678"]
    code, out, err = run(tmp_path / "none.db", command, *ids)
    assert (code, out) == (3, "")
    assert "There is no library at" in err
    assert "luoshi add" in err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add"], "it is not said what to add"),
        (["add", "x.txt", "--jobs", "0"], "--jobs wants"),
        (["add", "x.txt", "--year", "2026"], "--year is for list, search, show"),
        (["read", "x.txt", "--library", "x.db"], "--library is for add, list"),
        (["show"], "it is not said which document"),
        (["remove"], "it is not said which document"),
        (["list", "x.txt"], "list takes no x.txt"),
        (["list", "--format", "html"], "list knows text, json, csv, xlsx, not html"),
        (["list", "--year", "26"], "no value of year"),
        (["list", "--year", "2026-2021"], "Its end comes before its start"),
        (["list", "--level", "street"], "no value of level"),
        (["list", "--grade", "E"], "--grade wants"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(tmp_path, arguments, says):
    code, out, err = run(tmp_path / "plans.db", *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_an_empty_library_says_what_would_fill_it(tmp_path, folder):
    place = tmp_path / "plans.db"
    assert run(place, "add", folder / "broken.pdf")[0] == 3
    code, out, err = run(place, "list", "--language", "zh")
    assert (code, out) == (0, "")
    assert "是空的；luoshi add" in err


def test_the_library_is_where_people_keep_their_data(tmp_path, folder):
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "LC_ALL": "C.UTF-8"}
    environment.pop("LUOSHI_LIBRARY", None)
    command = [sys.executable, "-m", "luoshi", "add", str(folder / "建议.txt"), "-q"]
    assert subprocess.run(command, env=environment, check=False, capture_output=True).returncode == 0
    assert (tmp_path / "data" / "luoshi" / "luoshi.db").is_file()


def test_another_library_is_named_on_the_command(library_of_two, tmp_path):
    assert len(json.loads(run(tmp_path / "x.db", "list", "-f", "json", "--library", library_of_two)[1])) == 2


def test_standard_input_is_added(tmp_path):
    code, _, err = process(tmp_path / "plans.db", "add", "-", input=PLAN.encode("gb18030"))
    assert code == 0, err
    assert listed(tmp_path / "plans.db")[0]["name"] == "-"


def test_reading_loads_no_database(tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text(PLAN, "utf-8")
    code = f"""
import sys
from luoshi.cli import main
main(["read", {str(plan)!r}, "-q", "-o", {str(tmp_path / "plan.json")!r}, "-f", "json"])
print([name for name in sys.modules if name.partition(".")[0] in ("sqlalchemy", "alembic", "sqlite3", "psycopg")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("pages", [zh.PAGES, en.PAGES], ids=["zh", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_a_page_for_every_command_with_its_options(pages, command):
    assert re.search(rf"(^  |、|, ){command}\b", pages[""], re.MULTILINE)
    assert pages[command].startswith(f"luoshi {command}")
    for option in OPTIONS:
        if option.name in ("help", "version"):
            continue
        if command in (option.commands or COMMANDS):
            assert f"--{option.name}" in pages[command]
        else:
            assert not re.search(rf"^ +(-\w, )?--{option.name}\b", pages[command], re.MULTILINE)


def test_the_modules_of_all_commands_are_there():
    for command in LIBRARY:
        name = "shelf" if command == "list" else command
        assert (Path(luoshi.__file__).parent / "cli" / f"{name}.py").is_file()


def test_a_library_is_verified_backed_up_and_restored(place, folder, tmp_path):
    run(place, "add", folder)
    assert run(place, "verify") == (0, f"The library {where(place)} is sound: 2 documents checked.\n", "")
    backup = tmp_path / "safe.db"
    code, out, err = run(place, "backup", backup)
    assert (code, out, err) == (0, "", f"luoshi: 2 documents backed up to {backup}\n")
    assert run(place, "backup", backup)[0] == 3
    assert "has 2 documents" in run(place, "restore", backup)[2]
    new = tmp_path / "new.db"
    code, _, err = run(place, "restore", backup, "--library", new, "--language", "zh")
    assert (code, err) == (0, f"luoshi: 恢复了 2 份文档到 {new}\n")
    assert listed(new) == listed(place)
    assert run(new, "verify", "-q") == (0, "", "")


def where(place):
    with luoshi.Library(place) as library:
        return library.where


def test_what_is_wrong_in_a_library_is_told(library_of_two, tmp_path):
    place = tmp_path / "spoilt.db"
    place.write_bytes(Path(library_of_two).read_bytes())
    connection = sqlite3.connect(place)
    connection.execute("UPDATE document SET title = '另一个' WHERE genre = '建议'")
    connection.commit()
    connection.close()
    code, out, err = run(place, "verify")
    assert code == 1
    assert out.startswith(luoshi.read(library_of_two.with_name("plan.txt")).id[:8] + ": Its line")
    assert "has 1 problems; 1 documents are sound" in err


def test_documents_are_read_again_and_what_changed_is_told(place, folder):
    run(place, "add", folder)
    code, out, err = run(place, "reread")
    assert (code, out) == (0, "")
    assert "nothing to read again" in err
    with luoshi.Library(place) as library:
        plan = next(each for each in library.entries() if each.genre == "建议")
        document = library.get(plan.id)
        past = replace(document, edition=luoshi.Edition("0.0.1", "old"), findings=document.findings[1:])
        library.replace(pack(past, library.original(plan.id), ""))
    code, out, err = run(place, "reread", "--format", "json")
    (changes,) = map(json.loads, out.splitlines())
    assert code == 0
    assert (changes["id"], changes["before"]) == (plan.id, {"rules": "0.0.1", "knowledge": "old"})
    assert [change["what"] for change in changes["changes"]] == ["new"]
    assert "1 read again, 1 changed" in err
    code, out, err = run(place, "reread", plan.id[:8], "--language", "zh")
    assert out.splitlines()[1:] == ["  版本未变", "  读法没有变化"]
    assert "重读 1 份，0 份有变化" in err
    assert "2 read again" in run(place, "reread", "--force")[2]
    assert run(place, "reread", "00000000")[0] == 3


def test_what_changed_is_told_in_lines_that_fit(place, folder):
    run(place, "add", folder / "建议.txt")
    with luoshi.Library(place) as library:
        (plan,) = library.entries()
        document = library.get(plan.id)
        past = replace(document, edition=luoshi.Edition("0.0.1", "old"), findings=(), verdict=None)
        library.replace(pack(past, library.original(plan.id), ""))
    _, out, _ = run(place, "reread")
    lines = out.splitlines()
    assert lines[0].startswith(plan.id[:8])
    assert lines[1] == f"  rules 0.0.1 → {luoshi.__version__}, knowledge old → {plan.knowledge}"
    assert f"{len(document.findings)} new" in lines[2]
    assert "grade - → " in lines[2]
    assert any(line.startswith("  + Targets  “") for line in lines)
    assert max(map(width, lines)) <= 80


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["verify", "x"], "verify takes no x"),
        (["backup"], "backup wants one file"),
        (["restore", "a", "b"], "restore wants one file"),
        (["reread", "--jobs", "0"], "--jobs wants"),
        (["reread", "--format", "csv"], "reread knows text, json, not csv"),
    ],
)
def test_what_makes_no_sense_to_the_other_commands_is_wrong_usage(tmp_path, arguments, says):
    code, out, err = run(tmp_path / "plans.db", *arguments)
    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--tls-certificate", "none.pem", "--tls-key", "none.key"], 3, "cannot be used: No such file or directory"),
        (["--tls-certificate", __file__, "--tls-key", __file__], 3, "cannot be used"),
        (["--tls-key", "none.key"], 2, "go together"),
        (["--prefix", "../plans"], 2, "--prefix wants a path such as /plans"),
        (["--prefix", "a b"], 2, "--prefix wants"),
        (["--port", "70000"], 2, "--port wants"),
    ],
)
def test_what_cannot_be_served_is_told_before_an_address_is(tmp_path, arguments, code, says):
    told, out, err = run(tmp_path / "plans.db", "serve", *arguments)
    assert (told, out) == (code, "")
    assert says in err


def test_python_adds_files_and_folders_too(place, folder):
    with luoshi.Library(place) as library:
        first = luoshi.add(library, folder)
        assert [bool(outcome.failure) for outcome in first] == [False, True, False]
        assert all(library.get(outcome.id).title == outcome.summary.title for outcome in first if outcome.id)
        assert [outcome.skipped for outcome in luoshi.add(library, folder / "建议.txt")] == [True]
        assert [entry.genre for entry in library.entries(luoshi.Chosen(years=(2025, 2025)))] == ["建议"]
