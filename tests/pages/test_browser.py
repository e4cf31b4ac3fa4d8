"""The page in a real browser: words and cards find each other, switches switch, nothing leaks."""

from __future__ import annotations

import pytest
from invented import document, with_pages
from msgspec.structs import replace

from luoshi.model import Document, Original, Profile, Section, Span, Text


def classes(page):
    return set(page.evaluate("document.documentElement.className").split())


def active_words(page):
    return page.evaluate("[...document.querySelectorAll('article mark.active')].map(m => m.textContent).join('')")


def test_words_lead_to_their_card_and_back(open_page):
    page = open_page()
    page.locator("article mark.target").first.click()
    card = page.locator(".card.active")
    assert card.count() == 1
    assert "target" in card.get_attribute("class")
    assert "突破8000亿元" in card.inner_text()
    assert "800000000000 元" in card.evaluate("e => e.querySelector('[title]').title")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.keyboard.press("Escape")
    assert page.locator(".active").count() == 0
    card = page.locator(".card.target a").first
    card.click()
    assert "地区生产总值突破8000亿元" in active_words(page).replace("○", "")
    assert page.locator("article mark.active").first.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight }"
    )
    assert page.url.endswith(card.get_attribute("href"))


def test_a_click_on_nested_words_takes_the_innermost_then_goes_outwards(open_page):
    page = open_page()
    page.locator("#all").click()
    inner = page.locator("article mark.target.deadline").first
    inner.click()
    first = page.locator(".card.active").get_attribute("class")
    inner.click()
    second = page.locator(".card.active").get_attribute("class")
    assert {"deadline", "target"} <= set(f"{first} {second}".split())


def test_an_address_opens_its_finding(open_page):
    doc = document()
    address = next(identifier for identifier, finding in doc.ids().items() if finding.kind == "programme")
    page = open_page(doc)
    page.evaluate(f"location.hash = '{address}'")
    page.wait_for_selector(".card.programme.active")
    assert "安居润澜" in active_words(page)


def test_filters_hide_one_kind_and_only_that(open_page):
    page = open_page()
    tint = "getComputedStyle(document.querySelector('article mark.achievement')).backgroundColor"
    before = page.evaluate(tint)
    assert page.locator(".card.achievement").first.is_visible()
    page.locator(".kind.achievement").click()
    assert not page.locator(".card.achievement").first.is_visible()
    assert page.evaluate(tint) == "rgba(0, 0, 0, 0)" != before
    assert page.locator(".card.target").first.is_visible()
    page.locator("#none").click()
    assert not any(page.locator(".card").nth(n).is_visible() for n in range(page.locator(".card").count()))
    assert page.locator("#nothing").is_visible()
    page.locator("#all").click()
    assert all(page.locator(".card").nth(n).is_visible() for n in range(page.locator(".card").count()))


def test_search_finds_cards_by_their_words(open_page):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("研发")
    shown = [text for text in page.locator(".card:visible").all_inner_texts() if text]
    assert len(shown) == 1
    assert "研发投入强度" in shown[0]
    page.keyboard.press("Escape")


def test_as_found_shows_the_original_and_clean_hides_it(open_page):
    page = open_page()
    assert "必胜彩站" not in page.locator("article").inner_text()
    page.keyboard.press("c")
    text = page.locator("article").inner_text()
    assert "必胜彩站注册即送" in text
    assert "首页 > 要闻" in text
    assert "版权所有" in text
    assert "到2030年,地区" in text
    assert "，地区生产总值" not in text
    struck = page.locator("article s.x").first
    assert "line-through" in struck.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert struck.get_attribute("title") == "插入的赌博广告"
    assert page.locator(".cleaning").is_visible()
    page.locator("[data-seek='intrusions.gambling']").click()
    assert page.locator("article .found-here").inner_text() == "必胜彩站注册即送"
    page.keyboard.press("c")
    assert "必胜彩站" not in page.locator("article").inner_text()
    assert "到2030年，" in page.locator("article").inner_text()


def test_the_keyboard_walks_through_the_findings(open_page):
    page = open_page()
    seen = []
    for _ in range(4):
        page.keyboard.press("j")
        seen.append(page.locator(".card.active").get_attribute("data-f"))
    assert len(set(seen)) == 4
    page.keyboard.press("k")
    assert page.locator(".card.active").get_attribute("data-f") == seen[2]
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    page.keyboard.press("o")
    assert page.evaluate("document.activeElement.closest('nav') !== null")
    page.keyboard.press("d")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.keyboard.press("]")
    assert page.evaluate("scrollY") > 0


def test_the_language_can_be_switched_in_the_page(open_page):
    page = open_page()
    assert page.locator("#outline h2").inner_text() == "目录"
    page.keyboard.press("l")
    assert page.locator("#outline h2").inner_text() == "Outline"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.locator(".lost").first.get_attribute("title").startswith("A chapter's lead")
    assert "CNY 800 billion" in page.locator(".card.target").first.inner_text()
    assert page.locator("#p1").inner_text().endswith("规划的建议")
    page.locator("input[name=lang][value=zh]").evaluate("e => e.click()")
    assert page.locator("#outline h2").inner_text() == "目录"


