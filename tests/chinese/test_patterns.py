"""A pattern that is compiled when it is first used is, from then on, the pattern."""

import re
import sys
from importlib import import_module
from pkgutil import walk_packages

import pytest

import luoshi
from luoshi.patterns import regex


def test_it_finds_what_the_compiled_pattern_finds():
    lazy, compiled = regex(r"(?P<n>\d)亿", re.IGNORECASE), re.compile(r"(?P<n>\d)亿", re.IGNORECASE)
    words = "投资3亿元，其中2亿元"
    assert [each.span() for each in lazy.finditer(words)] == [each.span() for each in compiled.finditer(words)]
    assert lazy.search(words)["n"] == "3"
    assert lazy.match(words, 2)
    assert lazy.sub("x", words) == compiled.sub("x", words)
    assert lazy.groupindex == compiled.groupindex
    assert regex(rb"[\x80-\xff]").search("市".encode())


@pytest.mark.parametrize(
    "written",
    [
        "要(?![素求点])",
        "[甲乙丙]?[丁戊己]",
        "[甲乙丙]??丁",
        "[甲乙丙]{2}丁",
        "[^甲乙丙]",
        r"[（([甲乙丙]",
        r"\[甲乙丙]",
        r"[〔［\[【]甲",
        "[0-9一二三]",
        r"[\d一二三]",
        "[到—至-]",
        "[-—至到]",
        r"[.．、]",
        "[]甲乙丙]",
        r"[\u3000：∶“]",
        "(?<=[甲乙丙])[甲乙丙|(]",
    ],
)
@pytest.mark.parametrize("flags", [0, re.VERBOSE, re.IGNORECASE])
def test_a_class_tried_one_by_one_holds_what_was_written(written, flags):
    words = "甲乙丙丁甲x要素要是乙[甲乙丙]〔【甲0一5到—至-.．、]]\u3000：甲(|丙丁丁己戊要"
    for method in ("finditer", "search", "match", "fullmatch"):
        lazy, compiled = getattr(regex(written, flags), method), getattr(re.compile(written, flags), method)
        for start in range(len(words)):
            if method == "finditer":
                assert [each.span() for each in lazy(words, start)] == [each.span() for each in compiled(words, start)]
            else:
                found, expected = lazy(words, start), compiled(words, start)
                assert (found and found.span()) == (expected and expected.span())


def test_a_fault_shows_at_the_first_use():
    with pytest.raises(re.error):
        regex("(").search("")


def test_every_pattern_of_the_house_compiles():
    for module in walk_packages(luoshi.__path__, "luoshi."):
        if not module.name.endswith("__main__") and not {"ocr", "migrations"} & set(module.name.split(".")):
            import_module(module.name)
    lazy = type(regex(""))
    found = [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("luoshi.")
        for value in vars(module).values()
        if isinstance(value, lazy)
    ]
    assert len(found) > 50
    assert all(isinstance(each.pattern, str | bytes) for each in found)
