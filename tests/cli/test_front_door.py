"""``import luoshi``: instant, complete, sorted."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import luoshi
from luoshi import errors, model


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_importing_it_loads_nothing_else():
    loaded = json.loads(
        python(
            "import sys, json; before = set(sys.modules); import luoshi;"
            "print(json.dumps([n for n in sys.modules if n not in before]))"
        )
    )
    assert [name for name in loaded if name.partition(".")[0] != "__future__"] == ["luoshi"]


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_load_no_package(argument):
    code = f"""
import sys, json
from luoshi.cli import main
try: main([{argument!r}])
finally: sys.stderr.write(json.dumps([n for n, m in sys.modules.items() if "site-packages" in (getattr(m, "__file__", "") or "")]))
"""
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stderr) == []
    assert "luoshi" in done.stdout


def test_reading_loads_no_copy_of_what_python_has(tmp_path):
    """typing_extensions takes ten milliseconds, dataclasses twenty."""
    plan = tmp_path / "plan.txt"
    plan.write_text("甲县2026年工作要点\n\n一、建设甲乙公路。", encoding="utf-8")
    loaded = python(
        f"import sys; from luoshi.cli import main; main(['read', {str(plan)!r}]); print(*sys.modules)"
    ).split()
    assert "msgspec" in loaded
    assert not {"typing_extensions", "dataclasses", "inspect"} & set(loaded)


def test_all_is_sorted_and_everything_is_there():
    assert luoshi.__all__ == sorted(luoshi.__all__, key=lambda name: (not name.isupper(), name))
    assert set(luoshi.__all__) <= set(dir(luoshi))
    for name in luoshi.__all__:
        assert getattr(luoshi, name) is not None


def test_all_holds_the_model_and_every_error():
    classes = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert classes <= set(luoshi.__all__)
    assert set(model.__all__) - {"AnyFinding"} <= set(luoshi.__all__)
    assert luoshi.Document is model.Document
    assert luoshi.BadRecord is errors.BadRecord


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        luoshi.nothing  # noqa: B018


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    assert luoshi.__version__ == project["version"]
    assert python("import luoshi; print(luoshi.__version__)").strip() == project["version"]
