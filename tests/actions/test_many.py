"""Reading many: outcomes instead of exceptions, and editions that name what was read with."""

from pathlib import Path, PurePath

import pytest

import factories
import luoshi
from luoshi.actions import FORMATS, Picked, Way, edition, many, pick, read_many, render
from luoshi.errors import BadRequest, DamagedFile
from luoshi.model import Words


@pytest.fixture
def answering(monkeypatch):
    """Lets ``read_one`` answer, or fail, as wanted."""

    def set_answer(answer):
        def read_one(_source, **_):
            if isinstance(answer, BaseException):
                raise answer
            return answer

        monkeypatch.setattr(many, "read_one", read_one)

    return set_answer


def outcome(way=None):
    return next(read_many([Picked("plan.txt", PurePath("plan.txt"), b"x")], way or Way()))


def test_a_file_that_was_read_has_its_summary(answering):
    answering(factories.plan())
    line = outcome().summary
    assert (line.title, line.grade, line.targets, line.doubts, line.worst) == (
        factories.plan().title,
        "B",
        2,
        2,
        "major",
    )
    assert outcome().part is None


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (
            DamagedFile(Words("它是空的。", "It is empty."), Words("请换一份。", "Give another."), name="plan.txt"),
            "DamagedFile",
            "It is empty.",
        ),
        (MemoryError(), "memory", "not enough memory"),
        (RuntimeError("a\nb"), "fault", "RuntimeError: a b"),
        (RecursionError("too deep"), "fault", "RecursionError"),
    ],
)
def test_whatever_happens_in_a_file_is_its_outcome(answering, error, kind, says):
    answering(error)
    failure = outcome().failure
    assert failure.kind == kind
    assert says in failure.what.en
    assert failure.advice.en
    assert "\n" not in failure.what.en + failure.what.zh


def test_what_cannot_be_written_is_told(answering, tmp_path):
    answering(factories.plan())
    (tmp_path / "plan.txt.json").mkdir()
    way = Way(next(form for form in FORMATS if form.name == "json"), "en", tmp_path)
    assert outcome(way).failure.kind == "unwritten"


def test_a_folder_that_cannot_be_is_a_bad_request(tmp_path):
    (tmp_path / "file").write_text("x")
    way = Way(FORMATS[0], "en", tmp_path / "file")
    with pytest.raises(BadRequest, match="results cannot be written"):
        next(read_many([Picked("plan.txt", PurePath("plan.txt"), b"x")], way))


def test_an_edition_names_rules_and_knowledge():
    assert edition().rules == luoshi.__version__
    assert len(edition().knowledge) == 16
    assert edition() == edition()


@pytest.mark.parametrize("form", [form.name for form in FORMATS])
def test_a_document_is_rendered_in_every_format(form):
    data = render(factories.plan(), form, language="zh", name="plan.txt")
    assert "新质生产力".encode() in data or form == "xlsx"


def test_an_unknown_format_is_a_bad_request():
    with pytest.raises(BadRequest, match="json"):
        render(factories.plan(), "word")


def test_python_and_the_pool_give_the_same_documents(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"云溪市今年增长{number}%。", "utf-8")
    form = next(form for form in FORMATS if form.name == "json")
    for result in read_many(pick([tmp_path]), Way(form), jobs=2):
        assert luoshi.from_json(result.part) == luoshi.read(Path(result.name))


def test_one_file_alone_has_no_limit_of_time_until_one_is_set(monkeypatch):
    alone = [Picked("plan.txt", PurePath("plan.txt"), "云溪市到2030年建成公园30个。".encode())]
    monkeypatch.setattr(many, "PATIENCE", 0.0)
    assert next(read_many(alone, Way())).summary
    late = next(read_many(alone, Way(), timeout=1e-6)).failure
    assert late
    assert late.kind == "timeout"
    assert "LUOSHI_TIMEOUT" in late.advice.en
    assert next(read_many(alone, Way(), timeout=60)).summary
