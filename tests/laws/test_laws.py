"""What holds for every text that can be read, whatever is in it."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from texts import LINES, plans

import luoshi
from luoshi.model.values import type_of_value
from luoshi.record.shapes import profile_values

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
whole = "\n".join(LINES)


def read(text):
    try:
        return luoshi.read(text.encode(), name="plan.txt")
    except luoshi.CannotRead:
        return None


def inside(span, length):
    return 0 <= span.start <= span.end <= length


@law
@example(whole)
@given(plans())
def test_every_finding_quotes_the_text_and_leads_back_into_the_original(text):
    if document := read(text):
        for finding in (*document.profile, *document.findings):
            assert document.text[finding.span] == finding.quote, finding
            assert inside(document.text.back(finding.span), len(document.original.content)), finding
            assert all(inside(span, len(document.text)) for span in finding.evidence), finding


@law
@example(whole)
@given(plans())
def test_findings_are_what_they_say_they_are(text):
    if document := read(text):
        assert document.findings == document.with_findings(()).findings, "in order"
        for finding in document.findings:
            assert type(finding.value) is type_of_value[finding.kind]
            assert finding.rule
            assert finding.basis in {"stated", "normalised", "inferred"}
            assert finding.basis != "inferred" or finding.why, finding
            assert finding.kind == "doubt" or finding.span.length, "only a doubt may be about what is not there"
        for name in profile_values():
            field = getattr(document.profile, name)
            assert field is None or field.kind == name
            assert field is None or field.basis != "inferred" or field.why, field


@law
@example(whole)
@given(plans())
def test_every_character_of_the_original_is_in_the_clean_text_or_in_an_edit(text):
    if document := read(text):
        missing = set(range(len(document.original.content)))
        for run in document.text.runs:
            missing.difference_update(range(run.original, run.original + run.original_length))
        for edit in document.text.edits:
            assert edit.reason
            missing.difference_update(range(*edit.span))
        assert not missing


@law
@example(whole)
@given(plans())
def test_the_outline_is_a_tree_over_the_text(text):
    if document := read(text):
        nodes = list(document.outline.walk())
        assert document.outline.span == (0, len(document.text))
        assert len({node.id for node in nodes}) == len(nodes), [node.id for node in nodes]
        for node in nodes:
            assert all(node.span.contains(child.span) for child in node.children)
            assert all(a.span.end <= b.span.start for a, b in pairwise(node.children))
            assert node.heading is None or node.span.contains(node.heading)
            assert node.heading is not None or node.inferred or node.kind == "document", node


@law
@example(whole)
@given(plans())
def test_json_and_back_is_exact(text):
    if document := read(text):
        written = luoshi.to_json(document)
        assert luoshi.from_json(written) == document
        assert luoshi.to_json(luoshi.from_json(written)) == written


@law
@example(whole)
@given(plans())
def test_the_same_bytes_give_the_same_document(text):
    assert read(text) == read(text)


@law
@example(whole)
@given(plans())
def test_every_finding_can_be_cited(text):
    if document := read(text):
        for finding in document.findings:
            citation = document.cite(finding)
            assert citation.quote == finding.quote
            assert citation.paragraph >= 1
            assert citation.title in citation.gb7714


@settings(max_examples=80, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", "a.txt", "a.md", "a.html", "a.pdf", "a.docx"]),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><body>", "云溪市".encode("gb18030"), b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused_with_a_reason(data, name, start):
    try:
        document = luoshi.read(start + data, name=name)
    except luoshi.CannotRead:
        return
    assert luoshi.from_json(luoshi.to_json(document)) == document


PRINT = (
    "import sys, luoshi; sys.stdout.buffer.write(luoshi.to_json(luoshi.read(sys.stdin.buffer.read(), name='plan.txt')))"
)


@pytest.mark.parametrize(("seed", "locale"), [("0", "C"), ("1", "C.UTF-8"), ("4242", "tr_TR.UTF-8")])
def test_another_process_with_another_hash_seed_and_locale_reads_the_same(seed, locale):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": "Pacific/Apia", "NO_COLOR": "1"}
    other = subprocess.run(
        [sys.executable, "-c", PRINT], input=whole.encode(), capture_output=True, check=True, env=environment
    )
    assert other.stdout == luoshi.to_json(luoshi.read(whole.encode(), name="plan.txt"))


def test_the_samples_keep_the_laws(samples):
    for path in sorted(samples.glob("[0-9]*.*")):
        document = luoshi.read(path)
        assert luoshi.from_json(luoshi.to_json(document)) == document
        for finding in (*document.profile, *document.findings):
            assert document.text[finding.span] == finding.quote
