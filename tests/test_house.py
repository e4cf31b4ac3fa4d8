"""The house keeps its own rules: those that no linter knows."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
SOURCES = sorted((HOUSE / "src").rglob("*.py"))


@pytest.mark.parametrize("folder", sorted((HOUSE / "src/luoshi").glob("*/")), ids=lambda folder: folder.name)
def test_architecture_names_every_folder(folder):
    if folder.is_dir() and (folder / "__init__.py").exists():
        assert f"`{folder.name}/`" in (HOUSE / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_every_module_begins_with_a_sentence():
    silent = [path.name for path in SOURCES if not re.match(r'"""[^"\s]', path.read_text(encoding="utf-8"))]
    assert silent == []


def test_no_pattern_spells_out_the_range_of_chinese_characters():
    """[一-鿿] takes Python two milliseconds to compile, [^\\W\\dA-Za-z_] thirty microseconds: start-up counts."""
    slow = [path.name for path in SOURCES if re.search(r"\[\^?一-[鿿龥龟]", path.read_text(encoding="utf-8"))]
    assert slow == []


def test_no_pattern_is_compiled_before_a_text_is_read():
    """Most texts need few of the seven hundred, and each takes a third of a millisecond: see ``luoshi.patterns``."""
    count = (
        "import re, sys\n"
        "compiled, compile_ = [], re.compile\n"
        "def watched(written, flags=0):\n"
        "    caller = sys._getframe(1)\n"
        "    while caller.f_code.co_filename.endswith(('patterns.py', 'functools.py')):\n"
        "        caller = caller.f_back\n"
        "    compiled.append(caller.f_globals['__name__'])\n"
        "    return compile_(written, flags)\n"
        "re.compile = watched\n"
        "import luoshi.cli.read, luoshi.reading\n"
        "print([name for name in compiled if name.startswith('luoshi')])\n"
    )
    done = subprocess.run([sys.executable, "-c", count], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plain_classes_are_no_dataclasses():
    """Each dataclass takes a millisecond to define, its module twenty to load; ``msgspec.Struct`` takes a tenth."""
    read = "import sys, luoshi.reading, luoshi.cli.read; print('dataclasses' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_no_name_says_nothing():
    vague = {"utils", "helpers", "common", "base", "misc", "manager", "handler", "process", "data", "info"}
    assert [path.name for path in SOURCES if path.stem in vague] == []


def test_no_two_modules_beside_the_tests_have_one_name():
    """Pytest imports them by their bare names: of two alike, one hides the other."""
    names = [path.name for path in (HOUSE / "tests").rglob("*.py") if path.name not in {"conftest.py", "__init__.py"}]
    assert sorted(names) == sorted(set(names))
