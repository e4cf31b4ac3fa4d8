"""The shelf: every choice is an address, every count is right, nothing that is typed breaks it."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest
from litestar.testing import TestClient
from tests import factories
from tests.web.conftest import HOST

from luoshi.actions.library import at
from luoshi.server import app

WHEN = "2026-11-22T08:00:00Z"


def titles(answer):
    return re.findall(r'<h2><a href="/d/[0-9a-f]{12}" lang="zh-Hans">(.*?)</a></h2>', answer.text)


def test_every_document_is_a_line(site):
    answer = site.get("/")
    assert answer.status_code == 200
    assert len(titles(answer)) == 9
    assert "9 份文档" in answer.text
    assert "2026—2030年" in answer.text
    assert "2025-12-26 通过" in answer.text


def test_the_reason_of_a_grade_is_there_for_eyes_and_ears(site):
    text = site.get("/").text
    (line,) = [each for each in text.split("<li>") if "七届十一次" in each]
    assert 'title="提法“两个确立”' in line
    assert '<span class="hidden">：提法“两个确立”' in line


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("level=province", 1),
        ("level=city&level=province", 9),
        ("grade=B&grade=D", 2),
        ("genre=建议&level=city", 1),
        ("region=云泽市", 8),
        ("year=2025", 4),
        ("year=2021..2025", 5),
        ("from=2026", 2),
        ("to=2021&from=", 1),
        ("level=county", 0),
        ("region=%27+OR+1%3D1+--", 0),
        ("region=%00&genre=%ED%A0%80", 0),
        ("unknown=1&path=2&self=3", 9),
    ],
)
def test_filters_narrow_together(site, query, number):
    answer = site.get(f"/?{query}")
    assert answer.status_code == 200
    assert len(titles(answer)) == number
    assert site.get(f"/documents.json?{query}").json() == [] or number
    assert len(site.get(f"/documents.json?{query}").json()) == number


def test_what_is_chosen_can_be_taken_away_and_stays_in_the_other_language(site):
    text = site.get("/?level=city&grade=A&grade=B&sort=targets&page=1").text
    chips = re.findall(r'<ul class="chips".*?</ul>', text, re.DOTALL)[0]
    assert 'href="/?grade=A&amp;grade=B&amp;sort=targets"' in chips
    assert 'href="/?level=city&amp;grade=B&amp;sort=targets"' in chips
    assert 'href="/?level=city&amp;grade=A&amp;grade=B&amp;sort=targets&amp;page=1&amp;language=en"' in text
    assert 'href="/documents.csv?level=city&amp;grade=A&amp;grade=B&amp;sort=targets"' in text
    assert 'value="city" checked' in text


def test_a_filter_that_finds_nothing_says_so(site):
    answer = site.get("/?level=county&grade=C")
    assert "没有符合这些条件的文档" in answer.text
    assert 'value="county" checked' in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "level=village",
        "grade=E",
        "grade=AZ",
        "year=last",
        "year=2026..2024",
        "year=99999",
        "from=x",
        "page=0",
        "page=-1",
        "page=1e9",
        "page=99999999999999999999",
        "sort=id;drop",
        "region=" + "长" * 101,
        "&".join(f"genre={number}" for number in range(41)),
    ],
)
@pytest.mark.parametrize("address", ["/", "/documents.csv"])
def test_a_choice_that_makes_no_sense_is_told(site, address, query):
    answer = site.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert "不对" in answer.text
    assert len(answer.text) < 5_000


def test_a_page_behind_the_last_leads_back(site):
    answer = site.get("/?page=7&level=city")
    assert answer.status_code == 200
    assert "回到第一页" in answer.text


def test_orders(site):
    by_targets = titles(site.get("/?sort=targets"))
    assert by_targets[0].startswith("中共云泽市委关于制定")
    assert titles(site.get("/?sort=grade"))[-1].startswith("云泽市委七届十一次")
    assert sorted(by_targets) == sorted(titles(site.get("/?sort=title")))


def test_many_documents_have_pages(tmp_path):
    with at(str(tmp_path / "many.db"), create=True) as library:
        for number in range(120):
            document = factories.document(f"第{number:03}份文件\n云溪市今年增长5%。")
            library.add(document, document.original.content.encode(), name="", when=WHEN)
        with TestClient(app(library), base_url=HOST) as site:
            pages = [titles(site.get(f"/?sort=title&page={number}")) for number in (1, 2, 3)]
            text = site.get("/?sort=title&page=2").text
    assert [len(page) for page in pages] == [50, 50, 20]
    assert len({title for page in pages for title in page}) == 120
    assert 'rel="prev" href="/?sort=title&amp;page=1"' in text
    assert 'rel="next" href="/?sort=title&amp;page=3"' in text
    assert '<ol class="shelf" start="51">' in text


def test_an_empty_shelf_says_how_to_fill_it(tmp_path):
    with at(str(tmp_path / "new.db"), create=True) as library, TestClient(app(library), base_url=HOST) as site:
        assert "luoshi add" in site.get("/").text
        assert site.get("/documents.json").json() == []
        assert site.get("/documents.xlsx").status_code == site.get("/search?words=发展").status_code == 200


def test_a_table_holds_what_the_shelf_shows(site, shelf):
    answer = site.get("/documents.csv?sort=title&level=city")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="documents.csv"'
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 9
    assert lines[0].startswith("id,name,title,genre")
    book = openpyxl.load_workbook(io.BytesIO(site.get("/documents.xlsx?sort=title&level=city").content))
    rows = list(book.active.values)
    assert [row[2] for row in rows[1:]] == [
        each["title"] for each in site.get("/documents.json?sort=title&level=city").json()
    ]
    assert rows[0][2] == "标题"
    assert json.loads(site.get("/documents.json").content)[0]["id"] == shelf.entries()[0].id


def test_words_of_a_document_are_never_markup(tmp_path):
    hostile = "{{ 7*7 }}\"'><img src=x onerror=a()>\n正文。<script>alert(1)</script>"
    document = factories.document(hostile)
    with at(str(tmp_path / "new.db"), create=True) as library:
        library.add(document, hostile.encode(), name='"><b>.txt', when=WHEN)
        with TestClient(app(library), base_url=HOST) as site:
            pages = [site.get(address).text for address in ("/", "/search?words=正文", f"/d/{document.id}/remove")]
    assert all("<img src=x" not in page and "<script>alert" not in page for page in pages)
    assert "{{ 7*7 }}" in pages[0]
