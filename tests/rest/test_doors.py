"""The doors law: Python, the command line and REST give the same answer."""

from __future__ import annotations

import json

import luoshi
from luoshi.cli import main
from luoshi.record import to_json


def told(capfd, *arguments):
    assert main([*arguments]) == 0
    return capfd.readouterr().out


def without_ours(line):
    return {name: value for name, value in line.items() if name not in ("links", "reasons")}


def test_lists_are_the_same(api, shelf, capfd):
    asked = api.get("/documents?level=city&limit=1000").json()["items"]
    terminal = json.loads(told(capfd, "list", "--level", "city", "-f", "json", "--library", shelf.where))
    with luoshi.Library(shelf.where) as library:
        python = [luoshi.library.entry.Entry.__struct_fields__, library.entries(luoshi.library.Chosen(level="city"))]
    assert [without_ours(line) for line in asked] == terminal
    assert [line["id"] for line in asked] == [entry.id for entry in python[1]]
    assert list(without_ours(asked[0])) == list(python[0])


def test_a_document_is_the_same(api, shelf, plan, capfd):
    record = api.get(f"/documents/{plan}/record").content
    assert told(capfd, "show", plan[:12], "-f", "json", "--library", shelf.where).encode() == record
    with luoshi.Library(shelf.where) as library:
        assert to_json(library.get(plan)) == record


def test_searches_are_the_same(api, shelf, capfd):
    asked = api.get("/search?words=发展 level:city&limit=20").json()
    terminal = json.loads(told(capfd, "search", "发展 level:city", "-f", "json", "--library", shelf.where))
    with luoshi.Library(shelf.where) as library:
        python = luoshi.Searcher(library).search("发展 level:city", first=0, size=20)
    assert [hit["document"] for hit in asked["items"]] == [hit.document for hit in python.hits]
    assert asked["total"] == python.documents == terminal["documents"]
    assert asked["items"] == terminal["hits"]
    assert asked["facets"] == terminal["facets"]
