"""Follow every link of the site, a few of each shape; borrowed by tests."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from tests.web.conftest import HOST

EACH = 3
"""So many addresses of one shape are followed; what is named differs, the page does not."""

LINK = re.compile(
    r'<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]*)"|<form(?![^>]*method="?post)[^>]*? action="([^"]*)"'
)


class Crawled(NamedTuple):
    """The answers by address, and links that left the site's prefix."""

    answers: dict[str, int]
    left: list[tuple[str, str]]


def crawl(client, prefix: str) -> Crawled:
    todo, found, left, shapes = [f"{prefix}/"], {}, [], Counter()
    while todo:
        address = todo.pop()
        if address in found:
            continue
        shapes[shape(address)] += 1
        if shapes[shape(address)] > EACH:
            continue
        answer = client.get(address, follow_redirects=False)
        found[address] = answer.status_code
        page = answer.headers.get("content-type", "").startswith("text/html")
        if not page or "attachment" in answer.headers.get("content-disposition", ""):
            continue
        for link in map(unescape, (one or other for one, other in LINK.findall(answer.text))):
            parts = urlsplit(urljoin(HOST + address, link))
            if parts.scheme in ("http", "https") and f"{parts.scheme}://{parts.netloc}" == HOST:
                if not parts.path.startswith(f"{prefix}/"):
                    left.append((address, link))
                todo.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return Crawled(found, left)


def shape(address: str) -> str:
    """The address without what it names."""
    path, _, query = address.partition("?")
    path = re.sub(r"/(bodies|places|indicators|programmes|formulations)/.*?(\.\w+)?$", r"/\1/X\2", path)
    path = re.sub(r"/f/.*", "/f/X", path)
    return path + "?" + "&".join(sorted({each.partition("=")[0] for each in query.split("&")}))
