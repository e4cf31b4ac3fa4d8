"""The tables and pictures in a real browser: choose, sort, open, light and dark."""

from __future__ import annotations

import pytest
from tests.web.browsers import opened  # noqa: F401 — fixtures
from tests.web.served import served

from luoshi.actions.library import at


@pytest.fixture(scope="module")
def site(read_samples):
    with at(str(read_samples)) as library, served(library) as address:
        yield address


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
