"""``luoshi correct, corrections`` as people type them, on both databases."""

import csv
import io
import json
import os
from unittest import mock

import pytest
from tests.cli.test_library_commands import PLAN, run

import luoshi


@pytest.fixture
def plan(place, tmp_path):
    """The id of a plan in a library, and the id of its first target."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    run(place, "add", path)
    document = luoshi.read(path)
    return document.id, next(name for name, each in document.ids().items() if each.kind == "target")


def exported(place, *more):
    code, out, _ = run(place, "corrections", "-f", "jsonl", *more)
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def shown(place, identity, *more):
    return json.loads(run(place, "show", identity, "-f", "json", *more)[1])


def test_a_finding_is_edited_shown_and_taken_back(place, plan):
    identity, target = plan
    done = run(place, "correct", identity[:8], target, "edit", "quantity.value=4e11", "--who", "林", "--note", "看错")
    assert done == (0, "correction 1 kept\n", "")
    found = next(each for each in shown(place, identity)["findings"] if each["id"] == target)
    assert (found["value"]["quantity"]["value"], found["basis"]) == (4e11, "corrected")
    was = next(each for each in shown(place, identity, "--as-read")["findings"] if each["id"] == target)
    assert (was["value"]["quantity"]["value"], was["basis"]) == (3e11, "stated")
    (row,) = exported(place)
    assert (row["document"], row["finding"], row["who"], row["note"], row["state"]) == (
        identity,
        target,
        "林",
        "看错",
        "applies",
    )
    assert (row["before"]["quantity"]["value"], row["after"]["quantity"]["value"]) == (3e11, 4e11)
    assert run(place, "correct", identity, "--withdraw", "1", "--who", "周") == (0, "correction 1 taken back\n", "")
    assert shown(place, identity) == shown(place, identity, "--as-read")
    assert exported(place)[0]["state"] == "withdrawn"
    assert run(place, "correct", identity, "--withdraw", "1", "--who", "周")[0] == 3


def test_who_it_is_comes_from_the_system(place, plan):
    with mock.patch.dict(os.environ, {"LOGNAME": "zhou"}):
        assert run(place, "correct", plan[0], plan[1], "accept", "-q") == (0, "", "")
    assert exported(place)[0]["who"] == "zhou"
    code, _, err = run(place, "correct", plan[0], plan[1], "accept", "--who", " ")
    assert code == 3
    assert "--who" in err


def test_a_finding_is_added_on_words(place, plan):
    fields = ["name=云溪", "kind=other"]
    code, _, err = run(place, "correct", plan[0], "--add", "place", "--words", "云溪", *fields, "--who", "林")
    assert code == 3
    assert "in 3 places. Say which with --which" in err
    assert (
        run(place, "correct", plan[0], "--add", "place", "--words", "云溪", "--which", "2", *fields, "--who", "林")[0]
        == 0
    )
    added = [each for each in shown(place, plan[0])["findings"] if each["rule"] == "correction.added"]
    assert [(each["quote"], each["value"]["kind"]) for each in added] == [("云溪", "other")]
    code, _, err = run(place, "correct", plan[0], "--add", "place", "--words", "松岭", *fields, "--who", "林")
    assert (code, "does not have these words" in err) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "which document"),
        (["12345678"], "wants a document, a finding and"),
        (["12345678", "target-1"], "wants a document, a finding and"),
        (["12345678", "target-1", "burn"], "wants a document, a finding and"),
        (["12345678", "target-1", "edit"], "edit wants FIELD=VALUE"),
        (["12345678", "target-1", "accept", "a=b"], "edit wants FIELD=VALUE"),
        (["12345678", "target-1", "edit", "nonsense"], "nonsense is not FIELD=VALUE"),
        (["12345678", "--add", "place", "name=x"], "--words"),
        (["12345678", "--withdraw", "1", "more"], "takes no more"),
    ],
)
def test_wrong_usage(tmp_path, arguments, says):
    code, out, err = run(tmp_path / "none.db", "correct", *arguments)
    assert (code, out) == (2, "")
    assert says in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["target-000000000000", "accept"], "no finding target-000000000000"),
        (["t", "accept"], "accept"),
        (["TARGET", "edit", "quantity.valeu=1"], "'valeu' is unknown; there are value"),
        (["TARGET", "edit", "quantity.value=many"], "'many' is no float"),
        (["TARGET", "edit", "period=soon"], "At $.period"),
        (["TARGET", "accept", "--note", "x" * 10_001], "it may have 10000"),
    ],
)
def test_what_does_not_fit_is_one_line_and_changes_nothing(place, plan, arguments, says):
    arguments = [plan[1] if each == "TARGET" else each for each in arguments]
    code, out, err = run(place, "correct", plan[0], *arguments, "--who", "林")
    if arguments[0] == "t":  # fits more than one, or just the target
        assert code in (0, 3)
        return
    assert (code, out) == (3, "")
    assert says in err
    assert err.count("\n") == 1
    assert exported(place) == []


def test_options_of_other_commands_are_refused(place):
    for option in (["--who", "x"], ["--as-read"], ["--from", "x"], ["--note", "x"]):
        code, _, err = run(place, "list", *option)
        assert code == 2
        assert f"{option[0]} is for" in err


def test_corrections_go_into_another_library_once(place, plan, tmp_path):
    identity, target = plan
    run(place, "correct", identity, target, "edit", "quantity.value=4e11", "--who", "林")
    run(place, "correct", identity, target, "edit", "binding=binding", "--who", "周", "--note", "第二次")
    run(place, "correct", identity, "--add", "body", "--words", "中共云溪市委关于", "name=云溪市委", "--who", "林")
    run(place, "correct", identity, "--withdraw", "2", "--who", "林")
    for form in ("json", "jsonl"):
        path, other = tmp_path / f"c.{form}", tmp_path / f"{form}.db"
        assert run(place, "corrections", "-f", form, "-o", path)[0] == 0
        run(other, "add", tmp_path / "plan.txt")
        assert run(other, "corrections", "--from", path) == (0, "3 corrections taken; 0 there already; 0 refused\n", "")
        assert run(other, "corrections", "--from", path) == (0, "0 corrections taken; 3 there already; 0 refused\n", "")
        assert exported(other) == exported(place)
        assert shown(other, identity) == shown(place, identity)
        assert run(other, "verify")[0] == 0
    empty = tmp_path / "empty.db"
    (tmp_path / "other.txt").write_text("松岭县2026年政府工作报告\n", "utf-8")
    run(empty, "add", tmp_path / "other.txt")
    code, out, err = run(empty, "corrections", "--from", path)
    assert (code, out) == (3, "0 corrections taken; 0 there already; 3 refused\n")
    assert f"has no document {identity[:8]}" in err


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"[1]", b'{"document": 1}', b"\xff\xfe", b"[" * 100_000, b"null"])
def test_a_file_that_holds_no_corrections(tmp_path, data):
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    run(tmp_path / "a.db", "add", tmp_path / "plan.txt")
    (tmp_path / "c.jsonl").write_bytes(data)
    code, _, err = run(tmp_path / "a.db", "corrections", "--from", tmp_path / "c.jsonl")
    assert code == (0 if data in (b"", b"[]") else 3)
    assert "Traceback" not in err
    assert run(tmp_path / "a.db", "corrections", "--from", tmp_path / "none")[0] == 3


def test_corrections_are_listed_as_text_and_as_a_table(place, plan):
    assert run(place, "corrections") == (0, "", "luoshi: There are no corrections.\n")
    run(place, "correct", *plan, "reject", "--who", "林", "--note", "=1+1")
    code, out, _ = run(place, "corrections", plan[0][:8])
    assert code == 0
    assert f"1 rejected {plan[1]}" in out
    (row,) = csv.DictReader(io.StringIO(run(place, "corrections", "-f", "csv")[1]))
    assert (row["action"], row["note"], row["finding"], row["after"]) == ("reject", "'=1+1", plan[1], "")
    assert run(place, "corrections", "-f", "html")[0] == 2
    assert run(place, "corrections", "00000000")[0] == 3
