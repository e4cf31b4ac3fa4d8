"""The reading page of a document in the site; kept in memory until something about the document changes."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from litestar import Response

from luoshi.accounts import ADMINISTRATOR, EDITOR
from luoshi.http import context, language, visitor
from luoshi.http.packing import accepts_gzip
from luoshi.library import Library
from luoshi.pages import Site, reading_page
from luoshi.pages.sheet import policy
from luoshi.web.rendering import AnyRequest
from luoshi.words import Words

MOST = 64 << 20
"""Bytes of packed pages that are kept."""

PACKING = 5
"""gzip's level: a sixth of the size in a third of the time of the highest."""


class Packed(NamedTuple):
    """A page, packed by gzip, and its mark for browsers (RFC 9110, 8.8.3)."""

    data: bytes
    tag: str


class Kept:
    """Pages that were made lately: of each request only the first waits for its making."""

    def __init__(self) -> None:
        """None yet."""
        self._pages: OrderedDict[tuple[object, ...], Packed] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, key: tuple[object, ...]) -> Packed | None:
        """The page, if it is there."""
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
            return self._pages.get(key)

    def put(self, key: tuple[object, ...], page: Packed) -> None:
        """Keep it; those that were not asked for longest go."""
        with self._lock:
            old = self._pages.pop(key, None)
            self._size += len(page.data) - (len(old.data) if old else 0)
            self._pages[key] = page
            while self._size > MOST and len(self._pages) > 1:
                self._size -= len(self._pages.popitem(last=False)[1].data)


_KEPT = Kept()


def reading(request: AnyRequest, shortened: str, *, as_read: bool = False) -> Response[bytes]:
    """The page of a document, as people corrected it or, ``as_read``, as rules read it."""
    asked = context(request)
    identity, version = asked.library.version(shortened)
    asking = visitor(request)
    edits = asking is not None and asking.may(EDITOR)
    removes = asking is not None and asking.may(ADMINISTRATOR)
    chosen = language(request)
    key = (asked.library.where, identity, version, chosen, edits, removes, as_read, asked.links.prefix)
    page = _KEPT.get(key)
    if page is None:
        document = asked.library.get(identity, as_read=as_read)
        site = _site(request, asked.library, identity, edits=edits, removes=removes, as_read=as_read)
        html = reading_page(document, chosen, site).encode("utf-8", "replace")
        page = Packed(
            gzip.compress(html, PACKING, mtime=0), f'"{version}-{chosen}-{int(edits)}{int(removes)}{int(as_read)}"'
        )
        _KEPT.put(key, page)
    return _answer(request, page)


def _answer(request: AnyRequest, page: Packed) -> Response[bytes]:
    headers = {
        "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
        "Cache-Control": "private, no-cache",
        "ETag": page.tag,
        "Vary": "Accept-Encoding, Accept-Language, Cookie",
    }
    if page.tag in request.headers.get("if-none-match", ""):
        return Response(b"", status_code=304, headers=headers)
    if accepts_gzip(request.headers.get("accept-encoding", "")):
        return Response(page.data, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(page.data), media_type="text/html", headers=headers)


def _site(request: AnyRequest, library: Library, identity: str, *, edits: bool, removes: bool, as_read: bool) -> Site:
    to = context(request).links.to
    here = f"/d/{identity[:12]}"
    corrections = sum(each.withdrawn is None for each in library.corrections(identity))
    links = [(Words(f"更正（{corrections}）", f"Corrections ({corrections})"), to(f"{here}/corrections"))]
    if corrections:
        other = (Words("看更正后的", "As corrected"), to(here))
        links.append(other if as_read else (Words("看更正前的", "As read"), to(here, as_read="true")))
    links += [(Words(name, name), to(f"{here}.{ending}")) for name, ending in _TAKEN]
    links.append((Words("原文件", "Original file"), to(f"{here}/original")))
    if removes:
        links.append((Words("移除", "Remove"), to(f"{here}/remove")))
    return Site(to("/"), to(f"{here}/f/"), to(f"{here}/add") if edits else "", tuple(links))


_TAKEN = (("JSON", "json"), ("CSV", "csv"), ("Excel", "xlsx"), ("HTML", "html"))
