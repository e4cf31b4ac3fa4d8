"""Records packed for a library: exact both ways, what was packed before is read, damage is told."""

import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.record.test_record import documents

import factories
from luoshi.errors import BadRecord
from luoshi.model import Finding, Span
from luoshi.model.values import Place
from luoshi.record import from_json, from_packed, to_json, to_packed
from luoshi.record.packing import PIECE


@given(documents())
def test_any_document_comes_back(document):
    assert from_packed(to_packed(document)) == document


def long(often=700):
    content = "云溪市建设临江新区。\n" * often
    spans = [Span(11 * each + 5, 11 * each + 9) for each in range(often)]
    found = [
        Finding("place", Place("临江新区", None, "zone"), span, "临江新区", f"rule.{number % 3}", "stated")
        for number, span in enumerate(spans)
    ]
    return replace(factories.document(content), findings=tuple(found))


def test_a_text_of_several_pieces():
    document = long()
    assert len(document.text) > 3 * PIECE
    assert from_packed(to_packed(document)) == document
    assert to_json(from_packed(to_packed(document))) == to_json(document)


def test_findings_stay_in_their_order_wherever_they_begin():
    document = long()
    turned = replace(document, findings=document.findings[::-1])
    assert from_packed(to_packed(turned)).findings == turned.findings


def test_it_is_less_than_half_of_packed_json():
    document = long()
    assert len(to_packed(document)) < 0.5 * len(zlib.compress(to_json(document)))


def test_half_a_character():
    document = factories.document("云\ud800溪")
    assert from_packed(to_packed(document)) == document


def test_what_was_packed_as_json_is_read():
    plan = factories.plan()
    assert from_packed(zlib.compress(to_json(plan))) == plan == from_json(to_json(plan))


@pytest.mark.parametrize(
    "data", [b"", b"\x01", b"\x00\x01", b"\x01" + zlib.compress(b"\x92\x80\x90"), zlib.compress(b"x")]
)
def test_damage_is_told(data):
    with pytest.raises(BadRecord):
        from_packed(data)


@given(st.data())
def test_no_damage_brings_anything_but_its_error(data):
    packed = bytearray(zlib.decompress(to_packed(factories.plan())[1:]))
    for _ in range(data.draw(st.integers(1, 4))):
        packed[data.draw(st.integers(0, len(packed) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BadRecord):
        assert from_packed(b"\x01" + zlib.compress(bytes(packed))).findings is not None
