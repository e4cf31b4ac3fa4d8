"""CSV and XLSX: read back by other programs, they say what the document says, and nothing runs."""

import csv
import io
import json

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import factories
from luoshi.exports import FORMATS, xlsx
from luoshi.exports.columns import COLUMNS, DOCUMENT, FLAT, SHEETS
from luoshi.exports.csv import FORMULA, harmless
from luoshi.exports.rows import about, rows
from luoshi.model import Span
from luoshi.model.values import Measure, Quantity, type_of_value
from luoshi.record import from_json

BY_NAME = {form.name: form for form in FORMATS}


def written(name, *documents, language="zh"):
    form, stream = BY_NAME[name], io.BytesIO()
    parts = [form.part(document, f"plan{number}.txt", language) for number, document in enumerate(documents)]
    form.whole(parts, stream, language)
    return stream.getvalue()


def table(data):
    assert data.startswith(b"\xef\xbb\xbf"), "Excel takes UTF-8 without a mark for another encoding"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def book(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def records(sheet):
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def saying(quote):
    """A document that consists of one measure in these words."""
    document = factories.document(quote)
    found = factories.finding(document.text, "measure", quote, Measure(quote, quote))
    return document.with_findings([found])


def test_csv_has_a_row_for_each_finding_with_value_place_and_basis():
    document = factories.plan()
    found = table(written("csv", document))
    assert [row["id"] for row in found] == list(document.ids())
    target = next(row for row in found if row["quote"] == "全市生产总值突破3000亿元")
    assert {
        key: target[key] for key in ("indicator", "value", "unit", "comparator", "measure", "period", "deadline")
    } == {
        "indicator": "全市生产总值",
        "value": "300000000000",
        "unit": "元",
        "comparator": ">",
        "measure": "level",
        "period": "2030",
        "deadline": "2030-12-31",
    }
    assert (target["document"], target["section"], target["item"], target["page"]) == (
        "plan0.txt",
        "c1-i1",
        "一、1.",
        "1",
    )
    start, end = int(target["original_start"]), int(target["original_end"])
    assert document.original.content[start:end] == target["quote"]
    doubt = next(row for row in found if row["doubt"] == "lost_headings")
    assert (doubt["severity"], doubt["basis"], doubt["settles"]) == ("minor", "inferred", "对照原文。")


def test_sentences_come_in_the_language_asked_for_and_heads_never_change():
    english = table(written("csv", factories.plan(), language="en"))
    assert "The term is doubtful." in {row["explanation"] for row in english}
    assert tuple(english[0]) == tuple(table(written("csv", factories.plan()))[0]) == FLAT


def test_pages_are_those_of_the_citation():
    document = factories.plan()
    pages = {row["id"]: row["page"] for row in rows(document, "", "en")}
    for identity, finding in document.ids().items():
        assert pages[identity] == document.cite(finding).page


@pytest.mark.parametrize("quote", ["=1+1", "+86", "-5%", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("http://x")'])
def test_nothing_in_a_table_is_run_as_a_formula(quote):
    row = table(written("csv", saying(quote)))[0]
    assert row["quote"] == f"'{quote}"
    workbook = book(written("xlsx", saying(quote)))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    assert quote in {cell.value for cell in cells}


@given(st.text())
def test_no_text_at_all_starts_a_formula(words):
    written = str(harmless(words))
    assert len(written) < 2 or not written.startswith(FORMULA)  # a lone sign, such as a comparator, runs nothing
    assert str(harmless(words)).removeprefix("'") == words.removeprefix("'")


def test_numbers_stay_numbers():
    assert harmless(-0.135) == -0.135
    assert harmless(3e11) == 300000000000
    assert harmless(True) == "true"


@given(st.text(st.characters(codec=None), min_size=1, max_size=8))
def test_any_words_can_be_exported(words):
    document = saying(words)
    expected = words.encode("utf-8", "replace").decode()
    row = table(written("csv", document))[0]
    assert row["quote"].removeprefix("'") == expected.removeprefix("'")
    assert from_json(written("jsonl", replace(document))) == document


@pytest.mark.parametrize("words", ["\x00\x1b[31m", "\ud800", "\ufffe\uffff", "_x0041_", "a\r\nb", "长" * 40_000])
def test_a_workbook_opens_whatever_the_words(words):
    (row,) = records(book(written("xlsx", saying(words)))["举措"])
    assert len(row["原文"]) <= 32_767
    assert row["原文"][-1] == ("…" if len(words) > 32_767 else row["原文"][-1])


def test_a_workbook_has_a_sheet_for_each_kind_and_hides_the_empty_ones():
    workbook = book(written("xlsx", factories.plan(), factories.document()))
    assert workbook.sheetnames == [sheet.name.zh for sheet in SHEETS]
    assert {sheet.kind for sheet in SHEETS} == {"", *type_of_value}
    assert all(sheet.freeze_panes == "B2" and sheet.auto_filter.ref for sheet in workbook)
    assert all(sheet.column_dimensions["C"].width > 5 for sheet in workbook)
    assert [row["标题"] for row in records(workbook["文档"])] == [factories.plan().title, "云溪市今年增长5%。"]
    empty = book(written("xlsx", factories.document()))
    assert [sheet.title for sheet in empty if sheet.sheet_state == "visible"] == ["文档"]
    assert book(written("xlsx", factories.plan(), language="en")).sheetnames[2] == "Targets"


def test_numbers_in_a_workbook_are_numbers_that_read_as_people_write_them():
    sheet = book(written("xlsx", factories.plan()))["目标"]
    head = [cell.value for cell in sheet[1]]
    output, research = (row[head.index("数值")] for row in sheet.iter_rows(min_row=2))
    assert (output.value, output.number_format) == (300_000_000_000, "#,##0")
    assert (research.value, research.number_format) == (0.045, "0.0##%")


def test_a_full_sheet_goes_on_in_a_further_one(monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 4)
    workbook = book(written("xlsx", *[factories.plan()] * 3))
    parts = [sheet for sheet in workbook if sheet.title.startswith("目标")]
    assert [sheet.title for sheet in parts] == ["目标", "目标 2"]
    assert [len(records(sheet)) for sheet in parts] == [3, 3]


@pytest.mark.parametrize("name", list(BY_NAME))
def test_the_same_document_gives_the_same_bytes(name):
    assert written(name, factories.plan()) == written(name, factories.plan())


def test_jsonl_is_a_document_a_line():
    lines = written("jsonl", factories.plan(), factories.document()).splitlines()
    assert [from_json(line) for line in lines] == [factories.plan(), factories.document()]
    assert json.loads(lines[0])["schema"] == "luoshi/document/1"


def test_json_is_the_record():
    assert from_json(written("json", factories.plan())) == factories.plan()


def test_every_value_of_every_kind_has_its_columns():
    document = factories.plan()
    assert {finding.kind for finding in document.findings} == set(type_of_value)
    for row in rows(document, "plan.txt", "en"):
        assert set(row) <= set(FLAT), row["kind"]
    assert {column for sheet in SHEETS for column in sheet.columns} <= set(COLUMNS)


def test_a_document_in_a_row():
    row = about(factories.plan(), "plan.txt", "zh")
    assert {
        key: row.get(key) for key in ("issuer", "region", "session", "period", "author", "grade", "targets", "doubts")
    } == {
        "issuer": "中共云溪市委",
        "region": "云溪市",
        "session": "中国共产党云溪市第九届委员会第十次全体会议",
        "period": "2026/2030",
        "author": "林远舟",
        "grade": "B",
        "targets": 2,
        "doubts": 2,
    }
    assert set(DOCUMENT) - set(row) == {"published", "reposted"}


def test_rows_take_time_in_proportion_to_the_findings():
    text = "增长5%，" * 4000
    document = factories.document(text)
    value = Quantity(0.05, None, "", "=", "growth")
    many = [
        factories.finding(document.text, "quantity", "增长5%", value).__class__(
            "quantity", value, Span(start, start + 4), "增长5%", "test"
        )
        for start in range(0, len(text), 5)
    ]
    assert sum(1 for _ in rows(document.with_findings(many), "", "en")) == 4000
