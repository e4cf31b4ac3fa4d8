"""Gold is known by its rows; what is malformed is told by file and line, whatever it is."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented_gold import jsonl, region, row

from luoshi.errors import BadRequest
from luoshi.evaluation import read_gold
from luoshi.evaluation.forms import OTHER_KINDS

PLEDGE = {"doc": "云溪.txt", "start": 0, "end": 3, "person": "许知夏", "post": None, "body": None}
TARGET = {**row("达到800亩", 800, "亩"), "deadline": None}
OUTLINE = {"doc": "云溪.txt", "chapters": [{"start": 0, "items": [{"start": 3, "number": 1}]}]}
LINES = {"files": {"云溪.txt": [{"start": 0, "end": 3, "role": "title"}], "空.txt": []}}
PARAGRAPHS = {"doc": "云溪.txt", "paragraphs": [{"start": 0, "end": 3}]}


def test_a_folder_may_hold_any_mixture(tmp_path):
    (tmp_path / "deep/er").mkdir(parents=True)
    (tmp_path / "deep/er/x.jsonl").write_text(jsonl(region(), row("达到800亩", 800, "亩"), PLEDGE), "utf-8")
    (tmp_path / "y.jsonl").write_text(jsonl(TARGET), "utf-8")
    (tmp_path / "deep/o.json").write_text(json.dumps(OUTLINE), "utf-8")
    (tmp_path / "l.json").write_text(json.dumps(LINES), "utf-8-sig")
    (tmp_path / "p.json").write_text(json.dumps(PARAGRAPHS), "utf-8")
    (tmp_path / "notes.md").write_text("说明", "utf-8")
    (tmp_path / "links.jsonl").write_text(jsonl({"a": {"doc": "x"}, "b": {"doc": "y"}}, {"a": 1, "b": 1}), "utf-8")
    (tmp_path / "list.json").write_text("[1, 2]", "utf-8")
    (tmp_path / ".hidden.jsonl").write_text("{", "utf-8")
    gold = read_gold(tmp_path)
    assert sorted((sheet.file, sheet.form, len(sheet.rows)) for sheet in gold.sheets) == [
        ("deep/er/x.jsonl", "pledge", 1),
        ("deep/er/x.jsonl", "quantity", 1),
        ("deep/o.json", "outline", 2),
        ("l.json", "line", 0),
        ("l.json", "line", 1),
        ("p.json", "paragraph", 1),
        ("y.jsonl", "target", 1),
    ]
    assert [remark.en.split()[0] for remark in gold.remarks] == ["links.jsonl", "list.json", "notes.md"]


def test_one_file_will_do(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(jsonl(region(), row("达到800亩", 800, "亩")), "utf-8")
    assert len(read_gold(path).sheets) == 1


@pytest.mark.parametrize(
    ("rows", "where", "what"),
    [
        ([region(), "{"], 2, "JSON"),
        ([row("达到800亩", 800, "亩") | {"start": -1}], 1, "start"),
        ([row("达到800亩", 800, "亩") | {"start": True}], 1, "start"),
        ([row("达到800亩", 800, "亩") | {"start": 99}], 1, "less than"),
        ([row("达到800亩", 800, "亩") | {"value": "800"}], 1, "value"),
        ([row("达到800亩", 800, "亩") | {"value": float("nan")}], 1, "value"),
        ([row("达到800亩", 800, "亩") | {"value": 10**400}], 1, "value"),
        ([row("达到800亩", 800, "亩") | {"optional": "yes"}], 1, "optional"),
        ([row("达到800亩", 800, "亩") | {"softness": "约"}], 1, "softness"),
        ([row("达到800亩", 800, "亩") | {"base": 3}], 1, "base"),
        ([row("达到800亩", 800, "亩") | {"doc": " "}], 1, "doc"),
        ([region(), row("达到800亩", 800, "亩"), {"doc": "云溪.txt", "start": 1, "end": 2}], 3, "no gold"),
        ([region(), [1]], 2, "no gold"),
        ([{"region": {"doc": "云溪.txt", "start": 9, "end": 1}}], 1, "greater"),
        ([{"region": {"doc": "云溪.txt", "start": 9}}], 1, "end"),
        ([{"region": 3}], 1, "region"),
        ([{"region": {"doc": "云溪.txt", "start": 0, "end": 1, "sha256": 5}}], 1, "sha256"),
        ([{key: value for key, value in row("达到800亩", 800, "亩").items() if key != "unit"}], 1, "unit is missing"),
        ([{**PLEDGE, "person": 5}], 1, "person"),
        ([{"finding": "nothing", "doc": "a", "start": 0, "end": 1}], 1, "finding"),
        (["[" * 100_000], 1, "JSON"),
        ([region(), "\n\n" + "x"], 4, "JSON"),
    ],
    ids=lambda value: None if isinstance(value, list) else str(value),
)
def test_a_malformed_row_is_told_by_file_and_line(tmp_path, rows, where, what):
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in rows]
    (tmp_path / "bad.jsonl").write_text("\n".join(lines), "utf-8")
    with pytest.raises(BadRequest) as refused:
        read_gold(tmp_path)
    assert f"bad.jsonl:{where}" in refused.value.told("en")
    assert f"bad.jsonl:{where}" in refused.value.told("zh")
    assert what in refused.value.told("en")


@pytest.mark.parametrize(
    ("page", "where"),
    [
        ({"doc": "a", "chapters": 3}, "chapters"),
        ({"doc": "a", "chapters": [{"start": 1}, {"start": "x"}]}, "chapters[1]"),
        ({"doc": "a", "chapters": [{"start": 1, "items": [3]}]}, "chapters[0].items[0]"),
        ({"chapters": []}, "1: doc"),
        ({"doc": "a", "paragraphs": [{"start": 5, "end": 5}]}, "paragraphs[0]"),
        ({"files": {"a": [{"start": 1, "end": 2}]}}, "a[0]: role"),
        ({"files": {"a": 1}}, "files.a"),
    ],
    ids=str,
)
def test_a_malformed_page_is_told_by_place(tmp_path, page, where):
    (tmp_path / "bad.json").write_text(json.dumps(page), "utf-8")
    with pytest.raises(BadRequest) as refused:
        read_gold(tmp_path)
    assert f"bad.json:{where}" in refused.value.told("en")


def test_bytes_that_are_no_text_are_told_by_line(tmp_path):
    (tmp_path / "bad.jsonl").write_bytes(b"\n\xff\xfe")
    with pytest.raises(BadRequest, match=r"bad\.jsonl:2: this is not UTF-8"):
        read_gold(tmp_path)


@pytest.mark.parametrize("make", [lambda _: None, lambda path: path.mkdir()], ids=["missing", "empty"])
def test_where_there_is_no_gold_it_is_said(tmp_path, make):
    make(tmp_path / "gold")
    with pytest.raises(BadRequest, match="gold"):
        read_gold(tmp_path / "gold")


def test_a_word_that_is_not_in_the_conventions_is_remarked_upon(tmp_path):
    (tmp_path / "x.jsonl").write_text(jsonl(region(), row("达到800亩", 800, "亩", measure="stock")), "utf-8")
    gold = read_gold(tmp_path)
    assert len(gold.sheets[0].rows) == 1
    assert "x.jsonl:2: 'stock' is no measure" in gold.remarks[0].en


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(
    [
        *row("达到800亩", 800, "亩"),
        *[
            "deadline",
            "person",
            "post",
            "body",
            "speech",
            "finding",
            "region",
            "optional",
            "chapters",
            "items",
            "paragraphs",
            "files",
        ],
        *["softness", "base", "number", "a", "sha256"],
    ]
)
ROWS = st.dictionaries(FIELDS, VALUES | st.sampled_from(["云溪.txt", "body", *OTHER_KINDS]), max_size=12)
SOUND = st.sampled_from([row("达到800亩", 800, "亩"), PLEDGE, TARGET, OUTLINE, LINES, PARAGRAPHS, region()])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(SOUND, ROWS), min_size=1, max_size=3), st.booleans())
def test_whatever_a_row_holds_it_is_read_or_refused(tmp_path, pairs, page):
    rows = [{**sound, **fuzz} for sound, fuzz in pairs]
    path = tmp_path / ("fuzz.json" if page else "fuzz.jsonl")
    path.write_text(json.dumps(rows[0]) if page else "\n".join(map(json.dumps, rows)), "utf-8")
    from invented_gold import document, pledge, statement

    from luoshi.evaluation import measure, misplaced

    try:
        sheets = read_gold(path).sheets
    except BadRequest:
        return
    for sheet in sheets:
        misplaced(sheet, document())
        total = measure(sheet, document(statement("800亩", 800.0, "亩"), pledge()))
        firm = sum(not each.get("optional") for each in sheet.rows)
        if sheet.form != "line":
            assert total.right + len(total.missed) == firm
        assert json.dumps(total.as_json())


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_whatever_a_file_holds_it_is_read_or_refused(tmp_path, data):
    path = tmp_path / "fuzz.jsonl"
    path.write_bytes(data)
    with pytest.raises(BadRequest):
        read_gold(path)
