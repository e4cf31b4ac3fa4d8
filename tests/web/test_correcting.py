"""People decide about findings: each has a page, and what was decided is seen, kept and taken back."""

from __future__ import annotations

import re
import shutil
from html import unescape

import pytest
from tests.web.test_signing_in import accounts, form, served, sign_in  # noqa: F401 — fixtures

from luoshi.actions.corrections import read_decisions, take_over
from luoshi.actions.library import at


@pytest.fixture
def plan(shelf):
    """The document with the most targets, and its first target."""
    line = max(shelf.entries(), key=lambda entry: entry.counts.get("target", 0))
    document = shelf.get(line.id)
    name = next(name for name, each in document.ids().items() if each.kind == "target")
    return document, name


def sent(site, path, **fields):
    given = {"_csrf_token": form(site, path), **fields}
    return site.post(path, data=given, follow_redirects=False)


def values(html):
    """What the form's inputs hold."""
    found = re.findall(r'<input name="([^"_][^"]*)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found}


def test_a_finding_has_a_page_with_its_words_and_what_it_says(site, plan):
    document, name = plan
    html = site.get(f"/d/{document.id[:12]}/f/{name}").text
    finding = document.ids()[name]
    assert f"<mark>{finding.quote}</mark>" in unescape(html)
    assert finding.value.indicator in unescape(html)
    assert values(html)["indicator"] == finding.value.indicator


@pytest.mark.parametrize("name", ["nothing", "%00", "..%2f..", "target-" + "x" * 300, "💥"])
def test_a_finding_that_is_not_there_is_a_clear_error(site, plan, name):
    answer = site.get(f"/d/{plan[0].id}/f/{name}")
    assert answer.status_code in (400, 404)
    assert "没有" in answer.text


def test_a_document_that_is_not_there_is_not_found(site):
    assert site.get("/d/0123456789abcdef/f/x").status_code == 404
    assert site.get("/d/0123456789abcdef/corrections").status_code == 404


def test_what_is_corrected_is_shown_kept_and_taken_back(site, shelf, plan):
    document, name = plan
    path = f"/d/{document.id[:12]}/f/{name}"
    answer = sent(
        site, path, **values(site.get(path).text) | {"indicator": "全社会研发投入"}, _action="edit", _note="见附表"
    )
    assert answer.status_code == 303
    after = site.get(answer.headers["location"]).text
    assert "已保存" in after
    assert "全社会研发投入" in after
    assert "见附表" in after
    assert shelf.get(document.id).ids()[name].value.indicator == "全社会研发投入"
    assert shelf.get(document.id, as_read=True).ids()[name].value == document.ids()[name].value
    number = shelf.corrections(document.id)[0].id
    history = f"/d/{document.id[:12]}/corrections"
    assert "生效" not in site.get(history).text
    assert "改正" in site.get(history).text
    sent_back = site.post(f"{history}/{number}", data={"_csrf_token": form(site, history)}, follow_redirects=False)
    assert sent_back.status_code == 303
    assert "已收回" in site.get(history).text
    assert shelf.get(document.id).ids()[name].value == document.ids()[name].value


def test_what_is_rejected_is_gone_and_can_be_taken_up_again(site, shelf, plan):
    document, name = plan
    path = f"/d/{document.id[:12]}/f/{name}"
    assert sent(site, path, _action="reject").status_code == 303
    assert name not in shelf.get(document.id).ids()
    assert "经人工驳回" in site.get(path).text
    assert sent(site, path, _action="accept").status_code == 303
    assert shelf.get(document.id).ids()[name].basis == "confirmed"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"quantity.value": "很多"}, "很多"),
        ({"quantity.comparator": "≫"}, "之一"),
        ({"period": "明年"}, "2026"),
        ({"nothing": "1"}, "nothing"),
        ({}, "没有改动"),
        ({"indicator": "啊" * 3000}, "2000"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(site, shelf, plan, fields, said):
    document, name = plan
    path = f"/d/{document.id[:12]}/f/{name}"
    answer = sent(site, path, **fields, _action="edit", _note="我的理由")
    assert answer.status_code == 400
    assert said in answer.text
    assert "我的理由" in answer.text
    assert shelf.corrections(document.id) == []


def test_an_action_that_is_none_is_refused(site, shelf, plan):
    document, name = plan
    assert sent(site, f"/d/{document.id[:12]}/f/{name}", _action="destroy").status_code == 400
    assert shelf.corrections(document.id) == []


def test_a_finding_that_is_missing_is_added_on_its_words(site, shelf, plan):
    document, _ = plan
    words = document.text.content.split("\n")[3][:6]
    path = f"/d/{document.id[:12]}/add"
    html = site.get(path, params={"words": words, "paragraph": "4", "kind": "programme"}).text
    start = re.search(r'name="_start" value="(\d+)"', html)[1]
    fields = {
        "_words": words,
        "_kind": "programme",
        "_start": start,
        "name": words,
        "form": "行动",
        "_csrf_token": re.search(r'name="_csrf_token" value="([^"]+)"', html)[1],
    }
    answer = site.post(path, data=fields, follow_redirects=False)
    assert answer.status_code == 303
    added = [each for each in shelf.get(document.id).find("programme") if each.basis == "corrected"]
    assert [(each.quote, each.value.name) for each in added] == [(words, words)]
    assert words in site.get(answer.headers["location"]).text


@pytest.mark.parametrize(
    "fields",
    [
        {"_words": "这些字原文里没有", "_kind": "place", "_start": "0", "name": "某地"},
        {"_words": "", "_kind": "place", "_start": "0", "name": "某地"},
        {"_words": "建议", "_kind": "doubt", "_start": "0"},
        {"_words": "建议", "_kind": "place", "_start": "999999999", "name": "某地"},
        {"_words": "建议", "_kind": "place", "_start": "-1", "name": "某地"},
        {"_kind": "place"},
    ],
)
def test_an_addition_that_makes_no_sense_is_refused(site, shelf, plan, fields):
    document, _ = plan
    token = re.search(
        r'name="_csrf_token" value="([^"]+)"',
        site.get(f"/d/{document.id[:12]}/add", params={"words": document.text.content[:4]}).text,
    )[1]
    answer = site.post(f"/d/{document.id[:12]}/add", data=fields | {"_csrf_token": token}, follow_redirects=False)
    assert answer.status_code == 400
    assert shelf.corrections(document.id) == []


def test_readers_see_but_do_not_decide(served, plan):  # noqa: F811
    document, name = plan
    path = f"/d/{document.id[:12]}/f/{name}"
    sign_in(served, "读者")
    html = served.get(path).text
    assert "保存改正" not in html
    token = form(served, "/account")
    assert served.post(path, data={"_action": "accept", "_csrf_token": token}).status_code == 403
    sign_in_again = served.cookies.delete("luoshi_session")
    assert sign_in_again is None
    sign_in(served, "编者")
    assert (
        served.post(
            path, data={"_action": "accept", "_csrf_token": form(served, path)}, follow_redirects=False
        ).status_code
        == 303
    )
    assert "编者" in served.get(path).text


def test_corrections_are_taken_along_and_into_another_library(site, read_samples, tmp_path, plan):
    document, name = plan
    sent(site, f"/d/{document.id[:12]}/f/{name}", _action="reject", _note="=1+1")
    for path in ("/corrections", f"/d/{document.id[:12]}/corrections"):
        assert "=1+1" in site.get(path).text
        assert site.get(f"{path}.csv").text.count("'=1+1") == 1
        assert site.get(f"{path}.xlsx").content[:2] == b"PK"
        taken = read_decisions(site.get(f"{path}.json").content)
        assert [(each.finding, each.action) for each in taken] == [(name, "reject")]
    shutil.copy(read_samples, tmp_path / "other.db")
    with at(str(tmp_path / "other.db")) as other:
        assert take_over(other, taken).new == 1
        assert name not in other.get(document.id).ids()
