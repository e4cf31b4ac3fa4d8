"""Pages: all visible text, with marks for what the markup says, and chrome marked but kept."""

from pathlib import Path

import pytest
from checking import check, marked

from luoshi.model import Original
from luoshi.sources import open_source

PROSE = "".join(
    f"<p>　　{number}、实施港口提升工程，到2030年新增万吨级泊位{at}个，完成投资{at}0亿元。</p>"
    for at, number in enumerate("一二三四五六", 1)
)


def page(body: str, head: str = "") -> Original:
    original = open_source(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())
    check(original)
    return original


def kept(original: Original) -> str:
    """The text without its chrome."""
    text = list(original.content)
    for mark in original.marked("chrome"):
        text[mark.span.start : mark.span.end] = "\0" * mark.span.length
    return "".join(text).replace("\0", "")


@pytest.mark.parametrize(
    ("body", "content"),
    [
        ("<p>一</p><p>二</p>", "一\n二\n"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三\n"),
        ("<p>一<br>二<br/>三</p>", "一\n二\n三\n"),
        ("<p>生产<b>总值</b>增长</p>", "生产总值增长\n"),
        ("<p>生产\n  总值\n</p>", "生产总值\n"),
        ("<p>by\n 2030</p>", "by 2030\n"),
        ("<span>编辑：甲</span>\n<span>审核：乙</span>", "编辑：甲 审核：乙\n"),
        ("<p>\u3000\u3000一、目标&nbsp;2030&mdash;&ldquo;好&rdquo;</p>", "\u3000\u3000一、目标\u00a02030—“好”\n"),
        ("<pre>甲\n  乙\n</pre>", "甲\n  乙\n"),
        ("<p>一<script>x('<p>')</script>二<style>p{}</style></p><!-- 三 -->", "一二\n"),
        (
            "<p>一</p><p hidden>二</p><p style='display: none'>三</p><p style='visibility:hidden'>四</p><p>五</p>",
            "一\n五\n",
        ),
        ("<p>一<span style='display:none'>博彩</span>二</p>", "一二\n"),
        ("<ol><li>甲</li><li>乙<ol type=a><li>丙</li></ol></li><li>丁</li></ol>", "1. 甲\n2. 乙\na. 丙\n3. 丁\n"),
        ("<ol start=5 style='list-style-type:cjk-ideographic'><li>甲</li></ol>", "五、 甲\n"),
        ("<ul><li>甲</li><li><p>乙</p></li></ul>", "甲\n乙\n"),
        ("<dl><dt>责任单位</dt><dd>市交通局</dd></dl>", "责任单位\n市交通局\n"),
        ("<p>未闭合<p>第二段<div>第三段", "未闭合\n第二段\n第三段\n"),
        ("<p>一</p></div></p></body></html><p>二</p>", "一\n二\n"),
        ("<p>x&#0;y&#xD800;z&bogus;</p>", "x\ufffdy\ufffdz&bogus;\n"),
    ],
)
def test_text_is_what_a_browser_shows(body: str, content: str) -> None:
    assert page(body).content == content


def test_hidden_text_is_remarked() -> None:
    original = page("<p>正文。</p><div style='display:none'><p>娱乐平台</p></div>")
    assert "4 characters" in original.remarks[0].en


def test_headings_lists_and_paths() -> None:
    original = page("<h1>纲要</h1><div><h2>第一章 <i>总则</i></h2><p>一</p><p>二</p></div><ol><li>甲</li></ol>")
    assert marked(original, "heading") == [("纲要", "1"), ("第一章 总则", "2")]
    assert marked(original, "list") == [("1. 甲", "1.")]
    assert ("二", "/html/body[1]/div[1]/p[2]") in marked(original, "xpath")


def test_paths_lead_back_to_the_block() -> None:
    from lxml import html

    body = "<div><p>甲</p><div><p>乙</p><table><tr><td>丙</td><td>丁</td></tr><tr><td>1</td></tr></table></div></div><p>戊</p>"
    tree = html.document_fromstring(f"<html><body>{body}</body></html>")
    for words, path in marked(page(body), "xpath"):
        (found,) = tree.xpath(path)
        assert words.split("\t")[0] in found.text_content()


def test_tables_are_lines_of_cells() -> None:
    original = page(
        "<p>专栏1</p><table><caption>主要指标</caption><tr><th rowspan=2>指标</th><th colspan=2>数值</th></tr>"
        "<tr><th>2025年</th><th>2030年</th></tr>"
        "<tr><td>港口<br>吞吐量</td><td>2.1</td><td><p>3.0</p></td></tr><tr><td></td><td> </td></tr></table><p>后</p>"
    )
    assert original.content == "专栏1\n主要指标\n指标\t数值\n\t2025年\t2030年\n港口 吞吐量\t2.1\t3.0\n后\n"
    assert marked(original, "caption") == [("主要指标", "")]
    cells = {value: words for words, value in marked(original, "cell")}
    assert cells["t1.r1.c1 2x1"] == "指标"
    assert cells["t1.r1.c2 1x2"] == "数值"
    assert cells["t1.r2.c3"] == "2030年"
    assert cells["t1.r3.c3"] == "3.0"
    assert {words for words, _ in marked(original, "header")} == {"指标", "数值", "2025年", "2030年"}
    ((words, number),) = marked(original, "table")
    assert number == "1"
    assert words.startswith("指标\t数值")
    assert words.endswith("3.0")


def test_tables_for_the_layout_are_no_tables() -> None:
    inner = "<table><tr><td>指标</td><td>值</td></tr><tr><td>泊位</td><td>6</td></tr></table>"
    original = page(f"<table><tr><td><p>左栏</p></td><td>{PROSE}{inner}</td></tr></table>")
    assert len(original.marked("table")) == 1
    assert "指标\t值\n泊位\t6\n" in original.content
    assert original.content.startswith("左栏\n")
    assert "\n　　二、实施" in original.content
    framed = page(f"<table><tr><td>{PROSE}</td></tr></table>")
    assert not framed.marked("table")


CHROME = {
    "nav": "<nav><a href='/a'>首页</a><a href='/b'>要闻</a></nav>",
    "header": "<div class='header'><ul><li><a href='/a'>首页</a></li><li><a href='/b'>要闻</a></li><li><a href='/c'>政务</a></li></ul></div>",
    "menu": "<div id='menu'><a href='/a'>首页</a> | <a href='/b'>要闻</a></div>",
    "crumbs": "<div class='crumbs'>您的位置：<a href='/'>首页</a> &gt; <a href='/zc'>政策</a> &gt; 正文</div>",
    "crumbs without a name": "<div><a href='/'>首页</a> &gt; <a href='/zc'>政策</a> &gt; 正文</div>",
    "related": "<div><h4>相关阅读</h4><ul><li><a href='/1'>市领导调研港口</a></li><li><a href='/2'>港口一季度开门红</a></li>"
    "<li><a href='/3'>全市招商大会举行</a></li><li><a href='/4'>渔业大会召开</a></li></ul></div>",
    "footer": "<footer><p>主办：青岚市人民政府办公室。本网站未经许可不得转载。</p><a href='/map'>网站地图</a></footer>",
    "previous": "<p>上一篇：<a href='/1'>关于印发渔业规划的通知</a></p>",
    "search": "<form><input name=q><select><option>标题</option><option>正文</option></select><button>搜索</button></form>",
}


@pytest.mark.parametrize("kind", CHROME)
def test_chrome_is_marked_and_kept(kind: str) -> None:
    before, after = ("", CHROME[kind]) if kind in {"related", "footer", "previous"} else (CHROME[kind], "")
    original = page(f"{before}<h1>青岚市港口规划</h1><div>{PROSE}</div>{after}")
    plain = page(f"<h1>青岚市港口规划</h1><div>{PROSE}</div>")
    words = [line for line in original.content.splitlines() if line not in plain.content]
    assert words  # nothing is lost
    left = "\n".join(line for line in kept(original).splitlines() if line.strip())
    rest = "相关阅读" if kind == "related" else ""
    assert left.replace(rest, "").split() == plain.content.split()


TRUE = {
    "a table of contents of the page itself": "<ul><li><a href='#1'>第一章 总则</a></li><li><a href='#2'>第二章 目标</a></li>"
    "<li><a href='#3'>第三章 保障</a></li></ul>",
    "attachments": "<div><p>附件：<a href='/f/1.pdf'>1.指标表</a></p><p><a href='/f/2.doc'>2.项目清单</a></p><p><a href='/f/3.docx'>3.责任分工</a></p></div>",
    "a source": "<div>来源：<a href='/x'>青岚日报</a> 2026-01-09</div>",
    "an aside with prose": "<aside><p>专栏2 港口工程：新建泊位6个，改造航道30公里。</p></aside>",
    "a header with the title": "<header><h1>关于印发港口规划的通知</h1><p>青政发〔2026〕1号</p></header>",
    "short outline lines": "<p>第一章</p><p>一、</p><p>（一）泊位</p><p>1. 航道</p><p>建成。</p>",
    "a class that only sounds like chrome": "<div class='footer-content main'><p>到2030年，建成泊位6个，航道达到30公里，岸电使用率达到95%。</p>"
    "<p>各县区要抓好落实，市发展改革委会同有关部门加强监测评估，重大问题及时报告。</p></div>",
    "links in a sentence": "<p>落实<a href='/1'>《港口条例》</a>、<a href='/2'>《航道条例》</a>、<a href='/3'>《渔港条例》</a>，强化监管。</p>",
    "a signature in an article's footer": "<article><p>全文完。</p><footer>青岚市人民政府 2026年1月9日</footer></article>",
}


@pytest.mark.parametrize("kind", TRUE)
def test_no_true_line_is_chrome(kind: str) -> None:
    for body in (
        f"{TRUE[kind]}<div>{PROSE}</div>",
        f"<div>{PROSE}</div>{TRUE[kind]}",
        f"<div>{PROSE}{TRUE[kind]}</div>",
    ):
        original = page(body)
        assert not original.marked("chrome"), marked(original, "chrome")


def test_what_the_page_says_of_itself() -> None:
    head = (
        "<title>港口规划_\n青岚市人民政府</title><meta name=PubDate content='2026-01-09'><meta name=ContentSource content=发改委>"
        "<meta property='og:title' content='港口规划'><meta name=viewport content='width=1'><link rel=canonical href='http://x/1'>"
    )
    facts = dict(page("<p>正文</p>", head).metadata)
    assert facts == {
        "title": "港口规划_ 青岚市人民政府",
        "PubDate": "2026-01-09",
        "ContentSource": "发改委",
        "og:title": "港口规划",
        "canonical": "http://x/1",
    }


def test_nesting_without_end() -> None:
    for opening, closing in (("<div>甲", "</div>"), ("<b>", ""), ("<table><tr><td>", ""), ("<ul><li>乙", "")):
        depth = 100_000 if opening.startswith("<div") else 5_000
        deep = opening * depth + "<p>核心句。</p>" + closing * depth + "<p>末尾句。</p>"
        original = page(deep)
        assert "核心句。" in original.content
        assert "末尾句。" in original.content
        assert any("nested" in remark.en for remark in original.remarks)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr>" + "<td rowspan=9999 colspan=9999>甲" * 300 + "<tr><td>乙<td>丙",
        "<p x='" * 20_000,
        "<" * 50_000 + "p>甲",
        "<p>甲" * 20_000,
        "<a href=x>" * 3000 + "甲",
        "&amp" * 20_000,
        "<!--" * 20_000 + "<p>甲",
        "<ol start=99999999999999999><li>甲",
        "<!DOCTYPE x [<!ENTITY a 'bbbb'><!ENTITY b '&a;&a;'>]><p>&b;甲",
    ],
)
def test_hostile_pages_end(body: str) -> None:
    check(open_source(f"<html><body><p>正文。</p>{body}".encode()))


def test_real_pages_keep_every_line(shared: Path) -> None:
    """Each paragraph of the corpus copy is on the page, and none of it is chrome."""
    for path in sorted((shared / "corpus" / "originals").glob("*.html")):
        original = open_source(path)
        check(original)
        copy = shared / "corpus" / path.with_suffix(".txt").name
        chrome = {"".join(line.split()) for words, _ in marked(original, "chrome") for line in words.splitlines()}
        lines = {"".join(line.split()) for line in original.content.splitlines()}
        whole = "".join(original.content.split())
        for written in copy.read_bytes().decode("utf-8-sig").splitlines():
            line = "".join(written.split())
            assert line in whole, (path.name, line[:30])
            if len(line) > 25:
                assert line in lines or not any(line in bar for bar in chrome)
        assert sum(map(len, chrome)) < 80, (path.name, chrome)
