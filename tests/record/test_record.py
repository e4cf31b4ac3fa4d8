"""The JSON form: exact both ways, checked on the way in, and as the published schema says."""

import json

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import factories
import luoshi.record.findings as findings_module
import luoshi.record.reading as reading_module
from luoshi.errors import BadRecord
from luoshi.model import (
    Document,
    Edit,
    Edition,
    Finding,
    Mark,
    Original,
    Period,
    Profile,
    Run,
    Section,
    Span,
    Text,
    Words,
)
from luoshi.model.values import type_of_value
from luoshi.record import from_json, schema, to_json
from luoshi.record.findings import NotPlain, findings
from luoshi.record.places import Places
from luoshi.record.shapes import profile_values

characters = st.text(st.characters(codec=None, exclude_characters=()), max_size=12).filter(
    lambda words: (
        not any(
            a in range(0xD800, 0xDC00) and b in range(0xDC00, 0xE000)
            for a, b in zip(map(ord, words), map(ord, words[1:]), strict=False)
        )
    )
)
numbers = st.floats(allow_nan=False, allow_infinity=False)
dates = st.sampled_from(["2026", "2026-07", "2026-07-01"])
st.register_type_strategy(float, numbers)
st.register_type_strategy(str, characters)
st.register_type_strategy(Period, st.builds(Period, dates, dates))
st.register_type_strategy(Span, st.builds(Span, st.integers(0, 99), st.integers(0, 99)))


@st.composite
def documents(draw):
    """Any document at all that keeps the laws."""
    content = draw(characters)
    text = Text.of(replace(draw(st.builds(Original, content=st.just(content), marks=st.just(())))))
    if content and draw(st.booleans()):
        cut = draw(st.integers(0, len(content)))
        text = text.apply(
            [
                Edit(
                    cut,
                    len(content),
                    draw(characters.filter(lambda w: not w or ord(w[0]) not in range(0xDC00, 0xE000))),
                    "test",
                )
            ]
        )
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: Span(*sorted(pair)))

    def findings(kind, value):
        return st.builds(
            lambda span, value, rule, basis, why, evidence: Finding(
                kind, value, span, text[span], rule, basis, why, tuple(evidence)
            ),
            spans,
            value,
            characters,
            st.sampled_from(["stated", "inferred"]),
            st.none() | st.from_type(Words),
            st.lists(spans, max_size=2),
        )

    anything = st.sampled_from(sorted(type_of_value)).flatmap(
        lambda kind: findings(kind, st.from_type(type_of_value[kind]))
    )
    profile = {name: draw(st.none() | findings(name, st.from_type(hint))) for name, hint in profile_values().items()}
    child = st.builds(Section, id=characters, span=spans, heading=st.none() | spans, children=st.just(()))
    outline = draw(
        st.builds(
            Section,
            id=characters,
            span=spans,
            heading=st.none() | spans,
            children=st.lists(child, max_size=2).map(tuple),
        )
    )
    edition = draw(st.none() | st.from_type(Edition))
    return Document(text, outline, Profile(**profile), edition=edition).with_findings(
        draw(st.lists(anything, max_size=4))
    )


@settings(max_examples=60, deadline=None)
@given(documents())
def test_json_and_back_is_exact_and_json_again_has_the_same_bytes(document):
    written = to_json(document)
    again = from_json(written)
    assert again == document
    assert to_json(again) == written


def test_a_plan_with_everything_comes_back_and_fits_the_schema():
    document = replace(factories.plan(), edition=Edition("0.1.0", "abc"))
    written = to_json(document)
    assert from_json(written) == document
    jsonschema.validate(json.loads(written), schema(), jsonschema.Draft202012Validator)


@settings(max_examples=60, deadline=None)
@given(documents(), st.integers(0, 12), st.integers(0, 12))
def test_places_are_those_of_the_document(document, start, length):
    places = Places(document)
    start = min(start, len(document.text))
    span = Span(start, min(start + length, len(document.text)))
    assert places.original(*span) == document.text.back(span)


