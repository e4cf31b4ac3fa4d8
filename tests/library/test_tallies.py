"""Findings counted by their columns: as a look through all documents counts them, on both databases."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from msgspec.structs import replace
from tests import factories

from luoshi.library import Sought


def filled(library):
    for data in (b"one", b"two"):
        plan = factories.plan()
        text = replace(plan.text, original=replace(plan.original, sha256=sha256(data).hexdigest()))
        library.add(replace(plan, text=text), data, name="plan.txt", when="2026-11-22T08:00:00Z")
    return [library.get(each) for each in library.ids()]


def test_counts_are_those_of_a_look_through_all_documents(library):
    documents = filled(library)
    by_kind = Counter(finding.kind for document in documents for finding in document.findings)
    for each in library.tallies(by=("kind",)):
        assert by_kind[each.values[0]] == each.findings
        assert each.documents == 2
    bodies = Counter(finding.value.name for document in documents for finding in document.find("body"))
    found = library.tallies(Sought(kinds=("body",)), ("name",))
    assert {each.values[0]: each.findings for each in found} == bodies
    assert [each.values[0] for each in found] == sorted(bodies)


def test_columns_of_the_document_and_of_the_finding_go_together(library):
    documents = filled(library)
    found = library.tallies(Sought(kinds=("target",)), ("document", "unit"))
    assert sum(each.findings for each in found) == sum(1 for document in documents for _ in document.find("target"))
    assert {each.values[0] for each in found} == {document.id for document in documents}
    assert all(each.documents == 1 for each in found)


def test_some_values_only(library):
    documents = filled(library)
    one = documents[0].id
    assert {each.values for each in library.tallies(by=("document",), only=("document", (one,)))} == {(one,)}
    name = next(documents[0].find("body")).value.name
    assert [each.values for each in library.tallies(by=("name",), only=("name", (name,)))] == [(name,)]


def test_rows_say_what_is_written_and_what_a_doubt_says(library):
    documents = {document.id: document for document in filled(library)}
    for each in library.findings(Sought(kinds=("target", "achievement")), limit=1000):
        document = documents[each.document]
        assert each.written == document.text[document.ids()[each.id].value.quantity_span]
    doubts = library.findings(Sought(kinds=("doubt",)), limit=1000)
    assert doubts
    for each in doubts:
        value = documents[each.document].ids()[each.id].value
        assert each.says["explanation"] == list(value.explanation)
        assert each.says["settles"] == (list(value.settles) if value.settles else None)
    assert all(each.says is None for each in library.findings(Sought(kinds=("body",))))
