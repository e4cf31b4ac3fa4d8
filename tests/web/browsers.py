"""A real browser on a site that is really served; fails where a page complains or asks elsewhere."""

from __future__ import annotations

import pytest


@pytest.fixture
def opened(browser):
    """Opens a page; what it logs as an error, and what it asks of other hosts, fails the test."""
    contexts, complaints = [], []

    def open_it(address, **options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: (complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        host = "/".join(address.split("/")[:3])
        page.on(
            "request", lambda asked: complaints.append(asked.url) if not asked.url.startswith((host, "data:")) else None
        )
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert complaints == []


def objections(page) -> list[list[str]]:
    """What axe-core objects to: WCAG 2 A and AA and its best practice."""
    axe = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{axe.AXE_SCRIPT}; 0")
    return page.evaluate(OBJECTIONS)


OBJECTIONS = """async () => {
    const { violations } = await axe.run({ resultTypes: ["violations"], performanceTimer: false });
    return violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.html.slice(0, 200), node.failureSummary]));
}"""
"""Only what is wrong leaves the browser: what is right of a large page is megabytes."""