def test_the_outline_follows_the_reader(open_page):
    page = open_page(viewport={"width": 1440, "height": 500})
    page.locator("nav a[href='#c2']").click()
    page.wait_for_function("document.querySelector('nav [aria-current]')?.hash.startsWith('#c2')")
    assert page.locator("nav [aria-current]").count() == 1


@pytest.mark.parametrize("make", [document, lambda: with_pages(document())])
def test_copied_citations_are_those_of_the_model(open_page, make):
    doc = make()
    page = open_page(doc)
    page.locator("#all").click()
    copied = page.evaluate("""async () => {
        const copied = {};
        let last = "";
        Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => { last = text; } } });
        for (const card of document.querySelectorAll(".card")) {
            for (const _ of card.dataset.f.split(" ")) {
                card.querySelector("a").click();
                const words = [];
                for (const button of card.querySelectorAll(".acts button")) { button.click(); words.push(last); }
                (copied[card.dataset.f] ??= []).push(words);
            }
        }
        return copied;
    }""")
    for numbers, citations in copied.items():
        for number, words in zip(numbers.split(), citations, strict=True):
            citation = doc.cite(doc.findings[int(number)])
            assert words == [str(citation), citation.gb7714]
    assert sorted(int(n) for numbers in copied for n in numbers.split()) == list(range(len(doc.findings)))


def test_a_citation_reaches_the_clipboard(open_page):
    doc = document()
    page = open_page(doc, permissions=["clipboard-read", "clipboard-write"])
    page.locator("article mark.target").first.click()
    page.keyboard.press("y")
    page.wait_for_function("document.querySelector('#status').textContent === '已复制'")
    assert page.evaluate("navigator.clipboard.readText()") == str(doc.cite(next(doc.find("target"))))


def test_selected_words_can_be_cited(open_page):
    doc = document()
    page = open_page(doc)
    page.keyboard.press("c")  # also as found it is the clean words that are cited
    page.evaluate("""() => {
        const marks = [...document.querySelectorAll('#p7 mark.doubt')];
        const range = document.createRange();
        range.setStartBefore(marks[0]); range.setEndAfter(marks.at(-1));
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }""")
    page.wait_for_selector("#cite:not([hidden])")
    page.locator("#cite").click()
    doubt = next(finding for finding in doc.find("doubt") if "开放门户" in finding.quote)
    assert page.locator("#cite-plain").inner_text() == str(doc.cite(doubt))
    assert page.locator("#cite-gb").inner_text() == doc.cite(doubt).gb7714
    assert page.locator("#cite-link").inner_text().endswith("#p7")


def test_without_javascript_the_page_can_be_read(open_page):
    doc = document()
    page = open_page(doc, java_script_enabled=False)
    assert "必胜彩站" not in page.locator("article").inner_text()
    assert page.locator("article mark.target").count() >= 3
    assert page.locator(".card").first.is_visible()
    assert page.locator(".card.measure").first.is_visible()
    assert not page.locator("#theme").is_visible()
    page.locator("nav a[href='#c2-i3']").click()
    assert page.url.endswith("#c2-i3")
    page.locator(".card.target a").first.click()
    assert "#target-" in page.url


def test_narrow_screens_have_drawers(open_page):
    page = open_page(viewport={"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not page.locator("#outline").is_visible()
    page.locator("#open-outline").click()
    assert page.locator("#outline").is_visible()
    page.locator("nav a[href='#c2-i3']").click()
    assert not page.locator("#outline").is_visible()
    page.locator("article mark.person").first.click()
    assert page.locator(".card.active").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#margin").is_visible()


def test_paper_shows_text_doubts_and_targets(open_page):
    page = open_page()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator("#outline").is_visible()
    assert page.locator(".doubt-entry").first.is_visible()
    assert page.locator(".card.target").first.is_visible()
    assert not page.locator(".card.place").first.is_visible()


def test_hostile_words_stay_words(open_page):
    words = (
        "<script>document.title='gone'</script></script><img src=x onerror=\"document.title='gone'\">]]>\u2028'\"`${1}"
    )
    text = Text.of(Original(f"{words}\n正文。{words}\n", "text/html", "00", metadata=(("url", "javascript:alert(1)"),)))
    where = Span(len(words) + 1, len(words) + 3)
    doc = document()
    finding = replace(doc.findings[0], span=where, quote=text[where])
    pledge = next(doc.find("pledge"))
    pledge = replace(pledge, span=where, quote=text[where], value=replace(pledge.value, person=words, post=words))
    root = Section("", "document", "", None, "", Span(0, len(text)))
    page = open_page(Document(text, root, Profile(), (finding, pledge)))
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.keyboard.press("l")
    assert page.title().startswith("<script>")
    assert page.locator("article img, .card img, article script").count() == 0
    assert page.locator("#p1").inner_text().split()[1].startswith("<script>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility(open_page, scheme):
    """axe-core finds nothing to object to: WCAG 2 A and AA and its best practice; contrast in both views."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = open_page(color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("j")
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    found = axe.Axe().run(page).response["violations"]
    page.keyboard.press("c")
    found += axe.Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    complaints = [(rule["id"], node["html"][:200], node["failureSummary"]) for rule in found for node in rule["nodes"]]
    assert not complaints, "\n".join(map(str, complaints))
