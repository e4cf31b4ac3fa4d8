"""The page as text: complete, escaped, in both languages, and nothing in it that could run or fetch."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from operator import itemgetter

import pytest
from invented import Factory, cleaned, document, with_pages
from msgspec.structs import replace

from luoshi.knowledge.table import rows
from luoshi.model import Document, Finding, Original, Profile, Section, Span, Text, Words
from luoshi.model import values as v
from luoshi.pages import amounts, labels, reading_page
from luoshi.pages.blocks import blocks
from luoshi.pages.segments import Sweep

HOSTILE = (
    "<script>alert(1)</script></script><!--]]>\u2028\"' onload=x &amp; <img src=x onerror=alert(2)>\x00\x1b\ud800\u202e"
)


class Reader(HTMLParser):
    """Every element with its attributes, and the text of the article without what was removed."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.stack, self.lines = [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input"}:
            self.stack.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _ in self.stack]
        lines = [attrs["id"] for _, attrs in self.stack if "line" in attrs.get("class", "").split() and "id" in attrs]
        skip = {"s"} & set(tags) or any(
            "addr" in a.get("class", "") or "lost" in a.get("class", "") for _, a in self.stack
        )
        if lines and not skip:
            self.lines[lines[-1]] = self.lines.get(lines[-1], "") + data

    def ids(self):
        return [attrs["id"] for _, attrs in self.elements if "id" in attrs]


def bare(content, outline=None, findings=()):
    text = Text.of(Original(content, "text/plain", "ab" * 32))
    root = outline or Section("", "document", "", None, "", Span(0, len(content)))
    return Document(text, root, Profile(), tuple(findings))


def test_every_paragraph_section_and_finding_has_its_address():
    doc = document()
    page = Reader(reading_page(doc))
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert set(doc.ids()) <= set(ids)
    assert {node.id for node in doc.outline.walk() if node.id} <= set(ids)
    paragraphs = [line for line in doc.text.content.split("\n") if line]
    assert [page.lines[f"p{n}"].replace("\t", "") for n in range(1, len(paragraphs) + 1)] == [
        line.replace("\t", "") for line in paragraphs
    ]


def test_every_link_leads_to_something_on_the_page():
    page = Reader(reading_page(document()))
    targets = {attrs["href"] for tag, attrs in page.elements if tag == "a" and attrs.get("class") != "source"}
    assert targets
    assert all(href.startswith("#") and href[1:] in page.ids() for href in targets)


def test_marks_cover_exactly_the_words_of_each_finding():
    doc = document()
    html = reading_page(doc)
    for index, finding in enumerate(doc.findings):
        pattern = rf'<mark [^>]*data-f="(?:\d+ )*{index}(?: \d+)*">(.*?)</mark>'
        words = "".join(re.sub(r"(?s)<s .*?</s>|<[^>]+>", "", part) for part in re.findall(pattern, html, re.DOTALL))
        assert words == finding.quote, finding.kind


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_languages_are_in_the_page_and_one_is_chosen(language):
    html = reading_page(document(), language)
    assert f'data-lang="{language}"' in html
    assert html.startswith("<!doctype html>")
    for words in (labels.UI["outline"], labels.UI["found"], labels.KINDS["target"], labels.GRADES["C"]):
        assert words.zh in html
        assert words.en in html


def test_the_head_says_what_this_is_and_the_worst_doubt_first():
    html = reading_page(document())
    head = html[html.index("<main") : html.index("<article")]
    assert "中共临澜市委 · 建议" in head
    assert "2025年12月9日八届九次全会通过" in head
    assert "规划期2026—2030年" in head
    assert "2025年10月28日" in head
    assert head.index("赌博广告") < head.index("第二章缺标题")
    assert "对照官方发布的文本" in head


def test_a_lost_heading_stands_in_brackets_with_its_reason():
    html = reading_page(document())
    assert re.search(r'<h2 class="lost node d1" id="c2" title="条目2之后[^"]*"[^>]*>［2］</h2>', html)


def test_a_table_is_a_table_and_a_page_turn_is_shown():
    html = reading_page(with_pages(document()))
    assert len(re.findall(r"<tr ", html)) == 3
    assert len(re.findall(r"<td", html)) == 6
    assert len(re.findall(r"<th scope=\"col\"", html)) == 3
    assert re.search(r'<span class="turn" data-page="2"></span>', html)


