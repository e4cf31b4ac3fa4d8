"""What is gathered: names with their numbers, and all that is said of one of them."""

from __future__ import annotations

import io
import re
from urllib.parse import quote

import openpyxl
import pytest

from luoshi.actions.gathering import SUBJECTS


def names(site, subject: str, query: str = "") -> list[dict]:
    return site.get(f"/{subject}.json{query}").json()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_index_counts_what_the_documents_mention(site, shelf, subject):
    kind = SUBJECTS[subject]
    counts: dict[str, list[int]] = {}
    for number, document in enumerate(shelf.documents()):
        for finding in document.find(*kind.kinds):
            value = finding.value
            name = value.concept if subject == "indicators" else getattr(value, "term", None) or value.name
            if name:
                counts.setdefault(name, []).append(number)
    found = names(site, subject)
    assert {each["name"]: (each["mentions"], each["documents"]) for each in found} == {
        name: (len(where), len(set(where))) for name, where in counts.items()
    }
    page = site.get(f"/{subject}").text
    for each in found[:10]:
        assert f'href="/{subject}/{quote(each["name"])}"' in page


@pytest.mark.parametrize("subject", SUBJECTS)
def test_an_index_can_be_searched_and_sorted(site, subject):
    every = names(site, subject)
    part = every[0]["called"][:2]
    assert {each["name"] for each in names(site, subject, f"?words={quote(part)}")} == {
        each["name"] for each in every if part in each["called"]
    }
    assert [each["called"] for each in names(site, subject, "?sort=name")] == sorted(each["called"] for each in every)
    mentions = [each["mentions"] for each in names(site, subject, "?sort=-mentions")]
    assert mentions == sorted(mentions)
    assert 'aria-sort="descending"' in site.get(f"/{subject}").text
    assert 'aria-sort="ascending"' in site.get(f"/{subject}?sort=name").text


@pytest.mark.parametrize("subject", [subject for subject in SUBJECTS if subject != "indicators"])
def test_a_page_has_every_mention_in_the_order_of_time_with_its_words(site, shelf, subject):
    first = names(site, subject)[0]
    answer = site.get(f"/{subject}/{quote(first['name'])}")
    assert answer.status_code == 200
    places = re.findall(r'<li><a href="/d/([0-9a-f]{12})#([a-z]+-[0-9a-f]+)" lang="zh-Hans">(.*?)</a>', answer.text)
    assert len(places) == first["mentions"]
    for document, finding, said in places:
        read = shelf.get(document)
        found = read.ids()[finding]
        assert f"<mark>{found.quote}</mark>" in said
        words = re.sub(r"</?mark>", "", said).strip("…")
        assert words in read.text.content
    years = [int(year) for year in re.findall(r'<span class="year">(\d{4})</span>', answer.text)]
    assert years == sorted(years)
    assert 'role="img"' in answer.text


def test_an_indicator_is_drawn_over_years_with_its_values_beneath(site):
    page = site.get("/indicators/urbanisation").text
    assert re.search(r'class="mark s0 hollow"><title>云泽市 2030 目标 ≈ 76%', page)
    assert 'class="mark s0 solid"' in page
    assert page.count('class="c-words">') == 1 + 7  # the head, and the values of one measure
    assert "measure=change" in page  # the others are a click away


def test_an_indicator_goes_by_any_of_its_names(site):
    answer = site.get(f"/indicators/{quote('城镇化率')}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/indicators/urbanisation"


def test_one_place_or_measure_can_be_drawn_alone(site):
    page = site.get("/indicators/gdp?unit=元&measure=level&place=云泽市").text
    assert "×</a>" in page
    assert 'aria-current="true">水平' in page


def test_a_formulation_says_when_it_was_first_said_and_where_that_stands(site):
    page = site.get(f"/formulations/{quote('因地制宜发展新质生产力')}").text
    assert "首见于" in page
    assert "出处" in page
    assert 'class="first"' in page
    assert 'class="dot"' in page


def test_a_body_shows_what_it_leads(site):
    name = quote("云泽市工业和信息化局")
    page = site.get(f"/bodies/{name}").text
    assert "牵头" in page
    chosen = site.get(f"/bodies/{name}?role=lead").text
    assert 0 < chosen.count("<mark>") < page.count("<mark>")
    assert site.get(f"/bodies/{name}?role=nothing").status_code == 400


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("/bodies/发展和改革委员会", "云泽市发展和改革委员会"),
        ("/indicators/城镇率", "城镇化率"),
        ("/formulations/新质生产", "新质生产力"),
        ("/places/云泽", "云泽市"),
        ("/programmes/<script>alert(1)<%2Fscript>", ""),
    ],
)
def test_an_unknown_name_is_not_found_and_the_nearest_are_named(site, address, near):
    answer = site.get(address)
    assert answer.status_code == 404
    assert near in answer.text
    assert "<script>alert" not in answer.text


def test_what_the_tables_know_has_a_page_before_anybody_says_it(site):
    answer = site.get(f"/formulations/{quote('三个代表')}")
    known = site.get("/formulations/" + quote("“三个代表”重要思想"))
    assert answer.status_code == 404
    assert known.status_code == 200
    assert "还没有文件用到它" in known.text
    assert site.get("/indicators/sewage").status_code == 200


def test_a_gathering_is_taken_along(site):
    name = "云泽市"
    rows = site.get(f"/places/{quote(name)}.json").json()
    book = openpyxl.load_workbook(io.BytesIO(site.get(f"/places/{quote(name)}.xlsx").content)).active
    assert book.max_row == len(rows) + 1 == 54
    assert {row["name"] for row in rows} == {name}
    answer = site.get("/indicators/gdp.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "UTF-8''gross" in site.get("/indicators/gdp.csv?language=en").headers["content-disposition"]


def test_behind_a_proxy_all_addresses_have_its_prefix(shelf):
    from litestar.testing import TestClient
    from tests.web.conftest import HOST

    from luoshi.server import app

    with TestClient(app(shelf, prefix="/plans"), base_url=HOST) as client:
        for path in ("/targets", "/bodies", "/indicators/gdp", f"/places/{quote('云泽市')}", "/doubts"):
            page = client.get(f"/plans{path}")
            assert page.status_code == 200
            assert not re.search(r'(?:href|action|src)="/(?!plans/)', page.text)
