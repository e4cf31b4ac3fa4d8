"""The pages in a real browser."""

from __future__ import annotations

import pytest
from invented import document

from luoshi.pages import reading_page


class Opened:
    """A page in the browser, with all that it asked for and complained about."""

    def __init__(self, browser, path, **options):
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        self.page = self.context.new_page()
        self.requests, self.errors = [], []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console", lambda said: self.errors.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("dialog", lambda dialog: (self.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        self.page.goto(path.as_uri())


@pytest.fixture
def open_page(browser, tmp_path):
    """Open a document (or a finished page) in the browser; fails if it asked for anything or complained."""
    opened = []

    def open_it(what=None, language="zh", **options):
        html = what if isinstance(what, str) else reading_page(what or document(), language)
        path = tmp_path / f"page{len(opened)}.html"
        path.write_text(html, encoding="utf-8")
        opened.append(Opened(browser, path, **options))
        return opened[-1].page

    yield open_it
    for one in opened:
        one.context.close()
        assert one.errors == []
        assert all(url.startswith(("file:", "data:")) for url in one.requests), one.requests
        assert len(one.requests) <= 2, one.requests
