"""Which files are meant: every one once, in order, and nothing that nobody asked for."""

import os
from pathlib import Path

import pytest

from luoshi.actions.ledger import Ledger
from luoshi.actions.picking import pick

pytestmark = pytest.mark.usefixtures("tree")


@pytest.fixture
def tree(tmp_path, monkeypatch):
    for name in (
        "b.txt",
        "a.pdf",
        "a.txt",
        "notes.xyz",
        ".hidden.txt",
        "~$a.docx",
        "下/丙.HTML",
        "下/深/丁.md",
        ".git/x.txt",
    ):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def places(picked):
    return [each.place.as_posix() for each in picked]


def test_a_folder_gives_what_can_be_read_below_it_in_order():
    assert places(pick(["in"])) == ["a.pdf", "a.txt", "b.txt", "下/丙.HTML", "下/深/丁.md"]
    assert pick(["in"])[0].name == "in/a.pdf"


def test_a_file_that_is_named_is_tried_whatever_its_ending():
    assert places(pick(["in/notes.xyz", "in/.hidden.txt"])) == ["notes.xyz", ".hidden.txt"]


def test_the_same_file_named_twice_is_read_once():
    assert places(pick(["in/a.txt", "in", "./in/../in/a.txt"]))[0] == "a.txt"
    assert len(pick(["in/a.txt", "in"])) == 5


def test_several_folders_keep_their_names_below_what_holds_them():
    assert places(pick(["in/下", "in/b.txt"])) == ["下/丙.HTML", "下/深/丁.md", "b.txt"]


def test_globs_are_understood_where_the_shell_did_not():
    assert places(pick(["in/*.txt"])) == ["a.txt", "b.txt"]
    assert places(pick(["in/**/*.md"])) == ["丁.md"]


def test_a_glob_that_matches_nothing_and_a_file_that_is_not_there_are_failures():
    missing, nothing = pick(["in/none.txt", "in/*.docx"])
    assert (missing.failure.kind, nothing.failure.kind) == ("missing", "missing")
    assert missing.source is None


def test_a_file_whose_name_looks_like_a_glob_is_that_file(tree):
    (tree / "in" / "[1].txt").write_text("x")
    assert places(pick(["in/[1].txt"])) == ["[1].txt"]


def test_links_in_a_circle_end(tree):
    (tree / "in" / "下" / "圈").symlink_to(tree / "in")
    assert len(pick(["in"])) == 5


def test_where_results_go_is_not_read(tree):
    (tree / "in" / "out").mkdir()
    (tree / "in" / "out" / "a.txt.html").write_text("x")
    assert len(pick(["in"], avoid=Path("in/out"))) == 5
    (tree / "in" / "all.txt").write_text("x")
    assert len(pick(["in"], avoid=Path("in/all.txt"))) == 6


def test_results_beside_what_was_read_are_not_read_again(tree):
    ledger = Ledger(Path("in"), "html")
    (tree / "in" / "a.txt.html").write_text("x")
    ledger.add(Path("a.txt.html"), "0")
    assert len(pick(["in"], avoid=Path("in"))) == 5
    assert len(pick(["in/a.txt.html"], avoid=Path("in"))) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open every folder")
def test_a_folder_that_may_not_be_opened_is_a_failure_and_the_others_are_picked(tree):
    (tree / "in" / "下").chmod(0)
    try:
        picked = pick(["in"])
    finally:
        (tree / "in" / "下").chmod(0o755)
    assert [each.failure.kind for each in picked if each.failure] == ["forbidden"]
    assert len(picked) == 4


def test_a_folder_that_cannot_be_listed_is_a_failure(monkeypatch):
    real = os.scandir

    def scandir(path):
        if Path(path).name == "下":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    picked = pick(["in"])
    (failure,) = (each.failure for each in picked if each.failure)
    assert "Permission denied" in failure.what.en
    assert len(picked) == 4


def test_a_very_deep_tree_is_walked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(400):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("x")
    os.chdir(tmp_path)
    assert len(pick(["d"])) == 1


def test_a_link_to_nothing_is_told_and_not_left_out(tree):
    folder = tree / "links"
    folder.mkdir()
    (folder / "away.txt").symlink_to("nowhere.txt")
    (folder / "round.txt").symlink_to("round.txt")
    (folder / "other").symlink_to("nowhere")
    assert [each.source.name for each in pick([folder])] == ["away.txt", "round.txt"]


def test_a_file_in_a_folder_that_may_not_be_entered_is_left_to_the_reader(tmp_path, monkeypatch):
    def forbidden(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "stat", forbidden)
    monkeypatch.setattr(os, "lstat", forbidden)
    (picked,) = pick([tmp_path / "locked" / "plan.txt"])
    assert picked.failure is None
