"""Every command that stands in the documentation is one that ``luoshi`` takes; those of the office's guide are run."""

import io
import re
import shlex
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

import luoshi
from luoshi.cli import main
from luoshi.cli.arguments import COMMANDS, parsed

HOUSE = Path(__file__).parents[2]
PAGES = [HOUSE / "README.md", HOUSE / "README.zh-CN.md", *sorted((HOUSE / "docs").glob("*.md"))]
TRANSLATED = [HOUSE / "docs" / f"{name}.md" for name in ("explanation", "how-to", "office", "site")]


def commands(page):
    """The commands of a page's examples, without ``luoshi``, remarks, and what follows a pipe."""
    found = []
    for block in re.findall(r"^```(?:console|\w*)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        for line in re.findall(r"^(?:\$ )?(luoshi .*)$", block, re.MULTILINE):
            for part in re.split(r" && | \| ", re.sub(r"\s+# .*", "", line)):
                words = shlex.split(part)
                if words[0] == "luoshi":
                    found.append(words[1 : words.index("<") if "<" in words else None])
    return found


ALL = sorted({(page.name, tuple(command)) for page in PAGES for command in commands(page)})


def test_the_documentation_shows_commands():
    assert len(ALL) > 40
    shown = {command[0] for _, command in ALL}
    assert shown >= {*COMMANDS} - {"schema", "evaluate"}


@pytest.mark.parametrize(("page", "command"), ALL, ids=lambda each: each if isinstance(each, str) else " ".join(each))
def test_luoshi_takes_each_of_them(page, command):
    assert parsed(list(command), "en").command in COMMANDS, page


@pytest.mark.parametrize("page", TRANSLATED, ids=lambda page: page.stem)
def test_a_translated_page_shows_the_same(page):
    chinese = page.with_name(f"{page.stem}.zh-CN.md")

    def shape(command):
        return (command[0], tuple(word for word in command if word.startswith("--")))

    missing = {shape(each) for each in commands(page)} - {shape(each) for each in commands(chinese)}
    assert missing == set()
    assert f"({chinese.name})" in page.read_text("utf-8")
    assert f"({page.name})" in chinese.read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["how-to.md", "how-to.zh-CN.md"])
def test_the_python_of_a_page_runs_as_a_script_of_its_own(name, tmp_path):
    """As a newcomer writes one: without ``if __name__ == "__main__":``, though the library is filled by several processes."""
    (tmp_path / "plans").mkdir()
    for sample in ("1-recommendation-mirror.html", "7-work-report-2026.pdf"):
        shutil.copy(HOUSE / "samples" / sample, tmp_path / "plans")
    shutil.copy(HOUSE / "samples" / "7-work-report-2026.pdf", tmp_path / "plan.pdf")
    identity = sha256((tmp_path / "plan.pdf").read_bytes()).hexdigest()
    blocks = re.findall(r"^```python\n(.*?)^```", (HOUSE / "docs" / name).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    written = "import luoshi\n" + "".join(blocks).replace("9f3a12bc", identity[:8])
    (tmp_path / "script.py").write_text(written, "utf-8")
    done = subprocess.run([sys.executable, "script.py"], cwd=tmp_path, capture_output=True, check=False, timeout=250)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert "云泽" in done.stdout.decode()


@pytest.mark.parametrize("name", ["office.md", "office.zh-CN.md"])
def test_an_office_can_do_what_its_guide_says(name, tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LUOSHI_LIBRARY", str(tmp_path / "plans.db"))
    (tmp_path / "plans").mkdir()
    for sample in ("3-pledges-portal.txt", "8-statistics-2025.md"):
        shutil.copy(HOUSE / "samples" / sample, tmp_path / "plans")
    told = {}
    for command in commands(HOUSE / "docs" / name):
        if command[0] == "serve":
            continue  # tests/accounts and tests/web start it
        monkeypatch.setattr(sys, "stdin", io.StringIO("long enough a password\n"))
        assert main(command) == 0, (command, capfd.readouterr())
        told[" ".join(command[:2])] = capfd.readouterr().out
    assert "administrator" in told["users"]
    assert re.fullmatch(r"luoshi_\S+\n", told["users key"])
    with luoshi.Library(tmp_path / "new.db") as restored:
        assert restored.count() == 2
    assert (tmp_path / "corrections.jsonl").read_bytes() == b""
