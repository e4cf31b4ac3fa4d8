"""``luoshi read`` as people and scripts call it: whole processes, good files and bad."""

import csv
import io
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import luoshi
from luoshi.cli.help import en, zh
from luoshi.cli.terminal import width

PLAN = "中共云溪市委关于制定云溪市第十五个五年规划的建议\n一、目标\n1. 到2030年，全市生产总值突破3000亿元。\n"


def start(*arguments, **more):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "80", **more.pop("env", {})}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen([sys.executable, "-m", "luoshi", *map(str, arguments)], env=environment, **pipes)


def run(*arguments, stdin=b"", **more):
    with start(*arguments, **more) as process:
        try:
            out, err = process.communicate(stdin, timeout=60)
        finally:
            process.kill()
    assert b"Traceback" not in err, err.decode()
    return process.returncode, out, err.decode()


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_one_file_is_reported_to_a_person(plan):
    code, out, err = run("read", plan, "--language", "zh")
    told = out.decode()
    assert code == 0
    assert told.startswith("中共云溪市委关于制定云溪市第十五个五年规划的建议\n")
    assert "存疑" in told
    assert "一、目标" in told
    assert "3000亿元" in told
    assert "\x1b" not in told, "no colour where there is no terminal"
    assert err == ""


def test_standard_input_is_read_and_json_written():
    code, out, _ = run("read", "-", "-f", "json", stdin=PLAN.encode("gb18030"))
    document = luoshi.from_json(out)
    assert code == 0
    assert document == luoshi.read(PLAN.encode("gb18030"))
    assert document.edition.rules == luoshi.__version__


def test_a_file_goes_where_it_should(plan, tmp_path):
    page = tmp_path / "page.html"
    code, out, err = run("read", plan, "-f", "html", "-o", page)
    assert (code, out, err) == (0, b"", "")
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")


def encrypted_pdf():
    """A PDF that wants a password."""
    body = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    body += b"3 0 obj<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>endobj\n" % (b"41" * 32, b"42" * 32)
    return body + b"trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<31><31>]/Size 4>>\n%%EOF\n"


