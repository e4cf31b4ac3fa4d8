"""``/targets``: what is chosen, in which order, drawn, and taken along."""

from __future__ import annotations

import csv
import io
import json
import re
from urllib.parse import urlencode

import openpyxl
import pytest

from luoshi.actions import tables


def rows_of(page: str) -> int:
    return page.count('<td role="cell" class="c-words">')


def test_every_row_leads_to_its_words_in_a_document_that_says_them(site, shelf):
    page = site.get("/targets").text
    addresses = re.findall(r'class="c-words"><a href="/d/([0-9a-f]{12})#([a-z]+-[0-9a-f]+)"', page)
    assert len(addresses) == tables.SIZE == rows_of(page)
    for document, finding in addresses[:12]:
        found = shelf.get(document).ids()[finding]
        assert found.kind == "target"
        assert found.quote[:20] in page


def test_values_are_written_and_normalised_with_the_base_value_on_hover(site):
    page = site.get("/targets?words=6000亿元").text
    assert 'title="600000000000 元"' in page
    assert re.search(r'class="c-written" lang="zh-Hans">[^<]*6000亿元', page)


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ({"indicator": "gdp"}, lambda each: each["concept"] == "gdp"),
        ({"indicator": "城镇化率"}, lambda each: each["concept"] == "urbanisation"),
        ({"indicator": "新增高技能"}, lambda each: "新增高技能" in each["indicator"]),
        ({"words": "以上"}, lambda each: "以上" in each["quote"]),
        ({"level": "province"}, lambda each: each["level"] == "province"),
        ({"region": "云泽"}, lambda each: each["region"] == "云泽市"),
        ({"from": "2026"}, lambda each: each["year"] >= 2026),
        ({"year": "2021..2025"}, lambda each: 2021 <= each["year"] <= 2025),
        ({"due_from": "2027", "due_to": "2027-12"}, lambda each: "2027-01-01" <= each["deadline"] <= "2027-12-31"),
        ({"unit": "元"}, lambda each: each["unit"] == "元"),
        ({"unit": "%"}, lambda each: each["unit"] == ""),
        ({"binding": "binding"}, lambda each: each["binding"] == "binding"),
        ({"who": "沧江"}, lambda each: "沧江" in each["actor"]),
        ({"genre": "纲要"}, lambda each: each["genre"] == "纲要"),
        ({"kind": "achievement"}, lambda each: each["kind"] == "achievement"),
    ],
)
def test_filters_leave_those_that_fit_and_no_others(site, asked, holds):
    kind = asked.get("kind", "target")
    everything = site.get(f"/targets.json?kind={kind}").json()
    chosen = site.get("/targets.json?" + urlencode(asked)).json()
    fitting = [each for each in everything if _fits(holds, each)]
    assert chosen
    assert {(each["sha256"], each["id"]) for each in chosen} == {(each["sha256"], each["id"]) for each in fitting}
    shown = site.get("/targets?" + urlencode(asked)).text
    assert rows_of(shown) == min(len(chosen), tables.SIZE)


def _fits(holds, each) -> bool:
    try:
        return bool(holds(each))
    except TypeError:  # it says nothing there
        return False


def test_both_kinds_are_told_apart(site):
    page = site.get("/targets?kind=both&indicator=gdp").text
    assert 'class="kind target"' in page
    assert 'class="kind achievement"' in page


@pytest.mark.parametrize("column", [name for name in tables.SORTS if name not in ("kind", "region")])
def test_heads_sort_and_say_so(site, column):
    page = site.get(f"/targets?sort={column}").text
    assert page.count("aria-sort=") == 1
    assert f"sort=-{column}" in page
    turned = site.get(f"/targets?sort=-{column}").text
    assert re.search(r'aria-sort="\w+"', page)[0] != re.search(r'aria-sort="\w+"', turned)[0]


