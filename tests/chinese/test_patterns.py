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
