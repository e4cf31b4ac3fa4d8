"""The reading page of a document in the site."""

from __future__ import annotations

from litestar import Response

from luoshi.accounts import ADMINISTRATOR, EDITOR
from luoshi.http import context, language, visitor
from luoshi.library import Library
from luoshi.pages import Site, reading_page
from luoshi.pages.sheet import policy
from luoshi.web.rendering import AnyRequest
from luoshi.words import Words


def reading(request: AnyRequest, shortened: str, *, as_read: bool = False) -> Response[bytes]:
    """The page of a document, as people corrected it or, ``as_read``, as rules read it."""
    library, asking = context(request).library, visitor(request)
    identity = library.full(shortened)
    edits = asking is not None and asking.may(EDITOR)
    removes = asking is not None and asking.may(ADMINISTRATOR)
    site = _site(request, library, identity, edits=edits, removes=removes, as_read=as_read)
    html = reading_page(library.get(identity, as_read=as_read), language(request), site)
    headers = {"Content-Security-Policy": f"{policy()}; frame-ancestors 'none'"}
    return Response(html.encode("utf-8", "replace"), media_type="text/html", headers=headers)


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
