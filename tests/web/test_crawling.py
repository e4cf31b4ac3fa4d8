"""No link of the site is broken, and behind a proxy none leaves its path."""

from __future__ import annotations

import pytest
from litestar.testing import TestClient
from tests.web.conftest import HOST
from tests.web.crawling import crawl

from luoshi.actions.corrections import correct
from luoshi.server import app


@pytest.fixture
def corrected(shelf):
    """The samples, with a decision of every kind, so that its pages and links are there."""
    document = shelf.get(max(shelf.entries(), key=lambda entry: entry.counts.get("target", 0)).id)
    names = [name for name, each in document.ids().items() if each.kind == "target"]
    correct(shelf, document.id, names[0], "edit", {"indicator": "青山覆盖率"}, who="甲")
    correct(shelf, document.id, names[1], "reject", {}, who="乙")
    correct(shelf, document.id, names[2], "accept", {}, who="丙")
    return shelf


@pytest.mark.parametrize("prefix", ["", "/plans"])
def test_every_link_leads_somewhere_below_the_prefix(corrected, prefix):
    with TestClient(app(corrected, prefix=prefix), base_url=HOST) as client:
        crawled = crawl(client, prefix)
    assert {address: status for address, status in crawled.answers.items() if status >= 400} == {}
    assert crawled.left == []
    for page in ("/targets", "/doubts", "/corrections", "/bodies", "/documents.csv"):
        assert prefix + page in crawled.answers, page
    assert sum("/f/" in address for address in crawled.answers) >= 3
    assert len(crawled.answers) > 200