def test_sections_are_those_of_the_document():
    document = factories.plan()
    places = Places(document)
    for position in range(len(document.text) + 1):
        assert places.section(position) is document.outline.path_to(position)[-1]


def test_the_short_way_of_reading_takes_what_is_written_and_leaves_every_fault_to_the_long_way():
    record = json.loads(to_json(factories.plan()))
    assert findings(json.dumps(record["findings"])) == factories.plan().findings
    for key, value in (("more", 1), ("span", [-3, 2]), ("kind", "rumour"), ("why", "x"), ("value", {})):
        with pytest.raises(NotPlain):
            findings(json.dumps([record["findings"][0] | {key: value}]))


def test_types_are_those_of_the_model():
    again = from_json(to_json(factories.plan()))
    assert type(again.text.runs[0]) is Run
    assert type(again.original.marks[0]) is Mark
    assert type(again.text.edits[0]) is Edit
    assert all(type(finding.value) is type_of_value[finding.kind] for finding in again.findings)
    assert type(again.profile.period.value) is Period
    assert hash(again) == hash(factories.plan())


def test_a_reader_without_luoshi_finds_quotes_places_ids_and_sections():
    document = factories.plan()
    record = json.loads(to_json(document))
    assert [finding["id"] for finding in record["findings"]] == list(document.ids())
    for finding in record["findings"]:
        start, end = finding["span"]
        assert record["text"]["content"][start:end] == finding["quote"]
        start, end = finding["original"]
        assert record["original"]["content"][start:end] == finding["quote"]
    grain = next(finding for finding in record["findings"] if finding["kind"] == "achievement")
    assert grain["section"] == "c1-i2"
    assert grain["value"]["period"] == "2025"
    assert record["verdict"]["reasons"][0]["zh"].startswith("正文完整")


def test_it_is_readable_and_each_finding_has_its_line():
    document = factories.plan()
    written = to_json(document).decode()
    assert "全市生产总值突破3000亿元" in written
    lines = [line for line in written.splitlines() if line.startswith(' {"id":')]
    assert len(lines) >= len(document.findings)
    assert json.loads(written.replace("\n", "")) == json.loads(written)


def test_half_a_surrogate_pair_survives_and_a_divided_pair_is_refused():
    document = factories.document("云\ud800溪\udfff市")
    assert b"\\ud800" in to_json(document)
    assert from_json(to_json(document)) == document
    with pytest.raises(BadRecord, match="two halves"):
        to_json(factories.document("\ud83d\ude00"))


def test_whole_numbers_are_kept_as_the_numbers_that_they_are():
    text = factories.document("增长5").text
    five = factories.finding(text, "measure", "增长", type_of_value["measure"]("增长", "", 5))
    assert from_json(to_json(factories.document("增长5", five))).findings[0].value.strength == 5


