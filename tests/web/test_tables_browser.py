"""The tables and pictures in a real browser: choose, sort, open, light and dark, a phone, axe."""

from __future__ import annotations

import pytest
from tests.web.browsers import objections, opened  # noqa: F401 — fixtures
from tests.web.served import served

from luoshi.actions.library import at

PAGES = ("/targets?indicator=gdp&kind=both", "/indicators", "/indicators/gdp", "/bodies/云泽市工业和信息化局",
         "/formulations/高质量发展", "/doubts", "/places/没有的地方")  # fmt: skip


@pytest.fixture(scope="module")
def site(read_samples):
    with at(str(read_samples)) as library, served(library) as address:
        yield address


@pytest.mark.parametrize("path", PAGES[:-1])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_to_object_to(site, opened, path, scheme):  # noqa: F811
    page = opened(site + path, color_scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
    assert objections(page) == []


@pytest.mark.parametrize("path", PAGES[:-1])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_a_phone_scrolls_down_and_never_sideways(site, opened, path, locale):  # noqa: F811
    page = opened(site + path, viewport={"width": 360, "height": 740}, locale=locale)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert objections_on_phone(page) == []


def objections_on_phone(page) -> list[str]:
    """Rows of a table that a phone shows as cards are rows still, and nothing is cut off."""
    return page.evaluate(
        """[...document.querySelectorAll('.statements td, .names td')].filter(cell =>
            cell.getBoundingClientRect().right > innerWidth + 1).map(cell => cell.textContent)"""
    )


def test_one_chooses_sorts_and_opens(site, opened):  # noqa: F811
    page = opened(f"{site}/targets")
    page.get_by_label("指标", exact=True).fill("城镇化率")
    page.get_by_role("button", name="筛选").click()
    assert "indicator=" in page.url
    assert page.locator("tbody tr").count() == page.locator("td.c-words").count() > 3
    page.get_by_role("columnheader", name="归一数值").get_by_role("link").click()
    assert page.locator("th[aria-sort=ascending]").inner_text().startswith("归一数值")
    page.get_by_role("columnheader", name="归一数值").get_by_role("link").click()
    assert page.locator("th[aria-sort=descending]").count() == 1
    assert page.get_by_label("指标", exact=True).input_value() == "城镇化率"
    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV").click()
    assert kept.value.suggested_filename == "目标.csv"


def test_the_picture_changes_its_colours_with_the_page(site, opened):  # noqa: F811
    colours = set()
    for scheme in ("light", "dark"):
        page = opened(f"{site}/indicators/gdp", color_scheme=scheme)
        colours.add(page.locator(".mark.solid path").first.evaluate("e => getComputedStyle(e).fill"))
        hollow = page.locator(".mark.hollow path").last.evaluate("e => getComputedStyle(e).fill")
        assert hollow == page.locator(".picture .scroll").evaluate("e => getComputedStyle(e).backgroundColor")
    assert len(colours) == 2


def test_paper_has_the_table_and_no_controls(site, opened):  # noqa: F811
    page = opened(f"{site}/targets")
    page.emulate_media(media="print")
    assert not page.locator(".choose").is_visible()
    assert not page.locator("header.site nav").is_visible()
    assert page.locator("table.statements").is_visible()
