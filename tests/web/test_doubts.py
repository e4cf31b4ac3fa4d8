"""``/doubts``: the worst first, each with what would settle it."""

from __future__ import annotations

import re

from luoshi.actions.doubts import SEVERITIES


def test_the_worst_come_first_with_explanation_evidence_and_what_would_settle_them(site, shelf):
    page = site.get("/doubts").text
    severities = re.findall(r'<article class="doubt (\w+)"', page)
    assert severities == sorted(severities, key=SEVERITIES.index)
    doubts = [finding for document in shelf.documents() for finding in document.find("doubt")]
    assert len(severities) == len(doubts)
    for finding in doubts:
        assert finding.value.explanation.zh[:12] in page.replace("&#34;", '"')
        if finding.value.settles:
            assert finding.value.settles.zh[:12] in page
    english = site.get("/doubts?language=en").text
    assert "What would settle it:" in english


def test_rows_lead_to_their_words(site, shelf):
    places = re.findall(r'class="evidence"><a href="/d/([0-9a-f]{12})#(doubt-[0-9a-f]+)"', site.get("/doubts").text)
    assert places
    assert all(finding in shelf.get(document).ids() for document, finding in places)


def test_grouped_by_document_or_by_check(site):
    by_document, by_check = site.get("/doubts").text, site.get("/doubts?group=check").text
    heads = [
        re.findall(r'<section class="doubts">\s*<h3>(.*?)<small>', page, re.DOTALL) for page in (by_document, by_check)
    ]
    assert all("/d/" in head for head in heads[0])
    assert heads[1][0].strip() == "用语时代"
    assert by_document.count('class="doubt ') == by_check.count('class="doubt ')


def test_filters_and_files_have_the_same_choice(site):
    rows = site.get("/doubts.json?severity=fatal&check=era").json()
    assert rows
    assert {(row["severity"], row["doubt"]) for row in rows} == {("fatal", "era")}
    assert all(row["explanation"] and row["settles"] and row["evidence"] for row in rows)
    page = site.get("/doubts?severity=fatal&check=era").text
    assert page.count('class="doubt ') == len(rows)
    assert "没有相符的疑点" in site.get("/doubts?check=nothing").text
    assert site.get("/doubts?severity=grave").status_code == 400


def test_many_alike_are_folded(site):
    page = site.get("/doubts?check=headings").text
    assert re.search(r"<summary>还有 \d+ 处同类", page)