def change(path, value):
    """A record with the member at ``path`` replaced (or, with ``...``, taken out)."""
    record = json.loads(to_json(factories.plan()))
    *way, last = path
    inner = record
    for key in way:
        inner = inner[key]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        ('{"schema": "luoshi/document/1", ', "line 1 column"),
        ("[]", "an object wanted, not a list"),
        ("{}", "'schema' is missing"),
        ("NaN", "no JSON number"),
        ('"\\ud800"', "an object wanted"),
        (change(["schema"], "luoshi/document/9"), "luoshi/document/9"),
        (change(["more"], 1), "'more' is unknown"),
        (change(["findings", 0, "kind"], "rumour"), r"\$\.findings\[0\]\.kind: there is no kind of finding 'rumour'"),
        (change(["findings", 0, "kind"], ["target"]), r"\$\.findings\[0\]\.kind"),
        (change(["findings", 1, "value"], None), r"\$\.findings\[1\]\.value: an object wanted, not null"),
        (change(["findings", 2, "span"], [0, 1]), r"\$\.findings\[2\]\.quote: the quote"),
        (change(["findings", 2, "span"], [0]), r"\$\.findings\[2\]\.span: 2 integers wanted"),
        (change(["findings", 2, "span"], [-3, 2]), r"\$\.findings\[2\]\.span: integers from 0"),
        (change(["findings", 2, "rule"], 7), r"\$\.findings\[2\]\.rule: text wanted, not 7"),
        (change(["findings", 2, "evidence"], [[0, 10**6]]), r"\$\.findings\[2\]\.evidence: .*outside the text"),
        (change(["profile", "period", "value"], 2026), r"\$\.profile\.period\.value: text wanted"),
        (change(["profile", "issuer", "quote"], "中共"), r"\$\.profile\.issuer\.quote"),
        (change(["profile", "issuer"], ...), r"\$\.profile: 'issuer' is missing"),
        (change(["text", "runs"], []), r"\$\.text\.runs: the runs cover 0"),
        (change(["text", "runs", 0], [5, 0, 1, 1]), r"\$\.text\.runs\[0\]"),
        (change(["text", "edits", 0, "end"], 10**7), r"\$\.text\.edits\[0\]: .*outside"),
        (change(["outline", "children", 0, "span"], [0, 10**7]), r"\$\.outline\.children\[0\]\.span"),
        (change(["original", "metadata"], [["a"]]), r"\$\.original\.metadata\[0\]: a list of 2 wanted"),
        (change(["verdict", "reasons"], "x"), r"\$\.verdict\.reasons: a list wanted"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_and_where(data, says):
    with pytest.raises(BadRecord, match=says):
        from_json(data)


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=40)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda v: st.lists(v) | st.dictionaries(st.text(), v),
        max_leaves=6,
    ).map(lambda v: json.dumps(v).encode())
)
def test_junk_is_refused_and_never_breaks_the_reader(data):
    with pytest.raises(BadRecord):
        from_json(data)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_record_with_any_member_replaced_is_read_or_refused(data):
    record = json.loads(to_json(factories.plan()))
    inner = record
    while True:
        keys = sorted(inner) if isinstance(inner, dict) else list(range(len(inner)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(inner[key], dict | list) or not inner[key] or data.draw(st.booleans()):
            break
        inner = inner[key]
    inner[key] = data.draw(st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.just([]) | st.just({}))
    try:
        again = from_json(json.dumps(record))
    except BadRecord:
        return
    assert from_json(to_json(again)) == again


def test_derived_members_are_not_read_back():
    record = json.loads(to_json(factories.plan()))
    record["title"] = "另一份文件"
    record["findings"][0]["section"] = "c9"
    record["findings"][0]["original"] = [0, 0]
    assert from_json(json.dumps(record)) == factories.plan()


def test_the_schema_is_a_schema_and_refuses_what_the_reader_refuses():
    published = schema()
    jsonschema.Draft202012Validator.check_schema(published)
    validator = jsonschema.Draft202012Validator(published)
    for path, value in ((["more"], 1), (["findings", 1, "value"], None), (["findings", 2, "span"], [0])):
        assert not validator.is_valid(json.loads(change(path, value)))
    assert json.dumps(published) == json.dumps(schema())


def test_infinity_is_refused():
    text = factories.document("5").text
    boundless = factories.finding(
        text, "quantity", "5", type_of_value["quantity"](float("inf"), None, "", "=", "level")
    )
    with pytest.raises(BadRecord, match="no number"):
        to_json(factories.document("5", boundless))


def _raises_not_plain(_):
    raise findings_module.NotPlain


@pytest.mark.parametrize("way", ["short", "long"])
def test_a_field_that_came_later_may_be_missing(way, monkeypatch):
    if way == "long":
        monkeypatch.setattr(reading_module, "findings", _raises_not_plain)
    plan = factories.plan()
    record = json.loads(to_json(plan))
    older = [row["value"] for row in record["findings"] if row["kind"] == "programme"]
    assert older
    for value in older:
        del value["years"]
    assert from_json(json.dumps(record)) == plan
    older[0]["more"] = 1
    with pytest.raises(BadRecord, match="'more' is unknown"):
        from_json(json.dumps(record))