def test_nothing_of_the_document_becomes_markup():
    """Hostile words in the text, a quote, an id, a reason, the title, the metadata: all are only words."""
    text = Text.of(Original(HOSTILE + "\n正文。" + HOSTILE, 'text/"><script>', HOSTILE, metadata=((HOSTILE, HOSTILE),)))
    where = Span(len(HOSTILE) + 1, len(HOSTILE) + 3)
    words = Words(HOSTILE, HOSTILE)
    finding = Finding('ki"nd><script>', HOSTILE, where, text[where], HOSTILE, "inferred", words)
    doubt = Finding("doubt", v.Doubt(HOSTILE, HOSTILE, words, words), where, text[where], "x")
    section = Section('x"><script>', "chapter", HOSTILE, 1, HOSTILE, Span(where.start, len(text)), None, (), words)
    outline = Section("", "document", "", None, "", Span(0, len(text)), None, (section,))
    title = Finding("title", HOSTILE, Span(0, 0), "", "x")
    html = reading_page(Document(text, outline, Profile(title=title), (finding, doubt)))
    html.encode("utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
    page = Reader(html)
    assert [tag for tag, _ in page.elements].count("script") == 2
    assert not [
        tag for tag, _ in page.elements if tag in {"img", "iframe", "object", "embed", "base", "form", "svg"} - {"form"}
    ]
    assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"]


def test_the_policy_allows_this_style_and_this_script_only():
    html = reading_page(document())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert not re.search(r'(?:src|href|action)="(?!#|data:)', html)
    assert "url(" not in html
    assert "@import" not in html


def test_the_same_document_gives_the_same_page():
    assert reading_page(document()) == reading_page(document())


@pytest.mark.parametrize("content", ["", "\n", "一", "一\n\n二\n", "\t\t", "甲\t乙"])
def test_small_texts_have_a_page(content):
    html = reading_page(bare(content))
    assert "<article" in html
    assert labels.UI["no_findings"].zh in html


def test_only_furniture_is_still_shown_as_found():
    text = cleaned()
    gone = text.apply([])
    everything = replace(gone, content="", runs=())
    html = reading_page(Document(everything, Section("", "document", "", None, "", Span(0, 0)), Profile()))
    assert "首页 &gt; 要闻" in html


def test_findings_that_these_pages_do_not_know_are_shown_as_other():
    doc = bare("甲乙丙丁", findings=[Finding("slogan", {"x": 1}, Span(1, 3), "乙丙", "later.version")])
    html = reading_page(doc)
    assert '<mark class="other"' in html
    assert labels.OTHER.zh in html


def test_cuts_before_and_after_a_table_do_not_mix_with_it():
    text = cleaned()
    make = Factory(text)
    sweep = Sweep(text.content, [make.span("北湾新区")], [])
    forms = [block.form for block in blocks(replace(document(), text=text), sweep, [])]
    assert forms.count("table") == 1
    assert "cuts" not in forms


@pytest.mark.parametrize(
    ("value", "zh", "en", "exact"),
    [
        (v.Quantity(1.5e11, None, "元", ">=", "level"), "≥ 1500亿元", "≥ CNY 150 billion", "150000000000 元"),
        (v.Quantity(2.2e12, None, "元", "=", "level"), "2.2万亿元", "CNY 2.2 trillion", "2200000000000 元"),
        (v.Quantity(1.2e5, None, "人", "=", "count"), "12万人", "120,000 people", "120000 人"),
        (v.Quantity(0.032, None, "", ">=", "share"), "≥ 3.2%", "≥ 3.2%", "0.032"),
        (v.Quantity(0.05, 0.055, "", "range", "growth"), "5%—5.5%", "5%–5.5%", "0.05/0.055"),
        (v.Quantity(0.013, None, "pp", "=", "change"), "1.3个百分点", "1.3 pp", "0.013 pp"),
        (v.Quantity(20, None, "位", "<=", "rank"), "≤ 第20位", "≤ no. 20", "20 位"),
        (v.Quantity(2, None, "", "=", "multiple"), "2倍", "× 2", "2"),
        (v.Quantity(None, None, "", "=", "completion"), "按期完成", "done by the date", ""),
    ],
)
def test_quantities_as_people_write_them(value, zh, en, exact):
    assert amounts.quantity(value) == Words(zh, en)
    assert amounts.exact(value) == exact


def test_a_bare_ratio_is_not_made_a_percentage():
    ratio = v.Quantity(1.92, None, "", "=", "level")
    assert amounts.quantity(ratio, "缩小到1.92") == Words("1.92", "1.92")
    assert amounts.quantity(replace(ratio, value=0.4), "达到40%") == Words("40%", "40%")


def test_the_page_of_a_long_document_is_laid_out_in_chunks():
    html = reading_page(bare(("这一段有四十个字左右，" * 4 + "\n") * 4_000))
    assert html.count('class="chunk size') == 100
    assert "long" in re.search(r'<html[^>]* class="([^"]*)"', html)[1]


def test_a_row_shows_its_name_and_its_number_only():
    content = "指标\t单位\t2030年\n森林覆盖率\t%\t72\n"
    row = Span(content.index("森林"), len(content) - 1)
    name, number = Span(row.start, row.start + 5), Span(row.end - 2, row.end)
    quantity = v.Quantity(0.72, None, "", "=", "level")
    target = Finding("target", v.Target("森林覆盖率", name, quantity, number), row, content[row.start : row.end], "x")
    html = reading_page(bare(content, findings=[target]))
    assert re.findall(r'<mark class="([^"]*)"[^>]*>([^<]*)</mark>', html) == [
        ("target s-target", "森林覆盖率"), ("", "%"), ("target", "72"),
    ]  # fmt: skip
    assert '<p data-l="value">72%</p>' in html
    assert html.count('<th scope="col"') == 3


def test_a_lost_number_stands_in_brackets_in_outline_and_text():
    content = "盘活用地。健全要素市场。\n"
    section = Section("i16", "item", "", 16, "盘活用地", Span(0, len(content)), Span(0, 5), (), Words("缺号", "a gap"))
    outline = Section("", "document", "", None, "", Span(0, len(content)), None, (section,))
    html = reading_page(replace(bare(content), outline=outline))
    assert re.search(r'<a href="#i16" class="is-lost"[^>]*><b>［16］</b><span>盘活用地</span>', html)
    assert re.search(r'<span class="lost node" id="i16"[^>]*>［16］</span>', html)


def test_reasons_are_open_where_the_grade_is_bad():
    doc = document()
    assert doc.verdict is not None
    for grade, is_open in (("A", False), ("B", False), ("C", True), ("D", True)):
        html = reading_page(replace(doc, verdict=replace(doc.verdict, grade=grade)))
        assert ('<details class="reasons" open>' in html) == is_open


def test_grave_doubts_are_never_folded_away():
    content = "甲乙丙丁戊己庚辛\n"
    words = Words("说明", "says")
    doubts = [
        Finding("doubt", v.Doubt(f"check{n}", "major", words, None), Span(n, n + 1), content[n], "x") for n in range(7)
    ]
    doubts.append(Finding("doubt", v.Doubt("check0", "note", words, None), Span(7, 8), content[7], "x"))
    html = reading_page(bare(content, findings=doubts))
    shown, _, folded = html.partition('<details class="more">')
    assert shown.count('<li class="doubt-entry major"') == 7
    assert folded.count('<li class="doubt-entry note"') == 1
    assert 'class="alike"' not in html


def test_a_baseline_far_over_the_whole_is_no_percentage():
    growth = v.Quantity(0.06, None, "", "about", "growth_annual")
    assert amounts.baseline(v.Baseline(3.12e11, "2020"), growth) == Words("2020年：3120亿", "2020: 312 billion")
    assert amounts.baseline(v.Baseline(0.232, "2020"), growth).zh == "2020年：23.2%"
    ratio = v.Quantity(1.92, None, "", "=", "level")
    assert amounts.baseline(v.Baseline(2.05, None), ratio, "降到1.92").zh == "2.05"


def test_counting_words_are_kept_in_english():
    assert amounts.quantity(v.Quantity(12, None, "件", "=", "level"), "12件").en == "12 件"


def test_every_genre_has_an_english_name():
    assert set(rows("genres", itemgetter("genre"))) <= set(labels.GENRES)


def test_what_we_suggest_is_a_kind_of_its_own_and_hidden_at_first():
    base = document()
    body = next(base.find("body"))
    stated = Finding("responsibility", v.Responsibility(body.value.name, "lead"), body.span, body.quote, "test")
    guess = v.Responsibility(body.value.name, "suggested", field="住房")
    suggested = Finding("responsibility", guess, body.span, body.quote, "test", "inferred", Words("由词", "by words"))
    html = reading_page(base.with_findings([stated, suggested]), "en")
    boxes = dict(re.findall(r'<input type="checkbox" class="js" value="([a-z]+)"( checked)?>', html))
    assert boxes["responsibility"] == " checked"
    assert boxes["suggestion"] == ""
    assert html.count('<li class="card responsibility"') == html.count('<li class="card suggestion"') == 1