@pytest.fixture
def mixed(tmp_path, samples):
    """A folder of good files and of everything that is wrong with files."""
    folder = tmp_path / "in"
    (folder / "下").mkdir(parents=True)
    pdf = next(samples.glob("*.pdf")).read_bytes()
    docx = next(samples.glob("*.docx")).read_bytes()
    files = {
        "good.txt": PLAN.encode(),
        "下/good.md": b"# " + PLAN.encode(),
        "english.txt": b"The city will grow by 5 percent a year until 2030. " * 9,
        "nul.txt": PLAN.replace("一", "一\0").encode(),
        "surrogate.txt": PLAN.encode() + b"\xed\xa0\x80" + PLAN.encode(),
        "long.txt": ("坚持稳中求进，" * 150_000).encode(),
        "text.pdf": PLAN.encode(),
        "word.txt": docx,
        "bad-empty.txt": b"",
        "bad-blank.txt": b" \n\n",
        "bad-binary.txt": bytes(range(256)) * 40,
        "bad-truncated.pdf": pdf[: len(pdf) // 3],
        "bad-truncated.docx": docx[: len(docx) // 2],
        "bad-encrypted.pdf": encrypted_pdf(),
        "bad-encrypted.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def test_in_a_batch_the_good_are_read_and_the_bad_are_listed_at_the_end(mixed, tmp_path):
    out = tmp_path / "out"
    code, printed, err = run("read", mixed, tmp_path / "none.txt", "-f", "json", "-o", out)
    assert code == 1
    assert printed == b""
    bad = {path.name for path in mixed.iterdir() if path.name.startswith("bad-")} | {"none.txt"}
    _, _, listed = err.partition("Not read (8)\n")
    told = listed.splitlines()
    assert {line.split(":")[0].rpartition("/")[2].strip() for line in told} == bad
    assert all(line.count(". ") >= 1 for line in told), "each says what is wrong, and what to do"
    assert "Luoshi made a mistake" not in err
    written = {path.relative_to(out).as_posix() for path in out.rglob("*.json")}
    assert "in/下/good.md.json" in written
    assert len(written) == 8
    for path in out.rglob("*.json"):
        luoshi.from_json(path.read_bytes())

    again, _, err = run("read", mixed, "-f", "json", "-o", out / "in")
    assert again == 1
    assert "8 read" in err, "another folder of results, nothing known yet"


@pytest.mark.parametrize("name", ["bad-empty.txt", "bad-truncated.pdf", "bad-encrypted.docx", "none.txt"])
def test_a_bad_file_alone_is_one_line_and_exit_code_3(mixed, name):
    code, out, err = run("read", mixed / name)
    assert (code, out) == (3, b"")
    assert err.count("\n") == 1
    assert name in err


def test_a_second_run_skips_what_has_not_changed(tmp_path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(3):
        (source / f"{number}.txt").write_text(f"{PLAN}{number}", "utf-8")
    (source / os.fsdecode(b"\xff.txt")).write_text(PLAN, "utf-8")
    assert run("read", source, "-f", "jsonl", "-o", out)[0] == 0
    (source / os.fsdecode(b"\xff.txt")).unlink()
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    (source / "1.txt").write_text(PLAN + "新", "utf-8")
    (out / "2.txt.jsonl").write_text("spoilt")
    code, _, err = run("read", source, "-f", "jsonl", "-o", out)
    assert (code, "2 read, 1 skipped" in err) == (0, True)
    same = {path.name for path in before if path.stat().st_mtime_ns == before[path]}
    assert same == {"0.txt.jsonl", os.fsdecode(b"\xff.txt.jsonl")}
    assert "读成 3 份" in run("read", source, "-f", "jsonl", "-o", out, "--language", "zh")[2], "another language"
    assert "读成 3 份" in run("read", source, "-f", "jsonl", "-o", out, "--language", "zh", "--force")[2]


def test_many_in_one_table_in_the_order_of_their_names(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(PLAN, "utf-8")
    code, out, err = run("read", tmp_path / "*.txt", "-f", "csv", "-q", "--jobs", "2")
    assert (code, err) == (0, "")
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline="")))
    files = [Path(row["document"]).name for row in rows if row["kind"] == "target"]
    assert files == [f"{number}.txt" for number in range(5)]
    lines = run("read", tmp_path, "-f", "jsonl", "-q", "--jobs", "1")[1].splitlines()
    assert len({json.loads(line)["id"] for line in lines}) == 1
    assert len(lines) == 5


def test_several_files_are_a_line_each_and_a_summary(plan, mixed):
    code, out, err = run("read", plan, mixed / "good.txt", mixed / "bad-empty.txt", "--language", "zh")
    assert code == 1
    lines = out.decode().splitlines()
    assert len(lines) == 3
    assert lines[-1] == "读成 2 份，1 份没读成。"
    assert "没读成的（1）" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read"], "not said what to read"),
        (["plan.txt"], "did you mean luoshi read plan.txt"),
        (["serach", "x"], "there is no command serach; did you mean search"),
        (["nothing-like-it"], "there is no command nothing-like-it. See luoshi --help"),
        (["read", "x", "--formt", "csv"], "no option --formt; did you mean --format. See luoshi read --help"),
        (["read", "x", "--format"], "--format wants a value"),
        (["read", "x", "--output", "--force"], "--output wants a value"),
        (["read", "x", "--jobs", "two"], "--jobs wants a whole number, not two"),
        (["read", "x", "--force=yes"], "--force takes no yes"),
        (["read", "x", "-z"], "no option -z"),
        (["read", "x", "--language", "fr"], "--language knows zh, en, not fr"),
        (
            ["read", "x", "--jbos", "1", "--language", "zh"],
            "没有 --jbos 这个选项；你是想用 --jobs 吗。见 luoshi read --help。",
        ),
        (["serve", "--format", "csv"], "--format is for read"),
        (["read", "x", "--format", "pdf"], "read knows text, json, jsonl, csv, xlsx, html, not pdf"),
        (["read", "x", "--jobs", "0"], "--jobs"),
        (["read", "x", "--nonsense"], "--nonsense"),
        (["read", "-", "-"], "once only"),
        (["read", "a", "b", "-f", "html"], "html holds one document"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(arguments, says):
    code, out, err = run(*arguments)
    assert (code, out) == (2, b"")
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [["--format=csv"], ["-fcsv"], ["-f=csv"], ["-qf", "csv"], ["-f", "json", "-f", "csv"]]
)
def test_options_are_written_in_every_usual_way(plan, arguments):
    code, out, err = run("read", *arguments, "--", plan)
    assert (code, err) == (0, "")
    assert out.startswith(b"\xef\xbb\xbfdocument,")


@pytest.mark.parametrize("arguments", [["--help"], ["read", "PLAN"], ["read", "PLAN", "-f", "csv"], ["schema"]])
def test_a_full_disk_behind_standard_output_is_told(plan, arguments):
    given = [plan if each == "PLAN" else each for each in arguments]
    with Path("/dev/full").open("wb") as full:
        code, _, err = run(*given, stdout=full)
    assert code == 3
    assert err == "luoshi: standard output: cannot be written: No space left on device. Give another place.\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "PLAN"], ["read", "-"], ["schema"], ["nonsense"]])
def test_closed_streams_are_no_error(plan, arguments):
    given = [str(plan) if each == "PLAN" else each for each in arguments]
    close = "import os, sys; [os.close(n) for n in (0, 1, 2)]; os.execv(sys.executable, [sys.executable, '-m', 'luoshi', *sys.argv[1:]])"
    code = subprocess.run([sys.executable, "-c", close, *given], timeout=60, check=False).returncode
    assert code == {"nonsense": 2, "-": 3}.get(given[-1], 0)


def test_the_result_never_replaces_what_is_read(plan):
    code, _, err = run("read", plan, "-o", plan)
    assert code == 2
    assert "replace" in err
    assert plan.read_text("utf-8") == PLAN


def test_an_empty_folder_and_an_impossible_place_are_told(tmp_path, plan):
    (tmp_path / "nothing").mkdir()
    code, _, err = run("read", tmp_path / "nothing")
    assert (code, err.count("\n")) == (3, 1)
    code, _, err = run("read", plan, "-f", "json", "-o", plan / "out.json")
    assert (code, "cannot be written" in err) == (3, True)
    code, _, err = run("read", plan, "-f", "json", "-o", f"{plan}/out/")
    assert (code, "cannot be written" in err) == (2, True)


def test_no_output_file_is_left_where_nothing_was_read(tmp_path):
    assert run("read", tmp_path / "none.txt", "-f", "csv", "-o", tmp_path / "all.csv")[0] == 3
    assert not (tmp_path / "all.csv").exists()


def test_help_in_both_languages_names_every_option_and_exit_code():
    for language, word in (("en", "Exit codes"), ("zh", "退出码")):
        code, out, err = run("--help", "--language", language)
        told = out.decode()
        assert (code, err) == (0, "")
        assert word in told
        for option in ("--format", "--output", "--language", "--quiet", "--help", "--version", "--library"):
            assert option in told
        assert run("help", "--language", language)[1] == out
        assert run("read", "--help", "--language", language) == run("help", "read", "--language", language)
    for page in (*en.PAGES.values(), *zh.PAGES.values()):
        assert all(width(line) <= 80 for line in page.splitlines())
    assert run()[0] == 2
    assert "用法" in run("--help", env={"LC_ALL": "zh_CN.UTF-8"})[1].decode()


def test_the_schema_is_published():
    code, out, _ = run("schema")
    assert code == 0
    assert json.loads(out) == luoshi.schema()


def test_a_reader_who_has_had_enough_is_no_error(mixed):
    with start("read", mixed / "long.txt", "-f", "json", stdin=subprocess.DEVNULL) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(60) == 141
        assert process.stderr.read() == b""


def test_ctrl_c_ends_quietly_and_what_was_written_is_whole(tmp_path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for number in range(40):
        (source / f"{number:02}.txt").write_text(PLAN * 40, "utf-8")
    with start("read", source, "-f", "json", "-o", out, stdin=subprocess.DEVNULL, start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while not list(out.glob("*.json")) and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"Stopped" in err
    written = list(out.glob("*.json"))
    assert written
    for path in written[:3]:
        luoshi.from_json(path.read_bytes())
    assert not list(out.glob(".*.tmp")), "no half-written result is left"


def on_a_terminal(*arguments, **more):
    """What a person sees: standard output and standard error of a terminal."""
    ours, theirs = pty.openpty()
    with start(*arguments, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, **more) as process:
        os.close(theirs)
        seen = b""
        try:
            while data := os.read(ours, 65536):
                seen += data
        except OSError:  # Linux tells the end of a terminal so
            pass
        os.close(ours)
        assert process.wait(60) == 0
    return seen.decode()


def test_colour_is_for_terminals_and_can_be_switched_off(plan):
    assert "\x1b[1m" in on_a_terminal("read", plan, env={"NO_COLOR": ""})
    assert "\x1b" not in on_a_terminal("read", plan, env={"NO_COLOR": "1"})


def test_long_work_shows_a_bar_to_a_person_who_wants_one(tmp_path):
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(PLAN, "utf-8")
    arguments = ("read", tmp_path, "-f", "csv", "-o", tmp_path / "all.csv", "--force")
    assert "0/5" in on_a_terminal(*arguments)
    assert on_a_terminal(*arguments, "--quiet") == ""


def test_a_workbook_is_not_thrown_at_a_terminal(plan):
    ours, theirs = pty.openpty()
    with start("read", plan, "-f", "xlsx", stdout=theirs) as process:
        _, err = process.communicate(b"", timeout=60)
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 2
    assert b"cannot be shown in a terminal" in err
