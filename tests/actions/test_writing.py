"""Results appear whole or not at all, under names that never meet; the ledger survives a crash."""

import json
import os
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.actions.ledger import NAME, Ledger, results
from luoshi.actions.writing import output_of, write_whole


def test_a_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "new" / "a.json"
    assert write_whole(path, lambda stream: stream.write(b"abc") and None) == 3
    assert path.read_bytes() == b"abc"

    def broken(stream):
        stream.write(b"half")
        raise OSError(28, "No space left")

    with pytest.raises(OSError, match="No space"):
        write_whole(path, broken)
    assert path.read_bytes() == b"abc"
    assert [each.name for each in path.parent.iterdir()] == ["a.json"]


def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, lambda stream: stream.write(b"abc") and None)
    assert os.read(reader, 9) == b"abc"
    os.close(reader)
    assert pipe.is_fifo()


def test_names_never_meet_and_say_where_they_come_from():
    names = [output_of(PurePath(name), ".json").as_posix() for name in ("a.txt", "a.pdf", "深/a.txt", "a")]
    assert names == ["a.txt.json", "a.pdf.json", "深/a.txt.json", "a.json"]


@given(
    st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=255).filter(
        lambda n: n not in {".", ".."}
    )
)
def test_names_fit_the_file_system(name):
    made = output_of(PurePath(name), ".jsonl").name
    assert len(os.fsencode(made)) <= 255
    assert made.endswith(".jsonl")


def test_long_names_stay_different():
    long = [PurePath("规" * 90 + each) for each in ("划.txt", "划.pdf")]
    assert len({output_of(name, ".html") for name in long}) == 2


def test_the_ledger_knows_what_is_still_as_it_was_written(tmp_path):
    place = PurePath("深/a.txt.json")
    (tmp_path / "深").mkdir()
    (tmp_path / place).write_bytes(b"abc")
    ledger = Ledger(tmp_path, "json zh 1")
    assert ledger.known(place) is None
    ledger.add(place, "hash")
    assert ledger.known(place) == "hash"

    assert Ledger(tmp_path, "json zh 1").known(place) == "hash"
    assert Ledger(tmp_path, "json en 1").known(place) is None, "another way of reading"
    (tmp_path / place).write_bytes(b"ab")
    assert Ledger(tmp_path, "json zh 1").known(place) is None, "the result was changed"
    (tmp_path / place).unlink()
    assert Ledger(tmp_path, "json zh 1").known(place) is None, "the result is gone"


@pytest.mark.parametrize("torn", [b'{"output": "b', b"\xff\xfe", b"[]", b"null", b'{"output": 1}', b"\n\n"])
def test_a_torn_or_strange_line_is_ignored(tmp_path, torn):
    (tmp_path / "a").write_bytes(b"abc")
    good = json.dumps({"output": "a", "sha256": "hash", "way": "w", "size": 3}).encode()
    (tmp_path / NAME).write_bytes(good + b"\n" + torn)
    ledger = Ledger(tmp_path, "w")
    assert ledger.known(PurePath("a")) == "hash"
    ledger.add(PurePath("a"), "new")
    assert Ledger(tmp_path, "w").known(PurePath("a")) == "new"
    assert results(tmp_path) == {str((tmp_path / "a").resolve())}
