"""Search in the browser: hits that open at their words, facets that count, and clear words for what makes no sense."""

from __future__ import annotations

import html
import re

import pytest
from litestar.testing import TestClient
from tests.web.aside import run
from tests.web.conftest import HOST

from luoshi.server import app


def hits(answer):
    return re.findall(r'<h2><a href="/d/([0-9a-f]{12})#p(\d+)" lang="zh-Hans">(.*?)</a></h2>', answer.text)


def test_a_hit_opens_at_the_paragraph_of_its_words(site, shelf):
    answer = site.get("/search?words=海工装备")
    assert answer.status_code == 200
    assert "<mark>海工装备</mark>" in answer.text
    assert len(hits(answer)) >= 2
    for identity, paragraph, _ in hits(answer):
        lines = shelf.get(identity).text.content.split("\n")
        assert "海工装备" in lines[int(paragraph) - 1]
        assert f'id="p{paragraph}"' in site.get(f"/d/{identity}").text


def test_a_passage_says_where_its_paragraph_goes_on(site, shelf):
    text = site.get("/search?words=发展&size=50").text
    passages = re.findall(r"<blockquote[^>]*><a href=\"/d/([0-9a-f]{12})#p(\d+)\"[^>]*>(.*?)</a></blockquote>", text)
    cut = 0
    for identity, paragraph, marked in passages:
        words = html.unescape(re.sub("</?mark>", "", marked))
        line = shelf.get(identity).text.content.split("\n")[int(paragraph) - 1]
        assert words.strip("…") in line
        assert words.startswith("…") == (not line.startswith(words.lstrip("…")[:20]))
        assert words.endswith("…") == (not line.endswith(words.rstrip("…")[-20:]))
        cut += "…" in words
    assert cut


def test_traditional_and_simplified_find_the_same(site):
    assert hits(site.get("/search?words=發展")) == hits(site.get("/search?words=发展")) != []


def test_facets_say_what_they_lead_to(site):
    text = site.get("/search?words=发展").text
    links = re.findall(
        r'<li><a href="(/search\?[^"]*)" rel="nofollow"[^>]*>[^<]*</a> <span class="n">([\d,]+)</span>', text
    )
    assert len(links) > 10
    for address, number in links:
        found = site.get(html.unescape(address)).text
        assert re.search(rf"9 份文档中有 {number} 份", found), address


def test_filters_can_be_taken_away(site):
    text = site.get("/search?words=发展&level=city&kind=target&body=市委").text
    chips = re.findall(r'<ul class="chips".*?</ul>', text, re.DOTALL)[0]
    assert chips.count("<li>") == 3
    assert "/search?words=%E5%8F%91%E5%B1%95&amp;kind=target&amp;body=%E5%B8%82%E5%A7%94" in chips


def test_nothing_found_helps(site):
    text = site.get("/search?words=飞碟&level=city").text
    assert "没有找到" in text
    assert 'href="/search?words=%E9%A3%9E%E7%A2%9F"' in text
    assert "可以这样写" in site.get("/search").text


@pytest.mark.parametrize(
    ("words", "at"),
    [("发展 OR", "O"), ("发展 level:village", "l"), ("“发展", "“"), ("NOT", "N"), ("发展 AND OR 产业", "A")],
)
def test_what_makes_no_sense_is_marked_at_its_place(site, words, at):
    answer = site.get("/search", params={"words": words})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert f"<mark>{at}</mark>" in answer.text
    assert f'value="{html.escape(words)}"' in answer.text


@pytest.mark.parametrize(
    "words",
    [
        "a" * 60_000,
        "a " * 100,
        "\0",
        "发展\0",
        "\ud800",
        "' OR 1=1; DROP TABLE document --",
        'NEAR("发展" "产业", 5)',
        "发展*",
        "title:发展 ^产业 {a b}: c",
        "%_",
        "{{ 7*7 }}",
        "<script>alert(1)</script>",
        '"',
        "-",
        "\u202e\u200b",
        "(" * 900,
    ],
    ids=lambda words: repr(words[:12]),
)
def test_anything_may_be_typed(site, words):
    answer = site.get("/search", params={"words": words.encode("utf-8", "replace").decode()})
    assert answer.status_code in (200, 400)
    assert len(answer.text) < 20_000
    assert "<script>alert" not in answer.text
    assert "role=" in answer.text


def test_ten_megabytes_of_query(shelf):
    sent = []

    async def ask(asgi):
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": "/search", "raw_path": b"/search", "query_string": b"words=" + b"%E5%8F%91" * 1_200_000,
            "headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip

        async def receive():
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            sent.append(message)

        await asgi(scope, receive, send)

    run(ask(app(shelf)))
    assert sent[0]["status"] == 400
    page = b"".join(message.get("body", b"") for message in sent[1:]).decode()
    assert "查询太长" in page
    assert len(page) < 30_000


@pytest.mark.parametrize("filters", ["year=x", "level=a", "kind=z", "by=1", "year=2024&year=2025", "page=x&page=-1"])
def test_filters_that_make_no_sense_are_told(site, filters):
    answer = site.get(f"/search?words=发展&{filters}")
    assert answer.status_code == 400


def test_pages_of_hits(shelf, monkeypatch):
    from luoshi.web import search

    monkeypatch.setattr(search, "SIZE", 4)
    with TestClient(app(shelf), base_url=HOST) as site:
        pages = [hits(site.get(f"/search?words=发展&page={number}")) for number in (1, 2, 3)]
        behind = site.get("/search?words=发展&page=9")
    assert [len(page) for page in pages] == [4, 4, 1]
    assert len({hit[0] for page in pages for hit in page}) == 9
    assert behind.status_code == 200
    assert "回到第一页" in behind.text
