"""The two READMEs say the same, and what they tell a reader to do exists."""

import doctest
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
ENGLISH = (HOUSE / "README.md").read_text(encoding="utf-8")
CHINESE = (HOUSE / "README.zh-CN.md").read_text(encoding="utf-8")


def code_blocks(markdown):
    return re.findall(r"^```\w*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)


def heading_levels(markdown):
    prose = re.sub(r"^```\w*\n.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    return [len(signs) for signs in re.findall(r"^(#+) ", prose, re.MULTILINE)]


def without_remarks(block):
    return re.sub(r" +# .*", "", block)


def test_both_readmes_show_the_same_code():
    assert len(code_blocks(ENGLISH)) >= 3
    assert [*map(without_remarks, code_blocks(ENGLISH))] == [*map(without_remarks, code_blocks(CHINESE))]


def test_both_readmes_have_the_same_headings():
    assert heading_levels(ENGLISH) == heading_levels(CHINESE)


@pytest.mark.parametrize("target", re.findall(r"^(\w[\w-]*):", (HOUSE / "Makefile").read_text(), re.MULTILINE))
def test_every_make_target_is_declared_phony(target):
    assert target in re.search(r"^\.PHONY: (.*)$", (HOUSE / "Makefile").read_text(), re.MULTILINE)[1].split()


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_links_inside_the_house_lead_somewhere(page):
    links = re.findall(r"\]\((?!http|#)([^)#]+)", (HOUSE / page).read_text(encoding="utf-8"))
    missing = [link for link in links if not (HOUSE / link).exists()]
    assert missing == []


@pytest.mark.parametrize("command", re.findall(r"\bmake (\w+)", ENGLISH))
def test_commands_of_the_readme_exist(command):
    assert re.search(rf"^{command}:", (HOUSE / "Makefile").read_text(), re.MULTILINE)


def test_the_example_of_the_readme_gives_what_it_shows(monkeypatch):
    monkeypatch.chdir(HOUSE)
    (example,) = (block for block in code_blocks(ENGLISH) if block.startswith(">>>"))
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", "README.md", 0)

    result = doctest.DocTestRunner(verbose=False).run(test)

    assert result.attempted >= 6
    assert result.failed == 0