def test_the_order_is_that_of_the_column_with_gaps_last(site):
    values = [each["value"] for each in site.get("/targets.json?sort=value").json()]
    there = [value for value in values if value is not None]
    assert there == sorted(there)
    assert None not in values[: len(there)]
    assert [v for v in (e["value"] for e in site.get("/targets.json?sort=-value").json()) if v is not None] == there[
        ::-1
    ]


def test_pages_follow_each_other_and_lose_nothing(site):
    total = len(site.get("/targets.json").json())
    seen, address = [], "/targets"
    while address:
        page = site.get(address).text
        seen += re.findall(r'class="c-words"><a href="(/d/[^"]+)"', page)
        follows = re.search(r'rel="next" href="([^"]+)"', page)
        address = follows[1].replace("&amp;", "&") if follows else None
    assert len(seen) == len(set(seen)) == total


def test_the_same_choice_is_taken_along_in_three_forms(site):
    query = "indicator=gdp&kind=both&sort=period"
    plain = site.get(f"/targets.json?{query}")
    assert plain.headers["content-type"].startswith("application/json")
    rows = plain.json()
    table = site.get(f"/targets.csv?{query}")
    assert table.headers["content-type"] == "text/csv; header=present; charset=utf-8"
    assert "attachment" in table.headers["content-disposition"]
    lines = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(site.get(f"/targets.xlsx?{query}").content)).active
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert book.max_row == len(rows) + 1
    assert book["A1"].value == "指标"
    assert {row["concept"] for row in rows} == {"gdp"}
    links = re.findall(r'href="(/targets\.\w+\?[^"]+)" download', site.get(f"/targets?{query}").text)
    assert len(links) == 3
    assert json.loads(site.get(links[2].replace("&amp;", "&")).text) == rows


def test_one_indicator_is_drawn_with_what_is_left_out(site):
    page = site.get("/targets?indicator=gdp&kind=both").text
    picture = re.search(r'<svg class="chart".*?</svg>', page, re.DOTALL)[0]
    assert 'role="img"' in picture
    assert 'class="mark s0 hollow"' in picture
    assert 'class="mark s0 solid"' in picture
    assert "style=" not in picture
    assert "口径" in page
    assert '<svg class="chart"' not in site.get("/targets").text


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("year=x", "year"),
        ("due_to=2030-13", "due_to"),
        ("due_from=2030&due_to=2020", "due_to"),
        ("from=2026&to=2020", "to"),
        ("sort=nothing", "sort"),
        ("kind=all", "kind"),
        ("level=moon", "level"),
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=99999999999", "page"),
        ("words=" + "长" * 101, "words"),
    ],
)
def test_what_makes_no_sense_is_named(site, query, name):
    for ending in ("", ".json"):
        answer = site.get(f"/targets{ending}?{query}")
        assert answer.status_code == 400
        assert f"参数 {name}=" in answer.text


@pytest.mark.parametrize("words", ["' OR 1=1 --", "%%", "_", "<script>alert(1)</script>", "\\", "\x00", "𠮷"])
def test_signs_of_other_languages_are_words(site, words):
    answer = site.get("/targets", params={"words": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert rows_of(answer.text) == 0


def test_a_page_behind_the_last_says_so(site):
    assert "没有这一页" in site.get("/targets?page=900").text


def test_an_empty_library_says_what_would_fill_it(tmp_path):
    from litestar.testing import TestClient
    from tests.web.conftest import HOST

    from luoshi.actions.library import at
    from luoshi.server import app

    with at(str(tmp_path / "empty.db"), create=True) as library, TestClient(app(library), base_url=HOST) as client:
        for path in ("/targets", "/indicators", "/bodies", "/places", "/programmes", "/formulations", "/doubts"):
            answer = client.get(path, headers={"accept-language": "zh"})
            assert answer.status_code == 200
            assert "去书架" in answer.text
            assert client.get(f"{path}.csv").content.startswith(b"\xef\xbb\xbf")
